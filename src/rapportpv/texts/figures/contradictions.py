"""The numbers of a sentence that contradict a figure of the year."""

import re
from collections.abc import Iterator

from msgspec import Struct

from rapportpv.core.chiffre import Chiffre
from rapportpv.core.proximite import is_near
from rapportpv.core.textes import Phrase
from rapportpv.french.lexique import fold
from rapportpv.texts.figures.mentions import (
    DENOMBREMENTS,
    PILIER,
    PROPORTIONS,
    Denombrement,
    Proportion,
)
from rapportpv.texts.figures.nombres_ecrits import (
    NombreEcrit,
    find_comptes,
    find_montants,
    find_parts,
)
from rapportpv.texts.figures.reperes import Reperes

_POINTS = 5  # of percentage: further, a share is of something else
_FIN_DE_PROPOSITION = re.compile(r"[,;:.!?()|¤]")


class Contradiction(Struct, frozen=True):
    """A number as it was typed, with its noun, and the figure that it contradicts."""

    nombre: NombreEcrit
    chiffre: Chiffre
    valeur: str


def find_contradictions(phrase: Phrase, reperes: Reperes) -> Iterator[Contradiction]:
    """What a sentence contradicts; of other years than the report's, it may say what it likes."""
    if not phrase.annees or reperes.millesime in phrase.annees:
        yield from _check_montants(phrase, reperes)
    if phrase.annees <= {reperes.millesime}:
        yield from _check_parts(phrase, reperes)
        yield from _check_comptes(phrase, reperes)


def _check_montants(phrase: Phrase, reperes: Reperes) -> Iterator[Contradiction]:
    """The amounts that look like one figure, and are nothing that the year knows."""
    for montant in find_montants(phrase.texte):
        cents = montant.valeur * 100
        if cents.denominator != 1 or reperes.knows_montant(montant):
            continue
        proches = [c for c in reperes.montants if is_near(int(cents), int(c.valeur * 100))]
        if len({chiffre.valeur for chiffre in proches}) == 1:
            # Of several names for one amount, the most general: `fcs.total`.
            chiffre = min(proches, key=lambda proche: proche.nom.count("."))
            yield Contradiction(montant, chiffre, montant.texte)


def _check_parts(phrase: Phrase, reperes: Reperes) -> Iterator[Contradiction]:
    """The share of a sentence that has one, when the sentence says of what it is."""
    parts = list(find_parts(phrase.texte))
    if len(parts) != 1 or reperes.knows_part(parts[0]):
        return
    plie = fold(phrase.texte)
    piliers = reperes.piliers_in(plie)
    attendus = (p for p in PROPORTIONS if len(piliers) == (PILIER in p.nom))
    sujet = next((p for p in attendus if _says(p, plie)), None)
    chiffre = reperes.chiffres.get(sujet.nom.replace(PILIER, "".join(piliers))) if sujet else None
    if chiffre and abs(chiffre.valeur - parts[0].valeur) <= _POINTS:
        yield Contradiction(parts[0], chiffre, parts[0].texte)


def _check_comptes(phrase: Phrase, reperes: Reperes) -> Iterator[Contradiction]:
    """The counts of what a figure counts, near it, and not of a part of it."""
    comptes = list(find_comptes(phrase.texte))
    plie = fold(phrase.texte) if comptes else ""
    ecrits = {compte.valeur for compte in comptes}
    for compte in comptes:
        suite = fold(phrase.texte[compte.fin :])
        sujet = next(
            (d for d in DENOMBREMENTS if re.match(d.suite, suite) and _says(d, plie)), None
        )
        chiffre = reperes.chiffres.get(sujet.nom) if sujet else None
        if sujet is None or chiffre is None or chiffre.valeur in ecrits:
            continue
        if _is_near_compte(compte, chiffre, sujet) and not (
            compte.valeur in reperes.comptes_like(sujet, suite)
            or _is_partial(sujet, suite)
            or (sujet.partiel and reperes.names_a_part(plie))
        ):
            yield Contradiction(compte, chiffre, _quote(phrase, compte, sujet, suite))


def _says(sujet: Denombrement | Proportion, plie: str) -> bool:
    return bool(re.search(sujet.avec, plie) and not re.search(sujet.sans, plie))


def _is_near_compte(compte: NombreEcrit, chiffre: Chiffre, sujet: Denombrement) -> bool:
    ecart = abs(compte.valeur - chiffre.valeur)
    return not compte.environ and ecart <= sujet.tolerance * chiffre.valeur


def _is_partial(sujet: Denombrement, suite: str) -> bool:
    """Whether what follows the noun makes the count that of a part."""
    proposition = _FIN_DE_PROPOSITION.split(re.sub(sujet.suite, "", suite, count=1))[0]
    return bool(re.search(sujet.apres, proposition))


def _quote(phrase: Phrase, compte: NombreEcrit, sujet: Denombrement, suite: str) -> str:
    """The number with its noun, as typed: «170 projets déposés»."""
    nom = re.match(sujet.suite, suite)
    mots = phrase.texte[compte.fin :].split()[: len(nom[0].split()) if nom else 0]
    return " ".join((compte.texte, *mots)).rstrip(".,;:!?)»")
