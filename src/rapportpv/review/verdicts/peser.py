"""A number that says no figure of its sentence: a slip of one, another, or unknown."""

from collections.abc import Iterator, Mapping

from rapportpv.core.chiffre import Unite
from rapportpv.core.relecture import Verdict
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.causes import find_cause, find_closeness, find_near
from rapportpv.review.verdicts.contexte import Lecture, find_relative, find_whole, resolve
from rapportpv.review.verdicts.ecriture import Juge
from rapportpv.review.verdicts.rapprochement import Accord, agree


def weigh(attendus: Attendus, lecture: Lecture, connus: Mapping[int, Attendu]) -> Juge:
    """A number that says no figure of its sentence: a slip of one, another, or unknown."""
    nombre = lecture.nombre
    possibles = list(_list_meant(attendus, lecture, connus))
    for attendu, certain in possibles:
        if agree(nombre, attendu.valeur) or _is_said_elsewhere(lecture, attendu, connus):
            continue
        cause = find_cause(attendus, nombre, attendu) or find_closeness(nombre, attendu)
        if cause or certain:
            return Juge(Verdict.CONTREDIT, attendu, cause)
    for attendu, _ in possibles:
        if accord := agree(nombre, attendu.valeur):
            return Juge(said(accord), attendu)
    return weigh_alone(attendus, nombre)


def weigh_alone(attendus: Attendus, nombre: NombreLu, *, comptes: bool = False) -> Juge:
    """A number that no words name: what the year knows of it; `comptes`: counts too."""
    if comptes or nombre.unite is not Unite.NOMBRE:
        connu = attendus.known(nombre)
        if connu is not None:
            return Juge(said(connu[1]), connu[0])
    proche = find_near(attendus, nombre)
    return Juge(Verdict.CONTREDIT, *proche) if proche else Juge(Verdict.SANS_SOURCE)


def _list_meant(
    attendus: Attendus, lecture: Lecture, connus: Mapping[int, Attendu]
) -> Iterator[tuple[Attendu, bool]]:
    """The figures that a number may be meant to be, and whether it can be nothing else."""
    familles = {a.nom.partition(".")[0] for a in connus.values() if a.situe and not a.is_ligne}
    for attendu in resolve(attendus, lecture):
        parente = attendu.nom.partition(".")[0] in familles and not attendu.is_ligne
        yield attendu, _is_plain_count(lecture) and (parente or lecture.seul)
    for parent in (
        find_relative(attendus, lecture, familles),
        find_whole(attendus, lecture, familles),
    ):
        if parent is not None:
            yield parent, False


def _is_plain_count(lecture: Lecture) -> bool:
    """Whether the number counts something that it names, exactly."""
    nombre = lecture.nombre
    return nombre.unite is Unite.NOMBRE and lecture.autour.nom_dit and not nombre.environ


def _is_said_elsewhere(lecture: Lecture, attendu: Attendu, connus: Mapping[int, Attendu]) -> bool:
    """Whether another number of the sentence is that figure: this one is then another.

    Two figures exchanged say each other's value: what its own words name comes first.
    """
    nombre = lecture.nombre
    for rang, autre in enumerate(lecture.phrase.nombres):
        if autre is nombre or autre.unite is not nombre.unite:
            continue
        nom = connus[rang].nom if rang in connus else lecture.voisins.get(rang, "")
        if nom == attendu.nom if nom else agree(autre, attendu.valeur):
            return True
    return False


def said(accord: Accord) -> Verdict:
    """The verdict on a number that says its figure."""
    return Verdict.JUSTE if accord is Accord.EXACT else Verdict.ARRONDI
