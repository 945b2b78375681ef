"""Names of communes and quartiers, however spelt, and the words for no place in particular."""

import re
from collections.abc import Iterable

from rapportpv.french.lexique import fold, normalise

_MEMES_MOTS = {"lez": "les", "st": "saint", "ste": "sainte"}  # «lès» has lost its accent already

# In their keys (place_key).
ENSEMBLE = frozenset(
    {"tous", "toutes", "toutescommunes", "touteslescommunes", "toutleterritoire", "territoire"}
    | {"intercommunal", "intercommunale", "agglomeration", "epci"}
    | {"tousquartiers", "touslesquartiers", "tousqpv", "touslesqpv"}
)
"""Words for the whole territory."""

PLUSIEURS = frozenset({"multicommunes", "multiquartiers", "multiqpv", "interquartiers", "interqpv"})
"""Words for several places, which are not named."""

HORS = frozenset({"horsqpv", "horsquartier"})
"""Words for what is outside the quartiers."""

NULLE_PART = frozenset({"sansobjet", ""})
"""Words for no place."""

VAGUES = ENSEMBLE | PLUSIEURS | HORS | NULLE_PART
"""All the words that stand for no place in particular."""


def place_key(nom: str) -> str:
    """What two spellings of one place share: no case, accent, hyphen, nor lès for les."""
    mots = re.findall(r"[^\W_]+", fold(nom))
    return "".join(_MEMES_MOTS.get(mot, mot) for mot in mots)


def index_by_key(noms: Iterable[str]) -> dict[str, str]:
    """The names by what their spellings share, the first spelling kept."""
    index: dict[str, str] = {}
    for nom in noms:
        index.setdefault(place_key(nom), normalise(nom))
    return index
