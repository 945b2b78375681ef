"""What an unknown column may be: several signs are asked, its words, its type, its arithmetic."""

import re
from collections.abc import Mapping

from msgspec import Struct

from rapportpv.core.livre import Sort
from rapportpv.french.lexique import fold
from rapportpv.reading.profil import Profil
from rapportpv.reading.titres import read_titre

_NOMBRE = re.compile(
    r"\b(?:nombres?|nb|nbre|nbr|effectifs?|participants?|beneficiaires?|habitants?|population|"
    r"personnes|inscrits|publics?|touche(?:e?s)?|adherents|usagers|jeunes|enfants|femmes|hommes|"
    r"filles|garcons|adultes|seniors|eleves|familles|heures?|jours?|seances?|ateliers?|etp|"
    r"postes?|salaries?|benevoles|ages?|ans|duree|logements?|surface|superficie|m2|distance|km)\b"
)
_CODE = re.compile(
    r"\b(?:annees?|dates?|tel|telephones?|portable|mobile|fax|cp|codes?|postal|insee|siret|siren|"
    r"rna|no|num|numeros?|refs?|references?|identifiants?|id|rang|ordre|priorites?|notes?|"
    r"points?|score|cotation|iban|rib|ej|dossiers?|chorus|dauphin)\b|n°"
)
_COUT = re.compile(
    r"\b(?:couts?|budgets?|depenses?|charges?|recettes?|produits?|prix|assiette|montant (?:du|de "
    r"l')(?:projet|action|operation)|valorisation|base subventionnable|devis)\b"
)
_TOTAL = re.compile(r"\b(?:total|totaux|ensemble|somme|cumul|tous financeurs|toutes aides)\b")


class Projets(Struct, frozen=True):
    """What the rows of data come to, in cents by Excel row: their grants, their costs."""

    sommes: Mapping[int, int]
    couts: Mapping[int, int]


def find_role(
    libelle: str, profil: Profil, projets: Projets, financeurs: Mapping[str, str]
) -> Sort:
    """The fate of the amounts of an unknown column."""
    plie, cents = fold(libelle), profil.cents
    if _is_sum(cents, projets):
        return Sort.TOTAL
    if _is_rest(cents, projets) or _is_cost(cents, projets):
        return Sort.AUTRE_MESURE
    if _names_financeur(libelle, financeurs):
        return Sort.INEXPLIQUEE
    if profil.is_small or profil.are_years or profil.are_ranks:
        return Sort.AUTRE_MESURE
    compte = _CODE.search(plie) or (_NOMBRE.search(plie) and not _are_grants(profil, plie))
    if profil.are_whole and compte and not _says_money(plie):
        return Sort.AUTRE_MESURE
    return Sort.AUTRE_MESURE if _COUT.search(plie) else Sort.INEXPLIQUEE


def says_total(libelle: str) -> bool:
    """Whether a heading says that its column adds others up."""
    return bool(_TOTAL.search(fold(libelle)))


def _are_grants(profil: Profil, plie: str) -> bool:
    """Whether the numbers of «Jeunes» are amounts after all: «Nombre de jeunes» has none."""
    denombre = re.search(r"\b(?:nombres?|nb|nbre|nbr|effectifs?)\b", plie)
    return profil.are_round and not denombre and min(map(abs, profil.cents.values())) >= 500_00


def _says_money(plie: str) -> bool:
    return bool(
        re.search(r"€|\b(?:montants?|subventions?|aides?|credits?|euros?|fonds|part)\b", plie)
    )


def _names_financeur(libelle: str, financeurs: Mapping[str, str]) -> bool:
    """Whether a heading names a declared funder, among other words."""
    mots = f" {read_titre(libelle).noyau} "
    return any(f" {noyau} " in mots for noyau in financeurs)


def _is_sum(cents: Mapping[int, int], projets: Projets) -> bool:
    """Whether each amount is the sum of the grants of its row, in two rows at least."""
    differentes = {n: c for n, c in cents.items() if c != projets.sommes.get(n, 0)}
    return len(cents) > 1 and not differentes


def _is_cost(cents: Mapping[int, int], projets: Projets) -> bool:
    return len(cents) > 1 and all(projets.couts.get(n) == c for n, c in cents.items())


def _is_rest(cents: Mapping[int, int], projets: Projets) -> bool:
    """Whether each amount is what the grants of its row leave of its cost."""
    restes = (projets.couts.get(n, 0) - projets.sommes.get(n, 0) == c for n, c in cents.items())
    return len(cents) > 1 and all(restes)
