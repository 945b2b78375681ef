"""One shape of a drawing: its outline, its fill, what is written in it."""

from collections.abc import Iterable, Mapping

from lxml import etree

from rapportpv.core.dessin import Ecrit, Fond, Forme, Point, Rectangle, Trace, Trait
from rapportpv.french.typographie import format_texte
from rapportpv.word.ooxml import A, Element, make, make_texte, w

WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

_MILLE = 1000  # of a percent, as DrawingML counts
_DE_WORD = {"tx1": "text1", "bg1": "background1", "tx2": "text2", "bg2": "background2"}
_SANS_THEME = {"bg1": "FFFFFF", "tx2": "595959"}  # for readers that ignore themes


def a(nom: str) -> str:
    """The qualified name of a DrawingML element."""
    return f"{{{A}}}{nom}"


def wpg(nom: str) -> str:
    """The qualified name of an element of a group of shapes."""
    return f"{{{WPG}}}{nom}"


def wps(nom: str) -> str:
    """The qualified name of an element of a shape."""
    return f"{{{WPS}}}{nom}"


def make_forme(forme: Forme, numero: int, accents: Mapping[str, str]) -> Element:
    """The shape, under its own number; `accents`: the theme's, for readers that ignore themes."""
    element = etree.Element(wps("wsp"), nsmap={"wps": WPS})
    etree.SubElement(element, wps("cNvPr"), id=str(numero), name=forme.nom)
    etree.SubElement(element, wps("cNvSpPr"))
    proprietes = etree.SubElement(element, wps("spPr"))
    if isinstance(forme, Rectangle):
        _place(proprietes, forme.x, forme.y, forme.largeur, forme.hauteur)
        geometrie = etree.SubElement(proprietes, a("prstGeom"), prst="rect")
        etree.SubElement(geometrie, a("avLst"))
    else:
        _trace(proprietes, forme)
    _fill(proprietes, forme.fond)
    _outline(proprietes, forme.trait)
    if isinstance(forme, Rectangle) and forme.ecrits:
        element.append(_make_texte(forme, accents))
    element.append(_make_corps(forme))
    return element


def _place(proprietes: Element, x: int, y: int, largeur: int, hauteur: int) -> None:
    cadre = etree.SubElement(proprietes, a("xfrm"))
    etree.SubElement(cadre, a("off"), x=str(x), y=str(y))
    etree.SubElement(cadre, a("ext"), cx=str(largeur), cy=str(hauteur))


def _trace(proprietes: Element, forme: Trace) -> None:
    """Lines through points, counted from the corner of the box that holds them all."""
    points = [point for ligne in forme.lignes for point in ligne]
    gauche, haut = min(x for x, _ in points), min(y for _, y in points)
    # one unit at least: a path without extent is not drawn
    largeur = max(1, max(x for x, _ in points) - gauche)
    hauteur = max(1, max(y for _, y in points) - haut)
    _place(proprietes, gauche, haut, largeur, hauteur)
    geometrie = etree.SubElement(proprietes, a("custGeom"))
    for nom in ("avLst", "gdLst", "ahLst", "cxnLst"):
        etree.SubElement(geometrie, a(nom))
    etree.SubElement(geometrie, a("rect"), l="0", t="0", r="r", b="b")
    chemins = etree.SubElement(geometrie, a("pathLst"))
    chemin = etree.SubElement(chemins, a("path"), w=str(largeur), h=str(hauteur))
    if not forme.ferme:
        chemin.set("fill", "none")
    for ligne in forme.lignes:
        relatifs = [(x - gauche, y - haut) for x, y in ligne]
        _draw(chemin, relatifs, ferme=forme.ferme)


def _draw(chemin: Element, points: Iterable[Point], *, ferme: bool) -> None:
    verbe = "moveTo"
    for x, y in points:
        etree.SubElement(etree.SubElement(chemin, a(verbe)), a("pt"), x=str(x), y=str(y))
        verbe = "lnTo"
    if ferme:
        etree.SubElement(chemin, a("close"))


def _fill(proprietes: Element, fond: Fond | None) -> None:
    if fond is None:
        etree.SubElement(proprietes, a("noFill"))
    elif fond.motif:
        motif = etree.SubElement(proprietes, a("pattFill"), prst=fond.motif)
        _colour(etree.SubElement(motif, a("fgClr")), "bg1")
        _colour(etree.SubElement(motif, a("bgClr")), fond.couleur)
    else:
        _colour(etree.SubElement(proprietes, a("solidFill")), fond.couleur, fond.teinte)


def _outline(proprietes: Element, trait: Trait | None) -> None:
    ligne = etree.SubElement(proprietes, a("ln"))
    if trait is None:
        etree.SubElement(ligne, a("noFill"))
        return
    ligne.set("w", str(trait.epaisseur))
    _colour(etree.SubElement(ligne, a("solidFill")), trait.couleur, trait.teinte)
    if trait.tirets:
        etree.SubElement(ligne, a("prstDash"), val="sysDash")


def _colour(parent: Element, couleur: str, teinte: int = 0) -> None:
    element = etree.SubElement(parent, a("schemeClr"), val=couleur)
    if teinte:
        etree.SubElement(element, a("lumMod"), val=str((100 - teinte) * _MILLE))
        etree.SubElement(element, a("lumOff"), val=str(teinte * _MILLE))


def _make_texte(forme: Rectangle, accents: Mapping[str, str]) -> Element:
    boite = etree.Element(wps("txbx"))
    contenu = etree.SubElement(boite, w("txbxContent"))
    for ecrit in forme.ecrits:
        espace = make("spacing", before="0", after="0", line="240", lineRule="auto")
        retrait = make("ind", left="0", right="0", firstLine="0")
        proprietes = make("pPr", espace, retrait, make("jc", val=forme.alignement))
        contenu.append(make("p", proprietes, _make_run(ecrit, accents)))
    return boite


def _make_run(ecrit: Ecrit, accents: Mapping[str, str]) -> Element:
    demi_points = str(round(ecrit.corps * 2))
    theme = _DE_WORD.get(ecrit.couleur, ecrit.couleur)
    style = [make("b")] if ecrit.gras else []
    style += [make("i")] if ecrit.italique else []
    brute = accents.get(ecrit.couleur) or _SANS_THEME.get(ecrit.couleur, "auto")
    style += [
        make("color", val=brute, themeColor=theme),
        make("sz", val=demi_points),
        make("szCs", val=demi_points),
    ]
    return make("r", make("rPr", *style), make_texte(format_texte(ecrit.texte)))


def _make_corps(forme: Forme) -> Element:
    corps = etree.Element(wps("bodyPr"), rot="0", vert="horz", wrap="square")
    marge = str(forme.marge) if isinstance(forme, Rectangle) else "0"
    # the text is laid out already: room to spare at the sides, so that no word is cut
    for cote, valeur in (("lIns", marge), ("tIns", "0"), ("rIns", marge), ("bIns", "0")):
        corps.set(cote, valeur)
    corps.set("anchor", "t" if isinstance(forme, Rectangle) and forme.en_haut else "ctr")
    corps.set("anchorCtr", "0")
    etree.SubElement(corps, a("noAutofit"))
    return corps
