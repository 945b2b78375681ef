"""The grid of a table whose columns come from a loop: as many columns as its rows have cells.

What docxtpl does, to the twip, without python-docx, which takes as long to import as pydantic.
"""

from rapportpv.word.ooxml import Element, child, w

_LARGEUR = w("w")
_COLONNE = w("gridCol")


def fit_grids(racine: Element) -> None:
    """Give each grid the columns of its longest row, the table as wide as it was."""
    for tableau in racine.iter(w("tbl")):
        grille = child(tableau, w("tblGrid"))
        if grille is not None:
            rangees = [list(ligne.iterchildren(w("tc"))) for ligne in tableau.iter(w("tr"))]
            _widen(grille, max(map(len, rangees), default=0))
            _narrow(grille, max((sum(map(_span, r)) for r in rangees), default=0))


def _widen(grille: Element, cellules: int) -> None:
    """Add the columns that are missing, of the mean width; the others give way."""
    colonnes = list(grille.iterchildren(_COLONNE))
    largeur = sum(map(_width, colonnes))
    if cellules <= len(colonnes) or largeur <= 0:
        return
    avant, moyenne = largeur / len(colonnes), largeur / cellules
    for colonne in colonnes:
        colonne.set(_LARGEUR, str(int(_width(colonne) * moyenne / avant)))
    for _ in range(cellules - len(colonnes)):
        grille.append(grille.makeelement(_COLONNE, {_LARGEUR: str(int(moyenne))}))


def _narrow(grille: Element, cellules: int) -> None:
    """Take away the columns that no row has; the others share their width."""
    colonnes = list(grille.iterchildren(_COLONNE))
    restent, de_trop = colonnes[:cellules], colonnes[cellules:]
    if not de_trop:
        return
    rendue = int(sum(map(_width, de_trop)) / len(restent)) if restent else 0
    for colonne in de_trop:
        grille.remove(colonne)
    for colonne in restent:
        colonne.set(_LARGEUR, str(int(_width(colonne) + rendue)))


def _span(cellule: Element) -> int:
    """How many columns a cell takes."""
    etendue = child(child(cellule, w("tcPr")), w("gridSpan"))
    return 1 if etendue is None else int(etendue.get(w("val"), "1"))


def _width(colonne: Element) -> float:
    return float(colonne.get(_LARGEUR) or 0)
