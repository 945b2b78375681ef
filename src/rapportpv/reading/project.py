"""Finding the project folder, its years, and its workbooks."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from rapportpv.core.errors import AnneeIntrouvableError, AucuneAnneeError, ProjetIntrouvableError
from rapportpv.reading.noms import ANNEE, REGLAGES


class Projet(Struct, frozen=True):
    """A project folder, and the folder that leads to it: where its documents go."""

    racine: Path
    base: Path

    @property
    def sortie(self) -> Path:
        """The folder of the documents, unless another is asked for."""
        return self.base / "sortie"


def find_projet(depart: Path, dossier: Path | None = None) -> Projet:
    """The project of the folder given, or the nearest one upward from the start.

    Raises ProjetIntrouvableError.
    """
    candidats = (
        [(dossier, dossier)]
        if dossier is not None
        else [(c, parent) for parent in (depart, *depart.parents) for c in _candidates(parent)]
    )
    for candidat, base in candidats:
        if (candidat / REGLAGES).is_file():
            return Projet(candidat.resolve(), base.resolve())
    proches = ((c, _find_semblable(c, REGLAGES)) for c, _ in candidats)
    semblable = next((dans / nom for dans, nom in proches if nom), None)
    raise ProjetIntrouvableError(dossier or depart, semblable)


def _candidates(parent: Path) -> Iterator[Path]:
    yield parent
    reglages = parent / "pyproject.toml"
    if reglages.is_file():
        try:
            outil = tomllib.loads(reglages.read_text("utf-8")).get("tool", {}).get("rapportpv", {})
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
            return  # somebody else's file: not ours to complain about
        if "dossier" in outil:
            yield parent / outil["dossier"]


def check_annee(racine: Path, millesime: int) -> None:
    """Raise AnneeIntrouvableError unless the project has that year."""
    if not (racine / str(millesime) / ANNEE).is_file():
        semblable = _find_semblable(racine / str(millesime), ANNEE)
        raise AnneeIntrouvableError(millesime, racine, list_annees(racine), semblable)


def require_annees(racine: Path) -> list[int]:
    """The years of the project, in order. Raises AucuneAnneeError when it has none."""
    if annees := list_annees(racine):
        return annees
    dossiers = sorted(d for d in racine.iterdir() if d.name.isdecimal())
    proches = ((d.name, _find_semblable(d, ANNEE)) for d in dossiers)
    raise AucuneAnneeError(racine, next((f"{d}/{nom}" for d, nom in proches if nom), None))


def list_annees(racine: Path) -> list[int]:
    """The years of the project, in order."""
    dossiers = (d for d in racine.iterdir() if d.name.isdecimal() and (d / ANNEE).is_file())
    return sorted(int(dossier.name) for dossier in dossiers)


def find_verrou(chemin: Path) -> Path | None:
    """The lock file that Excel or LibreOffice keeps beside a workbook that is open, or None."""
    verrous = (f"~${chemin.name}", f".~lock.{chemin.name}#")
    return next((v for nom in verrous if (v := chemin.with_name(nom)).exists()), None)


def _find_semblable(dossier: Path, nom: str) -> str | None:
    """A file that looks meant for it; what looks for one, and its rule, are seldom needed."""
    from rapportpv.reading.voisins import find_semblable

    return find_semblable(dossier, nom)
