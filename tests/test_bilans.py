"""All the figures and tables of both samples: values, labels, headings, the cells they come from.

The values are those that SQL finds (tests/oracle), that the published report prints (test_sample):
here is what nobody else looks at whole, so that no label and no source changes unseen.
"""

from collections.abc import Iterator

import pytest

from rapportpv.core.chiffre import Bilan, Cellule, Ligne, Quantite
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT, EXEMPLE

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


@pytest.mark.parametrize(("projet", "annee"), [(EXEMPLE, 2022), (DEPOT / "docs" / "exemple", 2024)])
def test_everything_that_a_year_adds_up_to(projet, annee, golden):
    texte = "\n".join(describe(check_annee(projet, annee).bilan))
    golden(f"bilan-{annee}.txt", f"{texte}\n")
