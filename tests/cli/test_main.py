"""What every command shares: the project, the year, wrong arguments, consoles, what is imported."""

import os
import subprocess
import sys

import pytest

from rapportpv import __version__
from rapportpv.console.flux import printable
from tests.conftest import EXEMPLE


def test_no_project_here(run, tmp_path):
    code, sorti, aparte = run("build", "2023", ici=tmp_path)
    assert (code, sorti) == (2, "")
    assert "rapportpv.toml" in aparte
    assert "--dossier" in aparte


def test_unknown_year(run, projet):
    code, _, aparte = run("build", "1999", ici=projet)
    assert code == 2
    assert "années présentes : 2023" in aparte


def test_wrong_arguments(run, projet):
    assert run("build", "deux-mille", ici=projet)[0] == 2
    assert run("biuld", "2023", ici=projet)[0] == 2


def test_an_unforeseen_fault_is_one_sentence(run, projet, monkeypatch):
    def oups(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("rapportpv.reading.project.find_projet", oups)
    code, sorti, aparte = run("show", "2023", ici=projet)
    assert (code, sorti) == (2, "")
    assert aparte.startswith("Erreur imprévue du programme (ZeroDivisionError).")
    assert "Traceback" not in aparte


def test_version(run):
    assert run("--version") == (0, f"rapportpv {__version__}\n", "")


LOURDS = {"pandas", "openpyxl", "pydantic", "docx", "docxtpl", "lxml", "pikepdf"}


@pytest.mark.parametrize(
    ("commande", "lourds"),
    [
        (["--help"], LOURDS),
        (["build", "--help"], LOURDS),
        (["explain"], LOURDS - {"pydantic"}),  # all the rules, and what they look at
        (["explain", "PV201"], LOURDS),
        (["chek"], LOURDS),
        (["build", "2022", "--list", "--dossier", str(EXEMPLE)], LOURDS),
        (["--version"], LOURDS),
    ],
)
def test_help_and_explain_import_nothing_heavy(commande, lourds):
    programme = (
        f"import sys\nsys.argv = ['rapportpv', *{commande!r}]\n"
        "from rapportpv.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(*sorted({lourds!r} & set(sys.modules)), sep=',')"
    )
    resultat = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, check=True, encoding="utf-8"
    )
    assert resultat.stdout.splitlines()[-1] == ""


def test_a_console_shows_what_is_nearest():
    assert printable("5\u202f955\u00a0€ › œuvre", "cp1252") == "5\u00a0955\u00a0€ › œuvre"
    assert printable("«\u202f… › École №", "ascii") == '" ... > Ecole N'


@pytest.mark.parametrize("encodage", ["cp1252", "cp850", "cp437"])
@pytest.mark.parametrize(
    "commande", [["--help"], ["explain"], ["explain", "PV301"], ["show", "2022"], ["check", "2022"]]
)
def test_an_old_console_stops_no_command(encodage, commande):
    environnement = os.environ | {"PYTHONIOENCODING": encodage, "PYTHONUTF8": "0"}
    resultat = subprocess.run(
        [sys.executable, "-m", "rapportpv", *commande],
        capture_output=True,
        check=False,
        cwd=EXEMPLE,
        env=environnement,
    )
    assert (resultat.returncode, resultat.stderr) == (0, b"")
    sortie = resultat.stdout.decode(encodage)
    assert "?" not in sortie
    if commande[0] == "show":
        euros = "€" if encodage == "cp1252" else "euros"
        assert f"5\u00a0955\u00a0889\u00a0{euros}" in sortie


@pytest.mark.parametrize(("degre", "code"), [("1", 0), ("2", 2)])
def test_python_without_docstrings_is_refused_in_a_sentence(degre, code):
    commande = [sys.executable, "-m", "rapportpv", "explain", "PV201"]
    fait = subprocess.run(
        commande,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONOPTIMIZE": degre, "PYTHONUTF8": "1"},
    )
    assert fait.returncode == code
    assert ("PYTHONOPTIMIZE" in fait.stderr) is bool(code)
