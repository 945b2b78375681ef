"""No English from the command line: its helps, its usages, its faults."""

import re
import sys
from collections.abc import Iterator

import pytest
import typer

from rapportpv import cli
from tests.flatten import plain

ANGLAIS = re.compile(
    r"\b(?:usage|options?:|show|install|message|exit|error|missing|invalid|default|required|"
    r"arguments?:|commands?:|such|possible|try|help for|env var|value|did you|unexpected|should)\b",
    re.IGNORECASE,
)
CLICK = re.compile(
    r"\b(?:Usage|Error|Missing|Invalid|Options:|Arguments:|Commands:|No such|Try|Got|requires|"
    r"unexpected|does not|possible values|is not|not supported|installed|restart|Aborted)\b"
)
GROUPE = typer.main.get_command(cli.app)
COMMANDES = tuple(GROUPE.commands)


def list_faux_pas() -> Iterator[tuple[str, ...]]:
    """Each command, each option and argument, used in each of the wrong ways there are."""
    yield from ([], ["--oups"], ["oups"], ["--"], ["-"], ["--version=oui"], ["--help=oui"])
    for nom, commande in GROUPE.commands.items():
        attendus = ["2022"] if any(p.required for p in commande.params) else []
        yield [nom, "--oups"]
        yield [nom, "-z"]
        yield [nom, *["2022"] * 9]
        if attendus:
            yield [nom]
            yield [nom, "oups"]
        for parametre in commande.params:
            if parametre.param_type_name != "option":
                continue
            option = max(parametre.opts, key=len)
            ecrits = [[f"{option}=oui"]] if parametre.is_flag else [[option], [f"{option}=?"]]
            for ecrit in (*ecrits, [f"{option}x"]):
                yield [nom, *attendus, *ecrit]


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
        r"--[\w-]+|<[^>]*>|« show »|^  (?:show|init)\b|rapportpv show", "", aide, flags=re.MULTILINE
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
        (("compare",), "Vouliez-vous dire « comparer » ?"),
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


@pytest.mark.parametrize("arguments", [*list_faux_pas()], ids=" ".join)
def test_no_wrong_use_of_a_command_is_told_in_english(run, arguments):
    code, ecrit = run(*arguments)
    assert code == 2
    assert ecrit.strip()
    assert "imprévue" not in ecrit
    assert not CLICK.search(ecrit), ecrit


def test_a_fault_of_an_option_sends_to_the_help_of_its_command(run):
    assert "« rapportpv check --help »" in run("check", "--dossier")[1]
    assert "« rapportpv build --help »" in run("build", "2022", "--force=oui")[1]
    assert "Il manque une commande." in run("--")[1]


@pytest.mark.parametrize("commande", ["", *COMMANDES])
@pytest.mark.parametrize("largeur", [40, 60, 80, 120])
def test_no_word_of_a_help_is_cut(run, monkeypatch, commande, largeur):
    monkeypatch.setattr("typer._click.formatting.FORCED_WIDTH", None)  # that of tests
    monkeypatch.setenv("COLUMNS", "200")
    mots = set(run(*filter(None, [commande]), "--help")[1].split())
    monkeypatch.setenv("COLUMNS", str(largeur))
    aide = run(*filter(None, [commande]), "--help")[1]
    assert max(map(len, aide.splitlines())) <= largeur
    assert set(aide.split()) == mots
