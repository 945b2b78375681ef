"""Fill colours, as six hexadecimal digits, whichever way a style names them."""

from collections.abc import Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from xml.etree.ElementTree import Element

from rapportpv.reading.classeur.arbre import attribute, children, local

_BLANC = "FFFFFF"
_INDEXEES = (
    *("000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF") * 2,
    *("800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080"),
    *("9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF"),
    *("000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF"),
    *("00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99"),
    *("3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696"),
    *("003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333"),
)
_ORDRE = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_OFFICE = (
    *("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2"),
    *("4BACC6", "F79646", "0000FF", "800080"),
)


def read_theme(racine: Element | None) -> tuple[str, ...]:
    """The twelve colours of a theme, in the order in which styles count them."""
    lues = {
        local(nom): attribute(valeur, "lastClr") or attribute(valeur, "val")
        for nom in (c for s in children(racine, "themeElements", "clrScheme") for c in s)
        for valeur in nom
    }
    return tuple(lues.get(nom, defaut).upper() for nom, defaut in zip(_ORDRE, _OFFICE, strict=True))


def read_remplissage(fill: Element, theme: Sequence[str]) -> str:
    """The colour of a fill; empty for none, for white, for one that is not told."""
    for motif in children(fill, "patternFill"):
        if attribute(motif, "patternType") in {"", "none"}:
            return ""
        noms = (
            ("fgColor", "bgColor") if attribute(motif, "patternType") == "solid" else ("fgColor",)
        )
        for nom in noms:
            for couleur in children(motif, nom):
                lue = _read_couleur(couleur, theme)
                if lue:
                    return "" if lue == _BLANC else lue
    return ""


def _read_couleur(couleur: Element, theme: Sequence[str]) -> str:
    rgb, teinte = attribute(couleur, "rgb"), attribute(couleur, "tint")
    numero, indexee = attribute(couleur, "theme"), attribute(couleur, "indexed")
    lue = rgb[-6:].upper() if len(rgb) in {6, 8} else ""
    if numero.isdecimal() and int(numero) < len(theme):
        lue = theme[int(numero)]
    elif indexee.isdecimal() and int(indexee) < len(_INDEXEES):
        lue = _INDEXEES[int(indexee)]
    try:
        return _tint(lue, float(teinte or 0)) if lue else ""
    except ValueError:
        return lue


def _tint(couleur: str, teinte: float) -> str:
    """The colour made darker (below 0) or lighter, as Excel does."""
    if not teinte:
        return couleur
    rouge, vert, bleu = (int(couleur[i : i + 2], 16) / 255 for i in (0, 2, 4))
    ton, clarte, vivacite = rgb_to_hls(rouge, vert, bleu)
    clarte = clarte * (1 + teinte) if teinte < 0 else clarte * (1 - teinte) + teinte
    return "".join(f"{round(255 * c):02X}" for c in hls_to_rgb(ton, clarte, vivacite))
