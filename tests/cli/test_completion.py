"""The tabulation key, through the protocol that shells speak with the command."""

import os
import shutil
import subprocess
import sys

import pytest


@pytest.fixture
def complete(run, monkeypatch):
    """What bash is given for the last word of a line."""

    def complete(ligne: str, ici) -> list[str]:
        mots = ligne.split(" ")
        monkeypatch.setenv("_RAPPORTPV_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", ligne)
        monkeypatch.setenv("COMP_CWORD", str(len(mots) - 1))
        code, sorti, aparte = run(ici=ici)
        assert (code, aparte) == (0, "")
        return sorti.split()

    return complete


def test_commands_are_proposed(complete, tmp_path):
    assert complete("rapportpv ", tmp_path)[:3] == ["build", "check", "show"]
    assert complete("rapportpv cons", tmp_path) == ["consultation"]
    assert "--annoter" in complete("rapportpv check --", tmp_path)
    assert complete("rapportpv check --format ", tmp_path) == ["text", "json", "github", "html"]


@pytest.mark.parametrize(
    "commande", ["build", "check", "show", "consultation", "diff", "diff 2023"]
)
def test_years_are_those_of_the_project(complete, projet, commande):
    shutil.copytree(projet / "2023", projet / "2024")
    (projet / "2025").mkdir()  # no year yet
    assert complete(f"rapportpv {commande} ", projet / "2023") == ["2023", "2024"]
    assert complete(f"rapportpv {commande} 2024", projet) == ["2024"]


def test_the_years_of_another_folder_are_proposed(complete, projet, tmp_path_factory):
    ailleurs = tmp_path_factory.mktemp("ailleurs")
    assert complete("rapportpv check ", ailleurs) == []
    assert complete(f"rapportpv check --dossier {projet} ", ailleurs) == ["2023"]
    assert complete("rapportpv check --dossier /nulle/part ", ailleurs) == []


def test_documents_are_the_built_in_ones_and_the_projects_own(complete, projet):
    fournis = ["courriers", "deliberation", "rapport", "relances"]
    assert complete("rapportpv build 2023 ", projet) == fournis
    (projet / "modeles").mkdir()
    for nom in ("fiche.docx", "~$fiche.docx", "rapport.docx", "notes.txt"):
        (projet / "modeles" / nom).write_bytes(b"x")
    assert complete("rapportpv build 2023 ", projet) == sorted([*fournis, "fiche"])
    assert complete("rapportpv build 2023 r", projet) == ["rapport", "relances"]


def test_codes_then_names_of_anomalies_are_proposed(complete, tmp_path):
    from rapportpv.year.catalogue import CATALOGUE

    tous = complete("rapportpv explain ", tmp_path)
    assert tous == [rule.code for rule in CATALOGUE]
    assert complete("rapportpv explain pv20", tmp_path)[:2] == []  # shells compare the letters
    assert complete("rapportpv explain PV20", tmp_path)[:2] == ["PV201", "PV202"]
    assert complete("rapportpv explain pilier-", tmp_path) == ["pilier-inconnu"]


def test_shells_that_can_are_given_the_title_of_an_anomaly(run, monkeypatch, tmp_path):
    monkeypatch.setenv("_RAPPORTPV_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "rapportpv explain PV203")
    assert '"PV203":"Le statut de la ligne n\'est pas reconnu."' in run(ici=tmp_path)[1]


def test_a_fault_of_the_program_is_not_told_in_the_middle_of_a_line(run, monkeypatch, projet):
    def oups(_racine):
        raise ZeroDivisionError

    monkeypatch.setattr("rapportpv.reading.project.list_annees", oups)
    monkeypatch.setenv("_RAPPORTPV_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "rapportpv check ")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run(ici=projet)[1:] == ("", "")


@pytest.mark.parametrize(
    "ligne", ["rapportpv build ", "rapportpv build 2023 ", "rapportpv explain "]
)
def test_nothing_heavy_is_imported_for_a_key(projet, ligne):
    lourds = {"pandas", "openpyxl", "docx", "docxtpl", "lxml", "rapidfuzz", "numpy"}
    programme = (
        "import sys\nsys.argv = ['rapportpv']\nfrom rapportpv.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(*sorted({lourds!r} & set(sys.modules)), sep=',')"
    )
    mots = {"COMP_WORDS": ligne, "COMP_CWORD": str(len(ligne.split(" ")) - 1)}
    resultat = subprocess.run(
        [sys.executable, "-c", programme],
        env=os.environ | mots | {"_RAPPORTPV_COMPLETE": "complete_bash"},
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=projet,
    )
    assert resultat.stdout.splitlines()[-1] == ""


def test_the_completion_is_installed_in_french(run, monkeypatch, tmp_path):
    for module in ("typer._completion_shared", "typer.completion"):
        monkeypatch.setattr(f"{module}._get_shell_name", lambda: "bash")
    monkeypatch.setenv("HOME", str(tmp_path))
    code, sorti, aparte = run("--install-completion", ici=tmp_path)
    assert (code, aparte) == (0, "")
    assert sorti.startswith("Complétion installée pour bash : ")
    assert "complete_bash" in (tmp_path / ".bash_completions" / "rapportpv.sh").read_text("utf-8")
    assert "installed" not in sorti
    assert "_RAPPORTPV_COMPLETE=complete_bash" in run("--show-completion", ici=tmp_path)[1]


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_a_shell_that_knows_no_completion_is_told_in_french(run, monkeypatch, tmp_path, option):
    for module in ("typer._completion_shared", "typer.completion"):
        monkeypatch.setattr(f"{module}._get_shell_name", lambda: "tcsh")
    code, sorti, aparte = run(option, ici=tmp_path)
    assert (code, sorti) == (2, "")
    assert "elle connaît bash, zsh, fish et PowerShell" in aparte
