"""build --publier, build --format, diff and init as their users run them."""

import json
import sys
from pathlib import Path

import pytest

from rapportpv import cli
from rapportpv.export import pdf
from tests.flatten import plain
from tests.tables import write_classeur


@pytest.fixture
def run(capsys, monkeypatch, projet):
    """Runs a command in the project: its exit code, what it prints, and what it says aside."""

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(projet)
        monkeypatch.setattr(sys, "argv", ["rapportpv", *arguments])
        with pytest.raises(SystemExit) as sortie:
            cli.main()
        capture = capsys.readouterr()
        return int(sortie.value.code or 0), plain(capture.out), plain(capture.err)

    return run


def change(projet: Path, anct: str) -> None:
    write_classeur(
        projet / "2023" / "programmation.xlsx",
        Programmation=f"""
        | Intitulé de l'action | Opérateur | Type d'opérateur | Pilier           | Statut   | ANCT   | Région | Communes |
        | -------------------- | --------- | ---------------- | ---------------- | -------- | ------ | ------ | -------- |
        | Aide aux devoirs     | Les Amis  | association      | Cohésion sociale | soutenue | {anct} | 3000   | 1000     |
        | Chantier jeunes      | Le Club   | association      | Emploi           | soutenue | 8000   |        |          |
        | Jardin partagé       | Ville d'Orge | commune       | Cohésion sociale | refusée  |        |        |          |
        """,
    )


def test_publish_change_and_compare(run, projet):
    code, sorti, _ = run("diff", "2023")
    assert (code, sorti) == (
        0,
        "2023 : rien n'a encore été publié. « rapportpv build 2023 --publier » le fait.\n",
    )
    code, sorti, _ = run("build", "2023", "--publier")
    assert (code, sorti) == (
        0,
        "Document écrit : publication/rapport-2023-projet.docx\n"
        "État publié : publication/2023.json\n",
    )
    code, sorti, _ = run("diff", "2023")
    assert (code, sorti) == (0, "Rien n'a changé depuis la publication de rapport-2023-projet.\n")
    assert run("diff", "2023", "--format", "markdown") == (0, "", "")

    change(projet, "12500")
    code, sorti, aparte = run("diff", "2023")
    assert (code, aparte) == (0, "")
    lignes = sorti.splitlines()
    assert lignes[:3] == [
        "Depuis la publication de rapport-2023-projet : 14 chiffres, 5 tableaux.",
        "Chiffres",
        "  Programmation : 24 000 € → 24 500 €, programmation.xlsx › F2",
    ]
    assert "Tableau « Répartition financière par pilier »" in lignes
    assert "  + Cohésion sociale | 16 500 € | 67,3 %" in lignes
    for arguments in (("--json",), ("--format", "json")):
        code, sorti, _ = run("diff", "2023", *arguments)
        assert (code, json.loads(sorti)["change"]) == (0, True)
    markdown = run("diff", "2023", "--format", "markdown")[1]
    assert "- Programmation : 24 000 € → 24 500 €, programmation.xlsx › F2\n" in markdown


def test_diff_stops_on_errors_as_show_does(run, projet):
    change(projet, "beaucoup")
    code, sorti, aparte = run("diff", "2023")
    assert (code, sorti) == (1, "")
    assert "F2 : erreur PV101" in aparte


@pytest.mark.parametrize("commande", [("build", "2023"), ("diff", "2023")])
def test_what_cells_hold_can_be_kept_out_of_a_log(run, projet, monkeypatch, commande):
    change(projet, "beaucoup")
    assert "beaucoup" in run(*commande)[2]
    assert "beaucoup" not in run(*commande, "--sans-valeurs")[2]
    monkeypatch.setenv("RAPPORTPV_SANS_VALEURS", "1")
    code, _, aparte = run(*commande)
    assert (code, "beaucoup" in aparte, "PV101" in aparte) == (1, False, True)
    for non in ("", "0"):
        monkeypatch.setenv("RAPPORTPV_SANS_VALEURS", non)
        assert "beaucoup" in run(*commande)[2]


def test_a_draft_is_not_published(run, projet):
    code, sorti, aparte = run("build", "2023", "--publier", "--force")
    assert (code, sorti, (projet / "publication").exists()) == (2, "", False)
    assert "--publier et --force ne vont pas ensemble" in aparte


def test_the_document_may_go_elsewhere_and_the_state_stays(run, projet):
    assert run("build", "2023", "--publier", "--sortie", "ailleurs")[0] == 0
    assert [c.name for c in (projet / "publication").iterdir()] == ["2023.json"]
    assert [c.name for c in (projet / "ailleurs").iterdir()] == ["rapport-2023-projet.docx"]


def test_a_pdf_without_libreoffice(run, projet, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "_AILLEURS", ())
    code, sorti, aparte = run("build", "2023", "--format", "docx,pdf")
    assert (code, sorti) == (2, "Document écrit : sortie/rapport-2023-projet.docx\n")
    assert aparte.splitlines()[-1].startswith("Pas de PDF : il faut LibreOffice")
    assert (projet / "sortie" / "rapport-2023-projet.docx").is_file()


@pytest.mark.parametrize("formats", ["html", "docx,odt", "", "docx pdf"])
def test_an_unknown_format(run, projet, formats):
    code, sorti, aparte = run("build", "2023", "--format", formats)
    assert (code, sorti) == (2, "")
    assert "formats : docx, pdf" in aparte
    assert not (projet / "sortie").exists()


def test_init(run, projet):
    code, sorti, aparte = run("init")
    assert (code, sorti) == (2, "")
    assert "rapportpv init --ci github" in aparte
    code, sorti, aparte = run("init", "--ci", "github")
    assert (code, sorti) == (0, "Fichier écrit : .github/workflows/rapportpv.yml\n")
    assert "Allow GitHub Actions to create and approve pull requests" in aparte
    chemin = projet / ".github" / "workflows" / "rapportpv.yml"
    chemin.write_text(chemin.read_text("utf-8").replace("3.13", "3.12"), "utf-8")
    code, sorti, aparte = run("init", "--ci", "github")
    assert (code, sorti) == (2, "")
    assert '-          python-version: "3.12"\n+          python-version: "3.13"' in aparte
    assert "--ecraser" in aparte
    assert run("init", "--ci", "github", "--ecraser")[1].startswith("Fichier remplacé")
