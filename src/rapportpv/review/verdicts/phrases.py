"""The sentences of a passage, and what stands around each number of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapportpv.review.nombres.ecrits import Genre, NombreLu
from rapportpv.review.nombres.plis import plier
from rapportpv.review.verdicts.notions import Notions, Trouvee
from rapportpv.review.verdicts.sujets import AUTRE, NOMS

_COUPURE = re.compile(r"(?<=[.!?…;])\s+(?=[A-ZÀ-ÖØ-ÞŒ«\[(\d])|\n+|\t+")
_ADJECTIF = r"(?:(?:autres?|seule?s?|nouve(?:lles?|aux)|differente?s?|premiere?s?) )?"
_NOMS = tuple((nom, re.compile(rf" ?{_ADJECTIF}{forme}")) for nom, forme in NOMS)
_ELLIPSE = re.compile(
    r" ?(?:$|[.;:!?)(»|]|(?:en|pour|dans|ont|sont|est|etaient|a|au|aux|par|d'|dont|de|du|des|"
    r"relevent|concernent|portent|ete|soutenue?s|deposee?s|retenue?s|financee?s|reconduite?s|nouvelles?|qui|sur|"
    r"reconnus?|prioritaires?|associati(?:f|fs|ve|ves))\b)"
)
_ENUMERATION = re.compile(r"(?:(?: ?,| et| a| ou) \d+)+")
_ANNEES = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True)
class Phrase:
    """A sentence, its numbers, what it is about, the years that it names."""

    texte: str
    debut: int
    nombres: tuple[NombreLu, ...]
    notions: tuple[Trouvee, ...]
    annees: frozenset[int]

    @property
    def toutes(self) -> frozenset[str]:
        """All that it is about."""
        return frozenset(trouvee.notion for trouvee in self.notions)

    def is_in_name(self, nombre: NombreLu) -> bool:
        """Whether the number is a part of the name of something: «Les Deux Rives»."""
        debut, fin = nombre.debut - self.debut, nombre.fin - self.debut
        noms = (t for t in self.notions if ":" in t.notion)
        return any(t.debut <= debut and fin <= t.fin for t in noms)

    def between(self, debut: int, fin: int) -> frozenset[str]:
        """What a stretch of it is about."""
        return frozenset(t.notion for t in self.notions if debut <= t.debut and t.fin <= fin)


@dataclass(frozen=True)
class Alentour:
    """What stands around a number: before it, after it, and the noun that it counts."""

    avant: frozenset[str]
    apres: frozenset[str]
    nom: str | None
    suite: str  # folded, up to the next number
    nom_dit: bool = True  # and not left out


def cut_sentences(texte: str, nombres: list[NombreLu], notions: Notions) -> Iterator[Phrase]:
    """The sentences that have numbers."""
    bornes = [(c.start(), c.end()) for c in _COUPURE.finditer(texte)]
    bornes = [b for b in bornes if not any(n.debut < b[1] and b[0] < n.fin for n in nombres)]
    debut, rang = 0, 0
    for fin, suivant in [*bornes, (len(texte), len(texte))]:
        siens = []
        while rang < len(nombres) and nombres[rang].debut < fin:
            siens.append(nombres[rang])
            rang += 1
        if siens:
            phrase = texte[debut:fin]
            plie = plier(phrase)
            annees = frozenset(map(int, _ANNEES.findall(phrase)))
            yield Phrase(plie, debut, tuple(siens), tuple(notions.find(plie)), annees)
        debut = suivant


def look_around(phrase: Phrase, rang: int) -> Alentour:
    """What stands around a number of a sentence, up to its neighbours."""
    nombre = phrase.nombres[rang]
    voisins = [n for n in phrase.nombres if n.genre is not Genre.HORS_SUJET or n is nombre]
    ici = voisins.index(nombre)
    debut, fin = nombre.debut - phrase.debut, nombre.fin - phrase.debut
    gauche = voisins[ici - 1].fin - phrase.debut if ici else 0
    droite = voisins[ici + 1].debut - phrase.debut if ici + 1 < len(voisins) else len(phrase.texte)
    suite = phrase.texte[fin:droite]
    nom, dit = _find_nom(phrase, phrase.texte[fin:], debut)
    return Alentour(
        phrase.between(gauche, debut), phrase.between(fin, droite), nom, suite, nom_dit=dit
    )


def _find_nom(phrase: Phrase, suite: str, debut: int) -> tuple[str | None, bool]:
    """The noun that a number counts, and whether it is said: else that of the number before."""
    suite = _ENUMERATION.sub("", suite)
    for nom, forme in _NOMS:
        if forme.match(suite):
            return nom, True
    if not _ELLIPSE.match(suite):
        return AUTRE, True
    avant = phrase.texte[:debut]
    trouves = [(t.end(), nom) for nom, forme in _NOMS for t in forme.finditer(avant)]
    return (max(trouves)[1] if trouves else None), False


def find_noun(label: str) -> str | None:
    """The noun of a heading or of a row, when it has one that figures count."""
    plie = plier(label)
    for nom, forme in NOMS:
        if re.search(rf"\b{forme}", plie):
            return nom
    return None
