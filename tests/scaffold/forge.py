"""GitHub and GitLab on this machine: the steps of a workflow, run as they are written.

What stands in for the forge, and nothing else: the actions (`uses:`), which fetch, keep and hand
over files; the expressions `${{ … }}`; and two programs at the head of the PATH, `python`, which
only records what pip was told to install, and `gh`, which records what it was told to propose.
`rapportpv` is this checkout's. Each `run` and each `script` is given to sh, unchanged.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.conftest import DEPOT
from tests.relais import make_programme

_GH = """#!/bin/sh
echo "$@" >> "$FORGE/gh.txt"
case "$1 $2" in
  "pr list") cat "$FORGE/ouverte.txt" 2>/dev/null || true ;;
  "pr create") echo "https://exemple.fr/pr/1" > "$FORGE/ouverte.txt" ;;
esac
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cp "$2" "$FORGE/corps.md"; fi
  shift
done
"""
_CROCHET = """#!/bin/sh
i=0
while [ "$i" -lt "${GIT_PUSH_OPTION_COUNT:-0}" ]; do
  eval "printf '%s\\n' \\"\\$GIT_PUSH_OPTION_$i\\"" >> ../options.txt
  i=$((i + 1))
done
"""


def read_yaml(chemin: Path) -> Any:
    """A workflow, plain."""
    return YAML(typ="safe").load(chemin.read_text("utf-8"))


def git(dossier: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=dossier, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@dataclass
class Tache:
    """How a job ended, what it printed, what its summary says."""

    code: int = 0
    journal: str = ""
    resume: str = ""


@dataclass
class Forge:
    """A bare repository, what is around it, and the programs that its jobs find."""

    dossier: Path
    evenement: str = "schedule"
    demandee: str = ""
    prive: bool = True
    branche: str = "main"
    artefacts: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay down the bare repository and the stand-ins, unless they are there."""
        self.depot = self.dossier / "depot.git"
        programmes = self.dossier / "programmes"
        self.environnement = {
            "PATH": f"{programmes}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.dossier),
            "FORGE": str(self.dossier),
            "PYTHONPATH": str(DEPOT / "src"),
            "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        if not programmes.exists():
            self._lay(programmes)

    def _lay(self, programmes: Path) -> None:
        programmes.mkdir(parents=True)
        pip = '#!/bin/sh\necho "$@" >> "$FORGE/pip.txt"\n'
        for nom, texte in {"rapportpv": make_programme(), "python": pip, "gh": _GH}.items():
            (programmes / nom).write_text(texte)
            (programmes / nom).chmod(0o755)
        git(self.dossier, "init", "--quiet", "--bare", "--initial-branch", "main", "depot.git")
        git(self.depot, "config", "receive.advertisePushOptions", "true")
        crochet = self.depot / "hooks" / "post-receive"
        crochet.write_text(_CROCHET)
        crochet.chmod(0o755)

    def branches(self) -> list[str]:
        return git(self.depot, "branch", "--format", "%(refname:short)").split()

    def read(self, branche: str, chemin: str) -> str:
        return git(self.depot, "show", f"{branche}:{chemin}")

    def told(self, nom: str) -> str:
        """What a stand-in was told: `pip.txt`, `gh.txt`, `corps.md`, `options.txt`."""
        chemin = self.dossier / nom
        return chemin.read_text("utf-8") if chemin.exists() else ""

    def clone(self, ou: Path) -> Path:
        """A clean and shallow clone, as the forges make them."""
        shutil.rmtree(ou, ignore_errors=True)
        git(self.dossier, "clone", "--quiet", "--depth", "1", self.depot.as_uri(), str(ou))
        return ou

    def _run(self, script: str, ou: Path, environnement: dict[str, str], tache: Tache) -> int:
        fini = subprocess.run(
            ["sh", "-e", "-c", script],
            cwd=ou,
            env=self.environnement | environnement,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        tache.journal += fini.stdout
        return fini.returncode

    # GitHub

    def run_github(self, workflow: Path) -> dict[str, Tache]:
        """Every job whose condition holds, in the order of the file."""
        lu, self.artefacts = read_yaml(workflow), {}
        faites: dict[str, Tache] = {}
        contexte = self._contexte()
        for nom, job in lu["jobs"].items():
            besoin = faites.get(job.get("needs", ""))
            if "needs" in job and (besoin is None or besoin.code):
                continue
            if "if" in job and not evaluate(job["if"], contexte):
                continue
            faites[nom] = self._run_job(lu, job, contexte)
            for sortie, expression in job.get("outputs", {}).items():
                contexte[f"needs.{nom}.outputs.{sortie}"] = substitute(expression, contexte)
        return faites

    def _contexte(self) -> dict[str, Any]:
        return {
            "github.event_name": self.evenement,
            "github.ref": f"refs/heads/{self.branche}",
            "github.ref_name": self.branche,
            "github.token": "jeton",
            "github.workspace": str(self.dossier / "travail"),
            "github.event.repository.default_branch": "main",
            "github.event.repository.private": self.prive,
            "inputs.annee": self.demandee,
        }

    def _run_job(self, lu: Any, job: Any, contexte: dict[str, Any]) -> Tache:
        tache, travail = Tache(), self.dossier / "travail"
        base = {**lu.get("env", {}), **job.get("env", {})}
        environnement = {nom: substitute(valeur, contexte) for nom, valeur in base.items()}
        fichiers = {
            nom: self.dossier / f"{nom}.txt"
            for nom in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")
        }
        environnement |= {nom: str(chemin) for nom, chemin in fichiers.items()}
        environnement |= {"GITHUB_REF_NAME": self.branche, "GITHUB_WORKSPACE": str(travail)}
        for chemin in fichiers.values():
            chemin.write_text("")
        assert job["defaults"]["run"]["shell"] == "sh"
        for pas in job["steps"]:
            contexte["failure()"], contexte["always()"] = tache.code != 0, True
            condition = str(pas.get("if", ""))
            malgre_tout = "failure()" in condition or "always()" in condition
            if tache.code and not malgre_tout:
                continue
            if condition and not evaluate(condition, contexte):
                continue
            if "uses" in pas:
                self._use(pas, travail, contexte)
                continue
            ou = pas.get("working-directory") or job["defaults"]["run"]["working-directory"]
            siens = {n: substitute(v, contexte) for n, v in pas.get("env", {}).items()}
            assert "${{" not in pas["run"], "an expression in a script can be injected into"
            code = self._run(
                pas["run"], travail / substitute(ou, contexte), environnement | siens, tache
            )
            tache.code = tache.code or code
            for ligne in fichiers["GITHUB_OUTPUT"].read_text().splitlines():
                cle, _, valeur = ligne.partition("=")
                contexte[f"steps.{pas.get('id')}.outputs.{cle}"] = valeur
            fichiers["GITHUB_OUTPUT"].write_text("")
            for ligne in fichiers["GITHUB_ENV"].read_text().splitlines():
                cle, _, environnement[cle] = ligne.partition("=")
        tache.resume = fichiers["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        return tache

    def _use(self, pas: Any, travail: Path, contexte: dict[str, Any]) -> None:
        action = re.fullmatch(r"actions/([a-z-]+)@[0-9a-f]{40}", pas["uses"])
        assert action, f"not pinned: {pas['uses']}"
        avec = pas.get("with", {})
        match action[1]:
            case "checkout":
                self.clone(travail)
            case "upload-artifact":
                self._keep(avec["name"], [travail / p.strip() for p in avec["path"].splitlines()])
            case "download-artifact":
                ou = travail / avec["path"]
                shutil.copytree(self.artefacts[avec["name"]], ou, dirs_exist_ok=True)
            case autre:
                assert autre == "setup-python"

    def _keep(self, nom: str, chemins: list[Path]) -> None:
        """What upload-artifact does: paths below the deepest folder that they share."""
        racine = Path(os.path.commonpath(chemins))
        garde = self.artefacts[nom] = self.dossier / "artefacts" / nom
        shutil.rmtree(garde, ignore_errors=True)
        garde.mkdir(parents=True)
        for chemin in chemins:
            _copy(chemin, garde / chemin.relative_to(racine))

    # GitLab

    def run_gitlab(self, pipeline: Path) -> dict[str, Tache]:
        """The job that builds, then the one that publishes, with the artifacts of the first."""
        lu = read_yaml(pipeline)
        noms = [nom for nom in lu if not nom.startswith(".")]
        faites: dict[str, Tache] = {}
        for nom in noms:
            job = {**lu[lu[nom]["extends"]], **lu[nom]}
            if any(faites[besoin].code for besoin in job.get("needs", [])):
                continue
            faites[nom] = self._run_gitlab_job(nom, job)
        return faites

    def _run_gitlab_job(self, nom: str, job: Any) -> Tache:
        tache, travail = Tache(), self.clone(self.dossier / "travail")
        for besoin in job.get("needs", []):
            shutil.copytree(self.artefacts[besoin], travail, dirs_exist_ok=True)
        environnement = dict(job["variables"]) | {
            "CI_PROJECT_VISIBILITY": "private" if self.prive else "public",
            "CI_REPOSITORY_URL": self.depot.as_uri(),
            "CI_SERVER_HOST": "gitlab.exemple.fr",
            "CI_DEFAULT_BRANCH": "main",
            "CI_COMMIT_BRANCH": "main",
        }
        lignes = [*job.get("before_script", []), *job["script"]]
        tache.code = self._run("\n".join(lignes), travail, environnement, tache)
        apres = {"CI_JOB_STATUS": "failed" if tache.code else "success"}
        self._run(
            "\n".join(job.get("after_script", [])) or ":", travail, environnement | apres, tache
        )
        garde = self.artefacts[nom] = self.dossier / "artefacts" / nom
        shutil.rmtree(garde, ignore_errors=True)
        garde.mkdir(parents=True)
        for chemin in job.get("artifacts", {}).get("paths", []):
            _copy(travail / chemin, garde / chemin)
        return tache


def _copy(source: Path, cible: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, cible, dirs_exist_ok=True)
    elif source.exists():
        cible.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, cible)


def substitute(texte: object, contexte: dict[str, Any]) -> str:
    """The text with each `${{ … }}` replaced by its value."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda e: str(evaluate(e[1], contexte)), str(texte))


def evaluate(expression: str, contexte: dict[str, Any]) -> Any:
    """A GitHub expression: names, texts, ==, && and ||; a name that is not known is empty."""
    mots = re.findall(r"'[^']*'|&&|\|\||==|[()]|[\w.]+(?:\(\))?", expression)
    assert "".join(mots) == expression.replace(" ", ""), expression
    operateurs = {"&&": "and", "||": "or", "==": "==", "(": "(", ")": ")"}
    traduits = [
        operateurs.get(mot) or (mot if mot[0] == "'" else repr(contexte.get(mot, "")))
        for mot in mots
    ]
    return eval(" ".join(traduits), {})
