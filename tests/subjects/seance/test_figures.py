"""The session as its sheet and its settings tell it: three lists, their counts, who is consulted."""

import pytest

from rapportpv.subjects.seance.figures import count_seance, read_seance
from rapportpv.subjects.seance.seance import Elu, Fenetre, Presence, Procuration
from rapportpv.year.load import load_dossier
from tests.conftest import REGLAGES
from tests.flatten import plain

BLOC = """version = "projet"
arrete_le = 2024-07-01

[seance]
date = 2024-09-24
heure = "19 h 00"
lieu = "Orge"
convocation_le = 2024-09-17
president = { civilite = "M.", nom = "MARTIN Paul" }
secretaire = { civilite = "Mme", nom = "DURAND Alice" }
signataire = { civilite = "M.", nom = "MARTIN Paul", qualite = "Le Président" }
vote = { sens = "unanimité" }
"""
LISTES = """
| Nom    | Prénom | Qualité     | Mandataire  | Jusqu'à la question | À partir de la question |
| DURAND | Alice  | présent     |             | 13                  |                         |
| MARTIN | Paul   | présent     |             |                     |                         |
| DURAND | Alice  | présent     |             |                     | 15                      |
| PETIT  | Jeanne | procuration | MARTIN Paul |                     | 14                      |
| LEROY  | Marc   | excusé      |             | 3                   | 2                       |
"""
CONSULTES = """
| Instance    | Type            |
| Orge        | commune         |
| Le Parc     | conseil citoyen |
"""


@pytest.fixture
def lire(projet, ecrire):
    """The year of a session, from its sheets and its settings."""

    def lire(bloc: str = BLOC, **feuilles: str):
        (projet / "2023" / "annee.toml").write_text(bloc, "utf-8")
        for nom, feuille in feuilles.items():
            ecrire(nom.lower(), **{nom: feuille})
        dossier, anomalies = load_dossier(projet, 2023)
        assert dossier, [str(anomalie) for anomalie in anomalies]
        return dossier

    return lire


def test_each_line_is_in_its_list_with_its_window(lire):
    seance = read_seance(lire(Seance=LISTES))
    assert seance.presents == (
        Presence(Elu("DURAND", "Alice"), Fenetre(None, 13)),
        Presence(Elu("MARTIN", "Paul"), Fenetre()),
        Presence(Elu("DURAND", "Alice"), Fenetre(15, None)),
    )
    assert seance.procurations == (
        Procuration(Elu("PETIT", "Jeanne"), "MARTIN Paul", Fenetre(14, None)),
    )
    assert seance.excuses == (Presence(Elu("LEROY", "Marc"), Fenetre(2, 3)),)


def test_a_member_who_came_back_is_counted_once(lire):
    chiffres = count_seance(lire(Seance=LISTES)).chiffres
    assert {nom: (int(c.valeur), c.sources) for nom, c in chiffres.items()} == {
        "seance.presents": (2, ("2023/seance.xlsx › Seance › A2:A4",)),
        "seance.procurations": (1, ("2023/seance.xlsx › Seance › A5",)),
        "seance.excuses": (1, ("2023/seance.xlsx › Seance › A6",)),
    }


def test_a_session_has_both_its_sheet_and_its_settings(lire):
    sans_bloc = BLOC.partition("[seance]")[0]
    assert read_seance(lire()) is None
    assert count_seance(lire()).chiffres == {}
    assert read_seance(lire(sans_bloc, Seance=LISTES)) is None


def test_the_session_knows_the_year_s_settings_of_its_consultation(lire):
    consultation = "\n[consultation]\ntransmission_le = 2024-07-03\ndelai = '1 mois'\n"
    seance = read_seance(lire(BLOC + consultation, Seance=LISTES))
    assert seance.reglage.lieu == "Orge"
    assert seance.consultation.transmission_le.isoformat() == "2024-07-03"
    assert read_seance(lire(Seance=LISTES)).consultation is None


def test_those_consulted_beside_the_communes_are_those_of_the_sheet(lire):
    seance = read_seance(lire(Seance=LISTES, Consultation=CONSULTES))
    assert seance.instances == "conseils citoyens"
    autres = f"{CONSULTES}| Les Jardins | autre |\n"
    seance = read_seance(lire(Seance=LISTES, Consultation=autres))
    assert plain(seance.instances) == "conseils citoyens et autres instances"
    communes = CONSULTES.replace("conseil citoyen", "commune")
    assert read_seance(lire(Seance=LISTES, Consultation=communes)).instances == ""


def test_without_a_sheet_they_are_those_of_the_settings_that_have_a_name(lire, projet):
    assert read_seance(lire(Seance=LISTES)).instances == "conseils citoyens"
    tables = '\n[[instance]]\ncode = "tables"\nlibelle = "table de quartier"\npluriel = "tables de quartier"\n'
    (projet / "rapportpv.toml").write_text(REGLAGES + tables, "utf-8")
    assert read_seance(lire(Seance=LISTES)).instances == "tables de quartier"
