"""Names of opérateurs: what two spellings of one share, and slips of one letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from rapportpv.core.dossier import Dossier
from rapportpv.french.plis import fold_all
from rapportpv.reading.codes import read_sirets
from rapportpv.reading.graphies import spelling

RECOPIE = 3  # opérateurs that spellings of one name may make of a SIRET: more, it was pulled down
Sirets: TypeAlias = "dict[str, set[str]]"  # of each spelling, the right ones only

_FORMES = re.compile(r"\b(?:associations?|asso|assoc|loi (?:de )?1901)\b")
_MOT = re.compile(r"[^\W_]+")
_NOM_LONG = 12  # letters; in a shorter name, one letter may part two names
_MOT_LONG = 5  # «US Orge» and «AS Orge» are two clubs, «Veil» and «Weil» two schools


def operator_keys(noms: Sequence[str]) -> list[str]:
    """The keys of those names."""
    return list(map(_key, _list_words(tuple(noms))))


def _key(mots: Sequence[str]) -> str:
    nom = " ".join(mots)
    utiles = _FORMES.sub("", nom)
    return (utiles if utiles.strip() else nom).replace(" ", "")


@lru_cache(maxsize=1)
def list_sirets(dossier: Dossier) -> Sirets:
    """The right SIRETs of each spelling of an opérateur of the programming.

    Made once for all the rules that ask.
    """
    feuille = dossier.programmation.feuille
    justes = read_sirets(feuille)
    noms, textes = feuille.frame["operateur"].tolist(), feuille.frame["siret"].tolist()
    sirets: Sirets = {}
    for nom, texte in dict.fromkeys(zip(noms, textes, strict=True)):
        if nom and texte in justes:
            sirets.setdefault(spelling(nom), set()).add(justes[texte])
    return sirets


@lru_cache(maxsize=1)
def list_noms(dossier: Dossier) -> dict[str, list[str]]:
    """The spellings of opérateurs that each of them is written for."""
    noms: dict[str, list[str]] = {}
    for nom, siens in list_sirets(dossier).items():
        for siret in sorted(siens):  # a set has another order in each run
            noms.setdefault(siret, []).append(nom)
    return noms


def find_slips(noms: Iterable[str], distincts: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """The pairs of long names that differ by one letter of one long word.

    Two words known to be `distincts` are no slip. Names are gathered by what is left of them
    without a word: only those are compared.
    """
    blocs: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, str]] = {}
    noms = tuple(noms)
    for nom, mots in zip(noms, _list_words(noms), strict=True):
        if sum(map(len, mots)) >= _NOM_LONG:
            for rang, mot in enumerate(mots):
                if len(mot) >= _MOT_LONG and mot.isalpha():
                    autour = (mots[:rang], mots[rang + 1 :])
                    blocs.setdefault(autour, {}).setdefault(mot, nom)
    for bloc in blocs.values():
        if len(bloc) > 1:
            for un, autre in _one_letter_apart(bloc):
                if un not in distincts or autre not in distincts:
                    yield bloc[un], bloc[autre]


def _one_letter_apart(mots: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words one letter apart: they become the same when each loses a letter."""
    from rapidfuzz.distance import OSA

    voisins: dict[str, list[str]] = {}
    for mot in mots:
        formes = {mot, *(mot[:rang] + mot[rang + 1 :] for rang in range(len(mot)))}
        proches = dict.fromkeys(v for forme in sorted(formes) for v in voisins.get(forme, ()))
        yield from ((v, mot) for v in proches if OSA.distance(v, mot, score_cutoff=1) == 1)
        for forme in formes:
            voisins.setdefault(forme, []).append(mot)


@lru_cache(maxsize=1)
def _list_words(noms: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [tuple(_MOT.findall(plie.replace("&", " et "))) for plie in fold_all(noms)]
