"""The figures that a sentence speaks of, by the words around a number."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from rapportpv.core.chiffre import Unite
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.notions import MOT
from rapportpv.review.verdicts.phrases import Alentour, Phrase
from rapportpv.review.verdicts.rapprochement import Accord, agree
from rapportpv.texts.figures.mentions import DENOMBREMENTS

_APRES = {d.nom: re.compile(d.apres) for d in DENOMBREMENTS}
_FIN_DE_PROPOSITION = re.compile(r"[,;:.!?()|]")
_SOIT = re.compile(
    r"[ ,]*(?:\(|soit|c'est-a-dire|representant|ce qui represente|=)"
    r"[ :]*(?:a peine|environ|pres de|plus de|presque|les)? ?"
)
_MESURES = ("total", "montant", "nombre", "taux")
"""The last words of the names of figures that tell one thing, as an amount and as a share."""


class Lecture(Struct, frozen=True):
    """A number in its sentence: what is around it, and what its heading is about."""

    phrase: Phrase
    nombre: NombreLu
    autour: Alentour
    ambiant: frozenset[str]
    seul: bool = False  # it is alone over its legend, or in a known table: it is a figure
    case: bool = False  # of a table, whose caption says as much as its row
    voisins: Mapping[int, str] = field(default_factory=dict)  # what names the others, by rank

    @property
    def proches(self) -> frozenset[str]:
        """What the words between its neighbours are about."""
        return self.autour.avant | self.autour.apres

    @property
    def toutes(self) -> frozenset[str]:
        """What the sentence is about."""
        return self.phrase.about(self.nombre) | self.proches

    @property
    def larges(self) -> frozenset[str]:
        """What the sentence and its heading are about."""
        return self.toutes | self.ambiant


def name_nearest(attendus: Attendus, lecture: Lecture) -> str:
    """The one figure that the words just around a number name."""
    autour = lecture.autour
    for propre in (lecture.proches, autour.apres, autour.avant):
        precis = _most_precise(attendus, lecture, propre, propre)
        if precis is not None and precis.exige:
            return precis.nom
    return ""


def find_said(
    attendus: Attendus, lecture: Lecture, nomme: str, ailleurs: frozenset[str]
) -> tuple[Attendu, Accord] | None:
    """The figure of the sentence that the number is: the one that says the most.

    `nomme` is the figure that the words just around it name; `ailleurs` are those that the words
    around the other numbers name, and that this one can only be when nothing names it.
    """
    sienne = _most_precise(attendus, lecture, lecture.toutes, lecture.toutes)
    etroit = sienne is not None and sienne.exige and not lecture.case
    larges = lecture.toutes if etroit else lecture.larges
    precise = _most_precise(attendus, lecture, lecture.proches, lecture.proches)
    dits = (
        (a, agree(lecture.nombre, a.valeur))
        for a in _candidates(attendus, lecture.nombre, larges)
        if _counts(a, lecture.autour)
        and (a.nom not in ailleurs or (not nomme and a.exige <= lecture.proches))
        and (precise is None or not precise.exige or a.exige & lecture.proches)
    )
    justes = [dit for dit in dits if dit[1]]
    return max(justes, key=lambda dit: (dit[1], len(dit[0].exige)), default=None)


def resolve(attendus: Attendus, lecture: Lecture) -> Iterator[Attendu]:
    """The figures that the words around a number may mean, the nearest words first.

    A figure is meant when these words have what it needs, and nothing that it does not admit.
    """
    autour, proches, toutes = lecture.autour, lecture.proches, lecture.toutes
    contextes = (
        (proches, proches),
        (autour.avant, autour.avant),
        (autour.apres, autour.apres),
        (autour.clause, autour.clause),
        (proches | lecture.phrase.reprises, proches | lecture.phrase.reprises),
        (proches | lecture.phrase.reprises, toutes),
        (proches, toutes),
        (autour.avant, toutes),
        (autour.apres, toutes),
        (toutes, lecture.larges),
    )
    vus: set[str] = set()
    for propre, large in contextes:
        precis = _most_precise(attendus, lecture, propre, large)
        if precis is not None and precis.nom not in vus:
            vus.add(precis.nom)
            yield precis


def _most_precise(
    attendus: Attendus, lecture: Lecture, propre: frozenset[str], large: frozenset[str]
) -> Attendu | None:
    """The figure that those words mean, when they mean only one."""
    candidats = _candidates(attendus, lecture.nombre, large)
    possibles = [a for a in candidats if _is_meant(a, propre, lecture)]
    plus = max((len(a.exige) for a in possibles), default=0)
    precis = [a for a in possibles if len(a.exige) == plus]
    return precis[0] if len({a.valeur for a in precis}) == 1 else None


def find_sibling(attendus: Attendus, lecture: Lecture, voisin: Attendu) -> Attendu | None:
    """The same thing as a neighbour, in another unit: «63 500 €, soit 48 %»."""
    racine, _, mesure = voisin.nom.rpartition(".")
    if mesure not in _MESURES:
        return None
    freres = (attendus.chiffres.get(f"{racine}.{autre}") for autre in _MESURES if autre != mesure)
    unite = lecture.nombre.unite
    return next((f for f in freres if f is not None and f.quantite.unite is unite), None)


def follows(phrase: Phrase, rang: int) -> bool:
    """Whether a number tells the one before it again: «63 500 €, soit 48 %»."""
    return bool(rang and _SOIT.fullmatch(phrase.link(rang)))


def find_ratio(attendus: Attendus, lecture: Lecture, partie: Attendu) -> Attendu | None:
    """The figure, named by the words after, that a share is rightly the share of a neighbour in."""
    nombre = lecture.nombre
    if nombre.unite is not Unite.POURCENTAGE or not partie.valeur:
        return None
    touts = (
        a
        for a in attendus.chiffres.values()
        if a.quantite.unite is partie.quantite.unite and a.situe and a.exige
        if a.exige <= lecture.autour.apres and a.valeur > partie.valeur
    )
    return next((a for a in touts if agree(nombre, partie.valeur * 100 / a.valeur)), None)


def find_relative(attendus: Attendus, lecture: Lecture, familles: set[str]) -> Attendu | None:
    """The count of that noun, in the family that another number of the sentence is of."""
    if lecture.nombre.unite is not Unite.NOMBRE:
        return None
    parents = [
        a
        for a in _candidates(attendus, lecture.nombre, lecture.larges)
        if _counts(a, lecture.autour) and a.nom.partition(".")[0] in familles
        if lecture.autour.nom_dit or a.exige & lecture.proches
    ]
    plus = max((len(a.exige) for a in parents), default=0)
    precis = [a for a in parents if len(a.exige) == plus and not a.is_ligne]
    return precis[0] if len(precis) == 1 else None


def find_whole(attendus: Attendus, lecture: Lecture, familles: set[str]) -> Attendu | None:
    """The amount of the one family that all the other numbers of a sentence are of."""
    if len(familles) != 1 or lecture.toutes - {"soutenue", "depose"}:
        return None
    total = attendus.chiffres.get(f"{next(iter(familles))}.total")
    return total if total is not None and total.quantite.unite is lecture.nombre.unite else None


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
        and not _is_narrowed(attendu, lecture)
        and _is_told(attendu, lecture)
        and not _is_partial(attendu, lecture.autour)
    )


def _counts(attendu: Attendu, autour: Alentour) -> bool:
    """Whether what the number counts is what the figure counts."""
    if attendu.quantite.unite is not Unite.NOMBRE:
        return True
    if not attendu.exige and not autour.nom_dit:
        return False
    return autour.nom in attendu.noms or (autour.nom is None and bool(attendu.exige))


def _is_narrowed(attendu: Attendu, lecture: Lecture) -> bool:
    """Whether the sentence names by one word a pilier that the count is perhaps of."""
    mots = frozenset(notion for notion in lecture.toutes if notion.startswith(MOT))
    return attendu.quantite.unite is Unite.NOMBRE and not mots <= attendu.admet


def _is_told(attendu: Attendu, lecture: Lecture) -> bool:
    """Whether a count without its noun is still known to be of that figure."""
    if attendu.quantite.unite is not Unite.NOMBRE or lecture.autour.nom_dit:
        return True
    dites = lecture.proches | lecture.phrase.reprises
    return bool(attendu.exige & dites) and not attendu.is_ligne


def _is_partial(attendu: Attendu, autour: Alentour) -> bool:
    """Whether what follows the noun makes the count that of a part."""
    forme = _APRES.get(attendu.nom)
    return bool(forme and forme.search(_FIN_DE_PROPOSITION.split(autour.suite)[0]))
