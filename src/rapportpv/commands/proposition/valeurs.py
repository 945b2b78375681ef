"""The words of a column of a closed list: known, understood with a doubt, or new."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from rapportpv.commands.proposition.payeurs import make_code
from rapportpv.core.settings.reglages import Contrat, Pilier
from rapportpv.french.lexique import Lexique, fold, normalise, squash
from rapportpv.french.typographie import format_liste

_RESERVE = re.compile(r"\b(?:sous|reserve\w*|condition\w*|partiel\w*|confirmer|sauf|si)\b|\?")
_NEGATION = re.compile(r"\b(?:non|pas|ni|sans|aucun\w*|de|in|ir)\b|\bnon-")
_PETITS = {"de", "du", "des", "la", "le", "les", "l", "d", "et", "a", "au", "aux", "en", "pour"}
_RANG = re.compile(r"^\W*(?:pilier|axe|volet)?\W*(?:n°)?\W*\w{0,3}\s*[-–—:.)]\s*", re.IGNORECASE)
_DISTINCTS = 100  # words that a column of a closed list has at most
_PROCHES = 88  # of 100: one letter or two of a pilier
_TYPES = {
    "etablissement_public": r"\b(?:ccas|cias|colleges?|lycees?|ecoles?|eple|hopital|chu|ehpad|"
    r"universite|etablissement)\b",
    "entreprise": r"\b(?:scop|scic|sarl|sas|sa|sasu|eurl|societe|prive)\b",
    "bailleur": r"\b(?:oph|esh|hlm|sem)\b",
    "association": r"\b(?:asso\w*|loi (?:de )?1901|centre social)\b",
    "commune": r"\b(?:communes?|villes?|mairies?)\b",
    "epci": r"\b(?:epci|agglo\w*|communautes?|metropole|intercommunal\w*)\b",
}

Deviner = Callable[[str, Lexique], str | None]
"""The code that a word may be of, None when it says a doubt or nothing."""


class Compris(Struct, frozen=True):
    """The words that the program lacks, by code, and what is to be told of them."""

    mots: Mapping[str, tuple[str, ...]]
    doutes: tuple[str, ...] = ()


def list_mots(valeurs: Iterable[Any]) -> Counter[str]:
    """The distinct texts of a column, as they are typed, the most frequent first."""
    return Counter(normalise(v) for v in valeurs if isinstance(v, str) and v.strip())


def understand_statuts(valeurs: Iterable[Any], connus: Lexique) -> Compris:
    """The statuts that are no usual word: those that begin or end with one, the others told."""
    return _understand(valeurs, connus, guess_statut, "statut")


def understand_types(valeurs: Iterable[Any], connus: Lexique) -> Compris:
    """The types of operators that are no usual word."""
    return _understand(valeurs, connus, guess_type, "type d’opérateur")


def _understand(
    valeurs: Iterable[Any],
    connus: Lexique,
    guess: Deviner,
    quoi: str,
) -> Compris:
    trouves: dict[str, list[str]] = {}
    doutes, inconnus = [], []
    libelles = {entree.code: entree.libelle for entree in connus.entrees}
    for mot in list_mots(valeurs):
        if connus.read(mot) is not None:
            continue
        code = guess(mot, connus)
        if code is None:
            inconnus.append(mot)
        else:
            trouves.setdefault(code, []).append(mot)
            doutes.append(f"{quoi.capitalize()} « {mot} » : lu comme « {libelles[code]} ».")
    if inconnus:
        suite = "il n’est" if len(inconnus) == 1 else "ils ne sont"
        doutes.append(
            f"{quoi.capitalize()} inconnu : {format_liste(inconnus[:8])} ; {suite} pas deviné"
            f"{'' if len(inconnus) == 1 else 's'}, « check » le dira."
        )
    return Compris({code: tuple(mots) for code, mots in trouves.items()}, tuple(doutes))


def guess_statut(mot: str, connus: Lexique) -> str | None:
    """The statut that a text begins or ends with."""
    plie = fold(mot)
    if _RESERVE.search(plie):
        return None
    mots = re.findall(r"[\w'-]+", plie)
    for fin in range(len(mots) - 1, 0, -1):  # «non retenu par le comité»
        if (code := connus.find(" ".join(mots[:fin]))) is not None:
            return None if _NEGATION.search(" ".join(mots[fin:])) else code
    for debut in range(1, len(mots)):  # «dossier retenu»
        avant = " ".join(mots[:debut])
        if (code := connus.find(" ".join(mots[debut:]))) is not None:
            return None if _NEGATION.search(avant) else code
    return None


def guess_type(mot: str, _: Lexique) -> str | None:
    """The type that a word of the text is a sign of, and of no other."""
    plie = fold(mot)
    trouves = [code for code, motif in _TYPES.items() if re.search(motif, plie)]
    return trouves[0] if len(trouves) == 1 else None


def share(valeurs: Sequence[Any], lexique: Lexique, guess: Deviner | None = None) -> float:
    """How much of a column is words of a list, or may be taken for some."""
    textes = [v for v in valeurs if isinstance(v, str)]
    if len(set(textes)) > _DISTINCTS:
        return 0.0  # soon: names, and no words of a list
    connus = {
        v: lexique.read(v) is not None or (guess is not None and guess(v, lexique) is not None)
        for v in set(textes)
    }
    return sum(connus[v] for v in textes) / len(valeurs) if valeurs else 0.0


class Piliers(Struct, frozen=True):
    """The piliers of the contract as the workbook has them, and what is to be told."""

    piliers: tuple[Pilier, ...]
    doutes: tuple[str, ...] = ()


def keep_piliers(valeurs: Iterable[Any], contrat: Contrat) -> Piliers:
    """The piliers of a contract that is settled: other words are told."""
    inconnus = [mot for mot in list_mots(valeurs) if contrat.lexique.find(mot) is None]
    if not inconnus:
        return Piliers(contrat.pilier)
    doute = f"Ces piliers ne sont pas dans le contrat : {format_liste(inconnus[:8])}."
    return Piliers(contrat.pilier, (f"{doute} « check » le dira.",))


def propose_piliers(valeurs: Iterable[Any], contrat: Contrat) -> Piliers:
    """The usual piliers with the words of the workbook as aliases, and those that it adds.

    A word that is nearly another is a slip: it is told, and no pilier. Usual piliers that no row
    names are left out as soon as the workbook has others of its own.
    """
    usuels = {p.code: p for p in contrat.pilier}
    alias: dict[str, list[str]] = {}
    neufs: dict[str, str] = {}
    doutes: list[str] = []
    gardes: list[tuple[str, str]] = []  # squashed words and the code that they are of
    for mot, _ in list_mots(valeurs).most_common():
        code = contrat.lexique.find(mot) or _find_by_words(mot, contrat)
        if code is None and (proche := _find_near(mot, gardes)):
            doutes.append(f"Pilier « {mot} » : il ressemble à « {proche} », « check » le dira.")
            continue
        if code is not None:
            alias.setdefault(code, [])
            if contrat.lexique.find(mot) is None:
                alias[code].append(mot)
            gardes.append((mot, code))
        elif squash(mot) not in map(squash, neufs):
            neufs[mot] = make_code(_name_pilier(mot), [*usuels, *neufs.values()])
            gardes.append((mot, neufs[mot]))
    retenus = [
        p.model_copy(update={"alias": (*p.alias, *alias.get(code, ()))})
        for code, p in usuels.items()
        if code in alias or not neufs
    ]
    retenus = [_without_taken(p, neufs) for p in retenus]
    retenus += [Pilier(code=code, libelle=mot) for mot, code in neufs.items()]
    if neufs:
        doutes.append(
            f"Piliers ajoutés à ceux du contrat, d’après le classeur : {format_liste(neufs)}."
        )
    return Piliers(tuple(retenus), tuple(doutes))


def _without_taken(pilier: Pilier, neufs: Mapping[str, str]) -> Pilier:
    """A usual pilier without the aliases that the workbook has as piliers of their own."""
    pris = set(map(fold, neufs))
    return pilier.model_copy(
        update={"alias": tuple(a for a in pilier.alias if fold(a) not in pris)}
    )


def _name_pilier(mot: str) -> str:
    """«Pilier 1 : Cohésion sociale» is called «Cohésion sociale»."""
    return _RANG.sub("", mot) or mot


def _find_by_words(mot: str, contrat: Contrat) -> str | None:
    """The usual pilier with the same words in another order, or behind a rank: «1 - Emploi»."""
    nu = _name_pilier(mot)
    if (code := contrat.lexique.find(nu)) is not None:
        return code
    siens = _words(nu)
    for pilier in contrat.pilier:
        for forme in (pilier.libelle, *pilier.alias):
            if siens == _words(forme):
                return pilier.code
    return None


def _words(texte: str) -> frozenset[str]:
    mots = re.findall(r"\w+", fold(texte).replace("\u2019", "'"))
    return frozenset(m for m in mots if m not in _PETITS)


def _find_near(mot: str, gardes: Sequence[tuple[str, str]]) -> str | None:
    from rapidfuzz.fuzz import ratio

    return next((g for g, _ in gardes if ratio(fold(mot), fold(g)) >= _PROCHES), None)
