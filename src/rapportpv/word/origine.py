"""What a document of ours was made for: told in its custom properties, which editors keep."""

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from rapportpv.core.identite import Identite
from rapportpv.word.archive import EMPREINTE
from rapportpv.word.ooxml import parse
from rapportpv.word.perso import read_perso
from rapportpv.word.proprietes import COEUR

_ANNEE, _EPCI, _SIGLE = "rapportpv.annee", "rapportpv.epci", "rapportpv.sigle"
_DOCUMENT, _VERSION = "rapportpv.document", "rapportpv.version"


class Origine(Struct, frozen=True):
    """Whose document, of which year, from which template, in which state of the procedure."""

    annee: int
    epci: str
    sigle: str
    document: str
    version: str


def name_origine(identite: Identite, document: str) -> dict[str, str]:
    """The custom properties that tell what a document is made for."""
    return {
        _ANNEE: str(identite.annee),
        _EPCI: identite.epci,
        _SIGLE: identite.sigle,
        _DOCUMENT: document,
        _VERSION: identite.version.value,
    }


def read_origine(parts: Mapping[str, bytes]) -> Origine | None:
    """What a document was made for; None for one that does not tell."""
    dit = read_perso(parts)
    annee = dit.get(_ANNEE, "")
    if not annee.isdecimal():
        return _guess(parts) if EMPREINTE in dit else None
    autres = (dit.get(nom, "") for nom in (_EPCI, _SIGLE, _DOCUMENT, _VERSION))
    return Origine(int(annee), *autres)


def _guess(parts: Mapping[str, bytes]) -> Origine | None:
    """What the title and the author of a document say: one that an older version made."""
    try:
        coeur = parse(parts[COEUR])
    except (KeyError, etree.XMLSyntaxError):
        return None
    titre, auteur = (coeur.findtext(f"{{*}}{nom}") or "" for nom in ("title", "creator"))
    annees = re.findall(r"\b20\d\d\b", titre.removesuffix(auteur))
    if not annees or not auteur:
        return None
    document = "deliberation" if titre.startswith("Délibération") else "rapport"
    return Origine(int(annees[-1]), auteur, "", document, "")
