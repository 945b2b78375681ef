"""A verdict, and how it is told of a number at its place."""

import re

from msgspec import Struct

from rapportpv.core.chiffre import Quantite, Unite
from rapportpv.core.relecture import AdditionFausse, NombreRelu, Verdict
from rapportpv.french.lexique import normalise
from rapportpv.review.lecture.passage import Passage
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.verdicts.attendus import Attendu

_CALCULE = 4  # decimals: more were computed, by a chart
_NU = re.compile(r"[-\u2212\d\s.,'’]+")  # digits and what parts them: no unit is written


class Juge(Struct, frozen=True):
    """What becomes of a number: its verdict, the figure, why."""

    verdict: Verdict
    attendu: Attendu | None = None
    cause: str = ""
    sur: bool = False


class Trouvaille(Struct, frozen=True):
    """A number or an addition, and where it stands in its passage."""

    passage: Passage
    quoi: NombreRelu | AdditionFausse
    debut: int
    fin: int


def tell(passage: Passage, nombre: NombreLu, juge: Juge) -> Trouvaille:
    """The number, its place and its verdict, as they are told to a person."""
    attendu = juge.attendu
    relu = NombreRelu(
        _write(nombre),
        passage.place,
        juge.verdict,
        attendu.nom if attendu else "",
        attendu.libelle if attendu else "",
        _right(nombre, attendu, passage) if attendu else "",
        juge.cause,
        tuple(attendu.sources) if attendu else (),
        juge.sur,
    )
    return Trouvaille(passage, relu, nombre.debut, nombre.fin)


def _write(nombre: NombreLu) -> str:
    """The number as it is written; one that was computed, as the chart prints it."""
    if nombre.pas.denominator > 10**_CALCULE and nombre.unite is not None:
        return Quantite(nombre.valeur, nombre.unite).affiche
    return normalise(nombre.texte)


def _right(nombre: NombreLu, attendu: Attendu, passage: Passage) -> str:
    """The figure as this number should say it.

    Without decimals when it has none; without its unit in a table whose caption says it.
    """
    entiere = attendu.quantite.unite is Unite.POURCENTAGE and nombre.pas >= 1
    nue = bool(passage.place.tableau) and _NU.fullmatch(_write(nombre)) is not None
    return attendu.quantite.format(0 if entiere else 1, unite=not nue)
