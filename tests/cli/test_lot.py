"""`rapportpv lot`: every project below a folder, whatever becomes of each."""

import json
import shutil

import pytest

from rapportpv.commands.lot.lot import Consigne, run_lot
from rapportpv.core.lot import Issue
from tests.conftest import write_projet
from tests.tables import write_classeur

FAUTIF = """
| Intitulé de l'action | Opérateur | Pilier  | Statut   | ANCT |
| -------------------- | --------- | ------- | -------- | ---- |
| Aide aux devoirs     | Les Amis  | Inconnu | soutenue | 1000 |
"""


@pytest.fixture
def pays(tmp_path):
    """Three territories: one is sound, one has an error, one has no such year."""
    dossier = tmp_path / "pays"
    for nom in ("Ardèche", "Brie Est", "Cher"):
        (dossier / nom).mkdir(parents=True)
        write_projet(dossier / nom)
    write_classeur(dossier / "Brie Est" / "2023" / "programmation.xlsx", Programmation=FAUTIF)
    shutil.rmtree(dossier / "Cher" / "2023")
    return dossier


def lot(run, *options):
    code, sorti, erreurs = run("lot", *options, "--json")
    assert not erreurs
    fait = json.loads(sorti)
    return code, {p["projet"]: p for p in fait["projets"]}, fait["bilan"]


def test_each_project_and_a_second_time(run, pays):
    code, projets, bilan = lot(run, str(pays), "2023")
    assert code == 1
    assert bilan == {"fait": 1, "inchange": 0, "refuse": 2, "arrete": 0}
    assert projets["Brie Est"]["erreurs"] == 1
    assert projets["Brie Est"]["raison"] == "PV201"
    assert "n'a pas d'année 2023" in projets["Cher"]["raison"]
    [document] = projets["Ardèche"]["documents"]
    octets = (pays / "Ardèche" / document).read_bytes()
    assert octets

    _, projets, bilan = lot(run, str(pays), "2023")
    assert bilan == {"fait": 0, "inchange": 1, "refuse": 2, "arrete": 0}
    assert projets["Brie Est"]["raison"] == "PV201"
    assert lot(run, str(pays), "2023", "--refaire")[2]["fait"] == 1
    assert (pays / "Ardèche" / document).read_bytes() == octets


@pytest.mark.parametrize("quoi", ["classeur", "document efface", "memoire abimee"])
def test_what_changed_is_done_again(run, pays, quoi):
    ardeche = pays / "Ardèche"
    _, projets, _ = lot(run, str(ardeche), "2023")
    document = ardeche / projets["Ardèche"]["documents"][0]
    if quoi == "classeur":
        shutil.copy(ardeche / "2023" / "annee.toml", ardeche / "2023" / "note.toml")
    elif quoi == "document efface":
        document.unlink()
    else:
        (document.parent / ".rapportpv-lot.json").write_text('{"2023 rapport": {"empreinte": 1}}')
    assert lot(run, str(ardeche), "2023")[2]["fait"] == 1
    assert document.is_file()


def test_a_document_that_somebody_edited_is_kept(run, pays):
    ardeche = pays / "Ardèche"
    _, projets, _ = lot(run, str(ardeche), "2023")
    document = ardeche / projets["Ardèche"]["documents"][0]
    document.write_bytes(b"retouche")
    code, projets, _ = lot(run, str(ardeche), "2023")
    assert code == 1
    assert "a été modifié" in projets["Ardèche"]["raison"]
    assert document.read_bytes() == b"retouche"


def test_a_check_writes_no_document(run, pays):
    code, projets, _ = lot(run, str(pays / "Ardèche"), "2023", "--check")
    assert (code, projets["Ardèche"]["documents"]) == (0, [])
    assert not list(pays.rglob("*.docx"))


def test_one_that_takes_too_long_is_told(pays):
    """Nothing is built in less time than what importing takes."""
    consigne = Consigne(2023, "rapport", delai=0.01)
    [resultat] = run_lot(pays / "Ardèche", consigne, lambda _resultat, _combien: None).resultats
    assert resultat.issue is Issue.ARRETE
    assert "--delai" in resultat.raison


def test_the_summary_that_people_read(run, pays):
    code, sorti, erreurs = run("lot", str(pays), "2023")
    assert (code, erreurs) == (1, "")
    assert "Brie Est" in sorti
    assert "1 erreur : PV201" in sorti
    assert "3 projets : 1 fait, 2 refusés, en" in sorti
    assert f"rapportpv check 2023 --dossier {pays}/Brie Est" in sorti.replace('"', "")


@pytest.mark.parametrize(
    ("options", "faute"),
    [
        (("--delai", "0"), "L'option --delai ne convient pas"),
        (("--processus", "deux"), "un nombre entier est attendu"),
    ],
)
def test_a_wrong_option(run, pays, options, faute):
    code, _, erreurs = run("lot", str(pays), "2023", *options)
    assert code == 2
    assert faute in erreurs.replace("’", "'")


def test_no_project_below(run, tmp_path):
    code, _, erreurs = run("lot", str(tmp_path / "rien"), "2023")
    assert code == 2
    assert "Aucun projet sous" in erreurs
