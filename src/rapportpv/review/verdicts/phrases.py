"""The sentences of a passage, and what stands around each number of them."""

import re
from collections.abc import Iterator

from msgspec import Struct

from rapportpv.review.nombres.ecrits import Genre, NombreLu
from rapportpv.review.nombres.masques import ANNEE
from rapportpv.review.nombres.plis import plier
from rapportpv.review.verdicts.notions import Notions, Trouvee
from rapportpv.review.verdicts.sujets import AUTRE, NOMS

_COUPURE = re.compile(r"(?<=[.!?…;])\s+(?=[A-ZÀ-ÖØ-ÞŒ«\[(\d])|\n+|\t+")
_ADJECTIF = r"(?:(?:autres?|seule?s?|nouve(?:lles?|aux)|differente?s?|premiere?s?) )?"
_NOMS = tuple((nom, re.compile(rf" ?{_ADJECTIF}{forme}")) for nom, forme in NOMS)
_ELLIPSE = re.compile(
    r" ?(?:$|[.;:!?)(»|]|, (?:dont|soit|contre)\b|"
    r"(?:en|pour|dans|ont|sont|est|etaient|a|au|aux|par|d'|dont|de|du|des|"
    r"relevent|concernent|portent|ete|soutenue?s|deposee?s|retenue?s|financee?s|reconduite?s|nouvelles?|qui|sur|"
    r"reconnus?|prioritaires?|associati(?:f|fs|ve|ves))\b)"
)
_ENUMERATION = re.compile(r"(?:(?: ?,| et| a| ou) \d+)+")
_REPRISE = re.compile(r" *(?:elles?|ils?|celles?-?ci|ceux-ci|celui-ci|ce|cela|cette|ces|cet|en)\b")
_EN = re.compile(
    r"\ben (?:reunit|reunissent|portent?|menent?|comptent?|representent?|regroupent?|mobilisent?|"
    r"recoit|recoivent|concentrent?|finance|soutient)\b"
)
_PROPOSITION = re.compile(r"[,;:()]|\b(?:ou|qui|dont|que)\b")
_SUR = re.compile(r"\b(?:sur|parmi|des)(?: les| nos| un total de)? $")
_PRES = 30  # signs between a number and its year
_PARENTHESE = re.compile(r"\([^()]*\)")


class Phrase(Struct, frozen=True):
    """A sentence, its numbers, what it is about, the years that it names."""

    texte: str
    debut: int
    nombres: tuple[NombreLu, ...]
    notions: tuple[Trouvee, ...]
    annees: frozenset[int]
    reprises: frozenset[str] = frozenset()  # what the sentence before is about, when it goes on
    avant: str = ""  # that sentence, folded

    def about(self, nombre: NombreLu) -> frozenset[str]:
        """All that it is about, but what stands in parentheses that the number is not in."""
        return self.between(0, len(self.texte), nombre) | self.reprises

    def is_in_name(self, nombre: NombreLu) -> bool:
        """Whether the number is a part of the name of something: «Les Deux Rives»."""
        debut, fin = nombre.debut - self.debut, nombre.fin - self.debut
        noms = (t for t in self.notions if ":" in t.notion)
        return any(t.debut <= debut and fin <= t.fin for t in noms)

    def between(self, debut: int, fin: int, nombre: NombreLu) -> frozenset[str]:
        """What a stretch of it is about, for a number: parentheses apart are left out."""
        ici = nombre.debut - self.debut
        apart = [p.span() for p in _PARENTHESE.finditer(self.texte)]
        apart = [(a, b) for a, b in apart if not a <= ici < b]
        return frozenset(
            t.notion
            for t in self.notions
            if debut <= t.debut and t.fin <= fin and not any(a < t.debut < b for a, b in apart)
        )

    def link(self, rang: int) -> str:
        """The words between a number and the one before it."""
        if not rang:
            return ""
        avant, nombre = self.nombres[rang - 1], self.nombres[rang]
        return self.texte[avant.fin - self.debut : nombre.debut - self.debut]


