"""Amounts as people type them, read into exact cents or refused."""

import re
from decimal import Decimal
from fractions import Fraction
from math import isfinite

_ESPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
RIEN = frozenset(
    {"", "-", "\u2013", "\u2014", "-€", "\u2013€", "\u2014€", "/"}
    | {"néant", "neant", "aucun", "aucune", "rien", "sansobjet", "s.o.", "sans"}
)
"""What says that there is no amount, in small letters and without spaces."""

_A_LA_LIGNE = re.compile(r"\d[^\S\n\r]*[\n\r]+\s*\d")
_MULTIPLES = {"": 1, "k": 1_000, "K": 1_000, "M": 1_000_000}
_FORME = re.compile(
    r"(?P<signe>[-\u2212+]?)(?P<nombre>\d[\d .,'\u2019]*?) ?(?P<multiple>[kKM]?)"
    r"(?: ?(?:€|[Ee]uros?|EUR))?(?P<apres>-?)"
)
_MILLIERS = re.compile(r"\d{1,3}(?P<sep>[ .,'])\d{3}(?:(?P=sep)\d{3})*")
_SEPARATEURS = re.compile(r"[ .,']")
_BRUIT_DE_CALCUL = Fraction(1, 10**4)  # of a cent: what binary floating point leaves on a sum

_CHIFFRES_DU_BRUIT = 16  # as many as it shows


class MontantIllisibleError(ValueError):
    """The text cannot be read as an amount."""


class MontantAmbiguError(ValueError):
    """The text can be read as two amounts, or is finer than a cent."""


def read_montant(valeur: object) -> int | None:
    """The amount in cents; None for an empty cell or a dash.

    Raises MontantIllisibleError, or MontantAmbiguError when two readings are possible.
    """
    if valeur is None:
        return None
    if isinstance(valeur, bool):
        raise MontantIllisibleError
    if isinstance(valeur, int):
        return valeur * 100
    if isinstance(valeur, float):
        return _read_nombre(valeur)
    if isinstance(valeur, str):
        if _A_LA_LIGNE.search(valeur):  # two amounts, one below the other
            raise MontantIllisibleError
        return _read_texte(_ESPACES.sub(" ", valeur).strip())
    raise MontantIllisibleError


def _read_nombre(valeur: float) -> int:
    if not isfinite(valeur):
        raise MontantIllisibleError
    cents = Fraction(valeur) * 100
    proche = round(cents)
    if abs(cents - proche) > _BRUIT_DE_CALCUL:
        raise MontantAmbiguError
    return proche


def _read_texte(texte: str) -> int | None:
    if texte.replace(" ", "").lower() in RIEN:
        return None
    entre_parentheses = texte.startswith("(") and texte.endswith(")")
    forme = _FORME.fullmatch(_tidy(texte[1:-1] if entre_parentheses else texte))
    if not forme:
        raise MontantIllisibleError
    moins = [entre_parentheses, forme["signe"] in {"-", "\u2212"}, forme["apres"] == "-"]
    if sum(moins) > 1:
        raise MontantIllisibleError
    nombre = _read_decimal(forme["nombre"].replace("\u2019", "'"))
    cents = _round(nombre, nombre * _MULTIPLES[forme["multiple"]] * 100)
    return -cents if any(moins) else cents


def _round(nombre: Decimal, cents: Decimal) -> int:
    """The cents, whole; «1234.5600000000002» is what a program made of a number of two decimals."""
    proche = round(cents)
    bruit = len(nombre.as_tuple().digits) >= _CHIFFRES_DU_BRUIT
    if cents != proche and not (bruit and abs(Fraction(cents) - proche) <= _BRUIT_DE_CALCUL):
        raise MontantAmbiguError
    return proche


def _tidy(texte: str) -> str:
    """«- 120 €», «120 € -» and «€ 120» with the sign made adjacent and the € last."""
    texte = re.sub(r"^€ ?(.*)$", r"\1 €", texte.strip())
    return re.sub(r" -$", "-", re.sub(r"^([-\u2212+]) ", r"\1", texte))


def _read_decimal(nombre: str) -> Decimal:
    """The number, whichever of space, point, comma and apostrophe parts thousands or decimals."""
    entier, decimales = nombre, ""
    coupure = re.search(r"[.,](\d+)$", nombre)
    if coupure:
        entier, decimales = nombre[: coupure.start()], coupure[1]
        separateur = nombre[coupure.start()]
        if separateur in entier:  # 1.234.567: the last one parts thousands too
            entier, decimales = nombre, ""
        elif len(decimales) == 3 and entier.isdigit() and len(entier) <= 3 and entier != "0":
            raise MontantAmbiguError  # 1.234 may be a thousand, or one and a bit
    if entier.isdigit():
        return Decimal(f"{entier}.{decimales or 0}")
    if not _MILLIERS.fullmatch(entier):
        raise MontantIllisibleError
    return Decimal(f"{_SEPARATEURS.sub('', entier)}.{decimales or 0}")
