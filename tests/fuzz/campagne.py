"""Many breaks of each kind, the same for the same seed, and what came of them."""

import importlib
import pkgutil
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import rapportpv
from tests.fuzz.sujets import SUJETS, Sujet, make_projet


@dataclass
class Bilan:
    """A kind of files: how many breaks, how the commands ended, and the worst of them."""

    nom: str
    essais: int = 0
    codes: Counter[int] = field(default_factory=Counter)
    secondes: float = 0.0
    memoire: int = 0
    fautes: list[str] = field(default_factory=list)


def run_campagne(graine: int, diviseur: int = 1) -> list[Bilan]:
    """What came of each kind, a part of the breaks only if `diviseur` says so."""
    load_all()  # once, before the processes part: each would import the same again
    with tempfile.TemporaryDirectory() as dossier:
        modele = make_projet(Path(dossier))
        with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
            return [
                _gather(sujet.nom, pool.map(partial(_try_alone, sujet.nom, modele, graine), rangs))
                for sujet in SUJETS
                if (rangs := range(sujet.nombre // diviseur))
            ]


def load_all() -> None:
    """Import every module of the program."""
    for module in pkgutil.walk_packages(rapportpv.__path__, "rapportpv."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _try_alone(nom: str, modele: Path, graine: int, rang: int) -> Bilan:
    bilan = Bilan(nom)
    try_at(next(sujet for sujet in SUJETS if sujet.nom == nom), modele, graine, rang, bilan)
    return bilan


def _gather(nom: str, bilans: Iterable[Bilan]) -> Bilan:
    """What came of a kind, told as it goes."""
    tout = Bilan(nom)
    for bilan in bilans:
        tout.essais += bilan.essais
        tout.codes += bilan.codes
        tout.secondes = max(tout.secondes, bilan.secondes)
        tout.memoire = max(tout.memoire, bilan.memoire)
        tout.fautes += bilan.fautes
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{nom} {tout.essais}")
    return tout


def try_at(sujet: Sujet, modele: Path, graine: int, rang: int, bilan: Bilan) -> None:
    """The break of that rank, in a copy of the project."""
    alea = random.Random(f"{graine} {sujet.nom} {rang}")
    with tempfile.TemporaryDirectory() as dossier:
        copie = Path(shutil.copytree(modele, Path(dossier) / "projet"))
        bilan.essais += 1
        for fait, faux in sujet.try_one(copie, alea):
            bilan.codes[fait.code] += 1
            bilan.secondes = max(bilan.secondes, fait.secondes)
            bilan.memoire = max(bilan.memoire, fait.memoire)
            if fait.faute or faux:
                bilan.fautes.append(
                    f"{sujet.nom} {rang} : {fait.faute or faux} : {fait.annonce[-400:]}"
                )
