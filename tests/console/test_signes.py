"""No output gives orders to a terminal, nor shows words in another order than they have."""

import json
import re
import subprocess
import sys

import pytest

from rapportpv.console.flux import open_console, write, write_json
from rapportpv.core.anomalie import Rule, Severite
from rapportpv.core.emplacement import Emplacement
from rapportpv.export.github import format_github

SIGNES = "\x1b[31m\x07\x9b\u202e\u2066\u200f\u061c"
DANGEREUX = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
REGLE = Rule("PV999", "essai", Severite.ERREUR, message="Lu : {valeur}.", doc="Une page.")


@pytest.mark.parametrize("err", [False, True])
def test_a_line_moves_nothing(capsys, err):
    write(f"a{SIGNES}b\nc", err=err)
    sortie = "".join(capsys.readouterr())
    assert not DANGEREUX.search(sortie)
    assert (sortie[0], sortie[-4:]) == ("a", "b\nc\n")


def test_a_table_moves_nothing(capsys):
    from rich.table import Table

    table = Table("Titre" + SIGNES)
    table.add_row("cellule" + SIGNES)
    open_console(sys.stdout).print(table)
    sortie = capsys.readouterr().out
    assert "cellule" in sortie
    assert not DANGEREUX.search(sortie)


def test_json_says_the_same_and_moves_nothing(capsys):
    write_json(json.dumps({"a": SIGNES}, ensure_ascii=False))
    sortie = capsys.readouterr().out
    assert json.loads(sortie) == {"a": SIGNES}
    assert not DANGEREUX.search(sortie)


def test_an_annotation_of_github_moves_nothing():
    anomalie = REGLE.at(Emplacement(f"2023/{SIGNES}.xlsx"), valeur=SIGNES)
    assert not DANGEREUX.search(format_github([anomalie], SIGNES))


def test_a_cell_of_33_000_letters_is_quoted_short_and_kept_whole():
    anomalie = REGLE.at(Emplacement("2023/fcs.xlsx"), valeur="a" * 33_000)
    assert len(anomalie.message) < 300
    assert anomalie.message.endswith("a ….")
    assert anomalie.valeur == "a" * 33_000


@pytest.mark.parametrize(
    "mots",
    [
        ("check", "2023", "--dossier", "a\x1b[31m\u202e"),
        ("explain", "a\x1b[31m\u202e"),
        ("check", "--a\x1b[31m\u202e"),
        ("relire", "a\x1b[31m\u202e.docx", "2023"),
    ],
)
def test_what_stops_the_program_moves_nothing(projet, mots):
    commande = [sys.executable, "-m", "rapportpv", *mots]
    fait = subprocess.run(commande, cwd=projet, capture_output=True, check=False)
    sortie = (fait.stdout + fait.stderr).decode()
    assert fait.returncode == 2
    assert "a␛[31m" in sortie
    assert not DANGEREUX.search(sortie)
