"""Where every figure of the report comes from, as a table for its annexe."""

from collections.abc import Iterable

from msgspec.structs import replace

from rapportpv.core.chiffre import Bilan, Colonne, Ligne, Tableau
from rapportpv.core.quantites import SANS_OBJET
from rapportpv.french.typographie import format_texte

SOURCES = "sources"
_COLONNES = (
    Colonne("libelle", "Chiffre"),
    Colonne("valeur", "Valeur"),
    Colonne("sources", "Cellules"),
    Colonne("chiffre", "Nom"),
)


def add_sources(bilan: Bilan) -> Bilan:
    """The Bilan with the table `sources`: a line for each figure, then for each table.

    A table has a line when its cells are no named figures: its cells are there all together. It is
    not made with the others, for whoever does not ask for the annexe.
    """
    chiffres = [
        _ligne(chiffre.libelle, chiffre.affiche, chiffre.sources, nom)
        for nom, chiffre in bilan.chiffres.items()
    ]
    tableaux = [
        _ligne(f"Tableau « {tableau.titre} »", SANS_OBJET, tableau.sources, f"tableaux.{nom}")
        for nom, tableau in bilan.tableaux.items()
        if tableau.sources
    ]
    sources = Tableau(SOURCES, "Sources des chiffres", _COLONNES, (*chiffres, *tableaux))
    return replace(bilan, tableaux={**bilan.tableaux, SOURCES: sources})


def _ligne(libelle: str, valeur: str, sources: Iterable[str], nom: str) -> Ligne:
    cellules = {
        "libelle": format_texte(libelle),
        "valeur": valeur,
        "sources": " ; ".join(sources) or SANS_OBJET,
        "chiffre": nom,
    }
    return Ligne(cellules, nom)
