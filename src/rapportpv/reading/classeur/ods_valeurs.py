"""The cells of an .ods: what each holds, as its attributes and its text tell."""

import re
from datetime import date, datetime, time
from typing import Any

from rapportpv.core.emplacement import Case

_DUREE = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_ERREUR = re.compile(
    r"#(?:REF|DIV/0|N/[AD]|NAME|NOM|VALUE|VALEUR|NUM|NOMBRE|NULL?) ?[!?]?|Err:\d{3}"
)
_REFERENCE = re.compile(r"\[([^\]]*)\]")
_NOMBRES = frozenset({"float", "currency", "percentage"})


def read_valeur(attributs: dict[str, str], texte: str) -> Any:
    """The value of a cell; None when it is empty."""
    genre = attributs.get("value-type", "")
    if genre in _NOMBRES:
        return _read_nombre(attributs.get("value", ""), texte)
    if genre == "boolean":
        return attributs.get("boolean-value") == "true"
    if genre == "date":
        return _read_date(attributs.get("date-value", "")) or texte or None
    if genre == "time":
        duree = _DUREE.fullmatch(attributs.get("time-value", ""))
        heures, minutes, secondes = map(int, duree.groups()) if duree else (24, 0, 0)
        return time(heures, minutes, secondes) if heures < 24 and minutes < 60 else texte or None
    return texte or attributs.get("string-value") or None


def read_erreur(attributs: dict[str, str], texte: str) -> str:
    """The error that a cell shows; empty when it shows none.

    Gnumeric and older programs have no type for it: a formula then gives one away by its text.
    """
    if attributs.get("calcext:value-type") == "error":
        return texte.replace(" ", "") or "#VALEUR!"
    dit = (texte or attributs.get("string-value", "")).strip()
    if "formula" in attributs and _ERREUR.fullmatch(dit):
        return dit.replace(" ", "")
    return ""


def read_formule(formule: str) -> str:
    """«of:=SUM([.A1:.A9])» as Excel has it: «=SUM(A1:A9)»."""
    corps = formule.partition("=")[2] if ":=" in formule else formule.removeprefix("=")
    return "=" + _REFERENCE.sub(lambda trouve: _read_reference(trouve[1]), corps)


def _read_reference(reference: str) -> str:
    morceaux = [re.sub(r"^\.", "", m) for m in reference.split(":")]
    return ":".join(
        re.sub(r"\.(?=\$?[A-Z]{1,3}\$?\d+$)", "!", m).lstrip("$") if "." in m else m
        for m in morceaux
    )


def _read_nombre(valeur: str, texte: str) -> Any:
    valeur = valeur.strip()
    if re.fullmatch(r"-?\d+", valeur):
        return int(valeur)
    try:
        nombre = float(valeur)
    except ValueError:
        return texte or None
    return int(nombre) if nombre.is_integer() else nombre


def _read_date(valeur: str) -> date | None:
    try:
        jour = datetime.fromisoformat(valeur)
    except ValueError:
        return None
    return jour if jour.time() != time() else jour.date()


def spans(attributs: dict[str, str], case: Case) -> tuple[int, int, int, int] | None:
    """The range that a cell is merged over; None when it is not."""
    lignes = read_nombre(attributs.get("number-rows-spanned", "1"))
    colonnes = read_nombre(attributs.get("number-columns-spanned", "1"))
    if lignes == colonnes == 1:
        return None
    return (*case, case[0] + lignes - 1, case[1] + colonnes - 1)


def read_nombre(texte: str) -> int:
    """A count of 1 at least, bounded: some say that they repeat two thousand million times."""
    texte = texte.strip()
    return min(max(int(texte), 1), 10**9) if texte.isdecimal() and len(texte) < 12 else 1
