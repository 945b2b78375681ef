"""The built wheel, where there is no checkout: what `pipx install` gives."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import docx
import pytest

import rapportpv

RACINE = Path(__file__).resolve().parents[1]


def run(*arguments, **options):
    resultat = subprocess.run(
        list(map(str, arguments)), check=False, capture_output=True, encoding="utf-8", **options
    )
    assert resultat.returncode == 0, resultat.stdout + resultat.stderr
    return resultat.stdout


@pytest.fixture(scope="module")
def cible(tmp_path_factory):
    """A folder where the wheel alone is installed; nothing is downloaded."""
    dossier = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet")
    run(*pip, "wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", dossier, RACINE)
    (wheel,) = dossier.glob("*.whl")
    cible = dossier / "cible"
    run(*pip, "install", "--no-index", "--no-deps", "--target", cible, wheel)
    return cible


@pytest.fixture
def ailleurs(cible):
    """The environment of a machine without the checkout: `-S` leaves out its editable install."""
    chemins = map(str, (cible, sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    return os.environ | {"PYTHONPATH": os.pathsep.join(chemins), "PYTHONIOENCODING": "utf-8"}


def files(dossier):
    return {
        str(p.relative_to(dossier)): p.read_bytes()
        for p in dossier.rglob("*")
        if p.is_file() and not p.name.startswith(("~$", "."))
    }


def test_templates_and_sample_travel(cible):
    fourni = cible / "rapportpv/_fourni"
    modeles = RACINE / "templates"
    chemins = (*modeles.glob("*.docx"), *modeles.glob("*.html"), *modeles.glob("page/*"))
    attendus = {str(p.relative_to(modeles)): p.read_bytes() for p in chemins}
    assert files(fourni / "templates") == attendus  # not what they are compiled from
    assert files(fourni / "sample") == files(RACINE / "data/sample")
    exigences = (RACINE / "requirements/run.txt").read_bytes()
    assert (fourni / "exigences.txt").read_bytes() == exigences


def test_the_command_is_installed(cible, ailleurs, tmp_path):
    commande = shutil.which("rapportpv", path=cible / "bin")
    assert rapportpv.__version__ in run(commande, "--version", cwd=tmp_path, env=ailleurs)
    assert "build" in run(commande, "--help", cwd=tmp_path, env=ailleurs)


def test_nothing_of_the_checkout_is_reached(cible, ailleurs, tmp_path):
    code = "import rapportpv, sys; print(rapportpv.__file__, *sys.path, sep='\\n')"
    module, *chemins = run(
        sys.executable, "-S", "-c", code, cwd=tmp_path, env=ailleurs
    ).splitlines()
    assert cible in Path(module).parents
    assert str(RACINE / "src") not in chemins


def test_the_report_is_made_from_the_wheel(cible, ailleurs, tmp_path):
    projet = tmp_path / "projet"
    shutil.copytree(cible / "rapportpv/_fourni/sample", projet)
    modele = cible / "rapportpv/_fourni/templates/rapport.docx"
    document = docx.Document(modele)
    document.add_paragraph("Ce modèle vient du paquet installé.")
    document.save(modele)

    run(sys.executable, "-S", "-m", "rapportpv", "build", "2022", cwd=projet, env=ailleurs)

    rapport = docx.Document(projet / "sortie/rapport-2022-projet.docx")
    assert "Ce modèle vient du paquet installé." in [p.text for p in rapport.paragraphs]


def test_the_workflows_travel(cible, ailleurs, tmp_path):
    shutil.copytree(cible / "rapportpv/_fourni/sample", tmp_path / "projet")
    for forge, fichier in {
        "github": ".github/workflows/rapportpv.yml",
        "gitlab": ".gitlab/rapportpv.yml",
    }.items():
        init = (sys.executable, "-S", "-m", "rapportpv", "init", "--ci", forge)
        run(*init, cwd=tmp_path / "projet", env=ailleurs)
        assert "rapportpv check" in (tmp_path / "projet" / fichier).read_text("utf-8")


def test_every_command_works_from_the_wheel(ailleurs, tmp_path):
    projet = tmp_path / "projet"
    shutil.copytree(RACINE / "data/sample", projet)

    def rapportpv(*arguments):
        return run(sys.executable, "-S", "-m", "rapportpv", *arguments, cwd=projet, env=ailleurs)

    assert "aucune anomalie" in rapportpv("check", "2022")
    assert "État publié" in rapportpv("build", "2022", "--publier")
    assert "deliberation" in rapportpv("build", "2022", "--list")
    assert "Total" in rapportpv("show", "2022")
    assert "PV301" in rapportpv("explain", "PV301")
    assert "Rien n’a changé" in rapportpv("diff", "2022")
    assert "Béthune" in rapportpv("consultation", "2022")
    assert ".github/workflows/rapportpv.yml" in rapportpv("init", "--ci", "github")
