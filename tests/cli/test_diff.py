"""`rapportpv diff` after `build --publier`."""

import json
import shutil
from pathlib import Path

import pytest

from tests.tables import write_classeur


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
        "Depuis la publication de rapport-2023-projet : 14 chiffres, 7 tableaux.",
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


def test_years_of_two_contracts_are_compared_with_a_warning(run, projet):
    reglages = (projet / "rapportpv.toml").read_text("utf-8")
    for annee in ("2024", "2025"):
        shutil.copytree(projet / "2023", projet / annee)
    change(projet, "12500")
    un, autre = reglages.split("[[contrat]]")
    contrat, suite = autre.split("[[financeur]]", 1)
    suivant = contrat.replace("Contrat de ville", "Quartiers 2030")
    suivant = suivant.replace("fin = 2026", "fin = 2030").replace("debut = 2020", "debut = 2024")
    premier = contrat.replace("fin = 2026", "fin = 2023")
    (projet / "rapportpv.toml").write_text(
        f"{un}[[contrat]]{premier}[[contrat]]{suivant}[[financeur]]{suite}", "utf-8"
    )
    code, sorti, _ = run("diff", "2024", "2023")
    assert code == 0
    assert sorti.splitlines()[0].endswith(
        "Entre les deux commence le contrat « Quartiers 2030 » : ses piliers et ses quartiers ne "
        "sont plus les mêmes, et les écarts mesurent d'abord ce changement."
    )
    assert json.loads(run("diff", "2024", "2023", "--json")[1])["contrat"] == "Quartiers 2030"
    assert "commence le contrat" not in run("diff", "2025", "2024")[1]
    assert json.loads(run("diff", "2025", "2024", "--json")[1])["contrat"] is None


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
