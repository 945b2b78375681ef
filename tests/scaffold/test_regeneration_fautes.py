"""The workflows run on a year with faults: told where people look, and no cell in a public log."""

from pathlib import Path

import pytest

from tests.flatten import plain
from tests.scaffold.chantier import FORGES, Chantier, write_programmation


def cut(projet: Path) -> None:
    """The workbook as a broken transfer leaves it."""
    chemin = projet / "2023" / "programmation.xlsx"
    chemin.write_bytes(chemin.read_bytes()[: chemin.stat().st_size // 2])


@pytest.mark.parametrize(
    ("abimer", "code", "place"),
    [
        (lambda projet: write_programmation(projet, anct="12 OOO"), "PV101", "E2"),
        (lambda projet: write_programmation(projet, pilier="Emplois"), "PV201", "C3"),
        (cut, "PV002", "2023/programmation.xlsx"),
    ],
    ids=["amount", "pilier", "half-written"],
)
def test_a_fault_is_told_with_its_place_and_nothing_is_proposed(publie, abimer, code, place):
    abimer(publie.projet)
    publie.push("Une faute")
    taches = publie.run()
    assert [tache.code for tache in taches] == [1]
    assert code in taches[0].journal
    assert place in taches[0].journal
    assert "Le rapport n’a pas été refait" in taches[0].journal
    assert (publie.forge.branches(), publie.proposals()) == (["main"], 1)


def test_a_failed_run_says_so_where_people_look(github):
    write_programmation(github.projet, anct="12 OOO")
    github.push("Une faute")
    (tache,) = github.run()
    annotations = [ligne for ligne in tache.journal.splitlines() if ligne.startswith("::error")]
    assert annotations[0].startswith("::error file=2023/programmation.xlsx,title=PV101 ")
    assert "Programmation › E2" in annotations[0]
    assert annotations[-1].startswith("::error::Le rapport n’a pas été refait")
    assert "### Le rapport n’a pas été refait" in tache.resume
    assert "2023/programmation.xlsx › Programmation › E2 : erreur PV101" in plain(tache.resume)
    assert "PV101" in (github.forge.artefacts["rapport"] / "anomalies.html").read_text("utf-8")


@pytest.mark.parametrize("nom", FORGES)
def test_the_log_of_a_public_repository_holds_no_cell(nom, projet, forge):
    forge.prive = False
    chantier = Chantier(projet, forge, nom)
    write_programmation(chantier.projet, anct="12 OOO", pilier="Emplois")
    chantier.push("Deux fautes")
    (tache,) = chantier.run()
    for lu in (tache.journal, tache.resume):
        assert "12 OOO" not in lu
        assert "Emplois" not in lu
    assert "PV101" in tache.journal
    assert "C3" in tache.journal
    forge.prive = True
    assert "12 OOO" in chantier.run()[0].journal


@pytest.mark.parametrize("nom", FORGES)
def test_without_values_not_even_a_private_log_shows_them(nom, projet, forge):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + "\n[publication]\nvaleurs = false\n", "utf-8")
    chantier = Chantier(projet, forge, nom)
    write_programmation(chantier.projet, anct="12 OOO")
    chantier.push("Une faute")
    (tache,) = chantier.run()
    assert "PV101" in tache.journal
    assert "12 OOO" not in tache.journal