class Alentour(Struct, frozen=True):
    """What stands around a number: before it, after it, and the noun that it counts."""

    avant: frozenset[str]
    apres: frozenset[str]
    nom: str | None
    suite: str  # folded, up to the next number
    nom_dit: bool = True  # and not left out
    clause: frozenset[str] = frozenset()  # of its own clause, before and after
    annees: frozenset[int] = frozenset()  # that follow it at once: «21 en 2021»


def cut_sentences(texte: str, nombres: list[NombreLu], notions: Notions) -> Iterator[Phrase]:
    """The sentences that have numbers."""
    bornes = [(c.start(), c.end()) for c in _COUPURE.finditer(texte)]
    bornes = [b for b in bornes if not any(n.debut < b[1] and b[0] < n.fin for n in nombres)]
    debut, rang, avant = 0, 0, ""
    for fin, suivant in [*bornes, (len(texte), len(texte))]:
        siens = []
        while rang < len(nombres) and nombres[rang].debut < fin:
            siens.append(nombres[rang])
            rang += 1
        plie = plier(texte[debut:fin])
        if siens:
            annees = frozenset(int(n.valeur) for n in siens if n.quoi == ANNEE)
            reprise = avant if _REPRISE.match(plie) or _EN.search(plie) else ""
            notees = frozenset(t.notion for t in notions.find(reprise)) if reprise else frozenset()
            trouvees = tuple(notions.find(plie))
            yield Phrase(plie, debut, tuple(siens), trouvees, annees, notees, reprise)
        debut, avant = suivant, plie


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
    sur = ici and _SUR.search(phrase.texte[gauche:debut])  # «7 communes sur 16 ont reçu…»
    return Alentour(
        phrase.between(gauche, debut, nombre),
        frozenset() if sur else phrase.between(fin, droite, nombre),
        nom,
        suite,
        nom_dit=dit,
        clause=_read_clause(phrase, nombre, (gauche, droite)),
        annees=_find_own_years(phrase, nombre, droite),
    )


def _find_own_years(phrase: Phrase, nombre: NombreLu, droite: int) -> frozenset[int]:
    """The years that a number is told of: right after it, in its own clause."""
    fin = nombre.fin - phrase.debut
    apres = _PROPOSITION.search(phrase.texte, fin, droite)
    jusque = min(apres.start() if apres else droite, fin + _PRES) + phrase.debut
    annees = (n for n in phrase.nombres if n.quoi == ANNEE)
    return frozenset(int(n.valeur) for n in annees if nombre.fin <= n.debut < jusque)


def _read_clause(phrase: Phrase, nombre: NombreLu, bornes: tuple[int, int]) -> frozenset[str]:
    """What the clause of a number is about: up to the nearest signs that part clauses."""
    debut, fin = nombre.debut - phrase.debut, nombre.fin - phrase.debut
    gauche, droite = bornes
    avant = [c.end() for c in _PROPOSITION.finditer(phrase.texte, gauche, debut)]
    apres = _PROPOSITION.search(phrase.texte, fin, droite)
    depuis, jusque = max([gauche, *avant]), apres.start() if apres else droite
    return phrase.between(depuis, debut, nombre) | phrase.between(fin, jusque, nombre)


def _find_nom(phrase: Phrase, suite: str, debut: int) -> tuple[str | None, bool]:
    """The noun that a number counts, and whether it is said: else that of the number before."""
    suite = _ENUMERATION.sub("", suite)
    for nom, forme in _NOMS:
        if forme.match(suite):
            return nom, True
    if not _ELLIPSE.match(suite):
        return AUTRE, True
    avant = f"{phrase.avant} {phrase.texte[:debut]}"
    trouves = [(t.end(), nom) for nom, forme in _NOMS for t in forme.finditer(avant)]
    return (max(trouves)[1] if trouves else None), False


def find_noun(label: str) -> str | None:
    """The noun of a heading or of a row, when it has one that figures count."""
    plie = plier(label)
    for nom, forme in NOMS:
        if re.search(rf"\b{forme}", plie):
            return nom
    return None
