"""Who pays, by the words of a heading or of a cell."""

import re
from collections.abc import Iterable

from msgspec import Struct

from rapportpv.french.lexique import fold
from rapportpv.reading.titres import read_titre

_SPECIFIQUE = re.compile(
    r"\b(?:147|p ?147|bop|anct|cget|acse|specifiques?|politique de la ville|contrat de ville|"
    r"cohesion sociale|fcs|quartiers d'ete|quartiers solidaires|cites? educatives?|"
    r"adultes?[- ]relais)\b"
)
_DROIT_COMMUN = re.compile(r"\bdroits? communs?\b")

_FAMILLES = (
    ("EPCI", r"\b(?:fcs|fonds de cohesion sociale)\b"),
    ("CAF", r"\b(?:caf|allocations familiales)\b"),
    (
        "Bailleurs",
        r"\b(?:bailleurs?|oph|hlm|esh|office public de l'habitat|tfpb|abattements?)\b",
    ),
    ("Europe", r"\b(?:europe|europeens?|fse|feder|feader|fse ?\+|union europeenne)(?!\w)"),
    (
        "Departement",
        r"\b(?:departement|departemental|depts?|dpts?|dep|cd ?\d{1,3}|cg ?\d{1,3}|cd|cg|fsl)\b",
    ),
    ("Region", r"\b(?:region|regional|regionaux|cr)\b"),
    (
        "EPCI",
        r"\b(?:epci|agglo|agglomeration|intercommunalite|communaute (?:de communes|d'aggl\w*|"
        r"urbaine)|metropole|ept|communautaire)\b",
    ),
    ("Communes", r"\b(?:communes?|villes?|mairies?|ccas|communal|communaux|municipal\w*)\b"),
    (
        "Etat",
        r"\b(?:etat|anct|cget|acse|bop ?\d*|p ?147|147|politique de la ville|prefecture|prefet|"
        r"sous-prefecture|fipd?r?|mildecaa?|mildt|drac|ars|ddets|ddcs|dreets|direccte|drjscs|"
        r"sdjes|dsden|rectorat|education nationale|ministeres?|justice|dilcrah|fdva|fonjep|cnds|"
        r"agence nationale du sport|ans|anru|pnru|npnru|ville vie vacances|vvv|quartiers d'ete|"
        r"cites? educatives?|adultes?[- ]relais|clas|reaap|france travail|pole emploi|drdfe|"
        r"dddfe|droits des femmes|asp|contrats? aides?|emplois? aides?|dgcs|dila|pjj|dpjj|dpv)\b",
    ),
    (
        "Autres",
        r"\b(?:fondations?|mecenat|mecenes?|cpam|msa|carsat|cpl|caisse des depots|cdc|"
        r"banque des territoires|opco|uniformation|agefiph|autres? (?:financeurs?|financements?|"
        r"fonds|credits?|subventions?|cofinanceurs?|organismes?|publics?|partenaires?)|"
        r"cofinanceurs?|organismes sociaux|entreprises?|prives?|autres?)\b",
    ),
)
_MOTIFS = tuple((famille, re.compile(motif)) for famille, motif in _FAMILLES)
_PROPRES = re.compile(
    r"\b(?:autofinancements?|auto-financements?|fonds propres|ressources propres|"
    r"participation des (?:usagers|familles|adherents|beneficiaires|habitants)|"
    r"usagers|cotisations?|"
    r"benevolat|valorisations?|contributions? (?:volontaires?|en nature)|ventes?|prestations?|"
    r"recettes propres|reste a (?:charge|financer)|solde|reliquats?|reports?|provisions?)\b"
)
_PETITS = {"de", "du", "des", "la", "le", "les", "l", "d", "par", "en", "et", "a", "au"}
_SIGLE_D_EPCI = re.compile(r"(?:CA|CC|CU)[A-Z]{1,6}")


class Indice(Struct, frozen=True):
    """Whose money a name says it is; `specifique` is None where no word tells."""

    famille: str
    specifique: bool | None


def guess_payeur(nom: str, sigle: str = "", groupe: str = "") -> Indice | None:
    """Who a heading or a cell says that pays, with what stands above it; None when nobody."""
    plie = fold(nom).replace("\u2019", "'")
    if is_own(nom):
        return None
    famille = next((f for f, motif in _MOTIFS if motif.search(plie)), None)
    mots = re.findall(r"\w+", nom)
    if (sigle and fold(sigle) in map(fold, mots)) or (
        famille is None and any(_SIGLE_D_EPCI.fullmatch(mot) and mot != "CAF" for mot in mots)
    ):
        famille = "EPCI"
    return Indice(famille, _say_specifique(plie, groupe)) if famille else None


def say_specifique(nom: str, groupe: str = "") -> bool | None:
    """Whether a name, or what stands above it, says that it is money of the policy itself."""
    return _say_specifique(fold(nom).replace("\u2019", "'"), groupe)


def _say_specifique(plie: str, groupe: str) -> bool | None:
    for texte in (plie, fold(groupe).replace("\u2019", "'")):
        if _DROIT_COMMUN.search(texte):
            return False
        if _SPECIFIQUE.search(texte):
            return True
    return None


def is_own(nom: str) -> bool:
    """Whether a heading names what the operator itself, or nobody, brings: no grant for sure."""
    return bool(_PROPRES.search(fold(nom).replace("\u2019", "'")))


def clean_nom(libelle: str) -> str:
    """The name of a funder in a heading: «Montant accordé ANCT 2024 (€)» is ANCT."""
    noyau = set(read_titre(libelle).noyau.split())
    mots = [m for m in re.split(r"\s+", libelle) if _is_kept(m, noyau)]
    while mots and fold(mots[0]).strip("'\u2019:–-") in _PETITS:
        mots.pop(0)
    while mots and fold(mots[-1]).strip("'\u2019:–-") in _PETITS:
        mots.pop()
    nom = " ".join(mots).strip(" :–-/,;()")
    return re.sub(r"^(?:[dl]['\u2019])", "", nom) or libelle


def _is_kept(mot: str, noyau: set[str]) -> bool:
    siens = set(re.findall(r"\w+", fold(mot).replace("\u2019", "'")))
    return bool(siens & noyau) or (bool(siens) and siens <= _PETITS) or mot == "&"


def make_code(libelle: str, pris: Iterable[str] = ()) -> str:
    """A code of small letters, digits and _, that no other has."""
    nu = re.sub(r"[^a-z0-9]+", "_", fold(libelle).encode("ascii", "ignore").decode()).strip("_")
    base = nu if nu and not nu[0].isdigit() else f"f_{nu}".strip("_")
    occupes, code, rang = set(pris), base, 2
    while code in occupes:
        code, rang = f"{base}_{rang}", rang + 1
    return code
