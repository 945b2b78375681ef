"""What a heading says beside the name of its column: asked or granted, a year, a unit."""

import re
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from rapportpv.french.lexique import Entree, Lexique, fold, squash

_ANNEE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PRECEDENTE = re.compile(r"\b(?:annee )?n ?[-–] ?[1-9]\b|\bann?ees? precedentes?\b")
_COURANTE = re.compile(r"\b(?:annee|exercice) n\b(?! ?[-–])|(?<=\w )\(?n\)?$")
_MILLESIME = re.compile(
    r"(?:annee|exercice|millesime|campagne|an)s?(?: (?:budgetaire|concernee|"
    r"(?:de |du |de la )?(?:programmation|financement|subvention|contrat|appel a projets)))?"
)
_MILLIERS = re.compile(
    r"\(? ?(?:en )?(?:\bk ?(?:€|euros?\b|eur\b)|\ben milliers\b|\bmilliers d'(?:euros|€)|"
    r"\bmilliers €) ?\)?|\(k\)"
)
_MILLIONS = re.compile(
    r"\(? ?(?:en )?(?:\bm ?(?:€|euros?\b|eur\b)|\ben millions\b|\bmillions d'(?:euros|€)|"
    r"\bmillions €) ?\)?"
)
_NOMBRES = re.compile(r"\d[\d ,.]*(?:k ?€|m ?€|k?euros?|milliers[^ ]*|millions?)(?: d'euros)?")
_EUROS = re.compile(r"\(? ?(?:en )?(?:€|\beuros?\b|\beur\b) ?\)?")


class Etape(Enum):
    """How far an amount has come: only what is granted counts."""

    DEMANDEE = "demandé"
    ACCORDEE = "accordé"
    VERSEE = "versé"


_ETAPES = {
    Etape.DEMANDEE: re.compile(
        r"\b(?:demande|sollicite|souhaite|requis|prevu|propose|proposition|escompte|attendu|"
        r"previsionnel|depose|estime|envisage|espere|instruit)(?:e?s?|le|lles?|ls?)\b|\bdemandes?\b"
    ),
    Etape.ACCORDEE: re.compile(
        r"\b(?:accorde|attribue|octroye|obtenu|vote|retenu|valide|alloue|notifie|engage|decide|"
        r"conventionne|acquis|programme|accepte|arrete|confirme|delibere|approuve|acte|soutenu|"
        r"subventionne)(?:e?s?)\b|\b(?:decision|notification|attribution|accord|vote|engagement)s?\b"
    ),
    Etape.VERSEE: re.compile(
        r"\b(?:verse|paye|mandate|regle|realise|justifie|consomme|liquide|execute|encaisse|"
        r"percu|recu)(?:e?s?)\b|\b(?:versement|paiement|acompte|solde|avance|mandatement)s?\b"
    ),
}
_NEUTRES = frozenset(
    {
        *("montant", "montants", "subvention", "subventions", "financement", "financements"),
        *("credit", "credits", "aide", "aides", "participation", "participations", "part"),
        *("contribution", "contributions", "concours", "somme", "sommes", "financeur"),
        *("financeurs", "cofinancement", "cofinancements", "annee", "exercice", "campagne"),
        *("programmation", "titre", "ttc", "definitif", "definitive", "definitifs", "final"),
        *("finale", "en", "au", "aux", "de", "du", "des", "d", "la", "le", "les", "l", "et"),
        *("par", "pour", "sur", "a"),
    }
)


class Titre(Struct, frozen=True):
    """A heading taken apart: what is left of its name, and what it says of its amounts."""

    noyau: str
    etape: Etape | None = None
    annees: frozenset[int] = frozenset()
    precedente: bool = False
    unite: str = ""  # «k€», «M€»; nothing for euros

    def is_of_another_year(self, millesime: int) -> bool:
        """Whether its amounts are of another year than that one."""
        ailleurs = bool(self.annees) and millesime not in self.annees
        return bool(millesime) and (self.precedente or ailleurs)


@lru_cache(1024)
def read_titre(texte: str) -> Titre:
    """The heading, taken apart."""
    plie = fold(texte).replace("\u2019", "'")
    unite, plie = _take_unit(plie)
    annees = frozenset(map(int, _ANNEE.findall(plie)))
    precedente = bool(_PRECEDENTE.search(plie))
    plie = _ANNEE.sub(" ", _COURANTE.sub(" ", _PRECEDENTE.sub(" ", plie)))
    etapes = [etape for etape, mots in _ETAPES.items() if mots.search(plie)]
    for mots in _ETAPES.values():
        plie = mots.sub(" ", plie)
    # «accordé / demandé» in one heading says neither
    etape = etapes[0] if len(etapes) == 1 else None
    return Titre(_noyau(plie), etape, annees, precedente, unite)


def says_year(texte: str) -> bool:
    """Whether a heading is that of the year of each row: not that of a first request."""
    return bool(_MILLESIME.fullmatch(squash(texte)))


def strip_unit(texte: str) -> str:
    """A heading, folded, without its unit: «prevu» for «Prévu (k€)», «Prévu en euros»."""
    return _take_unit(fold(texte).replace("\u2019", "'"))[1]


def find_unit(texte: str) -> str:
    """«k€» or «M€» where a text says that amounts are in thousands or millions."""
    plie = _NOMBRES.sub(" ", fold(texte).replace("\u2019", "'"))  # «2 M€» is an amount
    return _take_unit(plie)[0]


def _take_unit(plie: str) -> tuple[str, str]:
    for unite, forme in (("k€", _MILLIERS), ("M€", _MILLIONS)):
        if forme.search(plie):
            return unite, forme.sub(" ", plie)
    return "", _EUROS.sub(" ", plie)


def _noyau(plie: str) -> str:
    mots = squash(re.sub(r"['/()\[\]–—:;,.-]", " ", plie)).split()
    return " ".join(mot for mot in mots if mot not in _NEUTRES)


def index_noyaux(lexique: Lexique, garder: str) -> dict[str, str]:
    """The codes that begin so, by what is left of their names; a name of two of them is of none."""
    noyaux: dict[str, set[str]] = {}
    for entree in lexique.entrees:
        if entree.code.startswith(garder):
            for forme in _forms(entree):
                noyaux.setdefault(forme, set()).add(entree.code)
    return {noyau: codes.pop() for noyau, codes in noyaux.items() if noyau and len(codes) == 1}


def _forms(entree: Entree) -> set[str]:
    return {read_titre(forme).noyau for forme in (entree.libelle, *entree.alias)}
