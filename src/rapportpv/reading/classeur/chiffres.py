"""The digits of many cells read at once: whole numbers, and decimals where a float is exact.

Eight signs are taken as one number of 64 bits, whose halves, then quarters, are added up: a sign
at a time took four times as long, and was half of the reading.
"""

import re

import numpy as np

from rapportpv.reading.classeur.bloc import Bloc, Vecteur

_DECIMAL = re.compile(rb"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_EXACT = 2**53  # up to there, a mantissa and a power of ten divide into the nearest float
_CHIFFRES = 18  # what 64 bits hold whatever they are
_DIXIEMES = 10.0 ** np.arange(_CHIFFRES + 1)
_PUISSANCES = 10 ** np.arange(9)
_MOINS, _POINT = b"-."

_MOT = np.uint64
_UN, _OCTET, _DEUX, _QUATRE, _DIX = map(_MOT, (1, 8, 16, 32, 10))
_PARTOUT, _DERNIER = _MOT(0x0101010101010101), _MOT(56)
_ZEROS, _AU_DESSUS, _HAUTS = (_MOT(n) * _PARTOUT for n in (0x30, 0x76, 0x80))
_PAIRES, _AVANT, _APRES = map(_MOT, (0x000000FF000000FF, 0x000F424000000064, 0x0000271000000001))


def read_entiers(
    bloc: Bloc, place: Vecteur, chiffres: int, debut: Vecteur | None = None
) -> tuple[Vecteur, Vecteur]:
    """The whole numbers that begin at those places, of so many digits at most; where they end.

    `debut` is what was read before the first digit.
    """
    nombres, lus = _read_huit(bloc, place, min(chiffres, 8))
    if debut is not None:
        nombres += debut * _PUISSANCES[lus]
    fins = place + lus
    for deja in range(8, chiffres, 8):
        longs = np.flatnonzero(fins - place == deja)
        if not len(longs):
            break
        suite, lus = _read_huit(bloc, fins[longs], min(chiffres - deja, 8))
        nombres[longs] = nombres[longs] * _PUISSANCES[lus] + suite
        fins[longs] += lus
    return nombres, fins


def _read_huit(bloc: Bloc, place: Vecteur, chiffres: int) -> tuple[Vecteur, Vecteur]:
    """The same of eight digits at most; how many there are."""
    signes = bloc.mots[place]
    signes ^= _ZEROS
    gardes = signes + _AU_DESSUS  # in place as far as it goes: new vectors cost more than sums
    gardes |= signes
    gardes &= _HAUTS
    gardes &= ~gardes + _UN  # the first sign that is no digit
    gardes >>= _MOT(7)
    gardes -= _UN
    if chiffres < 8:
        gardes &= _MOT((1 << 8 * chiffres) - 1)
    signes &= gardes
    gardes &= _PARTOUT
    gardes *= _PARTOUT
    gardes >>= _DERNIER
    signes <<= (_OCTET - gardes) * _OCTET  # the last digit last
    signes = signes * _DIX + (signes >> _OCTET)
    pairs = (signes >> _DEUX) & _PAIRES
    pairs *= _APRES
    signes &= _PAIRES
    signes *= _AVANT
    signes += pairs
    signes >>= _QUATRE
    return signes.view(np.int64), gardes.view(np.int64)


def read_decimaux(bloc: Bloc, debuts: Vecteur, fins: Vecteur) -> Vecteur | None:
    """The numbers between those places; None when one is not written as numbers are."""
    negatifs = bloc.octets[debuts] == _MOINS
    debuts_nus = debuts + negatifs
    mantisses, place = read_entiers(bloc, debuts_nus, _CHIFFRES)
    entiers = place - debuts_nus
    points = bloc.octets[place] == _POINT
    apres = place + points
    mantisses, place = read_entiers(bloc, apres, _CHIFFRES, mantisses)
    decimales = place - apres
    surs = (place == fins) & (entiers > 0) & (points == (decimales > 0))
    surs &= (entiers + decimales <= _CHIFFRES) & (np.abs(mantisses) < _EXACT)
    nombres: Vecteur = mantisses / _DIXIEMES[np.minimum(decimales, _CHIFFRES)]
    nombres[negatifs] *= -1
    for rang in np.flatnonzero(~surs).tolist():
        brut = bloc.xml[debuts[rang] : fins[rang]]
        if not _DECIMAL.fullmatch(brut):
            return None
        nombres[rang] = float(brut)
    return nombres
