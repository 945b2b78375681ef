"""Data rows validated by whole columns, as their model asks; the model itself sees those in doubt.

The type of a field says how its cells are read: sound columns of texts and of amounts are taken
at once, any other cell by the function of that type. A row with a cell that is refused, or that
holds signs which nobody sees, is read again by the model, which tells what is wrong.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import compress, count, repeat
from operator import is_
from typing import Any, cast, get_args

import numpy as np
from msgspec import Struct
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.plan import FINANCEUR
from rapportpv.reading.cells import Cents, CentsRequis, Texte, TexteRequis, has_invisible
from rapportpv.reading.rows import MONTANTS, Lecteur

Lecture = Callable[[Any], Any]
"""What reads a cell of a type, or refuses it."""

_PAQUET = 1000  # cells looked at together: one that is not sound sends its neighbours the slow way
_SURS = 10_000_000  # euros: up to there, a float times 100 is exact to far less than a cent
_BRUIT = 5e-5  # of a cent: half of what is read as noise, so that no doubt is left
_DOUTE = object()


class Colonnes(Struct, frozen=True):
    """The rows of a sheet: their Excel rows, their values by field, what is wrong with them.

    A funder's amounts stand under its column's name, `financeur:…`.
    """

    numeros: list[int]
    valeurs: dict[str, list[Any]]
    anomalies: list[Anomalie]
    refusees: frozenset[int]


def read_colonnes(
    lecteur: Lecteur,
    modele: type[BaseModel],
    numeros: list[int],
    brutes: Mapping[str, list[Any]],
    textes: Mapping[str, Sequence[str]] = {},
) -> Colonnes:
    """Those rows, `brutes` being their cells by column: as the model reads them, and faults.

    `textes` holds the distinct cells (and more, perhaps) of columns that are all texts.
    """
    lectures = list_lectures(modele, lecteur.financeurs)
    valeurs: dict[str, list[Any]] = {}
    douteuses: set[int] = set()
    for code, cellules in brutes.items():
        lues = read_colonne(lectures.get(code, _skip), cellules, textes.get(code))
        if lues is not cellules:
            douteuses.update(compress(count(), map(is_, lues, repeat(_DOUTE))))
        if code in lectures:
            valeurs[code] = lues
    for code in lectures.keys() - brutes.keys():
        champ = modele.model_fields[code]
        valeurs[code] = [champ.get_default()] * len(numeros)
        if champ.is_required():
            douteuses.update(range(len(numeros)))
    rangs = sorted(douteuses)
    lignes = ((numeros[rang], lecteur.gather(_row(lecteur, brutes, rang))) for rang in rangs)
    relecture = lecteur.read(modele, lignes)
    if rangs:  # `brutes` stays as it is
        valeurs = {code: list(lues) for code, lues in valeurs.items()}
    for rang in rangs:
        ligne = relecture.lignes[numeros[rang]]
        for code, lue in _flatten(ligne):
            valeurs[code][rang] = lue
    return Colonnes(numeros, valeurs, relecture.anomalies, relecture.refusees)


def _row(lecteur: Lecteur, brutes: Mapping[str, Sequence[Any]], rang: int) -> dict[str, Any]:
    """The raw cells of a row; of a column that the sheet lacks, those that it inherits."""
    cellules = {code: colonne[rang] for code, colonne in brutes.items()}
    return {c: v for c, v in cellules.items() if c in lecteur.colonnes or v is not None}


def list_lectures(modele: type[BaseModel], financeurs: Sequence[str] = ()) -> dict[str, Lecture]:
    """What reads the cells of each column of a model."""
    champs = {n: c for n, c in modele.model_fields.items() if not _is_mapping(c)}
    lectures = {nom: _lecture(champ.metadata) for nom, champ in champs.items()}
    if financeurs:
        _, montant = get_args(modele.model_fields[MONTANTS].annotation)
        lectures |= dict.fromkeys(map(FINANCEUR.__add__, financeurs), _lecture_of(montant))
    return lectures


def read_colonne(
    lecture: Lecture, cellules: list[Any], textes: Sequence[str] | None = None
) -> list[Any]:
    """The cells of a column, read; a mark where the model must see the row."""
    if lecture in _TEXTES and textes and all(map(_are_sound, _pack(textes))):
        return cellules
    if lecture in _TEXTES and set(map(type, cellules)) <= _TEXTES_OU_RIEN:
        return _read_textes(lecture, cellules)
    if lecture in _CENTS:
        return _read_cents(lecture, cellules)
    return _read_each(lecture, cellules)


def _read_textes(lecture: Lecture, cellules: list[Any]) -> list[Any]:
    """Each distinct text once; the cells themselves when all are sound."""
    uniques = list(dict.fromkeys(cellules))
    lues: list[Any] = []
    for paquet in _pack(uniques):
        lues += paquet if _are_sound(paquet) else _read_each(lecture, paquet)
    if all(map(is_, lues, uniques)):
        return cellules
    return list(map(dict(zip(uniques, lues, strict=True)).__getitem__, cellules))


def _pack(cellules: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (cellules[debut : debut + _PAQUET] for debut in range(0, len(cellules), _PAQUET))


def _are_sound(textes: Sequence[Any]) -> bool:
    """Whether those are texts that are read as they are."""
    try:
        ensemble = "|".join(textes)
    except TypeError:  # an empty cell
        return False
    return (
        ensemble.isprintable()
        and not any(signe in ensemble for signe in ("  ", "| ", " |", "#", "_x00"))
        and ensemble == ensemble.strip()
        and unicodedata.is_normalized("NFC", ensemble)
        and "" not in textes
    )


def _read_cents(lecture: Lecture, cellules: Sequence[Any]) -> list[Any]:
    """The numbers in one pass; texts, what is finer than a cent or too large, one by one."""
    nombres = cellules
    if not set(map(type, cellules)) <= _NOMBRES_OU_RIEN:
        nombres = [v if v.__class__ in _NOMBRES else None for v in cellules]
    try:
        euros = np.array(nombres, dtype=float)  # nan for what is no number
    except OverflowError:
        return _read_each(lecture, cellules)
    with np.errstate(invalid="ignore", over="ignore"):
        cents = euros * 100
        ronds = np.rint(cents)
        surs = (np.abs(euros) <= _SURS) & (np.abs(cents - ronds) <= _BRUIT)
    lues: list[Any] = np.where(surs, ronds, 0).astype("int64").tolist()
    restes = np.flatnonzero(~surs).tolist()
    relues = _read_each(lecture, [cellules[rang] for rang in restes])
    for rang, lue in zip(restes, relues, strict=True):
        lues[rang] = lue
    return lues


def _read_each(lecture: Lecture, cellules: Sequence[Any]) -> list[Any]:
    """The cells one by one, the same ones once."""
    connues: dict[tuple[type, Any], Any] = {}
    lues = []
    for cellule in cellules:
        cle = cellule.__class__, cellule
        if cle not in connues:
            connues[cle] = _read_one(lecture, cellule)
        lues.append(connues[cle])
    return lues


def _read_one(lecture: Lecture, cellule: Any) -> Any:
    if isinstance(cellule, str) and has_invisible(cellule):
        return _DOUTE
    try:
        return lecture(cellule)
    except PydanticCustomError:
        return _DOUTE


def _skip(_: Any) -> None:
    """A column that the model does not read: what nobody sees in it is told all the same."""


def _lecture_of(annotation: Any) -> Lecture:
    return _lecture(annotation.__metadata__)


def _lecture(metadonnees: Collection[Any]) -> Lecture:
    """The function of a type of cell, which says all that is asked of it."""
    [validateur] = [m for m in metadonnees if isinstance(m, BeforeValidator)]
    return cast("Lecture", validateur.func)


def _is_mapping(champ: FieldInfo) -> bool:
    return not any(isinstance(m, BeforeValidator) for m in champ.metadata)


def _flatten(ligne: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The values of a row by column, the funders' among them."""
    montants = ligne.get(MONTANTS, {})
    siens = [(FINANCEUR + code, montant) for code, montant in montants.items()]
    return [*((code, v) for code, v in ligne.items() if code != MONTANTS), *siens]


_NOMBRES = frozenset({int, float})
_NOMBRES_OU_RIEN = _NOMBRES | {type(None)}
_TEXTES_OU_RIEN = frozenset({str, type(None)})
_TEXTES = frozenset(map(_lecture_of, (Texte, TexteRequis)))
_CENTS = frozenset(map(_lecture_of, (Cents, CentsRequis)))
