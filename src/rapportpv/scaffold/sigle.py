"""The initials of an EPCI."""

import re

from rapportpv.french.lexique import fold

_PETITS = {"de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "sur", "au", "aux", "a"}


def make_sigle(epci: str) -> str:
    """«Communauté de communes du Val d’Orge» is CCVO."""
    mots = re.findall(r"[^\W\d_]+", epci)
    return "".join(fold(mot)[0].upper() for mot in mots if fold(mot) not in _PETITS) or "EPCI"
