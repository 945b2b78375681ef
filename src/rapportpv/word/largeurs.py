"""Columns as wide as what they show: numbers take what they need, texts share the rest.

Texts keep the proportions of the template, unless others make fewer lines.
"""

import math
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from rapportpv.word.marques import MARQUE
from rapportpv.word.ooxml import Element, flatten, w

_NOMBRE = re.compile(r"[\d\u202f\u00a0 ,.\u2013+-]+(?:€|%|[a-zéû]{1,9})?|n\.[\u00a0 ]p\.")
_CHIFFRE = 126  # twips: a figure in letters of 10.5 points, in the wider of the usual fonts
_LETTRE = 122
_FINE = 55  # a space within a number
_COTE = "136"  # twips: the side of a cell, unless its table says
_AIR = 48  # between what is told to be enough and the two sides of a cell
_LIGNES_DE_TITRE = 3
_PEU = 4  # letters: no column is narrower
_EGALES = 3  # columns of words that a loop made: nobody chose their widths
_USUELLE = 86  # percent of those widths, in Calibri: what is enough for texts, that may have lines
_SERREE = 86  # percent of those widths: Calibri, in the small letters of lists
_COUPE = re.compile(r"[ \n]|(?<=-)")
_ETROITES = str.maketrans("", "", "\u202f\u00a0 ,.")


class _Lettres(Struct, frozen=True):
    """The size of letters, in percent of those of usual tables; the sides of a cell (twips)."""

    corps: int
    marge: int

    def room(self, mesure: int) -> int:
        """The width of a column for a text that long."""
        return mesure * self.corps // 100 + self.marge


def fit_columns(modele: Element, ecrits: Sequence[Sequence[str]]) -> None:
    """Give the columns of a table of the report the widths that its texts ask for.

    Where the template makes three columns of words or more all as wide, they share by their texts.
    `modele`: the row that will be repeated; `ecrits`: the texts of each cell, row by row. A table
    whose columns are not those of the row, or whose letters are larger, stays as it is.
    """
    tableau = modele.getparent()
    grille = None if tableau is None else tableau.find(w("tblGrid"))
    if tableau is None or grille is None or not _is_ours(tableau) or _is_dressed(modele):
        return
    anciennes = [int(colonne.get(w("w"), "0")) for colonne in grille]
    autres = [ligne for ligne in tableau.iter(w("tr")) if ligne is not modele]
    rangees = [[_read(cellule) for cellule in ligne.iter(w("tc"))] for ligne in autres]
    if any(len(rangee) != len(anciennes) for rangee in (*rangees, *ecrits)):
        return
    lettres = _Lettres(_SERREE if _is_small(modele) else 100, _read_marges(tableau))
    largeurs = _share(anciennes, rangees, ecrits, lettres)
    if largeurs is not None:
        set_widths(tableau, largeurs)


def set_widths(tableau: Element, largeurs: Sequence[int]) -> None:
    """Give a table, and each of its rows, columns that wide (twips)."""
    colonnes = tableau.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    for colonne, largeur in zip(colonnes, largeurs, strict=True):
        colonne.set(w("w"), str(largeur))
    for ligne in tableau.iter(w("tr")):
        fit_row(ligne, largeurs)


def fit_row(ligne: Element, largeurs: Sequence[int]) -> None:
    """Give the cells of a row those widths, if there is one for each."""
    tailles = [cellule.find(f"{w('tcPr')}/{w('tcW')}") for cellule in ligne.iter(w("tc"))]
    if len(tailles) == len(largeurs):
        for taille, largeur in zip(tailles, largeurs, strict=True):
            if taille is not None:
                taille.set(w("w"), str(largeur))


def _is_ours(tableau: Element) -> bool:
    """Whether a table has the report's own style: its columns follow what they show."""
    style = tableau.find(f"{w('tblPr')}/{w('tblStyle')}")
    return style is not None and style.get(w("val")) == "TableauRapport"


def _is_dressed(ligne: Element) -> bool:
    """Whether some words of a row are not of the table's own size: a key figure, larger."""
    styles = [style.get(w("val"), "") for style in ligne.iter(w("pStyle"))]
    meles = any(style.startswith("Tableau") != styles[0].startswith("Tableau") for style in styles)
    return meles or next(ligne.iter(w("rStyle"), w("sz")), None) is not None


