"""The verdict on each number of a passage, or of a cell."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.chiffre import Unite
from rapportpv.core.relecture import Verdict
from rapportpv.review.lecture.passage import Passage
from rapportpv.review.nombres.ecrits import Genre, NombreLu, find_nombres
from rapportpv.review.nombres.plis import plier
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.causes import find_cause
from rapportpv.review.verdicts.contexte import (
    Lecture,
    find_ratio,
    find_said,
    find_sibling,
    follows,
    name_nearest,
)
from rapportpv.review.verdicts.ecriture import Juge, Trouvaille, tell
from rapportpv.review.verdicts.peser import said, weigh, weigh_alone
from rapportpv.review.verdicts.phrases import (
    Phrase,
    cut_sentences,
    find_noun,
    look_around,
)
from rapportpv.review.verdicts.rapprochement import Accord, agree
from rapportpv.review.verdicts.sujets import AUTRE
from rapportpv.word.noms import etiquette

_LOI = re.compile(r"\b(?:decret|loi|circulaire|arrete|ordonnance|code)\b[^.;]{0,40}$")
_LEGENDE = 6  # words under a key figure
_EN_EUROS = ("€", "montant", "contribution", "subvention")
_EN_PARTS = ("%", "taux", "part")


class Cadre(Struct, frozen=True):
    """What stands around a cell: its row and heading, its table, the years that they name.

    `reconnu`: the table is one of the year, and nothing else can be meant there.
    """

    propre: frozenset[str]
    ambiant: frozenset[str]
    label: str
    annees: frozenset[int]
    reconnu: bool


class Juges(Struct, dict=True):
    """What judges the numbers of a document."""

    attendus: Attendus

    @cached_property
    def _etiquettes(self) -> dict[str, Attendu]:
        """The figures by the tag of their content controls."""
        return {etiquette(nom): a for nom, a in self.attendus.chiffres.items()}

    def judge(
        self, passage: Passage, ambiant: frozenset[str] = frozenset()
    ) -> Iterator[Trouvaille]:
        """Each number of a passage, with its verdict; `ambiant`: what its heading is about."""
        nombres, texte = find_nombres(passage.texte), passage.texte
        seul = len(nombres) == 1 and passage.alentour not in ("", passage.texte)
        nomme = self._named(passage) if seul else None
        lus = nombres
        if seul:
            nombres, texte = _widen(passage, nombres[0])
        rangs = iter(lus)
        for phrase in cut_sentences(texte, nombres, self.attendus.notions) if nombres else ():
            if nomme is not None:
                juges = [self.hold(nombre, nomme) for nombre in phrase.nombres]
            else:
                juges = self._judge_sentence(passage, phrase, ambiant)
            yield from (tell(passage, next(rangs), juge) for juge in juges)

    def _judge_sentence(
        self, passage: Passage, phrase: Phrase, ambiant: frozenset[str]
    ) -> list[Juge]:
        """The verdicts on the numbers of a sentence: what one is helps to tell what others are."""
        seuls = [self._judge_alone(passage, phrase, nombre) for nombre in phrase.nombres]
        lectures = {
            rang: Lecture(
                phrase,
                phrase.nombres[rang],
                look_around(phrase, rang),
                ambiant,
                seul=_is_key_figure(passage),
            )
            for rang, juge in enumerate(seuls)
            if juge is None
        }
        for rang, lecture in list(lectures.items()):
            siennes = lecture.autour.annees
            if siennes and self.attendus.dossier.millesime not in siennes:
                seuls[rang] = self._judge_other_year(
                    replace(phrase, annees=siennes), lecture.nombre
                )
                del lectures[rang]
        nommes = {r: name_nearest(self.attendus, lecture) for r, lecture in lectures.items()}
        juges = dict(enumerate(seuls))
        for rang, lecture in lectures.items():
            ailleurs = frozenset(n for r, n in nommes.items() if r != rang and n) - {nommes[rang]}
            dit = find_said(self.attendus, lecture, nommes[rang], ailleurs)
            if dit is not None:
                juges[rang] = Juge(said(dit[1]), dit[0])
        for rang, lecture in lectures.items():
            juges[rang] = self._look_beside(lecture, juges, rang) or juges[rang]
        for rang, lecture in lectures.items():
            if juges[rang] is None:
                cherchee = replace(lecture, voisins=nommes)
                juges[rang] = weigh(self.attendus, cherchee, _known(juges))
        return [juge for juge in juges.values() if juge is not None]

    def _look_beside(
        self, lecture: Lecture, juges: Mapping[int, Juge | None], rang: int
    ) -> Juge | None:
        """The verdict on a number that tells its neighbour again, in another unit."""
        connus = _known(juges)
        suit = rang - 1 if follows(lecture.phrase, rang) else rang + 1
        if suit not in connus or not (suit < rang or follows(lecture.phrase, suit)):
            return None
        voisin = connus[suit]
        frere = find_sibling(self.attendus, lecture, voisin)
        accord = agree(lecture.nombre, frere.valeur) if frere else Accord.NON
        if frere is not None and accord:
            return Juge(said(accord), frere)
        tout = find_ratio(self.attendus, lecture, voisin) if suit < rang else None
        if tout is not None:
            return Juge(Verdict.ARRONDI, voisin, f"sa part de « {tout.nom} »")
        if frere is None or (juges[rang] is not None and suit > rang):
            return None
        return Juge(Verdict.CONTREDIT, frere, find_cause(self.attendus, lecture.nombre, frere))

    def _judge_alone(self, passage: Passage, phrase: Phrase, nombre: NombreLu) -> Juge | None:
        """The verdict on a number that its words need not tell; None when they must."""
        zones = () if passage.alentour else passage.numerotes
        if any(zone.holds(nombre.debut, nombre.fin) for zone in zones):
            return Juge(Verdict.HORS_SUJET, cause="numérotation")
        nomme = self._named_by_control(passage, phrase, nombre)
        if nomme is not None:
            return self.hold(nombre, nomme)
        if nombre.unite is None or phrase.is_in_name(nombre):
            return self._judge_other(phrase, nombre)
        if phrase.annees and self.attendus.dossier.millesime not in phrase.annees:
            return self._judge_other_year(phrase, nombre)
        return weigh_alone(self.attendus, nombre, comptes=True) if passage.vrac else None

    def _named(self, passage: Passage) -> Attendu | None:
        """The figure that a content control of the passage is named after."""
        noms = (zone.nom for zone in passage.controles if zone.nom in self._etiquettes)
        return next((self._etiquettes[nom] for nom in noms), None)

    def _named_by_control(
        self, passage: Passage, phrase: Phrase, nombre: NombreLu
    ) -> Attendu | None:
        """The figure that a content control around this number, and no other, is named after."""
        for zone in passage.controles:
            if zone.nom in self._etiquettes and zone.holds(nombre.debut, nombre.fin):
                dedans = [n for n in phrase.nombres if zone.holds(n.debut, n.fin)]
                if dedans == [nombre]:
                    return self._etiquettes[zone.nom]
        return None

    def hold(self, nombre: NombreLu, attendu: Attendu) -> Juge:
        """A number that can be of one figure only."""
        typee = retype(nombre, attendu.quantite.unite)
        accord = agree(typee, attendu.valeur)
        if accord:
            return Juge(said(accord), attendu, sur=True)
        cause = find_cause(self.attendus, typee, attendu)
        return Juge(Verdict.CONTREDIT, attendu, cause, sur=True)

    def _judge_other(self, phrase: Phrase, nombre: NombreLu) -> Juge:
        """What is neither an amount, a share nor a count: a day, a number of order, a name."""
        if nombre.genre is not Genre.DATE:
            return Juge(Verdict.HORS_SUJET, cause=nombre.quoi or "nom")
        nom = self.attendus.jours.get(nombre.jour) if nombre.jour else None
        if nom:
            return Juge(Verdict.JUSTE, cause=nom)
        if _LOI.search(phrase.texte[: nombre.debut - phrase.debut]):
            return Juge(Verdict.HORS_SUJET, cause="date d’un texte de loi")
        return Juge(Verdict.SANS_SOURCE)

    def _judge_other_year(self, phrase: Phrase, nombre: NombreLu) -> Juge:
        """A sentence about other years only: right when it says one of their figures."""
        for annee in sorted(phrase.annees):
            for chiffre in self.attendus.anciens.get(f"l’année {annee}", {}).values():
                if chiffre.unite is nombre.unite and agree(nombre, chiffre.valeur):
                    return Juge(Verdict.JUSTE, cause=f"chiffre de {annee}")
        connu = self.attendus.known(nombre) if nombre.unite is Unite.EUROS else None
        if connu is not None and connu[1] is Accord.EXACT:
            return Juge(Verdict.JUSTE, connu[0])
        return Juge(Verdict.SANS_SOURCE)

    def judge_cell(self, passage: Passage, nombre: NombreLu, cadre: Cadre) -> Juge:
        """The one number of a cell: its row and its heading, then its table, say what it is."""
        nomme = self._named(passage)
        if nomme is not None:
            return self.hold(nombre, nomme)
        typee = _type_by_label(nombre, cadre.label)
        nombres = [typee]
        phrase = next(cut_sentences(passage.texte, nombres, self.attendus.notions))
        annees = cadre.annees
        if annees and self.attendus.dossier.millesime not in annees:
            return self._judge_other_year(replace(phrase, annees=annees), typee)
        autour = look_around(phrase, 0)
        nom = autour.nom if autour.nom_dit and autour.nom != AUTRE else find_noun(cadre.label)
        autour = replace(autour, avant=autour.avant | cadre.propre, nom=nom, nom_dit=True)
        lecture = Lecture(phrase, typee, autour, cadre.ambiant, seul=cadre.reconnu, case=True)
        dit = find_said(self.attendus, lecture, "", frozenset())
        return Juge(said(dit[1]), dit[0]) if dit else weigh(self.attendus, lecture, {})


def _known(juges: Mapping[int, Juge | None]) -> dict[int, Attendu]:
    """The figures that the numbers of a sentence are, by their rank."""
    return {rang: juge.attendu for rang, juge in juges.items() if juge and juge.attendu}


def _is_key_figure(passage: Passage) -> bool:
    """Whether a number stands alone over its legend."""
    legende = passage.alentour.replace(passage.texte, "", 1).split()
    return bool(passage.alentour) and 0 < len(legende) <= _LEGENDE


def _type_by_label(nombre: NombreLu, label: str) -> NombreLu:
    """The number of a cell in the unit that its row or its heading says, when it says none."""
    if nombre.unite is not Unite.NOMBRE:
        return nombre
    plie = plier(label)
    if any(mot in plie for mot in _EN_EUROS):
        return retype(nombre, Unite.EUROS)
    if any(mot in plie for mot in _EN_PARTS) or nombre.valeur.denominator != 1:
        return retype(nombre, Unite.POURCENTAGE)
    return nombre


def retype(nombre: NombreLu, unite: Unite) -> NombreLu:
    """The number in a unit that its own text does not say."""
    return nombre if nombre.unite is unite else replace(nombre, genre=Genre(unite.value))


def _widen(passage: Passage, nombre: NombreLu) -> tuple[list[NombreLu], str]:
    """The number of a key figure among the words that stand beside it."""
    rang = passage.alentour.find(passage.texte[nombre.debut : nombre.fin])
    if rang < 0:
        return [nombre], passage.texte
    return [replace(nombre, debut=rang, fin=rang + nombre.fin - nombre.debut)], passage.alentour
