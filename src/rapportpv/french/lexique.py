"""Finding what a hand-typed word means: spelling, case, accents, aliases, punctuation."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import Literal

from msgspec import Struct

MEMES_SIGNES = {"\u2019": "'", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}
"""Signs that are written two ways."""

_TABLE = str.maketrans(MEMES_SIGNES)
_SEUIL_DE_RESSEMBLANCE = 75
_ASSEZ_DE_LETTRES = 3
_DOUTE = re.compile(r"[?\u2026]|\.\.\.")
_PLUSIEURS = re.compile(r"[/;+&|]|\b(?:et|ou)\b")
_RESERVE = re.compile(
    r"\b(?:non|pas|sans|ni|aucune?|hors|sauf|sous|avec|mais|si|reserve|condition\w*|partiel\w*|"
    r"partie|principe|attente|confirmer|provisoire|peut-etre|presque)\b|"
    r"\b(?:de|in|ir)(?=favorable|recevable|eligible)"
)
_MEMOIRE = 4096  # the words of a sheet come again and again


@lru_cache(_MEMOIRE)
def normalise(texte: str) -> str:
    """The text in NFC, its spaces (no-break ones and line breaks too) made single."""
    return " ".join(unicodedata.normalize("NFC", texte).split())


@lru_cache(_MEMOIRE)
def fold(texte: str) -> str:
    """The text without case, accents, ligatures, and runs of spaces."""
    decompose = unicodedata.normalize("NFD", normalise(texte).translate(_TABLE))
    return "".join(c for c in decompose if not unicodedata.combining(c)).casefold()


@lru_cache(_MEMOIRE)
def squash(texte: str) -> str:
    """The folded text without punctuation: «Commune(s) *» and «communes» are one."""
    return normalise(re.sub(r"[^\w\s]|_", "", fold(texte)))


class Entree(Struct, frozen=True):
    """A word of a list: its code, how it is written, how it may also be written."""

    code: str
    libelle: str
    alias: tuple[str, ...] = ()


class Lexique(Struct, frozen=True, dict=True):
    """A list of words, in which a hand-typed text is looked up, the closest spelling first."""

    entrees: tuple[Entree, ...]

    @cached_property
    def _niveaux(self) -> tuple[dict[str, str], ...]:
        """The words indexed once, a level for each way of coming close."""
        return tuple(_index(self.entrees))

    def rank(self, texte: str) -> tuple[int, str] | None:
        """How far the text is from a word of the list (0 is exact) and its code, or None."""
        formes = _formes(texte)
        for niveau, (forme, index) in enumerate(zip(formes, self._niveaux, strict=True)):
            if forme in index:
                return niveau, index[forme]
        return None

    def find(self, texte: str) -> str | None:
        """The code of the word that the text is a spelling of, or None."""
        trouve = self.rank(texte)
        return trouve[1] if trouve else None

    def read(self, texte: str) -> str | None:
        """The code of a word typed in a cell; «soutenue ?» says a doubt, and is no word."""
        return None if _DOUTE.search(texte) else self.find(texte)

    def suggest(
        self, texte: str, *, ressemblance: Literal["mots", "orthographe"] = "mots"
    ) -> str | None:
        """The word of the list that looks most like the text, if one does.

        By its words («Cohesion» is near «Cohésion sociale»), or by its spelling as a whole. None
        when the text says a doubt, two things at once, or the contrary, or is but a letter or two.
        """
        if _DOUTE.search(texte) or len(squash(texte)) < _ASSEZ_DE_LETTRES:
            return None
        from rapidfuzz import fuzz, process

        formes = ((fold(forme), e) for e in self.entrees for forme in (e.libelle, *e.alias))
        # «Non rendu» is not near «non»
        libelles = {f: e.libelle for f, e in formes if not _RESERVE.fullmatch(f)}
        proche = process.extractOne(
            fold(texte),
            libelles.keys(),
            scorer=fuzz.WRatio if ressemblance == "mots" else fuzz.ratio,
            score_cutoff=_SEUIL_DE_RESSEMBLANCE,
        )
        return libelles[proche[0]] if proche and _says_as_much(fold(texte), proche[0]) else None

    def homonymes(self) -> Iterator[tuple[str, str, str]]:
        """Each spelling that two words of the list claim, with their two codes."""
        pris: dict[str, str] = {}
        for entree in self.entrees:
            for forme in dict.fromkeys(fold(f) for f in (entree.libelle, *entree.alias)):
                if pris.setdefault(forme, entree.code) != entree.code:
                    yield forme, pris[forme], entree.code


def _says_as_much(texte: str, proche: str) -> bool:
    """Whether a text names nothing beside what it is near; both deny, or set terms, or neither."""
    if _PLUSIEURS.search(texte) and not _PLUSIEURS.search(proche):
        return False
    return bool(_RESERVE.search(texte)) == bool(_RESERVE.search(proche))


def _formes(texte: str) -> tuple[str, ...]:
    exact, plie, nu = normalise(texte), fold(texte), squash(texte)
    return exact, plie, exact, plie, nu


def _index(entrees: Iterable[Entree]) -> Iterator[dict[str, str]]:
    """Five levels: written so, folded, alias written so, alias folded, no punctuation."""
    entrees = tuple(entrees)
    for forme in (normalise, fold):
        yield _first((forme(e.libelle), e.code) for e in entrees)
    for forme in (normalise, fold):
        yield _first((forme(a), e.code) for e in entrees for a in e.alias)
    libelles = ((squash(e.libelle), e.code) for e in entrees)
    alias = ((squash(a), e.code) for e in entrees for a in e.alias)
    yield _first(chain(libelles, alias))


def _first(paires: Iterable[tuple[str, str]]) -> dict[str, str]:
    index: dict[str, str] = {}
    for forme, code in paires:
        if forme:
            index.setdefault(forme, code)
    return index
