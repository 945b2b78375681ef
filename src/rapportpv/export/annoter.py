"""Annotated copies of the workbooks that have anomalies, written in a folder, all or none."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.ecriture import write_all
from rapportpv.core.errors import FichierInaccessibleError, RapportError, SortieInaccessibleError
from rapportpv.core.livre import Livre
from rapportpv.core.zip import ArchiveIllisibleError, read_zip
from rapportpv.export.pertes import format_reserves, has_formules, list_pertes

_CLASSEURS = {".xlsx", ".xlsm", ".ods", ".xls"}
_SUFFIXE = " - annoté.xlsx"


class CopieRefuseeError(RapportError):
    """A copy would take the place of a file that is none of ours."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le fichier « {chemin} » existe déjà, et ce n’est pas une copie annotée par "
            "rapportpv. Déplacez-le, ou choisissez un autre dossier avec --annoter."
        )


class CopieInaccessibleError(RapportError):
    """A copy cannot be written."""

    def __init__(self, chemin: Path, raison: str | None = None) -> None:
        conseil = (
            f" : {raison.replace('--sortie', '--annoter')}"
            if raison
            else ". Si elle est ouverte dans Excel, fermez-la ; sinon, vérifiez que vous avez le "
            "droit d’écrire dans ce dossier, ou choisissez-en un autre avec --annoter."
        )
        super().__init__(f"La copie « {chemin} » ne peut pas être écrite{conseil}")


class Copie(Struct, frozen=True):
    """What became of a workbook: its copy and what that lacks, or why there is none."""

    fichier: str
    chemin: Path | None = None
    reserves: str = ""
    raison: str = ""


def annotate_classeurs(
    racine: Path, anomalies: Iterable[Anomalie], dossier: Path, livres: Iterable[Livre] = ()
) -> tuple[Copie, ...]:
    """The copies, written in the folder; the workbooks themselves are only read.

    Each number has the colour of its fate, by the ledgers that are given.
    Raises FichierInaccessibleError, CopieRefuseeError and CopieInaccessibleError.
    """
    par_livre: dict[str, list[Livre]] = {}
    for livre in livres:
        par_livre.setdefault(livre.fichier, []).append(livre)
    par_fichier: dict[str, list[Anomalie]] = {}
    for anomalie in anomalies:
        par_fichier.setdefault(anomalie.lieu.fichier, []).append(anomalie)
    for fichier in par_livre:
        par_fichier.setdefault(fichier, [])
    faites = [
        _annotate(racine, fichier, siennes, dossier, par_livre.get(fichier, []))
        for fichier, siennes in par_fichier.items()
    ]
    _write({copie.chemin: contenu for copie, contenu in faites if copie.chemin})
    return tuple(copie for copie, _ in faites)


def _annotate(
    racine: Path, fichier: str, anomalies: list[Anomalie], dossier: Path, livres: list[Livre]
) -> tuple[Copie, bytes]:
    from rapportpv.export.copie import IncopiableError, annotate, is_copie

    parts, raison = _read(racine / fichier)
    if not raison and is_copie(parts):
        raison = "c’est déjà une copie annotée"
    if not raison and any(anomalie.rule.nom == "fichier-illisible" for anomalie in anomalies):
        raison = "ce classeur ne se lit pas"
    if raison:
        return Copie(fichier, raison=raison), b""
    try:
        contenu = annotate(parts, fichier, anomalies, livres)
    except IncopiableError:
        return Copie(fichier, raison="ce classeur ne se laisse pas recopier"), b""
    chemin = dossier / _name(fichier)
    reserves = format_reserves(list_pertes(parts), formules=has_formules(parts))
    return Copie(fichier, chemin, reserves), contenu


def _read(chemin: Path) -> tuple[dict[str, bytes], str]:
    """The parts of the workbook, or why it is none that can be copied."""
    if chemin.suffix.lower() not in _CLASSEURS:
        return {}, "ce n’est pas un classeur"
    if not chemin.is_file():
        return {}, "ce fichier n’existe pas"
    try:
        parts = read_zip(chemin.read_bytes())
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    except ArchiveIllisibleError:
        parts = {}
    if "xl/workbook.xml" in parts:
        return parts, ""
    return {}, (
        "seul un .xlsx se recopie sans rien perdre de ses cellules. Enregistrez ce classeur en "
        ".xlsx pour en avoir une"
    )


def _name(fichier: str) -> str:
    """«2022/fcs.xlsx» → «fcs 2022 - annoté.xlsx», for two years may share a folder."""
    chemin = PurePosixPath(fichier)
    return " ".join((chemin.stem, *chemin.parent.parts)) + _SUFFIXE


def _write(copies: dict[Path, bytes]) -> None:
    for chemin in copies:
        _check_place(chemin)
    try:
        write_all(copies)
    except SortieInaccessibleError as cause:
        raise CopieInaccessibleError(cause.chemin, cause.raison) from cause


def _check_place(chemin: Path) -> None:
    from rapportpv.export.copie import is_copie

    if not chemin.exists():
        return
    if chemin.with_name(f"~${chemin.name}").exists():  # Excel has it open
        raise CopieInaccessibleError(chemin)
    try:
        notre = is_copie(read_zip(chemin.read_bytes()))
    except ArchiveIllisibleError:
        notre = False
    if not notre:
        raise CopieRefuseeError(chemin)
