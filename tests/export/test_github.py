"""Workflow commands: what GitHub's runner would read of them."""

import re

from rapportpv.core.anomalie import Rule, Severite
from rapportpv.core.emplacement import Emplacement
from rapportpv.export.github import format_github

REGLE = Rule("PV201", "pilier-inconnu", Severite.ERREUR, "Lu : « {valeur} ».", "Une page.")


def parse(commande: str) -> tuple[str, dict[str, str], str]:
    """As the runner does: the level, the properties, the message."""
    niveau, proprietes, message = re.fullmatch(r"::(\w+) ([^:\n]*)::([^\r\n]*)", commande).groups()
    paires = (paire.partition("=") for paire in proprietes.split(","))
    return niveau, {nom: _unescape(valeur) for nom, _, valeur in paires}, _unescape(message)


def _unescape(texte: str) -> str:
    for code, signe in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        texte = texte.replace(code, signe)
    return texte


def test_a_command_names_the_file_the_rule_and_the_place():
    lieu = Emplacement("2022/programmation.xlsx", "Programmation", ("F12", "F40"))
    anomalie = REGLE.at(lieu, valeur="Cohesion", suggestion="Écrivez « Emploi ».")
    niveau, proprietes, message = parse(format_github([anomalie], "data/sample"))
    assert niveau == "error"
    assert proprietes == {
        "file": "data/sample/2022/programmation.xlsx",
        "title": "PV201 pilier-inconnu",
    }
    assert message.replace("\u00a0", " ") == (
        "Programmation › F12, F40 : Lu : « Cohesion ». Écrivez « Emploi »."
    )


def test_no_value_breaks_out_of_its_command():
    valeur = "50 %, 100%0A\r\n::error file=x::y <script>"
    lieu = Emplacement("2022/a:b,c%.xlsx", "Pilier: 1, 2\n3")
    texte = format_github([REGLE.at(lieu, valeur=valeur)])
    assert texte.count("\n") == texte.count("\r") == 0
    _, proprietes, message = parse(texte)
    assert proprietes["file"] == "2022/a:b,c%.xlsx"
    assert valeur in message.replace("\u00a0", " ")
    assert "Pilier: 1, 2\n3" in message


def test_levels_and_places_without_a_sheet():
    lieu = Emplacement("rapportpv.toml")
    regles = [Rule("PV999", "essai", s, "Essai.", "Une page.") for s in Severite]
    texte = format_github(regle.at(lieu) for regle in regles)
    assert texte == (
        "::error file=rapportpv.toml,title=PV999 essai::Essai.\n"
        "::warning file=rapportpv.toml,title=PV999 essai::Essai.\n"
        "::notice file=rapportpv.toml,title=PV999 essai::Essai."
    )
