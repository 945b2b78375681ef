"""The workflow that regenerates a project's report: for GitHub, for GitLab."""

import difflib
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import rapportpv
from rapportpv.commands.fourni import find_exigences
from rapportpv.core.ecriture import write_whole
from rapportpv.core.errors import FichierInaccessibleError, ReglagesFautifsError
from rapportpv.core.settings.reglages import ModePublication, Publier
from rapportpv.reading.project import Projet
from rapportpv.reading.settings import load_reglages
from rapportpv.scaffold.errors import (
    DossierInvalideError,
    FichierDifferentError,
    ForgeInconnueError,
    InitIncompletError,
    InstallationInvalideError,
)
from rapportpv.scaffold.pose import Pose
from rapportpv.year.sujets import PLANS

GITHUB, GITLAB = FORGES = ("github", "gitlab")
_GITHUB = ".github/workflows/rapportpv.yml"
_GITLAB = ".gitlab/rapportpv.yml"
_GITLAB_RACINE = ".gitlab-ci.yml"
_EXIGENCES = {GITHUB: ".github/rapportpv-exigences.txt", GITLAB: ".gitlab/rapportpv-exigences.txt"}
_ENTETE = (
    "# Ce dont rapportpv {version} a besoin : la version et l’empreinte de chaque paquet.\n"
    "# pip refuse tout autre. Écrit par « rapportpv init --ci {forge} ».\n"
)
_INCLUSION = re.compile(rf"^[^#\n]*{re.escape(_GITLAB)}", re.MULTILINE)
_DOSSIER = re.compile(r"[\w ./-]+")
_PAQUET = re.compile(r"[\w./@+:=<>~!,\[\]-]+")
_CONSEILS = {
    (GITHUB, ModePublication.PROPOSITION): (
        "Envoyez ces fichiers sur GitHub. Pour qu’un changement soit proposé, cochez « Allow "
        "GitHub Actions to create and approve pull requests » dans Settings › Actions › General."
    ),
    (GITHUB, ModePublication.COMMIT): (
        "Envoyez ces fichiers sur GitHub. Les changements y seront envoyés sur la branche par "
        "défaut : si elle est protégée, autorisez-y les Actions."
    ),
    (GITLAB, ModePublication.PROPOSITION): (
        "Envoyez ces fichiers sur GitLab, puis créez la planification hebdomadaire dans Build › "
        "Pipeline schedules. Pour qu’un changement soit proposé, donnez à la variable masquée "
        "RAPPORTPV_JETON un jeton d’accès du projet (rôle Developer, portée write_repository)."
    ),
    (GITLAB, ModePublication.COMMIT): (
        "Envoyez ces fichiers sur GitLab, puis créez la planification hebdomadaire dans Build › "
        "Pipeline schedules. Pour qu’un changement soit publié, donnez à la variable masquée "
        "RAPPORTPV_JETON un jeton d’accès du projet (rôle Maintainer, portée write_repository)."
    ),
}


def lay_ci(projet: Projet, forge: str | None, installation: str | None, *, ecraser: bool) -> Pose:
    """Write the workflow at the top of the repository that holds the project.

    Raises FichierDifferentError, with the differences, before anything is written, when a file is
    there and is not the same. Raises ReglagesFautifsError too.
    """
    if forge is None:
        raise InitIncompletError
    if forge not in FORGES:
        raise ForgeInconnueError(forge, FORGES)
    reglages, _ = load_reglages(projet.racine, PLANS)
    if reglages is None:
        raise ReglagesFautifsError
    depot, publier = find_depot(projet), reglages.publication
    conseils = [_CONSEILS[forge, publier.mode]]
    paquet = installation or f"rapportpv=={rapportpv.__version__}"
    rendus = render_ci(projet.racine.relative_to(depot).as_posix(), forge, paquet, publier)
    fichiers = {depot / chemin: texte for chemin, texte in rendus.items()}
    racine_gitlab = depot / _GITLAB_RACINE
    if racine_gitlab in fichiers and (deja := _read(racine_gitlab)) is not None:
        if not _INCLUSION.search(deja):
            conseils.append(
                f"Ajoutez à votre « {_GITLAB_RACINE} » : include: [{{ local: {_GITLAB} }}]"
            )
        del fichiers[racine_gitlab]  # somebody's pipeline: theirs to edit
    return Pose(tuple(_lay(depot, fichiers, ecraser=ecraser)), tuple(conseils))


