"""The whole procedure of a year: the projet is sent, awaited, answered, amended, approved.

Sent on 3 July, to be answered by 3 October; on 4 October two bodies out of five have answered. What
the terminal, the JSON, the report and the letters say is one and the same.
"""

import json
import re
from pathlib import Path

import pytest

from rapportpv.word.invariants import find_faults
from tests.flatten import plain, read_text

PROJET = 'version = "projet"\narrete_le = 2024-06-25\n'
DEFINITIF = 'version = "definitif"\narrete_le = 2024-11-26\n'
DATES = """
[consultation]
transmission_le = 2024-07-03
avis_au_plus_tard_le = 2024-10-03
au = 2024-10-04
signataire = "La Présidente"
"""
CINQ = """
| Instance                 | Type            | Destinataire                  | Envoyé le  | Reçu le    | Sens      | Observations      | Suite donnée |
| ------------------------ | --------------- | ----------------------------- | ---------- | ---------- | --------- | ----------------- | ------------ |
| Orge                     | commune         | Monsieur le Maire             | 03/07/2024 | 12/09/2024 | favorable |                   |              |
| Valmont                  | commune         | Madame la Maire               | 03/07/2024 |            |           |                   |              |
| Aubrac                   | commune         |                               | 03/07/2024 |            |           |                   |              |
| Conseil citoyen du Parc  | conseil citoyen | Madame Claire PETIT, présidente | 03/07/2024 | 03/10/2024 | réservé   | Rénover le stade. | SUITE        |
| Maison du quartier       | autre           |                               | 03/07/2024 |            |           |                   |              |
"""
REPONDU = {"Orge": "favorable", "Conseil citoyen du Parc": "réservé"}
MUETS = ("Valmont", "Aubrac", "Maison du quartier")


@pytest.fixture
def annee(projet, ecrire):
    """Writes the year: its state, and the answer given to the observation."""

    def annee(etat: str = PROJET, suite: str = "", dates: str = DATES) -> Path:
        (projet / "2023" / "annee.toml").write_text(etat + dates, "utf-8")
        ecrire("consultation", Consultation=CINQ.replace("SUITE", suite or "     "))
        return projet

    return annee


def line(texte: str, debut: str) -> str:
    return next(li.strip() for li in texte.splitlines() if li.strip().startswith(debut))


def avis_of(rapport: Path) -> dict[str, str]:
    """The avis that the report prints, by body."""
    texte = plain(read_text(rapport))
    lignes = [li.split(" | ") for li in texte[texte.rindex("Avis des ") :].splitlines()]
    avis = [li for li in lignes if len(li) == 5]
    return {instance: sens for instance, _, sens, _, _ in avis[1:-1]}


def chapter(rapport: Path) -> str:
    """The chapter on the avis: its heading, its prose, and its table when it has one."""
    texte = plain(read_text(rapport))
    lignes = texte[texte.rindex("Avis des communes") :].splitlines()
    fin = next((n for n, ligne in enumerate(lignes) if ligne.startswith("5 instances |")), 1)
    return "\n".join(lignes[: fin + 1])


