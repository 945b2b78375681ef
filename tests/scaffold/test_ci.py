"""The files that `init --ci` writes: valid, with no more rights than they need, and never over others."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportpv.core.errors import RapportError
from rapportpv.reading.project import find_projet
from rapportpv.scaffold.ci import find_depot, lay_ci
from tests.conftest import DEPOT
from tests.scaffold.chantier import FORGES, GITHUB, GITLAB
from tests.scaffold.forge import read_yaml


def validate(schema: str, *arguments: object) -> None:
    fini = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            schema,
            *map(str, arguments),
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert fini.returncode == 0, fini.stdout + fini.stderr


@pytest.mark.parametrize("en_ligne", ["true", "false"])
@pytest.mark.parametrize("mode", ["proposition", "commit"])
@pytest.mark.parametrize("nom", FORGES)
def test_the_files_are_valid_under_their_published_schemas(nom, mode, en_ligne, projet):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(
        reglages.read_text("utf-8") + f'\n[publication]\nmode = "{mode}"\nvaleurs = false\n'
        f"en_ligne = {en_ligne}\n",
        "utf-8",
    )
    lay_ci(find_projet(projet), nom, None, ecraser=False)
    if nom == "github":
        validate("vendor.github-workflows", projet / GITHUB)
    else:
        fichiers = (projet / GITLAB, projet / ".gitlab-ci.yml")
        validate("vendor.gitlab-ci", "--data-transform", "gitlab-ci", *fichiers)


def test_github_has_no_more_rights_than_it_needs(projet):
    lay_ci(find_projet(projet), "github", None, ecraser=False)
    lu = read_yaml(projet / GITHUB)
    assert lu["permissions"] == {}
    droits = {nom: job["permissions"] for nom, job in lu["jobs"].items()}
    assert droits == {
        "rapport": {"contents": "read"},
        "proposer": {"contents": "write", "pull-requests": "write"},
    }
    assert "pull_request_target" not in (projet / GITHUB).read_text("utf-8")
    assert not any("pip" in pas.get("run", "") for pas in lu["jobs"]["proposer"]["steps"])
    assert lu["jobs"]["rapport"]["steps"][0]["with"] == {"persist-credentials": False}
    assert all("timeout-minutes" in job for job in lu["jobs"].values())


@pytest.mark.parametrize("nom", FORGES)
def test_what_is_installed_has_a_digest(nom, projet):
    """pip takes nothing that is not in the list, whose lines all have an exact version."""
    lay_ci(find_projet(projet), nom, None, ecraser=False)
    chemin = f".{nom}/rapportpv-exigences.txt"
    lues = (projet / chemin).read_text("utf-8").replace("\\\n", " ").splitlines()
    paquets = [ligne for ligne in lues if not ligne.startswith("#")]
    assert len(paquets) > 20
    assert [ligne for ligne in paquets if "==" not in ligne or "--hash=sha256:" not in ligne] == []
    workflow = (projet / {"github": GITHUB, "gitlab": GITLAB}[nom]).read_text("utf-8")
    poses = [ligne.split("install", 1)[1] for ligne in workflow.splitlines() if " pip " in ligne]
    assert [pose.split("--", 2)[2] for pose in poses] == [
        f"require-hashes --requirement {chemin}",
        'no-deps --no-build-isolation "$RAPPORTPV"',
    ]


def test_nothing_is_put_on_line_unless_it_is_asked(projet):
    reglages, ici = projet / "rapportpv.toml", find_projet(projet)
    lay_ci(ici, "github", None, ecraser=False)
    lay_ci(ici, "gitlab", None, ecraser=False)
    assert "site" not in (projet / GITHUB).read_text("utf-8")
    assert "pages" not in read_yaml(projet / GITLAB)
    reglages.write_text(reglages.read_text("utf-8") + "\n[publication]\nen_ligne = true\n", "utf-8")
    lay_ci(ici, "github", None, ecraser=True)
    lay_ci(ici, "gitlab", None, ecraser=True)
    github, gitlab = read_yaml(projet / GITHUB)["jobs"], read_yaml(projet / GITLAB)
    assert github["en-ligne"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert not any("run" in pas for pas in github["en-ligne"]["steps"])
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]
    assert gitlab["pages"]["rules"] == gitlab["rapportpv-proposer"]["rules"]


@pytest.mark.skipif(os.name == "nt", reason="the step is a shell script")
def test_the_step_makes_a_site_of_the_page_and_the_data(exemple):
    reglages = exemple / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + "\n[publication]\nen_ligne = true\n", "utf-8")
    lay_ci(find_projet(exemple), "github", None, ecraser=False)
    pas = read_yaml(exemple / GITHUB)["jobs"]["rapport"]["steps"]
    [script] = [p["run"] for p in pas if p.get("name") == "Faire la page et les données"]
    binaires = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environnement = os.environ | {"ANNEE": "2022", "PATH": binaires}
    subprocess.run(["sh", "-e", "-c", script], cwd=exemple, env=environnement, check=True)
    assert (exemple / "site/index.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (exemple / "site/donnees-2022/datapackage.json").is_file()
    assert not [*(exemple / "site").glob("*.docx")]


def test_init_says_what_it_would_change_before_it_does(projet):
    pose = lay_ci(find_projet(projet), "github", None, ecraser=False)
    exigences = projet / ".github/rapportpv-exigences.txt"
    assert pose.depots == (("Fichier écrit", projet / GITHUB), ("Fichier écrit", exigences))
    pose = lay_ci(find_projet(projet), "github", None, ecraser=False)
    assert pose.depots == (("Fichier inchangé", projet / GITHUB), ("Fichier inchangé", exigences))
    modifie = (projet / GITHUB).read_text("utf-8").replace("23 5 * * 1", "0 7 * * 5")
    (projet / GITHUB).write_text(modifie, "utf-8")
    with pytest.raises(RapportError) as refus:
        lay_ci(find_projet(projet), "github", None, ecraser=False)
    assert '-    - cron: "0 7 * * 5"' in str(refus.value)
    assert '+    - cron: "23 5 * * 1"' in str(refus.value)
    assert "--ecraser" in str(refus.value)
    assert (projet / GITHUB).read_text("utf-8") == modifie
    pose = lay_ci(find_projet(projet), "github", None, ecraser=True)
    assert pose.depots == (("Fichier remplacé", projet / GITHUB), ("Fichier inchangé", exigences))


def test_somebody_s_gitlab_pipeline_is_left_alone(projet):
    sienne = "stages: [test, deploy]\n"
    (projet / ".gitlab-ci.yml").write_text(sienne)
    pose = lay_ci(find_projet(projet), "gitlab", None, ecraser=True)
    assert ("Fichier écrit", projet / GITLAB) in pose.depots
    assert any("include" in conseil and GITLAB in conseil for conseil in pose.conseils)
    assert (projet / ".gitlab-ci.yml").read_text() == sienne
    (projet / ".gitlab-ci.yml").write_text(f"include:\n  - local: {GITLAB}\n{sienne}")
    pose = lay_ci(find_projet(projet), "gitlab", None, ecraser=True)
    assert not any("include" in conseil for conseil in pose.conseils)


@pytest.mark.parametrize(
    ("forge", "installation", "dit"),
    [
        (None, None, "--ci github"),
        ("bitbucket", None, "github, gitlab"),
        ("github", 'rapportpv"; rm -rf /', "--installation"),
    ],
)
def test_what_cannot_be_laid_down_is_said(projet, forge, installation, dit):
    with pytest.raises(RapportError, match=dit):
        lay_ci(find_projet(projet), forge, installation, ecraser=False)
    assert not (projet / ".github").exists()


def test_faulty_settings_are_said(projet):
    (projet / "rapportpv.toml").write_text('[publication]\nmode = "envoi"\n', "utf-8")
    with pytest.raises(RapportError, match="rapportpv check"):
        lay_ci(find_projet(projet), "github", None, ecraser=False)


def test_this_repository_has_the_workflow_that_init_writes_for_the_sample():
    projet = find_projet(DEPOT)
    assert find_depot(projet) == DEPOT
    pose = lay_ci(projet, "github", ".", ecraser=False)
    assert {sort for sort, _ in pose.depots} == {"Fichier inchangé"}


@pytest.mark.parametrize("fichier", sorted((DEPOT / ".github/workflows").glob("*.yml")))
def test_the_workflows_of_this_repository_are_valid(fichier):
    validate("vendor.github-workflows", fichier)
