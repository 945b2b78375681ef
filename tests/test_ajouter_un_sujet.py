"""docs/ajouter-un-sujet.md, run as it stands on a copy of the checkout."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import plain, read_text
from tests.tables import parse_table, write_classeur

PAGE = (DEPOT / "docs" / "ajouter-un-sujet.md").read_text("utf-8")
BLOCS = re.findall(
    r"^```\w+\n# ([^\n:]+?)(?:, (after|before): ([^\n]*))?\n(.*?)^```", PAGE, re.M | re.S
)


@pytest.fixture(scope="module")
def depot(tmp_path_factory) -> Path:
    """A copy of the checkout with what the page says to write, its templates compiled."""
    copie = tmp_path_factory.mktemp("depot")
    for dossier in ("src", "templates", "tools"):
        sans = shutil.ignore_patterns("__pycache__")
        shutil.copytree(DEPOT / dossier, copie / dossier, ignore=sans)
    shutil.copytree(EXEMPLE, copie / "projet")
    for fichier, ou, repere, bloc in BLOCS:
        write_bloc(copie / fichier, ou, repere, bloc)
    tableau = parse_table(PAGE.partition("## 5.")[2].partition("```")[0])
    write_classeur(copie / "projet" / "2022" / "ateliers.xlsx", Ateliers=tableau)
    run(copie, "tools.modele")
    return copie


def write_bloc(chemin: Path, ou: str, repere: str, bloc: str) -> None:
    chemin.parent.mkdir(parents=True, exist_ok=True)
    if not ou:
        chemin.write_text(bloc, "utf-8")
        return
    lignes = chemin.read_text("utf-8").splitlines(keepends=True)
    assert lignes.count(f"{repere}\n") == 1, repere
    rang = lignes.index(f"{repere}\n") + (ou == "after")
    chemin.write_text("".join([*lignes[:rang], bloc, *lignes[rang:]]), "utf-8")


def run(depot: Path, module: str, *arguments: str) -> str:
    milieu = os.environ | {"PYTHONPATH": f"{depot / 'src'}{os.pathsep}{depot}", "PYTHONUTF8": "1"}
    commande = [sys.executable, "-m", module, *arguments]
    fait = subprocess.run(
        commande,
        cwd=depot / "projet",
        env=milieu,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert fait.returncode == 0, fait.stdout + fait.stderr
    return fait.stdout


def test_the_page_makes_three_files_and_touches_two():
    """What CONTRIBUTING counts for a workbook: its folder, one list, the template."""
    assert [bloc[0].rpartition("/")[2] for bloc in BLOCS if not bloc[1]] == [
        "__init__.py",
        "sheet.py",
        "figures.py",
    ]
    assert {bloc[0] for bloc in BLOCS if bloc[1]} == {
        "src/rapportpv/year/sujets.py",
        "templates/rapport.txt",
    }


def test_the_figure_is_told_with_its_cells(depot):
    chiffre = json.loads(run(depot, "rapportpv", "show", "2022", "--json"))["chiffres"]
    assert chiffre["ateliers.participants"] == {
        "valeur": 23,
        "unite": "nombre",
        "affiche": "23",
        "sources": ["2022/ateliers.xlsx › Ateliers › D2:D3"],
    }


def test_the_table_is_in_the_report_as_the_page_shows_it(depot):
    run(depot, "rapportpv", "build", "2022", "--sortie", str(depot / "sortie"))
    texte = plain(read_text(depot / "sortie" / "rapport-2022-projet.docx"))
    attendu = PAGE.partition("the report has:")[2].split("```")[1].removeprefix("text\n")
    titre, *lignes = plain(attendu).splitlines()
    assert titre in texte
    assert "\n".join(lignes) in texte


def test_a_count_that_is_none_is_told_without_a_line_written_for_it(depot):
    tableau = parse_table(PAGE.partition("## 5.")[2].partition("```")[0])
    tableau[1][3] = "beaucoup"
    write_classeur(depot / "projet" / "2022" / "ateliers.xlsx", Ateliers=tableau)
    fait = subprocess.run(
        [sys.executable, "-m", "rapportpv", "check", "2022", "--format", "json"],
        cwd=depot / "projet",
        env=os.environ | {"PYTHONPATH": str(depot / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    dites = [(a["code"], a["cellule"]) for a in json.loads(fait.stdout)["anomalies"]]
    assert dites == [("PV104", "D2")]
