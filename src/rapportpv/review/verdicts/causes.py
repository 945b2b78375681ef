"""Why a number stands where a figure should: an old value, a slip, the value of another."""

from rapportpv.core.chiffre import Unite
from rapportpv.core.proximite import count_significatifs, is_near
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.rapprochement import agree, explain

_POINTS = 5  # of percentage: further, a share is of something else
_PETIT = 10  # under that, too many counts are alike
_QUART = 4  # further from a count than a quarter of it, a number counts something else
_SIGNIFICATIFS = 4  # of an old value that nothing around it names


def find_cause(attendus: Attendus, nombre: NombreLu, attendu: Attendu) -> str:
    """What parts the number from the figure, in a few words; nothing when nothing does.

    Of the lines of tables there are too many for a share or a count to tell by its digits.
    """
    if attendu.is_ligne and nombre.unite is not Unite.EUROS:
        return ""
    return (
        _find_old(attendus, nombre, attendu)
        or explain(nombre, attendu.valeur)
        or _find_swapped(attendus, nombre, attendu)
    )


def find_closeness(nombre: NombreLu, attendu: Attendu) -> str:
    """Whether a share or a count is too near its figure to be another thing."""
    if attendu.is_ligne:
        return ""
    ecart = abs(nombre.valeur - attendu.valeur)
    if nombre.unite is Unite.POURCENTAGE and ecart <= _POINTS:
        return "l’écart est de moins de cinq points"
    proche = ecart * _QUART <= attendu.valeur
    if nombre.unite is Unite.NOMBRE and not nombre.environ and proche:
        return "l’écart est de moins d’un quart"
    return ""


def find_near(attendus: Attendus, nombre: NombreLu) -> tuple[Attendu, str] | None:
    """The one figure that an amount, which nothing around it names, is a slip or an old value of.

    Only a long amount tells: of round ones, many look alike.
    """
    cents = nombre.valeur * 100
    if nombre.unite is not Unite.EUROS or cents.denominator != 1:
        return None
    montants = [a for a in attendus.chiffres.values() if a.quantite.unite is Unite.EUROS]
    if count_significatifs(int(cents)) >= _SIGNIFICATIFS:
        for attendu in montants:
            if cause := _find_old(attendus, nombre, attendu):
                return attendu, cause
    proches = [a for a in montants if is_near(int(cents), int(a.valeur * 100))]
    if len({a.valeur for a in proches}) != 1:
        return None
    attendu = min(proches, key=lambda a: a.nom.count("."))
    return attendu, explain(nombre, attendu.valeur)


def _find_old(attendus: Attendus, nombre: NombreLu, attendu: Attendu) -> str:
    """Whether it is what the figure was, before the last change or in another year."""
    for quand, chiffres in attendus.anciens.items():
        ancien = chiffres.get(attendu.nom)
        if ancien is None or ancien.valeur == attendu.valeur:
            continue
        if agree(nombre, ancien.valeur) and not agree(nombre, attendu.valeur):
            return f"c’est sa valeur dans {quand}"
    return ""


def _find_swapped(attendus: Attendus, nombre: NombreLu, attendu: Attendu) -> str:
    """Whether it is the value of another figure."""
    if nombre.unite is Unite.NOMBRE and nombre.valeur < _PETIT:
        return ""
    autres = (autre.nom for autre in attendus.others(nombre) if autre.nom != attendu.nom)
    return next((f"c’est la valeur de « {nom} »" for nom in autres), "")
