"""Lot: a document of each project below a folder, in processes side by side."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.commands.lot.ouvriers import Arret, Tache, run_all
from rapportpv.commands.lot.projets import find_projets
from rapportpv.commands.lot.travail import Demande, prepare_build, prepare_check, work
from rapportpv.core.lot import Issue, Lot, Resultat

DELAI = 600
"""Seconds that a project may take, unless told otherwise."""


class Consigne(Struct, frozen=True):
    """What is asked of every project; `processus`: how many at once, 0 for one a processor."""

    millesime: int
    document: str
    verifier: bool = False
    refaire: bool = False
    processus: int = 0
    delai: float = DELAI


def run_lot(dossier: Path, consigne: Consigne, progress: Callable[[Resultat, int], None]) -> Lot:
    """What became of each project; `progress` is told of each, and of how many there are.

    Raises LotVideError.
    """
    debut = time.monotonic()
    racines = find_projets(dossier)
    demandes = [_demand(dossier.resolve(), racine, consigne) for racine in racines]
    preparer = prepare_check if consigne.verifier else prepare_build
    tache = Tache(preparer, work, consigne.delai)
    resultats = []
    for demande, rendu, secondes in run_all(tache, demandes, consigne.processus or _count()):
        resultat = _judge(demande, rendu, consigne.delai)
        resultats.append(replace(resultat, secondes=round(secondes, 2)))
        progress(resultats[-1], len(demandes))
    resultats.sort(key=lambda resultat: resultat.projet)
    return Lot(tuple(resultats), round(time.monotonic() - debut, 2))


def _demand(dossier: Path, racine: Path, consigne: Consigne) -> Demande:
    return Demande(
        dossier,
        racine,
        consigne.millesime,
        consigne.document,
        consigne.verifier,
        consigne.refaire,
    )


def _judge(demande: Demande, rendu: Resultat | Arret, delai: float) -> Resultat:
    """What the process says, or why it says nothing."""
    if isinstance(rendu, Resultat):
        return rendu
    if rendu.hors_delai:
        raison = f"plus de {delai:g} secondes : arrêté (--delai en donne davantage)"
    elif rendu.faute:
        raison = f"erreur imprévue du programme ({rendu.faute}) : signalez-la"
    else:
        raison = "le programme s’est arrêté net, peut-être faute de mémoire (--processus 1)"
    return Resultat(demande.projet, Issue.ARRETE, raison=raison)


def _count() -> int:
    """How many processors there are for this program."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
