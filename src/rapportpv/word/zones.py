"""How much room there is at a place of the document, in EMU."""

from collections.abc import Collection, Mapping

from rapportpv.word.images import Cadre, Repere, Zone
from rapportpv.word.ooxml import Element, ancestor, w

EMU_PAR_TWIP = 635
_PAGE = (11906, 16838)  # A4, in twips
_MARGE = 1440
_MARGE_DE_CELLULE = 108
_EN_TRAVERS = frozenset({"left", "center", "right", "inside", "outside"})
_EN_BAS = frozenset({"top", "center", "bottom", "inside", "outside"})
_PART_DE_LA_HAUTEUR = 45  # in percent: a 3:2 picture fills the width of a page, a tall one half


def find_zone(place: Element) -> Zone:
    """The width of the text, cell or frame around a place; the height that may be taken."""
    largeur, hauteur = page_of(place)
    cellule = ancestor(place, w("tc"))
    if cellule is not None:
        largeur = min(largeur, _cell_width(cellule, largeur))
    cadre = place.find(f"{w('pPr')}/{w('framePr')}")
    largeur = min(largeur, _number(cadre, "w", largeur) or largeur)
    hauteur = hauteur * _PART_DE_LA_HAUTEUR // 100
    return Zone(max(largeur, 1) * EMU_PAR_TWIP, max(hauteur, 1) * EMU_PAR_TWIP)


def find_cadre(place: Element, zone: Zone) -> Cadre | None:
    """The frame that a paragraph stands in, as high as the zone if it does not say; or None."""
    cadre = place.find(f"{w('pPr')}/{w('framePr')}")
    if cadre is None:
        return None
    largeur, hauteur = (_number(cadre, cote, 0) * EMU_PAR_TWIP for cote in ("w", "h"))
    return Cadre(
        _find_repere(cadre, "x", {"text": "column"}, _EN_TRAVERS),
        _find_repere(cadre, "y", {"text": "paragraph"}, _EN_BAS),
        largeur or zone.largeur,
        hauteur or zone.hauteur,
    )


def _find_repere(
    cadre: Element, axe: str, noms: Mapping[str, str], bords: Collection[str]
) -> Repere:
    """What a frame is placed from, in the words of drawings."""
    ancre = cadre.get(w("hAnchor" if axe == "x" else "vAnchor"), "page")
    bord = cadre.get(w(f"{axe}Align"), "")
    ecart = _number(cadre, axe, 0) * EMU_PAR_TWIP
    return Repere(noms.get(ancre, ancre), bord if bord in bords else "", ecart)


def page_of(place: Element) -> tuple[int, int]:
    """The size of the text of the section that a place is in, in twips."""
    section = _section(place)
    taille, marges, colonnes = (
        None if section is None else section.find(w(nom)) for nom in ("pgSz", "pgMar", "cols")
    )
    cotes = ("left", "right", "gutter", "top", "bottom")
    gauche, droite, reliure, haut, bas = (
        _number(marges, cote, 0 if cote == "gutter" else _MARGE) for cote in cotes
    )
    largeur = _number(taille, "w", _PAGE[0]) - gauche - droite - reliure
    hauteur = _number(taille, "h", _PAGE[1]) - abs(haut) - abs(bas)
    nombre = max(_number(colonnes, "num", 1), 1)
    return (largeur - (nombre - 1) * _number(colonnes, "space", 720)) // nombre, hauteur


def _section(place: Element) -> Element | None:
    """The section that ends first after a place."""
    bloc: Element | None = place
    while bloc is not None:
        for suivant in (bloc, *bloc.itersiblings()):
            section = next(suivant.iter(w("sectPr")), None)
            if section is not None:
                return section
        bloc = bloc.getparent()
    return None


def _cell_width(cellule: Element, defaut: int) -> int:
    """The width of the text of a cell, in twips."""
    largeur = cellule.find(f"{w('tcPr')}/{w('tcW')}")
    if largeur is None or largeur.get(w("type"), "dxa") != "dxa":
        return _grid_width(cellule, defaut)
    return _number(largeur, "w", defaut) - 2 * _MARGE_DE_CELLULE


def _grid_width(cellule: Element, defaut: int) -> int:
    """The width of a cell by the columns of its table, for one that does not tell its own."""
    tableau, ligne = ancestor(cellule, w("tbl")), ancestor(cellule, w("tr"))
    if tableau is None or ligne is None:
        return defaut
    colonnes = [_number(c, "w", 0) for c in tableau.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    rang = sum(_span(autre) for autre in cellule.itersiblings(w("tc"), preceding=True))
    somme = sum(colonnes[rang : rang + _span(cellule)])
    return somme - 2 * _MARGE_DE_CELLULE if somme else defaut


def _span(cellule: Element) -> int:
    return _number(cellule.find(f"{w('tcPr')}/{w('gridSpan')}"), "val", 1)


def _number(element: Element | None, attribut: str, defaut: int) -> int:
    try:
        return defaut if element is None else int(float(element.get(w(attribut), defaut)))
    except ValueError:
        return defaut
