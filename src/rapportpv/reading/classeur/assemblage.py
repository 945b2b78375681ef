"""The rows of a sheet put together from the values that were taken with its tags."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rapportpv.reading.classeur.bloc import Vecteur
from rapportpv.reading.classeur.releve import Releve
from rapportpv.reading.classeur.sondes import ask_nombres

_SURS = 2.0**62  # what 64 bits hold


def make_lignes(
    releve: Releve, textes: Sequence[str], *, depuis_1904: bool
) -> list[list[Any]] | None:
    """The rows as far as something stands in them; None when calamine must read them.

    The cells that show one text hold one object; a whole number is an int.
    """
    valeurs = releve.valeurs
    if not valeurs.usuelles:
        return None
    cellules = np.full((releve.hauteur, releve.largeur), None, dtype=object)
    partages = np.array([*textes, None], dtype=object)
    partages[partages == ""] = None
    for lignes, colonnes, rangs in valeurs.textes:
        if len(rangs) and int(rangs.max()) >= len(textes):
            return None
        cellules[lignes, colonnes] = partages[rangs]
    for lignes, colonnes, nombres in valeurs.nombres:
        cellules[lignes, colonnes] = _make_nombres(nombres)
    if not _put_jours(cellules, releve, depuis_1904=depuis_1904):
        return None
    valeurs.leave()  # all is in the rows
    rangees: list[list[Any]] = cellules.tolist()
    return rangees


def _make_nombres(nombres: Vecteur) -> Vecteur:
    """Python's floats and ints."""
    objets = nombres.astype(object)
    ronds = np.rint(nombres) == nombres
    petits = ronds & (np.abs(nombres) < _SURS)
    objets[petits] = nombres[petits].astype(np.int64).astype(object)
    for rang in np.flatnonzero(ronds & ~petits & np.isfinite(nombres)).tolist():
        objets[rang] = int(nombres[rang])
    return objets


def _put_jours(cellules: Vecteur, releve: Releve, *, depuis_1904: bool) -> bool:
    """Put days and hours for the numbers whose style says so; False when that is not known."""
    valeurs, liste = releve.valeurs, releve.styles.liste
    employes = sorted({int(style) for bloc in valeurs.styles for style in np.unique(bloc)})
    formes = [s for s in employes if s >= len(liste) or liste[s].numero or liste[s].code]
    lus = ask_nombres([(s, 1.5) for s in formes], releve.styles, depuis_1904=depuis_1904)
    if lus is None:
        return False
    jours = np.array([s for s, lu in zip(formes, lus, strict=True) if lu != 1.5], np.int64)
    if 0 in jours:
        return False  # whether a cell says it or says nothing would matter
    for style in jours.tolist():
        if not _put_style(cellules, releve, style, depuis_1904=depuis_1904):
            return False
    return True


def _put_style(cellules: Vecteur, releve: Releve, style: int, *, depuis_1904: bool) -> bool:
    """The same for the numbers of a style, each distinct one asked once."""
    valeurs, siennes = releve.valeurs, []
    for bloc, styles in zip(valeurs.nombres, valeurs.styles, strict=True):
        rangs = np.flatnonzero(styles == style)
        siennes.append([vecteur[rangs] for vecteur in bloc])
    lignes, colonnes, nombres = (
        np.concatenate(vecteurs) for vecteurs in zip(*siennes, strict=True)
    )
    distincts, rangs = np.unique(nombres, return_inverse=True)
    demandes = [(style, nombre) for nombre in distincts.tolist()]
    lus = ask_nombres(demandes, releve.styles, depuis_1904=depuis_1904)
    if lus is None:
        return False
    objets = np.full(len(lus), None, dtype=object)
    objets[:] = [_clean(lu) for lu in lus]
    cellules[lignes, colonnes] = objets[rangs]
    return True


def _clean(lu: Any) -> Any:
    """A number that calamine leaves as one, as everywhere."""
    return int(lu) if lu.__class__ is float and lu.is_integer() else lu
