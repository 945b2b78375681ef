"""The names that a document prints: those typed in capitals, in small letters."""

from collections.abc import Iterator

from msgspec.structs import replace

from rapportpv.core.chiffre import Bilan, Cellule, Ligne, Tableau
from rapportpv.core.identite import Identite
from rapportpv.french.capitales import Propres, index_propres, soften

_NOMS = ("operateur", "maitre_d_ouvrage", "bailleur", "instance", "intitule", "action", "operation")
_LARGES = 4  # columns: more are narrow
_LIEUX = ("quartier", "commune", "communes")


def print_noms(bilan: Bilan, identite: Identite) -> Bilan:
    """The same figures and tables, the names of their lines as a document prints them."""
    propres = propres_of(bilan, identite)
    tableaux = {nom: _print(tableau, propres) for nom, tableau in bilan.tableaux.items()}
    return replace(bilan, tableaux=tableaux)


def propres_of(bilan: Bilan, identite: Identite) -> Propres:
    """The places of the year and its EPCI, as they are written."""
    return index_propres(dict.fromkeys(_lieux(bilan)), [identite.sigle])


def _lieux(bilan: Bilan) -> Iterator[str]:
    for tableau in bilan.tableaux.values():
        siennes = [c.nom for c in tableau.colonnes if c.nom in _LIEUX]
        for ligne in tableau.lignes if siennes else ():
            for colonne in siennes:
                yield from str(ligne.cellules.get(colonne, "")).split(", ")


def _print(tableau: Tableau, propres: Propres) -> Tableau:
    if len(tableau.colonnes) > _LARGES:
        tableau = replace(tableau, lignes=tuple(map(_shorten, tableau.lignes)))
    noms = [colonne.nom for colonne in tableau.colonnes if colonne.nom in _NOMS]
    if not noms:
        return tableau
    lignes = tuple(_soften(ligne, noms, propres) for ligne in tableau.lignes)
    return replace(tableau, lignes=lignes)


def _shorten(ligne: Ligne) -> Ligne:
    """A line of many columns, its first one in its short name."""
    if not ligne.court:
        return ligne
    premiere = next(iter(ligne.cellules))
    return replace(ligne, cellules={**ligne.cellules, premiere: ligne.court})


def _soften(ligne: Ligne, noms: list[str], propres: Propres) -> Ligne:
    """The line with its names as they are printed; itself, when they are so already."""
    cellules = ligne.cellules
    changees: dict[str, Cellule] = {}
    for nom in noms:
        lue = cellules.get(nom)
        imprimee = soften(lue, propres) if isinstance(lue, str) else lue
        if imprimee is not None and imprimee is not lue:
            changees[nom] = imprimee
    return replace(ligne, cellules={**cellules, **changees}) if changees else ligne