def test_on_the_4th_of_october_everything_agrees(annee, run):
    sortie = annee() / "sortie"
    code, table, aparte = run("consultation", "2023")
    assert (code, aparte) == (0, "")
    assert "Consultation 2023, au 4 octobre 2024" in table
    assert line(table, "Orge").split() == [
        "Orge",
        "commune",
        "03/07/2024",
        "03/10/2024",
        "12/09/2024",
        "favorable",
    ]
    assert line(table, "Valmont").endswith("réputé favorable")
    assert (
        "5 instances : 2 avis reçus (1 favorable, 1 réservé), 3 réputés favorables, 0 attendu."
        in table
    )
    assert "À relancer" not in table

    donnees = json.loads(run("consultation", "2023", "--json")[1])
    etats = {avis["instance"]: avis["etat"] for avis in donnees["avis"]}
    assert etats == REPONDU | dict.fromkeys(MUETS, "réputé favorable")
    assert {"version": 1, "annee": 2023, "au": "2024-10-04"}.items() <= donnees.items()
    assert donnees["bilan"] == {
        "instances": 5, "recus": 2, "favorables": 1, "reserves": 1, "defavorables": 0,
        "reputes_favorables": 3, "attendus": 0, "a_envoyer": 0, "hors_delai": 0,
    }  # fmt: skip
    assert donnees["avis"][0]["limite"] == "2024-10-03"
    for avis in donnees["avis"]:
        assert line(table, avis["instance"]).endswith(avis["etat"])

    assert run("build", "2023")[0] == 0
    rapport = sortie / "rapport-2023-projet.docx"
    assert avis_of(rapport) == etats
    assert (
        "sur 5 instances consultées, 2 avis sont rendus et 3 sont réputés favorables."
        in chapter(rapport)
    )

    assert run("build", "2023", "relances")[1] == "Aucun courrier à écrire au 4 octobre 2024.\n"
    assert not (sortie / "relances-2023").exists()


def test_on_the_3rd_silence_is_not_an_avis_yet(annee, run):
    sortie = annee(dates=DATES.replace("au = 2024-10-04", "au = 2024-10-03")) / "sortie"
    table = run("consultation", "2023")[1]
    assert "2 avis reçus (1 favorable, 1 réservé), 0 réputé favorable, 3 attendus." in table
    assert f"À relancer : {', '.join(MUETS)}." in table
    assert table == run("consultation", "2023", "--au", "03/10/2024")[1]
    run("build", "2023")
    avis = avis_of(sortie / "rapport-2023-projet.docx")
    assert avis == REPONDU | dict.fromkeys(MUETS, "attendu")
    assert "3 sont encore attendus" in chapter(sortie / "rapport-2023-projet.docx")
    run("build", "2023", "relances")
    relances = sorted(f.stem for f in (sortie / "relances-2023").iterdir())
    assert relances == ["commune-d-aubrac", "commune-de-valmont", "instance-maison-du-quartier"]
    assert "3 octobre 2024 inclus" in plain(read_text(sortie / "relances-2023.docx"))


def test_on_the_day_of_sending_an_avis_is_awaited_and_nobody_is_reminded(annee, run):
    annee(dates=DATES.replace("au = 2024-10-04", "au = 2024-07-03"))
    table = run("consultation", "2023")[1]
    for instance in (*REPONDU, *MUETS):
        assert line(table, instance).endswith("envoyée, attendue le 03/10/2024")
    assert "relancer" not in table
    donnees = json.loads(run("consultation", "2023", "--json")[1])
    assert [avis["etat"] for avis in donnees["avis"]] == ["attendu"] * 5
    assert not any(avis["a_relancer"] for avis in donnees["avis"])
    assert run("build", "2023", "relances")[1] == "Aucun courrier à écrire au 3 juillet 2024.\n"
    lendemain = run("consultation", "2023", "--au", "04/07/2024")[1]
    assert line(lendemain, "Valmont").endswith("à relancer")


def test_before_anybody_answers_the_projet_says_how_it_is_consulted_on(annee, run):
    sortie = annee(dates=DATES.replace("au = 2024-10-04\n", "")) / "sortie"
    run("build", "2023")
    avis = chapter(sortie / "rapport-2023-projet.docx")
    assert avis.startswith("Avis des communes, conseils citoyens et autres instances\n")
    assert "à rendre au plus tard le 3 octobre 2024" in avis
    assert "Tableau" not in avis


def test_the_clock_is_asked_only_when_somebody_asks(annee, run, monkeypatch):
    annee()

    class Horloge:
        @staticmethod
        def today():
            from datetime import date

            return date(2024, 9, 20)

    avant = run("consultation", "2023")
    monkeypatch.setattr("rapportpv.commands.consultation.date", Horloge)
    assert run("consultation", "2023") == avant
    assert "au 20 septembre 2024" in run("consultation", "2023", "--au", "aujourd'hui")[1]


