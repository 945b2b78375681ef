"""A small project of another EPCI than the sample's, and the sample itself."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.flatten import plain
from tests.tables import write_classeur

if TYPE_CHECKING:
    from openxml_audit import OpenXmlValidator

os.environ["_TYPER_FORCE_DISABLE_TERMINAL"] = "1"
os.environ["TERMINAL_WIDTH"] = "100"

GOLDENS = Path(__file__).parent / "golden"
DEPOT = Path(__file__).parents[1]
EXEMPLE = DEPOT / "data" / "sample"
os.environ["XDG_CACHE_HOME"] = str(DEPOT / ".pytest_cache")  # not that of who runs the tests

REGLAGES = """
[territoire]
epci = "Communauté de communes du Val d'Orge"
sigle = "CCVO"

[[contrat]]
nom = "Contrat de ville"
debut = 2020
fin = 2026
pilier = [
  { code = "cohesion", libelle = "Cohésion sociale", alias = ["Lien social"] },
  { code = "emploi", libelle = "Emploi" },
  { code = "habitat", libelle = "Habitat et transition écologique" },
]

[[financeur]]
code = "anct"
libelle = "ANCT"
famille = "Etat"
specifique = true
alias = ["P147"]

[[financeur]]
code = "region"
libelle = "Région"
famille = "Region"
specifique = true

[[financeur]]
code = "communes"
libelle = "Communes"
famille = "Communes"
specifique = false

[[axe_fcs]]
numero = 1
libelle = "Soutenir les associations"

[[axe_fcs]]
numero = 2
libelle = "Former les acteurs"
"""

PROGRAMMATION = """
| Intitulé de l'action | Opérateur    | Type d'opérateur | Pilier           | Statut   | ANCT  | Région | Communes |
| -------------------- | ------------ | ---------------- | ---------------- | -------- | ----- | ------ | -------- |
| Aide aux devoirs     | Les Amis     | association      | Cohésion sociale | soutenue | 12000 | 3000   | 1000     |
| Chantier jeunes      | Le Club      | association      | Emploi           | soutenue | 8000  |        |          |
| Jardin partagé       | Ville d'Orge | commune          | Cohésion sociale | refusée  |       |        |          |
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --golden-update` (or `make golden`) rewrites the expected texts: read the diff."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden/*")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the one kept under that name in tests/golden."""

    def compare(nom: str, texte: str) -> None:
        attendu = GOLDENS / nom
        if request.config.getoption("--golden-update"):
            attendu.parent.mkdir(exist_ok=True)
            attendu.write_text(texte, "utf-8", newline="\n")
        assert attendu.is_file(), f"no {nom}: make golden"
        assert texte == attendu.read_text("utf-8"), "if this is meant: make golden, read the diff"

    return compare


@pytest.fixture(scope="session")
def openxml_validator() -> "OpenXmlValidator":
    """That of openxml-audit, whose own fixture forgets what it has just found right."""
    from tests.valides import make_validateur

    return make_validateur()


@pytest.fixture
def projet(tmp_path: Path) -> Path:
    """A project for 2023 with its programming only: 24 000 € for two actions out of three."""
    return write_projet(tmp_path)


def write_projet(racine: Path) -> Path:
    """The same, in that folder."""
    (racine / "rapportpv.toml").write_text(REGLAGES, "utf-8")
    (racine / "2023").mkdir()
    (racine / "2023" / "annee.toml").write_text(
        'version = "projet"\narrete_le = 2024-07-01\n', "utf-8"
    )
    write_classeur(racine / "2023" / "programmation.xlsx", Programmation=PROGRAMMATION)
    return racine


@pytest.fixture
def ecrire(projet: Path) -> Callable[..., Path]:
    """Writes a workbook of the project: ecrire("fcs", FCS="| N° | …")."""

    def ecrire(nom: str, **feuilles: object) -> Path:
        return write_classeur(projet / "2023" / f"{nom}.xlsx", **feuilles)  # type: ignore[arg-type]

    return ecrire


@pytest.fixture
def exemple(tmp_path: Path) -> Path:
    """A copy of the sample, to be changed."""
    return Path(shutil.copytree(EXEMPLE, tmp_path / "exemple"))


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in a folder: its exit code, what it prints, and what it says aside."""
    from rapportpv import cli  # once the environment is that of tests

    def run(*arguments: str, ici: Path = tmp_path) -> tuple[int, str, str]:
        monkeypatch.chdir(ici)
        monkeypatch.setattr(sys, "argv", ["rapportpv", *arguments])
        with pytest.raises(SystemExit) as sortie:
            cli.main()
        capture = capsys.readouterr()
        return int(sortie.value.code or 0), plain(capture.out), plain(capture.err)

    return run
