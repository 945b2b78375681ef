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
    premier = fold(re.split(r"[\s’']", nom, maxsplit=1)[0])
    if premier in _FEMININS | _MASCULINS:
        return le(nom, feminin=premier in _FEMININS)
    return nom
