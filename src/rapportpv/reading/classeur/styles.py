"""What the style of a cell says that matters here: its number format, a strike, a fill."""

from collections.abc import Sequence
from functools import cached_property
from typing import TypeVar
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from rapportpv.reading.classeur.arbre import attribute, children, is_true, read_arbre
from rapportpv.reading.classeur.couleurs import read_remplissage, read_theme
from rapportpv.reading.classeur.formats import Format, builtin, read_format
from rapportpv.reading.classeur.paquet import Paquet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAXIMUM = 100_000  # styles of a workbook: Excel stops at 65,490
_T = TypeVar("_T")


class Style(Struct, frozen=True, dict=True):
    """A style: its number format by number and by code, whether struck through, its fill."""

    numero: int = 0
    code: str = ""
    barre: bool = False
    couleur: str = ""

    @cached_property
    def format(self) -> Format | None:
        """The format when it shows another number than the cell holds."""
        return read_format(self.code) if self.code else None


class Styles(Struct, frozen=True, dict=True):
    """The styles of a workbook, by the number that cells give."""

    liste: tuple[Style, ...] = (Style(),)

    @cached_property
    def remarquables(self) -> list[bool]:
        """Whether each style says anything of that, by number."""
        return [bool(s.format or s.barre or s.couleur) for s in self.liste]

    def xml(self) -> str:
        """The same styles for calamine, which asks them what is a date."""
        codes = sorted({(s.numero, s.code) for s in self.liste if s.code})
        formats = "".join(
            f'<numFmt numFmtId="{n}" formatCode={quoteattr(code)}/>' for n, code in codes
        )
        xfs = "".join(f'<xf numFmtId="{style.numero}"/>' for style in self.liste)
        return (
            f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(codes)}">{formats}</numFmts>'
            f'<cellXfs count="{len(self.liste)}">{xfs}</cellXfs></styleSheet>'
        )


def read_styles(paquet: Paquet, partie: str, theme: str) -> Styles:
    """The styles of that part; none when it cannot be read: the values are there all the same."""
    racine = read_arbre(paquet.read(partie) or b"") if partie else None
    if racine is None:
        return Styles()
    codes = {
        _number(n, "numFmtId"): attribute(n, "formatCode")
        for n in children(racine, "numFmts", "numFmt")
    }
    barres = [_is_struck(police) for police in children(racine, "fonts", "font")]
    fonds = list(children(racine, "fills", "fill"))
    lus = read_arbre(paquet.read(theme) or b"") if theme and _asks_theme(fonds) else None
    couleurs = [read_remplissage(fond, read_theme(lus)) for fond in fonds]
    liste = [
        Style(
            (numero := _number(xf, "numFmtId")),
            codes.get(numero) or builtin(numero),
            _at(barres, _number(xf, "fontId"), False),
            _at(couleurs, _number(xf, "fillId"), ""),
        )
        for xf in children(racine, "cellXfs", "xf")
    ]
    return Styles(tuple(liste[:_MAXIMUM]) or (Style(),))


def _asks_theme(fonds: Sequence[Element]) -> bool:
    return any(attribute(couleur, "theme") for fond in fonds for couleur in fond.iter())


def _is_struck(police: Element) -> bool:
    return any(
        not attribute(barre, "val") or is_true(attribute(barre, "val"))
        for barre in children(police, "strike")
    )


def _number(element: Element, nom: str) -> int:
    valeur = attribute(element, nom).strip()
    return int(valeur) if valeur.isdecimal() and len(valeur) < 8 else 0


def _at(liste: Sequence[_T], rang: int, defaut: _T) -> _T:
    return liste[rang] if rang < len(liste) else defaut
