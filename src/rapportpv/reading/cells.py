"""The types of cells: rows made of them validate those of a workbook, then are thrown away."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from rapportpv.french.jour import JourImpossibleError, read_jour
from rapportpv.french.lexique import normalise
from rapportpv.reading.montant import MontantAmbiguError, MontantIllisibleError, read_montant

CELLULES_EN_ERREUR = frozenset(
    {"#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "#NULL!", "#NUM!", "#GETTING_DATA"}
    | {"#NOM?", "#VALEUR!", "#NUL!", "#NOMBRE!"}
)

DEMESURE = 100_000_000_00  # cents: a number of SIREN pasted there is more
_CHIFFRES = 9  # of a number of people, or of a question

# How .xlsx writes what XML forbids; openpyxl leaves it so. Tabs and line ends are no fault.
_ECHAPPE = re.compile(r"_x(00[01][0-9A-Fa-f]|007[Ff])_")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters, and those without width: nobody sees them, and they part equal words."""


def clean(texte: str) -> str:
    """The text without what nobody sees; Windows’ own apostrophes and ligatures are put back."""
    if texte.isprintable() and "_x00" not in texte:
        return texte
    return INVISIBLE.sub(lambda signe: _visible(signe[0]), unescape(texte))


def unescape(texte: str) -> str:
    """The text with the control characters that .xlsx writes as «_x000B_»."""
    return _ECHAPPE.sub(lambda code: chr(int(code[1], 16)), texte) if "_x00" in texte else texte


def has_invisible(texte: str) -> bool:
    """Whether the text has signs that nobody sees."""
    if texte.isprintable() and "_x00" not in texte:  # quick: nearly every cell
        return False
    return INVISIBLE.search(unescape(texte)) is not None


def _visible(signe: str) -> str:
    """What an invisible sign stands for: Windows' own sign, a space, nothing."""
    if "\x80" <= signe <= "\x9f":
        return signe.encode("latin-1").decode("cp1252", "ignore")
    return " " if signe.isspace() else ""


def read_texte(valeur: object) -> str:
    """The cell as a text: spaces made single, control characters dropped, 12.0 read as 12."""
    _refuse_cellule_en_erreur(valeur)
    if valeur is None:
        return ""
    if isinstance(valeur, float) and valeur.is_integer():
        valeur = int(valeur)
    if isinstance(valeur, datetime | date):
        return valeur.strftime("%d/%m/%Y")
    texte = clean(str(valeur))
    if not texte.isprintable():
        texte = "".join(c if c.isprintable() or c.isspace() else "" for c in texte)
    return normalise(texte)


def _read_texte_requis(valeur: object) -> str:
    texte = read_texte(valeur)
    if not texte:
        raise PydanticCustomError("cellule_vide", "cellule vide")
    return texte


def _read_cents(valeur: object) -> int | None:
    _refuse_cellule_en_erreur(valeur)
    try:
        cents = read_montant(valeur)
    except MontantAmbiguError:
        raise PydanticCustomError("montant_ambigu", "montant ambigu") from None
    except MontantIllisibleError:
        raise PydanticCustomError("montant_illisible", "montant illisible") from None
    if cents is not None and abs(cents) >= DEMESURE:
        raise PydanticCustomError("montant_demesure", "montant démesuré")
    return cents


def _read_cents_requis(valeur: object) -> int:
    cents = _read_cents(valeur)
    if cents is None:
        raise PydanticCustomError("cellule_vide", "cellule vide")
    return cents


def _read_entier(valeur: object) -> int | None:
    texte = read_texte(valeur).replace(" ", "")
    if not texte:
        return None
    if not texte.isdecimal() or len(texte) > _CHIFFRES:
        raise PydanticCustomError("nombre_illisible", "nombre illisible")
    return int(texte)


def _read_entier_requis(valeur: object) -> int:
    entier = _read_entier(valeur)
    if entier is None:
        raise PydanticCustomError("cellule_vide", "cellule vide")
    return entier


def _read_date(valeur: object) -> date | None:
    _refuse_cellule_en_erreur(valeur)
    try:
        return read_jour(valeur)
    except JourImpossibleError:
        raise PydanticCustomError("date_impossible", "date impossible") from None


def _read_date_requise(valeur: object) -> date:
    jour = _read_date(valeur)
    if jour is None:
        raise PydanticCustomError("cellule_vide", "cellule vide")
    return jour


# #SPILL!, #CALC!, #CHAMP! and those to come; LibreOffice numbers its own, or says #N/D
_AUTRES_ERREURS = re.compile(r"#[A-ZÉ_]+!|#N/D|Err:\d{3}")


def _refuse_cellule_en_erreur(valeur: object) -> None:
    if not isinstance(valeur, str) or valeur.lstrip()[:1] not in {"#", "E"}:
        return
    if valeur.strip() in CELLULES_EN_ERREUR or _AUTRES_ERREURS.fullmatch(valeur.strip()):
        raise PydanticCustomError("cellule_en_erreur", "cellule en erreur")


Texte = Annotated[str, BeforeValidator(read_texte)]
TexteRequis = Annotated[str, BeforeValidator(_read_texte_requis)]
Cents = Annotated[int | None, BeforeValidator(_read_cents)]
CentsRequis = Annotated[int, BeforeValidator(_read_cents_requis)]
Entier = Annotated[int | None, BeforeValidator(_read_entier)]
EntierRequis = Annotated[int, BeforeValidator(_read_entier_requis)]
Jour = Annotated[date | None, BeforeValidator(_read_date)]
JourRequis = Annotated[date, BeforeValidator(_read_date_requise)]


MONTANTS: tuple[Any, ...] = (Cents, CentsRequis)
ENTIERS: tuple[Any, ...] = (Entier, EntierRequis)


def is_read_as(ligne: type[BaseModel], nom: str, types: Iterable[Any]) -> bool:
    """Whether the cells of a field are read as those of one of the types are."""
    champ = ligne.model_fields.get(nom)
    lectures = champ.metadata if champ else ()
    return any(lecture in lectures for t in types for lecture in t.__metadata__)


class LigneDeFeuille(BaseModel):
    """A data row of a sheet; a column that the sheet lacks keeps its default."""

    model_config = ConfigDict(extra="ignore")
