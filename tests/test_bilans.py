"""All the figures and tables of both samples: values, labels, headings, the cells they come from.

The values are those that SQL finds (tests/oracle), that the published report prints (test_sample):
here is what nobody else looks at whole, so that no label and no source changes unseen.
"""

from collections.abc import Iterator

import pytest

from rapportpv.core.chiffre import Bilan, Cellule, Ligne, Quantite
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT, EXEMPLE
from tests.subjects.dispositifs.test_dispositifs import DISPOSITIFS, DROIT_COMMUN
from tests.subjects.test_annexes import NPNRU

LONGUEUR = 300  # of the sources that are shown
LIGNES = 12  # of a table


def describe(bilan: Bilan) -> Iterator[str]:
    """A line a figure, then a block a table."""
    for nom, chiffre in bilan.chiffres.items():
        yield f"{nom} = {show(chiffre)} | {chiffre.libelle} | {chiffre.court}"
        yield f"    {' ; '.join(chiffre.sources)[:LONGUEUR]}"
    for tableau in bilan.tableaux.values():
        yield f"\n[{tableau.nom}] {tableau.titre} | {tableau.rubrique}"
        yield f"    {' ; '.join(tableau.sources)[:LONGUEUR]}"
        yield " | ".join(f"{c.nom}: {c.libelle} ({c.court})" for c in tableau.colonnes)
        yield from map(line, tableau.lignes[:LIGNES])
        if tableau.total:
            yield f"= {line(tableau.total)}"
    yield f"\n{', '.join(bilan.groupes)}"


def line(ligne: Ligne) -> str:
    cellules = " | ".join(f"{nom}={show(c)}" for nom, c in ligne.cellules.items())
    return f"{ligne.code} ({ligne.court}) {cellules}"


def show(cellule: Cellule) -> str:
    return f"{cellule.valeur} {cellule.unite}" if isinstance(cellule, Quantite) else cellule


ANNEXES = {
    "dsu": {
        "DSU": """
        | Commune | Action     | Montant |
        | Valmont | Médiation  | 1000    |
        | Orge    | Fête       | 20      |
        """
    },
    "abattement_tfpb": {
        "Abattement_TFPB": """
        | Bailleur        | Quartier | Action    | Montant |
        | Habitat du Nord | Le Parc  | Gardiens  | 1000    |
        """
    },
    "adultes_relais": {
        "Adultes_relais": """
        | Opérateur | Commune | Quartier | Postes |
        | Les Amis  | Orge    | Le Parc  | 2      |
        """
    },
    "npnru": {"NPNRU": NPNRU},
    "dispositifs": {"Dispositifs": DISPOSITIFS, "Droit_commun": DROIT_COMMUN},
}
"""What neither sample has."""


def test_the_sheets_that_neither_sample_has(projet, ecrire, golden):
    for nom, feuilles in ANNEXES.items():
        ecrire(nom, **feuilles)
    texte = "\n".join(describe(check_annee(projet, 2023).bilan))
    golden("bilan-annexes.txt", f"{texte}\n")


@pytest.mark.parametrize(("racine", "annee"), [(EXEMPLE, 2022), (DEPOT / "docs" / "exemple", 2024)])
def test_everything_that_a_year_adds_up_to(racine, annee, golden):
    texte = "\n".join(describe(check_annee(racine, annee).bilan))
    golden(f"bilan-{annee}.txt", f"{texte}\n")
