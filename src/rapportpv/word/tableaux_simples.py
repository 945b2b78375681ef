"""The small tables of a text: a heading row, rows, no empty cell."""

import re
from collections.abc import Callable, Iterable
from html import escape

from rapportpv.core.prose import Appel, Contenu, Fragment, TableauSimple
from rapportpv.word.en_ligne import Encre
from rapportpv.word.images import Zone
from rapportpv.word.ooxml import Element, make, make_all
from rapportpv.word.paragraphes import make_paragraphe
from rapportpv.word.prototypes import VIDE
from rapportpv.word.texte_nu import plain
from rapportpv.word.zones import EMU_PAR_TWIP

_NOMBRE = re.compile(r"[-\u2212+]?\d[\d  \u00a0\u202f.,]*\s*(?:€|%|k€|M€)?")
_STYLE_DU_RAPPORT = "tableau rapport"
_STYLES_DE_TABLEAU = (_STYLE_DU_RAPPORT, "table grid", "grid table light")
_BORDURES = "".join(
    f'<w:{cote} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for cote in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LARGEURS = (6, 40)  # in characters: no column is thinner, or takes more room, than so many


def make_tableau(tableau: TableauSimple, encre: Encre, zone: Zone) -> Element:
    """The table as Word's own, in the template's style of tables."""
    colonnes = _transpose((tableau.entetes, *tableau.lignes), tableau)
    largeurs = _widths(colonnes, zone.largeur // EMU_PAR_TWIP, encre.redaction.call)
    nombres = [_are_nombres(contenus) for contenus in _transpose(tableau.lignes, tableau)]
    element = make("tbl")
    element.extend(make_all(_properties(tableau, encre, sum(largeurs))))
    element.append(make("tblGrid", *(make("gridCol", w=str(n)) for n in largeurs)))
    for rang, ligne in enumerate((tableau.entetes, *tableau.lignes)):
        cellules = [
            _cell(contenu, encre, largeur, nombre=nombre, tete=not rang)
            for contenu, largeur, nombre in zip(
                _whole(ligne, tableau), largeurs, nombres, strict=True
            )
        ]
        tete = () if rang else (make("tblHeader"),)
        element.append(make("tr", make("trPr", make("cantSplit"), *tete), *cellules))
    return element


def _properties(tableau: TableauSimple, encre: Encre, largeur: int) -> str:
    style = encre.redaction.styles.find(*_STYLES_DE_TABLEAU, sorte="table")
    contenus = (tableau.legende,) if tableau.legende else tableau.entetes
    titre = ", ".join(filter(None, (plain(contenu, encre.redaction.call) for contenu in contenus)))
    allure = f"<w:tblBorders>{_BORDURES}</w:tblBorders>" if style is None else ""
    nom = "" if style is None else f'<w:tblStyle w:val="{style}"/>'
    return (
        f'<w:tblPr>{nom}<w:tblW w:w="{largeur}" w:type="dxa"/>{allure}'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(titre)}"/></w:tblPr>'
    )


def _cell(contenu: Contenu, encre: Encre, largeur: int, *, nombre: bool, tete: bool) -> Element:
    styles = encre.redaction.styles
    style = (styles.find("tableau nombre") if nombre else None) or styles.find("tableau texte")
    proprietes = "<w:keepNext/>" if tete else ""
    if style is None:
        proprietes += '<w:spacing w:before="40" w:after="40"/>'
    if nombre and not styles.find("tableau nombre"):
        proprietes += '<w:jc w:val="right"/>'
    gras = make("rPr", make("b"), make("bCs"))
    base = gras if tete and styles.find(_STYLE_DU_RAPPORT, sorte="table") is None else None
    plume = Encre(encre.redaction, encre.part, base, deja_gras=tete, notes=encre.notes)
    runs = plume.write(contenu if plain(contenu) else (Fragment(VIDE),))
    taille = make("tcPr", make("tcW", w=str(largeur), type="dxa"))
    return make("tc", taille, make_paragraphe(style, runs, proprietes))


def _whole(ligne: tuple[Contenu, ...], tableau: TableauSimple) -> tuple[Contenu, ...]:
    """The line with as many cells as there are headings."""
    return (*ligne, *((),) * len(tableau.entetes))[: len(tableau.entetes)]


def _transpose(
    lignes: Iterable[tuple[Contenu, ...]], tableau: TableauSimple
) -> list[tuple[Contenu, ...]]:
    entieres = [_whole(ligne, tableau) for ligne in lignes]
    return list(zip(*entieres, strict=True)) if entieres else [()] * len(tableau.entetes)


def _widths(
    colonnes: list[tuple[Contenu, ...]], largeur: int, call: Callable[[str], str]
) -> list[int]:
    """The width of each column, by the longest text that it holds."""
    moins, plus = _LARGEURS
    longueurs = (max(len(plain(contenu, call)) for contenu in colonne) for colonne in colonnes)
    poids = [min(max(longueur, moins), plus) for longueur in longueurs]
    return [largeur * p // sum(poids) for p in poids]


def _are_nombres(contenus: tuple[Contenu, ...]) -> bool:
    """Whether a column holds figures only."""
    remplis = [contenu for contenu in contenus if plain(contenu) not in {"", VIDE}]
    return bool(remplis) and all(map(_is_nombre, remplis))


def _is_nombre(contenu: Contenu) -> bool:
    if any(isinstance(morceau, Appel) for morceau in contenu):
        return not plain([m for m in contenu if not isinstance(m, Appel)])
    return _NOMBRE.fullmatch(plain(contenu)) is not None