@pytest.mark.parametrize("etat", [DEFINITIF, DEFINITIF.replace("2024-11-26", "2024-10-03")])
def test_it_cannot_be_definitive_before_observations_are_answered_and_the_deadline_passed(
    annee, run, etat
):
    projet = annee(etat)
    code, _, aparte = run("check", "2023")[0], *run("build", "2023")[1:]
    assert code == 1
    assert "PV828" in aparte
    assert "Remplissez la colonne « Suite donnée »" in aparte
    assert ("PV505" in aparte) == ("2024-10-03" in etat)
    assert not (projet / "sortie").exists()


def test_the_definitive_report_has_the_avis_and_the_answers(annee, run, golden):
    sortie = annee(DEFINITIF, "Inscrite en 2025.") / "sortie"
    code, sorti, aparte = run("build", "2023")
    assert (code, sorti) == (0, "Document écrit : sortie/rapport-2023-definitif.docx\n")
    assert "erreur" not in aparte
    rapport = sortie / "rapport-2023-definitif.docx"
    assert find_faults(rapport.read_bytes()) == []
    texte = plain(read_text(rapport))
    assert (
        "Version définitive\napprouvée par délibération du 26 novembre 2024" in texte
    )  # the cover
    assert "Version définitive, délibération du 26 novembre 2024" in texte  # the footer
    assert "ersion projet" not in texte
    assert avis_of(rapport) == REPONDU | dict.fromkeys(MUETS, "réputé favorable")
    golden("avis-definitif.txt", re.sub(r"Tableau \d+", "Tableau …", chapter(rapport)) + "\n")


def test_the_deliberation_may_have_a_day_of_its_own(annee, run):
    bloc = "[definitif]\ndeliberation_le = 2024-12-03\n"
    sortie = annee(DEFINITIF, "Inscrite en 2025.", bloc + DATES) / "sortie"
    assert run("build", "2023")[0] == 0
    texte = plain(read_text(sortie / "rapport-2023-definitif.docx"))
    assert "approuvée par délibération du 3 décembre 2024" in texte
    assert "26 novembre 2024" not in texte


def test_a_definitive_report_is_told_of_as_of_its_approval(annee, run):
    annee(DEFINITIF, "Inscrite en 2025.", DATES.replace("au = 2024-10-04", "au = 2024-09-20"))
    assert "au 26 novembre 2024" in run("consultation", "2023")[1]


@pytest.mark.parametrize("au", ["31/09/2024", "demain", ""])
def test_a_day_that_is_none_is_refused_in_a_sentence(annee, run, au):
    annee()
    code, sorti, aparte = run("consultation", "2023", "--au", au)
    assert (code, sorti) == (2, "")
    assert "n'est pas une date" in aparte
    assert "04/10/2023" in aparte


def test_the_report_itself_has_no_other_day_than_that_of_the_settings(annee, run):
    annee()
    code, _, aparte = run("build", "2023", "--au", "2024-10-04")
    assert code == 2
    assert "ne vaut que pour « courriers » et « relances »" in aparte


def test_a_year_without_consultation_is_told_in_a_sentence(projet, run):
    code, sorti, aparte = run("consultation", "2023")
    assert (code, sorti) == (2, "")
    assert "2023/consultation.xlsx" in aparte


def test_what_is_wrong_elsewhere_does_not_hide_the_consultation(annee, run, ecrire):
    from tests.conftest import PROGRAMMATION

    annee()
    ecrire("programmation", Programmation=PROGRAMMATION.replace("12000", "beaucoup"))
    code, sorti, aparte = run("consultation", "2023")
    assert (code, aparte) == (0, "")
    assert "5 instances" in sorti


def test_what_is_wrong_in_it_is_told_and_blocks(annee, run, ecrire):
    annee()
    ecrire("consultation", Consultation=CINQ.replace("réservé", "réserbé").replace("SUITE", ""))
    code, sorti, aparte = run("consultation", "2023")
    assert code == 1
    assert "PV822" in aparte
    assert "à préciser" in sorti
