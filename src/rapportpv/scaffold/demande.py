"""What `init` is asked for, and what it asks for in turn."""

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.french.identifiants import check_siren, compact
from rapportpv.scaffold.errors import (
    AnneeImpossibleError,
    InitSansReponseError,
    SirenInvalideError,
)
from rapportpv.scaffold.sigle import make_sigle

_PREMIERE, _DERNIERE = 2000, 2099

Question = Callable[[str, str], str | None]
"""Asks whoever is there, with the answer that is proposed; None when nobody is."""


class Demande(Struct, frozen=True):
    """What `init` is asked for, and what it was told of the EPCI; None where it was not."""

    annee: int
    epci: str | None = None
    sigle: str | None = None
    siren: str | None = None
    contrat: str | None = None
    reprendre_actions: bool = False
    classeur: str | None = None


def read_annee(texte: str) -> int:
    """The year that was typed. Raises AnneeImpossibleError."""
    propre = texte.strip()
    if not re.fullmatch(r"\d{4}", propre) or not _PREMIERE <= int(propre) <= _DERNIERE:
        raise AnneeImpossibleError(texte)
    return int(propre)


def read_siren(texte: str) -> str:
    """The nine digits, or nothing when nothing was told. Raises SirenInvalideError."""
    if not texte.strip():
        return ""
    if faute := check_siren(texte.strip()):
        raise SirenInvalideError(texte, faute.raison)
    return compact(texte)


def complete_demande(demande: Demande, ask: Question) -> Demande:
    """What is asked for, with what a new project cannot do without.

    Raises InitSansReponseError when nobody answers.
    """
    epci = demande.epci or ask("Nom de l’intercommunalité", "")
    if not (epci or "").strip():
        raise InitSansReponseError(demande.annee)
    epci = " ".join(str(epci).split())
    sigle = demande.sigle
    siren = demande.siren
    if demande.epci is None:
        sigle = sigle or ask("Son sigle", make_sigle(epci))
        siren = siren or ask("Son numéro SIREN, 9 chiffres (Entrée pour plus tard)", "")
    return replace(demande, epci=epci, sigle=sigle or make_sigle(epci), siren=siren or "")
