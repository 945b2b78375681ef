"""No English from the command line: its helps, its usages, its faults."""

import re
import sys

import pytest

from rapportpv import cli
from tests.flatten import plain

ANGLAIS = re.compile(
    r"\b(?:usage|options?:|show|install|message|exit|error|missing|invalid|default|required|"
    r"arguments?:|commands?:|such|possible|try|help for|env var|value|did you|unexpected|should)\b",
    re.IGNORECASE,
)
COMMANDES = ("build", "check", "show", "consultation", "explain", "diff", "init")


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["rapportpv", *arguments])
        with pytest.raises(SystemExit) as sortie:
            cli.main()
        capture = capsys.readouterr()
        return int(sortie.value.code or 0), plain(capture.out + capture.err)

    return run


@pytest.mark.parametrize("commande", ["", *COMMANDES])
@pytest.mark.parametrize("largeur", ["40", "80", "200"])
def test_a_help_is_in_french_whatever_the_width(run, monkeypatch, commande, largeur):
    monkeypatch.setenv("COLUMNS", largeur)
    code, aide = run(*filter(None, [commande]), "--help")
    assert code == 0
    nue = re.sub(
        r"--[\w-]+|<[^>]*>|« show »|^  (?:show|init) |rapportpv show", "", aide, flags=re.MULTILINE
    )
    assert not ANGLAIS.search(nue), ANGLAIS.search(nue)
    assert aide.startswith("Utilisation : rapportpv")
    assert "--help" in aide
    assert "Afficher cette aide." in re.sub(r"\s+", " ", aide)


@pytest.mark.parametrize(
    ("arguments", "dit"),
    [
        (("chek",), "La commande « chek » n'existe pas. Vouliez-vous dire « check » ?"),
        (
            ("vérifier", "2022"),
            "La commande « vérifier » n'existe pas. Vouliez-vous dire « check »",
        ),
        (("zzz",), "La commande « zzz » n'existe pas. « rapportpv --help » montre"),
        (("build",), "Il manque l'année. « rapportpv build --help »"),
        (("build", "x"), "L'année ne convient pas : une année s'écrit en quatre chiffres"),
        (
            ("build", "2022", "--forse"),
            "L'option --forse n'existe pas. Vouliez-vous dire --force ?",
        ),
        (("check", "--format", "xml"), "les valeurs possibles sont text, json, github, html"),
        (("build", "2022", "rapport", "extra"), "« extra » est en trop."),
        (("build", "2022", "--sortie"), "L'option --sortie attend une valeur."),
        (("check", "--strict=oui"), "L'option --strict ne prend pas de valeur."),
        (("explain", "PV201", "--json"), "L'option --json n'existe pas."),
        (("explain", "pilier-inconu"), "Vouliez-vous dire PV201 ?"),
        (("explain", "siret"), "Vouliez-vous dire PV108 ?"),
        (("explain", "PV999"), "Vouliez-vous dire PV909 ?"),
    ],
)
def test_a_fault_is_told_in_french_with_what_was_meant(run, arguments, dit):
    code, ecrit = run(*arguments)
    assert code == 2
    assert dit in ecrit
    assert "Error" not in ecrit


def test_a_code_is_found_by_its_number(run):
    assert run("explain", "201")[1].startswith("PV201 pilier-inconnu")


def test_without_a_command_the_help_is_told(run):
    code, ecrit = run()
    assert code == 2
    assert ecrit.startswith("Utilisation : rapportpv [OPTIONS] COMMANDE [ARGUMENTS]…")
