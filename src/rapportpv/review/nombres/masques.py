"""The numbers of a text that are nobody's figures: years, laws, phones, addresses."""

import re
from collections.abc import Iterator

from msgspec import Struct

from rapportpv.french.typographie import MOIS

ANNEE = "année"
"""A number that is a year, and in no date."""

_MOIS = "|".join(
    (*MOIS, "fevrier", "aout", "decembre", r"janv\.", r"f[ée]v\.", r"sept\.", r"oct\.")
)
_VOIES = (
    r"(?:bis |ter )?(?:rue|bd|bld|boulevard|avenue|av\.|place|impasse|all[ée]e|chemin|route|quai|"
    r"square|cours|faubourg|r[ée]sidence)\b"
)
_AVANT = (
    r"articles?|art\.|num[ée]ros?|n[°ºo]s?|page|pages|p\.|pp\.|question|questions|phase|annexe|"
    r"annexes|priorit[ée]|chapitre|[ée]tape|volet|tome|lot|tranche|fiche|focus|tableau|figure|"
    r"graphique|carte|axe|niveau|appel|version|cit[ée]|fosse|bp|cs|cedex|lyc[ée]e|titre|section|"
    r"alin[ée]a|dossier n°|convention n°|bop|programme|p(?=1\d\d\b)|encadr[ée]|objectif|"
    r"objectifs n°|d[ée]cret|loi|circulaire|arr[êe]t[ée] n°|diapositive|salle|b[âa]timent|porte"
)

_COMPTES = (
    "(?i:communes?|quartiers?|projets?|actions?|dossiers?|villes?|qpv|elus?|élus?|instances?)"
)
_MOTS_EN_CAPITALES = (
    "LES|DES|SUR|AUX|ET|DE|DU|EN|LA|LE|UN|UNE|PAR|POUR|DONT|SOIT|AVEC|ENTRE|PLUS|MOINS|TOTAL|DANS|"
    "AU|OU|SONT|ONT|EST|AVANT|APRES|ENVIRON|MONTANT|PROGRAMMATION|ENVELOPPE"
)


class Masque(Struct, frozen=True):
    """A stretch of a text that holds no figure, and what it is."""

    debut: int
    fin: int
    quoi: str


_FORMES: tuple[tuple[str, str], ...] = (
    ("adresse", r"https?://\S+|\bwww\.\S+|\S+@\S+\.\w+"),
    ("téléphone", r"(?<![\w+])(?:\+33[ .]?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)"),
    (
        "SIRET",
        r"\b(?:siret|siren|rna)\b[^\d]{0,5}[\dW][\d ]{7,18}\d"
        r"|(?<![\d ])\d{3} \d{3} \d{3} \d{5}\b",
    ),
    ("heure", r"\b\d{1,2} ?[hH](?: ?\d{2})?\b(?!a\b)|\b\d{1,2}:\d{2}\b"),
    ("loi", r"\b[LRDA]\. ?\d[\d-]*|\b(?:n[°º]s? ?|num[ée]ros? )[\w./-]*\d[\w./-]*"),
    (
        "numéro",
        rf"\b(?:{_AVANT}) ?(?:n[°º] ?)?\d[\d./-]*(?:(?: ?,| et| [àa]| ou|-) ?\d+)*\b"
        r"(?! ?(?:€|%|euros?\b|k€|M€))",
    ),
    (
        "numérotation",
        rf"^\s*(?:[-•–] )?(?:\d+(?:\.\d+)+\.?|\d{{1,3}} ?[.)/°](?!\d)|\d{{1,2}} [-–—](?= )"
        rf"|\d{{1,2}}(?= (?:\.\.\.|…|«|[A-ZÀ-Ý]))(?! (?:{_COMPTES})))(?= |$)",
    ),
    ("numérotation", r"(?:^|(?<=\s))\d{1,3} ?/ ?\d{1,3}$"),
    ("ordinal", r"\b\d+ ?(?:ers?|[èe]res?|[èe]mes?|nde?s?|es?)\b|\b\d+\^?\{?(?:[èe]me|er)\}?"),
    ("adresse", rf"\b\d+(?:(?:, ?\d+)* et \d+)? ?,? ?{_VOIES}"),
    ("code postal", r"(?<![\d,.])(?<!\d )\d{5}(?= [A-ZÀ-Ý][\w'’-]{2,})(?! ?(?:€|euros?))"),
    (
        "code",
        rf"\b(?!(?:{_MOTS_EN_CAPITALES})\b)[A-Z]{{2,}}[-– ]?\d[\w-]*\b(?! ?(?:€|%|\d))"
        r"|\b[^\W\d_]+\d[\w]*|\b\d+[A-Z]{2,}[\w/]*",
    ),
    (
        ANNEE,
        r"(?<![\d ,.\u202f])(?:19|20)\d{2}(?: ?[-–/] ?(?:(?:19|20)\d{2}|\d{2}))?\b"
        r"(?![,.]?\d)(?! ?(?:€|euros?\b|EUR|[kKM]€|%))"
        r"|(?<=[^\d] )(?:19|20)\d{2}(?: ?[-–/] ?(?:(?:19|20)\d{2}|\d{2}))?\b"
        r"(?![,.]?\d)(?! ?(?:€|euros?\b|EUR|[kKM]€|%))",
    ),
)
_CASSE = frozenset({"code", "code postal", "numérotation"})  # where capitals matter
_MASQUES = tuple(
    (quoi, re.compile(forme, 0 if quoi in _CASSE else re.IGNORECASE)) for quoi, forme in _FORMES
)
DATE = re.compile(
    rf"\b(?P<jour>\d{{1,2}})(?:er)? (?P<mois>{_MOIS})(?: (?P<annee>\d{{4}}))?\b"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    re.IGNORECASE,
)
_SANS_ACCENT = {"fevrier": "février", "aout": "août", "decembre": "décembre"}


def find_masques(texte: str) -> Iterator[Masque]:
    """Each stretch whose numbers are no figures; dates are not among them."""
    if any(map(str.isdecimal, texte)):
        for quoi, forme in _MASQUES:
            yield from (Masque(*trouve.span(), quoi) for trouve in forme.finditer(texte))