def find_depot(projet: Projet) -> Path:
    """The top of the git repository around the project, else the folder that leads to it."""
    autour = (projet.racine, *projet.racine.parents)
    return next((dossier for dossier in autour if (dossier / ".git").exists()), projet.base)


def render_ci(dossier: str, forge: str, paquet: str, publier: Publier) -> dict[str, str]:
    """The files of that forge by their path; `dossier` leads from the repository to the project.

    Raises InstallationInvalideError when `paquet`, which pip is to install, is not one word, and
    DossierInvalideError when the path has a sign that YAML, a shell or a pattern would read.
    """
    if not _DOSSIER.fullmatch(dossier):
        raise DossierInvalideError(dossier)
    if not _PAQUET.fullmatch(paquet):
        raise InstallationInvalideError(paquet)
    modeles = {_GITHUB: "github.yml"}
    if forge == GITLAB:
        modeles = {_GITLAB: "gitlab.yml", _GITLAB_RACINE: "gitlab-racine.yml"}
    exigences = _EXIGENCES[forge]
    rendus = {
        chemin: _render(modele, dossier, paquet, exigences, publier)
        for chemin, modele in modeles.items()
    }
    return {**rendus, exigences: _render_exigences(forge)}


def _render_exigences(forge: str) -> str:
    """The dependencies as they are locked: exact versions, with their digests."""
    lignes = find_exigences().read_text("utf-8").splitlines(keepends=True)
    entete = _ENTETE.format(version=rapportpv.__version__, forge=forge)
    return entete + "".join(ligne for ligne in lignes if not ligne.startswith("#"))


def _render(modele: str, dossier: str, paquet: str, exigences: str, publier: Publier) -> str:
    """The template filled in; its marks are [[ ]] and [% %], since forges use the usual ones."""
    from jinja2 import Environment, StrictUndefined

    source = (resources.files("rapportpv.scaffold") / "modeles" / f"{modele}.j2").read_text("utf-8")
    environnement = Environment(
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    return environnement.from_string(source).render(
        version=rapportpv.__version__,
        dossier=dossier,
        prefixe="" if dossier == "." else f"{dossier}/",
        paquet=paquet,
        exigences=exigences,
        commit=publier.mode is ModePublication.COMMIT,
        valeurs=publier.valeurs,
        en_ligne=publier.en_ligne,
        inclus=_GITLAB,
    )


def _lay(depot: Path, fichiers: dict[Path, str], *, ecraser: bool) -> Iterator[tuple[str, Path]]:
    anciens = {chemin: _read(chemin) for chemin in fichiers}
    differents = [
        _compare(chemin.relative_to(depot).as_posix(), ancien, fichiers[chemin])
        for chemin, ancien in anciens.items()
        if ancien is not None and ancien != fichiers[chemin]
    ]
    if differents and not ecraser:
        raise FichierDifferentError("\n".join(differents))
    for chemin, texte in fichiers.items():
        ancien = anciens[chemin]
        if ancien == texte:
            yield "Fichier inchangé", chemin
            continue
        write_whole(chemin, texte.encode())
        yield ("Fichier écrit" if ancien is None else "Fichier remplacé"), chemin


def _read(chemin: Path) -> str | None:
    try:
        return chemin.read_text("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as cause:
        raise FichierInaccessibleError(chemin) from cause


def _compare(chemin: str, ancien: str, nouveau: str) -> str:
    lignes = difflib.unified_diff(
        ancien.splitlines(),
        nouveau.splitlines(),
        f"{chemin} (le vôtre)",
        f"{chemin} (rapportpv {rapportpv.__version__})",
        lineterm="",
        n=1,
    )
    return "\n".join(lignes)
