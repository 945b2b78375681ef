"""Drawings as Word makes them: one group of native shapes, in line with the text."""

from collections.abc import Mapping
from zlib import crc32

from lxml import etree

from rapportpv.core.dessin import Dessin, Ecrit, Rectangle
from rapportpv.french.typographie import format_texte
from rapportpv.word.dessins_formes import WPG, WPS, a, make_forme, wpg
from rapportpv.word.ooxml import WP, A, Element, make, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_COLLE = {"distT": "0", "distB": "0", "distL": "0", "distR": "0"}
_ECART = "180000"  # EMU: 5 mm between a drawing and what is at its side
_SIENS = 1000  # ids kept for the shapes of a drawing


def make_dessin(
    dessin: Dessin, numero: int, accents: Mapping[str, str], *, a_droite: bool = False
) -> Element:
    """The run that shows the drawing; `numero` is its id in the document, `accents` its theme's.

    As Word writes it: for a reader that knows no shapes of 2010, there is nothing. `a_droite`: at
    the right margin, what follows at its side, instead of in line with the text.
    """
    ensemble = {"mc": MC, "wp": WP, "a": A, "wpg": WPG, "wps": WPS}
    alternative = etree.Element(f"{{{MC}}}AlternateContent", nsmap=ensemble)
    choix = etree.SubElement(alternative, f"{{{MC}}}Choice", Requires="wpg")
    etree.SubElement(alternative, f"{{{MC}}}Fallback")
    parent = etree.SubElement(choix, w("drawing"))
    cadre = _anchor(parent) if a_droite else etree.SubElement(parent, wp("inline"), _COLLE)
    taille = {"cx": str(dessin.largeur), "cy": str(dessin.hauteur)}
    etree.SubElement(cadre, wp("extent"), taille)
    etree.SubElement(cadre, wp("effectExtent"), l="0", t="0", r="0", b="0")
    if a_droite:
        etree.SubElement(cadre, wp("wrapSquare"), wrapText="left")
    identite = {"id": str(numero), "name": dessin.nom, "descr": format_texte(dessin.alt)}
    etree.SubElement(cadre, wp("docPr"), identite, title=format_texte(dessin.titre))
    etree.SubElement(cadre, wp("cNvGraphicFramePr"))
    donnees = etree.SubElement(etree.SubElement(cadre, a("graphic")), a("graphicData"), uri=_URI)
    donnees.append(_make_groupe(dessin, accents))
    return make("r", alternative)


def _anchor(parent: Element) -> Element:
    """A frame at the right margin, from the top of its paragraph on."""
    options = {"simplePos": "0", "relativeHeight": "2", "behindDoc": "0", "locked": "0"}
    options |= {"layoutInCell": "1", "allowOverlap": "0"}
    cadre = etree.SubElement(parent, wp("anchor"), {**_COLLE, "distL": _ECART, **options})
    etree.SubElement(cadre, wp("simplePos"), x="0", y="0")
    a_cote = etree.SubElement(cadre, wp("positionH"), relativeFrom="margin")
    etree.SubElement(a_cote, wp("align")).text = "right"
    dessous = etree.SubElement(cadre, wp("positionV"), relativeFrom="paragraph")
    etree.SubElement(dessous, wp("posOffset")).text = "0"
    return cadre


def wp(nom: str) -> str:
    """The qualified name of an element that places a drawing."""
    return f"{{{WP}}}{nom}"


def _make_groupe(dessin: Dessin, accents: Mapping[str, str]) -> Element:
    """The group, one to one with what is inside."""
    groupe = etree.Element(wpg("wgp"), nsmap={"wpg": WPG})
    etree.SubElement(groupe, wpg("cNvGrpSpPr"))
    cadre = etree.SubElement(etree.SubElement(groupe, wpg("grpSpPr")), a("xfrm"))
    for nom in ("off", "ext", "chOff", "chExt"):
        zero = nom.lower().endswith("off")
        x, y = ("x", "y") if zero else ("cx", "cy")
        valeurs = (0, 0) if zero else (dessin.largeur, dessin.hauteur)
        etree.SubElement(cadre, a(nom), {x: str(valeurs[0]), y: str(valeurs[1])})
    # LibreOffice forgets the format of the first text of a group: let it be an empty one.
    feuille = Rectangle("Feuille", 0, 0, dessin.largeur, dessin.hauteur, ecrits=(Ecrit(""),))
    debut = _SIENS * (1 + crc32(dessin.nom.encode()) % _SIENS**2)  # another for each drawing
    for rang, forme in enumerate((feuille, *dessin.formes)):
        groupe.append(make_forme(forme, debut + rang, accents))
    return groupe