def _is_small(ligne: Element) -> bool:
    """Whether a row is in the small letters of dense tables."""
    style = next(ligne.iter(w("pStyle")), None)
    return style is not None and style.get(w("val"), "").startswith("TableauPetit")


def _read(cellule: Element) -> str:
    return MARQUE.sub("", flatten(cellule)).strip()


def _read_marges(tableau: Element) -> int:
    """The two sides of a cell of a table, and some air."""
    marges = tableau.find(f"{w('tblPr')}/{w('tblCellMar')}")
    cotes = [None if marges is None else marges.find(w(cote)) for cote in ("left", "right")]
    return sum(int(_COTE if c is None else c.get(w("w"), _COTE)) for c in cotes) + _AIR


def _share(
    anciennes: Sequence[int],
    rangees: Sequence[Sequence[str]],
    ecrits: Sequence[Sequence[str]],
    lettres: _Lettres,
) -> list[int] | None:
    """The new widths, of the same sum; None when the texts have not enough room left."""
    titres = rangees[0] if rangees else [""] * len(anciennes)
    colonnes = [[rangee[rang] for rangee in ecrits] for rang in range(len(anciennes))]
    toutes = [[*c, *(r[rang] for r in rangees[1:])] for rang, c in enumerate(colonnes)]
    chiffrees = {rang for rang, c in enumerate(colonnes) if any(c) and all(map(_is_number, c))}
    mots = {rang: [titres[rang], *c] for rang, c in enumerate(toutes) if rang not in chiffrees}
    nombres = {rang: [titres[rang], *toutes[rang]] for rang in chiffrees}
    if _is_even(anciennes) and len(mots) >= _EGALES:
        largeurs, textes = _share_evenly(sum(anciennes), nombres, mots, lettres.marge)
    else:
        largeurs = {r: lettres.room(_fit_number(*t)) for r, t in nombres.items()}
        reste = sum(anciennes) - sum(largeurs.values())
        textes = _share_texts(reste, {rang: anciennes[rang] for rang in mots}, mots, lettres)
    if textes is None or (not largeurs and _is_enough(anciennes, mots, lettres)):
        return None
    return [largeurs.get(rang, textes.get(rang, 0)) for rang in range(len(anciennes))]


