"""The pipeline that `init --ci gitlab` writes, run as it stands by gitlab-ci-local: not by us.

Its image line alone is taken out, for there is no container here; what it installs, with digests,
comes from the package index.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from rapportpv.reading.project import find_projet
from rapportpv.scaffold.ci import lay_ci
from tests.conftest import write_projet
from tests.flatten import plain
from tests.office.conftest import RACINE, need
from tests.scaffold.chantier import GITLAB, write_programmation
from tests.scaffold.forge import git

pytestmark = pytest.mark.office


@dataclass
class Depot:
    """A project, the repository that it is pushed to, and the machine that its jobs run on."""

    projet: Path
    distant: Path
    programmes: Path

    def commit(self, message: str) -> None:
        git(self.projet, "add", "--all")
        git(self.projet, "commit", "--quiet", "--message", message)
        git(self.projet, "push", "--quiet", "origin", "main")

    def run(self, *jobs: str) -> subprocess.CompletedProcess[str]:
        """The jobs of a weekly pipeline, in a clone of their own."""
        travail = self.projet.parent / f"travail-{len(list(self.projet.parent.iterdir()))}"
        git(self.projet, "clone", "--quiet", str(self.distant), str(travail))
        local = need(str(RACINE / ".outils/node_modules/.bin/gitlab-ci-local"), "make outils")
        variables = {
            "CI_PIPELINE_SOURCE": "schedule",
            "CI_PROJECT_VISIBILITY": "private",
            "CI_REPOSITORY_URL": self.distant.as_uri(),
            "CI_DEFAULT_BRANCH": "main",
            "CI_COMMIT_BRANCH": "main",
        }
        options = [mot for nom, v in variables.items() for mot in ("--variable", f"{nom}={v}")]
        return subprocess.run(
            [local, *jobs, "--needs", "--no-color", *options],
            cwd=travail,
            # what it installs is compiled when it is imported, and no more
            env=os.environ
            | {"PIP_NO_COMPILE": "1", "PATH": f"{self.programmes}{os.pathsep}{os.environ['PATH']}"},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )

    def branches(self) -> list[str]:
        return git(self.distant, "branch", "--format", "%(refname:short)").split()


@pytest.fixture(scope="module")
def depot(tmp_path_factory):
    """A project on a forge, whose pipeline installs the wheel of this checkout."""
    base = tmp_path_factory.mktemp("gitlab")
    subprocess.run([sys.executable, "-m", "venv", base / "venv"], check=True)
    roue = [sys.executable, "-m", "pip", "--quiet", "wheel", "--no-index", "--no-deps"]
    subprocess.run([*roue, "--no-build-isolation", "-w", base, RACINE], check=True)
    [paquet] = base.glob("*.whl")
    projet, distant = base / "projet", base / "distant.git"
    projet.mkdir()
    write_projet(projet)
    write_programmation(projet)
    lay_ci(find_projet(projet), "gitlab", str(paquet), ecraser=False)
    pipeline = projet / GITLAB
    lignes = pipeline.read_text("utf-8").splitlines(keepends=True)
    sans_image = [ligne for ligne in lignes if not ligne.startswith("  image:")]
    assert len(sans_image) == len(lignes) - 1
    pipeline.write_text("".join(sans_image), "utf-8")
    git(base, "init", "--quiet", "--bare", "--initial-branch", "main", str(distant))
    git(distant, "config", "receive.advertisePushOptions", "true")
    git(base, "init", "--quiet", "--initial-branch", "main", str(projet))
    for cle, valeur in {"user.name": "Marie", "user.email": "marie@exemple.fr"}.items():
        git(projet, "config", cle, valeur)
    git(projet, "remote", "add", "origin", str(distant))
    depot = Depot(projet, distant, base / "venv" / "bin")
    depot.commit("Le projet")
    return depot


def test_a_pipeline_proposes_a_first_publication_then_a_changed_figure(depot):
    fini = depot.run("rapportpv-proposer")
    assert fini.returncode == 0, fini.stdout
    assert depot.branches() == ["main", "rapportpv/2023"], fini.stdout
    publies = git(depot.distant, "diff", "--name-only", "main", "rapportpv/2023").split()
    assert publies == ["publication/2023.json", "publication/rapport-2023-projet.docx"]
    git(depot.projet, "fetch", "--quiet", "origin", "rapportpv/2023")
    git(depot.projet, "merge", "--quiet", "--ff-only", "FETCH_HEAD")
    git(depot.projet, "push", "--quiet", "origin", "main", ":rapportpv/2023")

    fini = depot.run("rapportpv-proposer")
    assert fini.returncode == 0, fini.stdout
    assert "Rien n’a changé depuis la publication." in fini.stdout
    assert depot.branches() == ["main"]

    write_programmation(depot.projet, anct="14000")
    depot.commit("Une subvention de plus")
    fini = depot.run("rapportpv-proposer")
    assert fini.returncode == 0, fini.stdout
    message = plain(git(depot.distant, "log", "-1", "--format=%B", "rapportpv/2023"))
    assert "- Programmation : 24 000 € → 26 000 €, programmation.xlsx › E2\n" in message


def test_a_broken_workbook_stops_it_with_its_place(depot):
    write_programmation(depot.projet, pilier="Emploie")
    depot.commit("Une faute de frappe")
    avant = git(depot.distant, "rev-parse", "--all")
    fini = depot.run("rapportpv-proposer")
    assert fini.returncode != 0
    assert "programmation.xlsx › Programmation › C3" in fini.stdout
    assert "Le rapport n’a pas été refait." in fini.stdout
    assert git(depot.distant, "rev-parse", "--all") == avant
