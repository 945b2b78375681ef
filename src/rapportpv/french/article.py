"""The article of what an EPCI or an assembly is called by: «la Communauté…», «l’Agglomération…»."""

import re

from rapportpv.french.elision import le
from rapportpv.french.lexique import fold

_FEMININS = {
    *("communaute", "metropole", "agglomeration", "ville", "commune", "region", "prefecture"),
    *("intercommunalite", "sous-prefecture", "collectivite", "assemblee", "commission"),
}
_MASCULINS = {
    *("syndicat", "etablissement", "territoire", "pays", "pole", "departement", "conseil"),
    *("bureau", "comite", "tribunal", "sivom"),
}


def add_article(nom: str) -> str:
    """The name after its article; a proper name («Est Ensemble»), and what has one, need none."""
    if _first(nom) in _FEMININS | _MASCULINS:
        return le(nom, feminin=is_feminin(nom))
    return nom


def is_feminin(nom: str) -> bool:
    """Whether the noun that begins the name is feminine: «Assemblée communautaire»."""
    return _first(nom) in _FEMININS


def _first(nom: str) -> str:
    return fold(re.split(r"[\s’']", nom, maxsplit=1)[0])
