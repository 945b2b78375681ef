"""The verdict on each number of a passage, or of a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapportpv.core.chiffre import Unite
from rapportpv.core.relecture import Verdict
from rapportpv.review.lecture.passage import Passage
from rapportpv.review.nombres.ecrits import Genre, NombreLu, find_nombres
from rapportpv.review.nombres.plis import plier
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.causes import find_cause, find_closeness, find_near
from rapportpv.review.verdicts.contexte import Lecture, find_said, resolve
from rapportpv.review.verdicts.ecriture import Juge, Trouvaille, tell
from rapportpv.review.verdicts.phrases import (
    Alentour,
    Phrase,
    cut_sentences,
    find_noun,
    look_around,
)
from rapportpv.review.verdicts.rapprochement import Accord, agree
from rapportpv.word.noms import etiquette

_LOI = re.compile(r"\b(?:decret|loi|circulaire|arrete|ordonnance|code)\b[^.;]{0,40}$")
_EN_EUROS = ("€", "montant", "contribution", "subvention")
_EN_PARTS = ("%", "taux", "part")


@dataclass
class Juges:
    """What judges the numbers of a document."""

    attendus: Attendus

    def __post_init__(self) -> None:
        """Index the figures by the tag of their content controls."""
        self._etiquettes = {etiquette(nom): a for nom, a in self.attendus.chiffres.items()}

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
            for rang, nombre in enumerate(phrase.nombres):
                if nomme is not None:
                    juge = self.hold(nombre, nomme)
                else:
                    juge = self._judge(passage, phrase, rang, ambiant)
                yield tell(passage, next(rangs), juge)

    def _judge(self, passage: Passage, phrase: Phrase, rang: int, ambiant: frozenset[str]) -> Juge:
        nombre = phrase.nombres[rang]
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
        return self._weigh(Lecture(phrase, nombre, look_around(phrase, rang), ambiant))

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
            return Juge(_said(accord), attendu, sur=True)
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

    def judge_cell(
        self,
        passage: Passage,
        nombre: NombreLu,
        notions: tuple[frozenset[str], frozenset[str]],
        label: str,
    ) -> Juge:
        """A number alone in a cell: its row and its heading, then its table, say what it is."""
        nomme = self._named(passage)
        if nomme is not None:
            return self.hold(nombre, nomme)
        typee = _type_by_label(nombre, label)
        propre, ambiant = notions
        autour = Alentour(propre, frozenset(), find_noun(label), "")
        return self._weigh(
            Lecture(Phrase("", 0, (typee,), (), frozenset()), typee, autour, ambiant)
        )

    def _weigh(self, lecture: Lecture) -> Juge:
        """What the words around a number say that it is; else what it is alone."""
        dit = find_said(self.attendus, lecture)
        if dit is not None:
            return Juge(_said(dit[1]), dit[0])
        for attendu in resolve(self.attendus, lecture):
            if not _is_said_elsewhere(lecture, attendu):
                cause = find_cause(self.attendus, lecture.nombre, attendu)
                cause = cause or find_closeness(lecture.nombre, attendu)
                if cause:
                    return Juge(Verdict.CONTREDIT, attendu, cause)
        if lecture.nombre.unite is not Unite.NOMBRE:
            connu = self.attendus.known(lecture.nombre)
            if connu is not None:
                return Juge(_said(connu[1]), connu[0])
        proche = find_near(self.attendus, lecture.nombre)
        return Juge(Verdict.CONTREDIT, *proche) if proche else Juge(Verdict.SANS_SOURCE)


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


def _is_said_elsewhere(lecture: Lecture, attendu: Attendu) -> bool:
    """Whether another number of the sentence is that figure: this one is then another."""
    nombre = lecture.nombre
    return any(
        autre is not nombre and autre.unite is nombre.unite and agree(autre, attendu.valeur)
        for autre in lecture.phrase.nombres
    )


def retype(nombre: NombreLu, unite: Unite) -> NombreLu:
    """The number in a unit that its own text does not say."""
    return nombre if nombre.unite is unite else replace(nombre, genre=Genre(unite.value))


def _said(accord: Accord) -> Verdict:
    return Verdict.JUSTE if accord is Accord.EXACT else Verdict.ARRONDI


def _widen(passage: Passage, nombre: NombreLu) -> tuple[list[NombreLu], str]:
    """The number of a key figure among the words that stand beside it."""
    rang = passage.alentour.find(passage.texte[nombre.debut : nombre.fin])
    if rang < 0:
        return [nombre], passage.texte
    return [replace(nombre, debut=rang, fin=rang + nombre.fin - nombre.debut)], passage.alentour
