"""Anomalies: facts about the user's data, as values with a place. Never raised."""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, StrEnum, auto
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.emplacement import Emplacement, sort_key
from rapportpv.french.typographie import format_euros, format_liste, format_texte, shorten

_CODE = re.compile(r"PV[0-9]{3}")
_EXEMPLES = 3
_LETTRES_DE_VALEUR, _LETTRES = 200, 2000  # of what was read, and of the rest, in a message
_NOM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Severite(StrEnum):
    """What an anomaly does to the report."""

    ERREUR = "erreur"  # forbids it
    ALERTE = "alerte"  # told, and the report is built
    INFO = "info"  # told, for what it is worth


class Stage(Enum):
    """When a rule's check is run, and on what."""

    ANNEE = auto()  # check(dossier), of every year that could be read
    CHIFFRES = auto()  # check(dossier, bilan), once every cell could be read
    DELIBERATION = auto()  # check(dossier), when the délibération is asked for
    SUBVENTIONS = auto()  # check(dossier), when the open data is asked for


class Rule(Struct, frozen=True):
    """What can be wrong: a code that never changes, the page that explains it, what looks for it.

    Without a `check`, it is told by what reads the files or renders the document.
    """

    code: str
    nom: str
    severite: Severite
    message: str
    doc: str | None
    check: "Callable[..., Iterator[Anomalie]] | None" = None
    stage: Stage = Stage.ANNEE
    plusieurs: str = ""  # what is said of several on one sheet: «{nombre}», «{exemples}», «{somme}»
    fichiers: str = ""  # what is said to people of several files of a folder: «{nombre}», «{noms}»

    def __post_init__(self) -> None:
        """Refuse a bad code, a bad name, an empty page."""
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"bad code: {self.code}")
        if not _NOM.fullmatch(self.nom):
            raise ValueError(f"{self.code}: bad name: {self.nom}")
        if not (self.doc or "").strip():
            raise ValueError(f"{self.code}: no page")

    @property
    def titre(self) -> str:
        """What is wrong, in one sentence: the first line of the page."""
        return (self.doc or "").strip().splitlines()[0]

    def at(
        self,
        lieu: Emplacement,
        *,
        valeur: str | None = None,
        suggestion: str | None = None,
        cents: int = 0,
        **champs: object,
    ) -> "Anomalie":
        """The anomaly of this rule at a place; `valeur` is the text that was read there."""
        dits = {nom: _shorten(dit, _LETTRES) for nom, dit in champs.items()}
        dite = _shorten(valeur, _LETTRES_DE_VALEUR)
        message = format_texte(self.message).format(valeur=dite, **dits)
        conseil = format_texte(suggestion) if suggestion else None
        return Anomalie(self, lieu, message, valeur, conseil, self.severite, cents=cents)


class Anomalie(Struct, frozen=True):
    """One fault: its rule, its place, what was read, what to type instead.

    `severite` is the rule's, unless the project's settings say otherwise. `cle` names what the
    fault is about, not where it stands: it is how a project accepts a fault for good. `cents` are
    the amounts that it is about, where several are told at once.
    """

    rule: Rule
    lieu: Emplacement
    message: str
    valeur: str | None
    suggestion: str | None
    severite: Severite
    cle: str = ""
    cents: int = 0

    def __str__(self) -> str:
        """Place first, as compilers do: «….xlsx › Programmation › F12 : PV201 Pilier inconnu…»."""
        conseil = f" {self.suggestion}" if self.suggestion else ""
        return f"{self.lieu} : {self.rule.code} {self.message}{conseil}"


def _shorten(dit: object, lettres: int) -> object:
    """What is quoted in a message: a cell may hold 33,000 letters."""
    return shorten(dit, lettres) if isinstance(dit, str) else dit


def gather(anomalies: Iterable[Anomalie]) -> list[Anomalie]:
    """The anomalies sorted by place, those of one cause and one sheet made one."""
    groupes: dict[tuple[object, ...], list[Anomalie]] = {}
    for anomalie in anomalies:
        lieu = anomalie.lieu
        cause = (anomalie.rule.code, lieu.fichier, lieu.feuille, anomalie.message)
        groupes.setdefault(cause, []).append(anomalie)
    return sorted((_merge(groupe) for groupe in groupes.values()), key=_order)


def fold_repeated(anomalies: Iterable[Anomalie]) -> list[Anomalie]:
    """The anomalies, those that a sheet has many of told once, where their rule says how."""
    groupes: dict[tuple[object, ...], list[Anomalie]] = {}
    for rang, anomalie in enumerate(anomalies):
        lieu = anomalie.lieu
        seule = () if anomalie.rule.plusieurs else (rang,)
        cle = (anomalie.rule.code, anomalie.severite, lieu.fichier, lieu.feuille, *seule)
        groupes.setdefault(cle, []).append(anomalie)
    return [_fold(groupe) if len(groupe) > 1 else groupe[0] for groupe in groupes.values()]


def fold_fichiers(anomalies: Iterable[Anomalie]) -> list[Anomalie]:
    """The anomalies as people are told them: of several whole files of a folder, one.

    What programs read keeps one for each file.
    """
    groupes: dict[tuple[object, ...], list[Anomalie]] = {}
    for rang, anomalie in enumerate(anomalies):
        rule, lieu = anomalie.rule, anomalie.lieu
        pliable = rule.fichiers and not (lieu.feuille or lieu.cellules)
        cle = (lieu.dossier, anomalie.severite) if pliable else (rang,)
        groupes.setdefault((rule.code, *cle), []).append(anomalie)
    plies = (_fold_fichiers(g) if len(g) > 1 else g[0] for g in groupes.values())
    return sorted(plies, key=_order)


def _fold_fichiers(groupe: list[Anomalie]) -> Anomalie:
    premiere = groupe[0]
    message = format_texte(premiere.rule.fichiers).format(
        nombre=len(groupe), noms=", ".join(anomalie.lieu.nom for anomalie in groupe)
    )
    lieu = Emplacement(premiere.lieu.dossier)
    return replace(premiere, lieu=lieu, message=message, valeur=None, suggestion=None, cle="")


def _fold(groupe: list[Anomalie]) -> Anomalie:
    noms = list(dict.fromkeys(a.cle or a.valeur or "" for a in groupe))
    suite = "…" if len(noms) > _EXEMPLES else ""
    message = format_texte(groupe[0].rule.plusieurs).format(
        nombre=len(groupe),
        exemples=format_liste(noms[:_EXEMPLES]) + suite,
        somme=format_euros(Fraction(sum(a.cents for a in groupe), 100)),
    )
    return replace(_merge(groupe), message=message, valeur=None, suggestion=None, cle="")


def _merge(groupe: list[Anomalie]) -> Anomalie:
    premiere = groupe[0]
    cellules = dict.fromkeys(c for anomalie in groupe for c in anomalie.lieu.cellules)
    lieu = Emplacement(
        premiere.lieu.fichier, premiere.lieu.feuille, tuple(sorted(cellules, key=sort_key))
    )
    return replace(premiere, lieu=lieu)


def _order(anomalie: Anomalie) -> tuple[object, ...]:
    lieu = anomalie.lieu
    premiere = sort_key(lieu.cellules[0]) if lieu.cellules else (0, 0, "")
    return (lieu.fichier, lieu.feuille or "", premiere, anomalie.rule.code, anomalie.message)
