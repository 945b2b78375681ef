"""Columns as wide as what they show: numbers take what they need, texts share the rest."""

import re
from collections.abc import Sequence

from rapportpv.word.marques import MARQUE
from rapportpv.word.ooxml import Element, flatten, w

_NOMBRE = re.compile(r"[\d\u202f\u00a0 ,.\u2013+-]+(?:€|%|[a-zéû]{1,9})?")
_CHIFFRE = 126  # twips: a figure in letters of 10.5 points, in the wider of the usual fonts
_LETTRE = 122
_FINE = 55  # a space within a number
_MARGE = 320  # both sides of a cell, and some air
_LIGNES_DE_TITRE = 3
_ETROITES = str.maketrans("", "", "\u202f\u00a0 ,.")


def fit_columns(modele: Element, ecrits: Sequence[Sequence[str]]) -> None:
    """Give the columns of a table of the report the widths that its texts ask for.

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
    largeurs = _share(anciennes, rangees, ecrits)
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
    return next(ligne.iter(w("rStyle"), w("sz")), None) is not None


def _read(cellule: Element) -> str:
    return MARQUE.sub("", flatten(cellule)).strip()


def _share(
    anciennes: Sequence[int], rangees: Sequence[Sequence[str]], ecrits: Sequence[Sequence[str]]
) -> list[int] | None:
    """The new widths, of the same sum; None when the texts have not enough room left."""
    titres = rangees[0] if rangees else [""] * len(anciennes)
    largeurs: dict[int, int] = {}
    planchers: dict[int, int] = {}
    for rang, titre in enumerate(titres):
        siens = {rangee[rang] for rangee in ecrits}
        tous = siens | {rangee[rang] for rangee in rangees[1:]}
        if any(siens) and all(_NOMBRE.fullmatch(texte) for texte in siens):
            besoin = max(_measure(texte) for texte in tous)
            largeurs[rang] = max(besoin, _longest_word(titre), _measure(titre) // _LIGNES_DE_TITRE)
            largeurs[rang] += _MARGE
        else:
            planchers[rang] = max(map(_longest_word, {titre, *tous})) + _MARGE
    reste = sum(anciennes) - sum(largeurs.values())
    textes = _divide(reste, {rang: anciennes[rang] for rang in planchers}, planchers)
    if not largeurs or textes is None:
        return None
    return [largeurs.get(rang, textes.get(rang, 0)) for rang in range(len(anciennes))]


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
