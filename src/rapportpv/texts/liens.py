"""Where links may lead."""

import re

from rapportpv.texts.releve import Releve
from rapportpv.texts.rules.pv607_lien_refuse import PV607

_ADMIS = re.compile(r"(?:https?://|mailto:|tel:)[^\s{}\U000f0000-\U000ffffd]+", re.IGNORECASE)
_SANS_SCHEMA = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_LONGUEUR = 60


def check_lien(adresse: str, releve: Releve, numero: int) -> str:
    """The address, or nothing when it is no place for a reader to go: that is told."""
    adresse = adresse.strip()
    if _ADMIS.fullmatch(adresse):
        return adresse
    releve.tell(
        PV607,
        numero,
        valeur=adresse[:_LONGUEUR],
        suggestion=(f"Écrivez « https://{adresse} »." if _SANS_SCHEMA.fullmatch(adresse) else None),
    )
    return ""
