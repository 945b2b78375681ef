"""Whether a number says a value, exactly or rounded; why it is near one that it does not say."""

from enum import IntEnum
from fractions import Fraction

from rapportpv.core.proximite import explain_ecart
from rapportpv.french.typographie import round_half_up
from rapportpv.review.nombres.ecrits import Genre, NombreLu

_CALCULE = Fraction(1, 10**4)  # finer than this, a number was computed, not typed
_MEME = Fraction(1, 10**6)
_ECART_ARRONDI = Fraction(1, 100)
_ECART_ENVIRON = Fraction(1, 5)
_MILLIEME = 1000
_DEUX_CHIFFRES = 10  # under that, any two numbers differ by one digit
_LONG = 4  # digits, from which one that lacks shows


class Accord(IntEnum):
    """How a number says a value."""

    NON = 0
    ARRONDI = 1
    EXACT = 2


def agree(nombre: NombreLu, valeur: Fraction) -> Accord:
    """Whether the number is that value, as it is written."""
    if nombre.valeur == valeur:
        return Accord.EXACT
    ecart = abs(nombre.valeur - valeur)
    if nombre.pas < _CALCULE:
        return Accord.EXACT if ecart < _MEME else Accord.NON
    pas = grain(nombre)
    if nombre.environ:
        proche = ecart < pas and (
            nombre.genre is Genre.POURCENTAGE or ecart <= abs(valeur) * _ECART_ENVIRON
        )
        return Accord.ARRONDI if proche else Accord.NON
    if nombre.genre is Genre.NOMBRE or round_to(valeur, pas) != nombre.valeur:
        return Accord.NON
    if nombre.genre is Genre.POURCENTAGE:
        return Accord.EXACT if pas < 1 else Accord.ARRONDI
    return Accord.ARRONDI if ecart <= abs(valeur) * _ECART_ARRONDI else Accord.NON


def grain(nombre: NombreLu) -> Fraction:
    """What the number is rounded to; «70 %» is 70 and no other, «près de 70 %» may be 73."""
    if nombre.genre is Genre.POURCENTAGE and nombre.pas >= 1:
        return min(nombre.pas, Fraction(10 if nombre.environ else 1))
    return nombre.pas


def round_to(valeur: Fraction, pas: Fraction) -> Fraction:
    """The value rounded half up to a multiple of a step."""
    return Fraction(round_half_up(valeur / pas, 0)) * pas


def explain(nombre: NombreLu, valeur: Fraction) -> str:
    """Why the number is near a value: its digits, its rounding; nothing when it is not."""
    pas = grain(nombre)
    for finesse in (pas, Fraction(1)) if pas > 1 and not nombre.environ else (pas,):
        if cause := _explain_digits(nombre.valeur, valeur, finesse):
            return cause
    ecart = abs(nombre.valeur - valeur)
    proche = ecart < pas and ecart <= abs(valeur) * _ECART_ENVIRON
    if proche and pas > 1 and not nombre.environ and nombre.genre is Genre.EUROS:
        return "l’arrondi est faux"
    return "l’écart est de moins d’un millième" if ecart * _MILLIEME < abs(valeur) else ""


def _explain_digits(lue: Fraction, valeur: Fraction, pas: Fraction) -> str:
    """What parts the digits of two numbers, down to a step."""
    entier, juste = int(lue / pas), int(round_to(valeur, pas) / pas)
    if entier == juste or entier < 0 or max(entier, juste) < _DEUX_CHIFFRES:
        return ""
    return explain_ecart(entier * 100, juste * 100) or _explain_length(entier, juste)


def _explain_length(entier: int, juste: int) -> str:
    """Whether a digit lacks, or is there twice."""
    court, long = sorted((str(entier), str(juste)), key=len)
    if len(long) != len(court) + 1 or len(long) < _LONG:
        return ""
    if any(long[:rang] + long[rang + 1 :] == court for rang in range(len(long))):
        return (
            "un chiffre manque" if len(str(entier)) < len(str(juste)) else "un chiffre est en trop"
        )
    return ""
