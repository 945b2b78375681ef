"""The figures that a sentence speaks of, by the words around a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapportpv.core.chiffre import Unite
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.phrases import Alentour, Phrase
from rapportpv.review.verdicts.rapprochement import Accord, agree
from rapportpv.texts.figures.mentions import DENOMBREMENTS

_APRES = {d.nom: re.compile(d.apres) for d in DENOMBREMENTS}
_FIN_DE_PROPOSITION = re.compile(r"[,;:.!?()|]")


@dataclass(frozen=True)
class Lecture:
    """A number in its sentence: what is around it, and what its heading is about."""

    phrase: Phrase
    nombre: NombreLu
    autour: Alentour
    ambiant: frozenset[str]

    @property
    def larges(self) -> frozenset[str]:
        """All that the sentence and its heading are about."""
        return self.phrase.toutes | self.autour.avant | self.autour.apres | self.ambiant


def find_said(attendus: Attendus, lecture: Lecture) -> tuple[Attendu, Accord] | None:
    """The figure of the sentence that the number is: the one that says the most."""
    dits = (
        (a, agree(lecture.nombre, a.valeur))
        for a in _candidates(attendus, lecture.nombre, lecture.larges)
        if _counts(a, lecture.autour)
    )
    justes = [dit for dit in dits if dit[1]]
    return max(justes, key=lambda dit: (dit[1], len(dit[0].exige)), default=None)


def resolve(attendus: Attendus, lecture: Lecture) -> Iterator[Attendu]:
    """The figures that the words around a number may mean, the nearest words first.

    A figure is meant when these words have what it needs, and nothing that it does not admit.
    """
    autour, toutes = lecture.autour, lecture.phrase.toutes
    proches = autour.avant | autour.apres
    contextes = (
        (proches, toutes | proches),
        (autour.avant, toutes | proches),
        (autour.apres, toutes | proches),
        (toutes | proches, lecture.larges),
    )
    vus: set[str] = set()
    for propre, large in contextes:
        possibles = [
            a for a in _candidates(attendus, lecture.nombre, large) if _is_meant(a, propre, lecture)
        ]
        plus = max((len(a.exige) for a in possibles), default=0)
        precis = [a for a in possibles if len(a.exige) == plus]
        if len({a.valeur for a in precis}) == 1 and precis[0].nom not in vus:
            vus.add(precis[0].nom)
            yield precis[0]


def _candidates(attendus: Attendus, nombre: NombreLu, notions: frozenset[str]) -> list[Attendu]:
    """The figures of its unit that need nothing but those notions."""
    if nombre.unite is None:
        return []
    index = attendus.par_notion
    trouves = (index.get((nombre.unite, notion), ()) for notion in ("", *sorted(notions)))
    uniques = {a.nom: a for siens in trouves for a in siens if a.exige <= notions}
    return list(uniques.values())


def _is_meant(attendu: Attendu, propre: frozenset[str], lecture: Lecture) -> bool:
    return (
        propre <= attendu.exige | attendu.admet
        and bool(attendu.exige & propre or not attendu.exige)
        and _counts(attendu, lecture.autour)
        and _is_told(attendu, lecture.autour)
        and not _is_partial(attendu, lecture.autour)
    )


def _counts(attendu: Attendu, autour: Alentour) -> bool:
    """Whether what the number counts is what the figure counts."""
    if attendu.quantite.unite is not Unite.NOMBRE:
        return True
    if not attendu.exige and not autour.nom_dit:
        return False
    return autour.nom in attendu.noms or (autour.nom is None and bool(attendu.exige))


def _is_told(attendu: Attendu, autour: Alentour) -> bool:
    """Whether a count without its noun is still known to be of that figure."""
    if attendu.quantite.unite is not Unite.NOMBRE or autour.nom_dit:
        return True
    return bool(attendu.exige & (autour.avant | autour.apres)) and not attendu.is_ligne


def _is_partial(attendu: Attendu, autour: Alentour) -> bool:
    """Whether what follows the noun makes the count that of a part."""
    forme = _APRES.get(attendu.nom)
    return bool(forme and forme.search(_FIN_DE_PROPOSITION.split(autour.suite)[0]))
