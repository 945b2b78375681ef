"""The digits of many cells read at once: whole numbers, and decimals where a float is exact."""

import re

import numpy as np

from rapportpv.reading.classeur.bloc import Vecteur

_DECIMAL = re.compile(rb"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_EXACT = 2**53  # up to there, a mantissa and a power of ten divide into the nearest float
_CHIFFRES = 18  # what 64 bits hold whatever they are
_PUISSANCES = 10.0 ** np.arange(_CHIFFRES + 1)
_MOINS, _POINT, _ZERO, _NEUF = b"-.09"


def read_entiers(
    octets: Vecteur, place: Vecteur, chiffres: int, debut: Vecteur | None = None
) -> tuple[Vecteur, Vecteur]:
    """The whole numbers that begin at those places, of so many digits at most; where they end.

    `debut` is what was read before the first digit.
    """
    nombres = np.zeros(len(place), np.int64) if debut is None else debut
    place = place.copy()
    for _ in range(chiffres):
        signes = octets[place]
        suite = (signes >= _ZERO) & (signes <= _NEUF)
        if not suite.any():
            break
        nombres = np.where(suite, nombres * 10 + signes - _ZERO, nombres)
        place += suite
    return nombres, place


def read_decimaux(xml: bytes, octets: Vecteur, debuts: Vecteur, fins: Vecteur) -> Vecteur | None:
    """The numbers between those places; None when one is not written as numbers are."""
    negatifs = octets[debuts] == _MOINS
    debuts_nus = debuts + negatifs
    mantisses, place = read_entiers(octets, debuts_nus, _CHIFFRES)
    entiers = place - debuts_nus
    points = octets[place] == _POINT
    apres = place + points
    mantisses, place = read_entiers(octets, apres, _CHIFFRES, mantisses)
    decimales = place - apres
    surs = (place == fins) & (entiers > 0) & (points == (decimales > 0))
    surs &= (entiers + decimales <= _CHIFFRES) & (np.abs(mantisses) < _EXACT)
    nombres: Vecteur = mantisses / _PUISSANCES[np.minimum(decimales, _CHIFFRES)]
    nombres[negatifs] *= -1
    for rang in np.flatnonzero(~surs).tolist():
        brut = xml[debuts[rang] : fins[rang]]
        if not _DECIMAL.fullmatch(brut):
            return None
        nombres[rang] = float(brut)
    return nombres
