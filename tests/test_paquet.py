"""What is released: the same bytes each time, and one place for the version."""

import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import rapportpv

RACINE = Path(__file__).parents[1]


def build(source: Path, sortie: Path) -> dict[str, bytes]:
    """The wheel and the sdist of that tree, by their names."""
    commande = [sys.executable, "-m", "hatchling", "build", "-d", str(sortie)]
    subprocess.run(commande, cwd=source, check=True, capture_output=True)
    return {fichier.name: fichier.read_bytes() for fichier in sortie.iterdir()}


@pytest.fixture(scope="module")
def paquets(tmp_path_factory):
    return build(RACINE, tmp_path_factory.mktemp("dist"))


def test_a_release_is_a_wheel_and_an_sdist(paquets):
    version = rapportpv.__version__
    assert set(paquets) == {f"rapportpv-{version}-py3-none-any.whl", f"rapportpv-{version}.tar.gz"}


def test_what_the_sdist_holds_builds_the_same_release(paquets, tmp_path):
    (archive,) = (nom for nom in paquets if nom.endswith(".tar.gz"))
    (tmp_path / archive).write_bytes(paquets[archive])
    with tarfile.open(tmp_path / archive) as sdist:
        sdist.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    for fichier in source.rglob("*"):
        fichier.touch()  # another time
    assert build(source, tmp_path / "dist") == paquets


def test_the_version_is_written_in_one_place():
    ecrit_par_init = ".github/workflows/rapportpv.yml"  # a test holds it to what `init` writes
    ailleurs = {"CHANGELOG.md", "src/rapportpv/__init__.py", ecrit_par_init}
    suivis = subprocess.run(
        ["git", "ls-files", "*.py", "*.toml", "*.md", "*.yml"],
        cwd=RACINE,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split("\n")
    version = re.compile(rf"(?<![\d.]){re.escape(rapportpv.__version__)}(?![\d.])")
    assert [
        nom
        for nom in filter(None, suivis)
        if nom not in ailleurs and version.search((RACINE / nom).read_text("utf-8"))
    ] == []


def test_the_catalogue_of_public_software_knows_us():
    fiche = (RACINE / "publiccode.yml").read_text("utf-8")
    for cle in ("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "legal"):
        assert re.search(rf"^{cle}:", fiche, re.MULTILINE), cle
    assert "license: MIT" in fiche
    (courte,) = re.findall(r"shortDescription: >-\n((?: {6}.*\n)+)", fiche)
    assert len(" ".join(courte.split())) <= 150
    (longue,) = re.findall(r"longDescription: >-\n((?: {6}.*\n)+)", fiche)
    assert 500 <= len(" ".join(longue.split())) <= 10_000