def _share_texts(
    reste: int, anciennes: dict[int, int], mots: Mapping[int, Sequence[str]], lettres: _Lettres
) -> dict[int, int] | None:
    """The widths of texts that make the fewest lines; the template's proportions, if they do."""
    lettre = lettres.corps * _USUELLE // 100
    mesures = {r: [_measure(t) * lettre // 100 for t in textes] for r, textes in mots.items()}
    planchers = _fit_words(reste, mots, lettres)
    entiers = {r: max(planchers[r], max(mesures[r]) + lettres.marge) for r in mots}
    essais = (
        _divide(reste, anciennes, planchers),
        _divide(reste, anciennes, entiers),
        _divide(reste, {rang: _weigh(t) for rang, t in mots.items()}, planchers),
        _divide(reste, entiers, planchers),
    )
    possibles = [essai for essai in essais if essai is not None]
    return min(
        possibles, key=lambda essai: _count_lines(mesures, essai, lettres.marge), default=None
    )


def _is_enough(
    anciennes: Sequence[int], mots: Mapping[int, Sequence[str]], lettres: _Lettres
) -> bool:
    """Whether no word is broken in the widths of the template, which were chosen."""
    pieces = {r: _longest_piece(textes) * _USUELLE // 100 for r, textes in mots.items()}
    return all(anciennes[r] >= lettres.room(mesure) for r, mesure in pieces.items())


def _fit_words(reste: int, mots: Mapping[int, Sequence[str]], lettres: _Lettres) -> dict[int, int]:
    """How wide each column is at least: its longest word, its longest piece of one if it must.

    Where even these are too much, about their widths in Calibri, then what is left of them; unless
    that is too little for columns at all.
    """
    entiers = {r: max(map(_longest_word, set(textes))) for r, textes in mots.items()}
    coupes = {r: _longest_piece(textes) for r, textes in mots.items()}
    serres = {r: mesure * _USUELLE // 100 for r, mesure in coupes.items()}
    for mesures in (entiers, coupes, serres):
        planchers = {r: lettres.room(mesure) for r, mesure in mesures.items()}
        if sum(planchers.values()) <= reste:
            return planchers
    somme = sum(planchers.values())
    if reste < len(mots) * lettres.room(_PEU * _LETTRE):
        return planchers  # which nobody can meet: the template's widths stay
    return {r: plancher * reste // somme for r, plancher in planchers.items()}


def _count_lines(
    mesures: Mapping[int, Sequence[int]], largeurs: Mapping[int, int], marge: int
) -> int:
    """About how many lines a table takes: each row as many as its longest text."""
    lignes = (
        [-(-longueur // max(1, largeurs[rang] - marge)) for longueur in longueurs]
        for rang, longueurs in mesures.items()
    )
    return sum(map(max, zip(*lignes, strict=True)))


def _share_evenly(
    largeur: int,
    nombres: Mapping[int, Sequence[str]],
    mots: Mapping[int, Sequence[str]],
    marge: int,
) -> tuple[dict[int, int], dict[int, int] | None]:
    """The widths of columns that nobody chose: headings of numbers give way to longer words."""
    lettres = _Lettres(_SERREE, marge)
    planchers = {rang: lettres.room(_longest_piece(textes)) for rang, textes in mots.items()}
    largeurs: dict[int, int] = {}
    for lignes in (_LIGNES_DE_TITRE, _LIGNES_DE_TITRE + 2):
        largeurs = {r: lettres.room(_fit_number(*t, lignes=lignes)) for r, t in nombres.items()}
        if sum(planchers.values()) + sum(largeurs.values()) <= largeur:
            break
    reste = largeur - sum(largeurs.values())
    exces = max(sum(planchers.values()), reste)
    planchers = {rang: plancher * reste // exces for rang, plancher in planchers.items()}
    return largeurs, _divide(reste, {r: _weigh(t) for r, t in mots.items()}, planchers)


def _is_number(texte: str) -> bool:
    return _NOMBRE.fullmatch(texte) is not None


def _is_even(largeurs: Sequence[int]) -> bool:
    """Whether the columns are all as wide, but for what is lost in rounding."""
    return max(largeurs) - min(largeurs) <= len(largeurs)


def _fit_number(titre: str, *textes: str, lignes: int = _LIGNES_DE_TITRE) -> int:
    """How wide a column of numbers is: the longest on one line, its heading on so many."""
    besoin = max(map(_measure, set(textes)))
    return max(besoin, _longest_word(titre), _measure(titre) // lignes)


def _longest_piece(textes: Sequence[str]) -> int:
    """The longest of what no end of line parts: words, and pieces of words with hyphens."""
    return max((_measure(mot) for texte in set(textes) for mot in _COUPE.split(texte)), default=0)


def _weigh(textes: Sequence[str]) -> int:
    """How much room texts ask for, beside others: long ones take more lines, not all the width."""
    moyenne = sum(map(len, textes)) / len(textes)
    return max(1, round(100 * math.pow(moyenne, 0.75)))


def _divide(reste: int, parts: dict[int, int], planchers: dict[int, int]) -> dict[int, int] | None:
    """A width in those proportions, none below its least; None when the least is too much."""
    if not parts or sum(planchers.values()) > reste:
        return None
    for rang, plancher in planchers.items():
        if rang in parts and reste * parts[rang] < plancher * sum(parts.values()):
            autres = {r: p for r, p in parts.items() if r != rang}
            minima = {r: p for r, p in planchers.items() if r != rang}
            suite = _divide(reste - plancher, autres, minima)
            return None if suite is None and autres else {rang: plancher} | (suite or {})
    total = sum(parts.values())
    largeurs = {rang: reste * part // total for rang, part in parts.items()}
    premier = next(iter(largeurs))
    largeurs[premier] += reste - sum(largeurs.values())
    return largeurs


def _longest_word(texte: str) -> int:
    return max(map(_measure, texte.split(" ")), default=0)


def _measure(texte: str) -> int:
    """About how wide a text is, in twips; rather more than less."""
    pleins = texte.translate(_ETROITES)
    chiffres = sum(map(str.isdigit, pleins))
    larges = chiffres * _CHIFFRE + (len(pleins) - chiffres) * _LETTRE
    return larges + (len(texte) - len(pleins)) * _FINE
