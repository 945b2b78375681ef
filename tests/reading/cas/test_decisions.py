"""Columns that are not read, and that refuse what counts or say another year; units of any sheet."""

import pytest

from tests.flatten import plain
from tests.reading.cas.lire import lire

PROGRAMMATION = """
| Intitulé de l'action | Opérateur | Pilier | Statut | {} | ANCT |
| Aide aux devoirs | Les Amis | Cohésion sociale | {} | {} | 12000 |
| Chantier jeunes | Le Club | Emploi | {} | {} | 8000 |
"""
FCS = """
| N° | Axe | Opérateur | Intitulé | Montant | {} |
| 1 | 1 | Les Amis | Fête | 900 | {} |
| 2 | 1 | Le Club | Jeux | 4000 | {} |
"""
DISPOSITIFS = """
| Dispositif | Prévu (k€) | Réalisé en euros |
| Réussite éducative | 20 | 15000 |
"""


@pytest.mark.parametrize(
    ("titre", "mots", "cellules"),
    [
        ("Décision", ("Accordé", "Refusé"), "F3"),
        ("Statut", ("soutenue", "ajournée"), "F3"),
        ("Avis du jury", ("défavorable", "défavorable"), "F2, F3"),
        ("Retenu", ("oui", "non"), "F3"),
        ("Décision", ("Accordé", "Accordé"), ""),
        ("Décision", ("Accordé", ""), ""),
        ("Décision", ("Refusé", "voir Paul"), ""),  # remarks, and no decisions
        ("Dossier complet", ("oui", "non"), ""),
    ],
)
def test_a_decision_that_no_sheet_reads_does_not_refuse_in_silence(projet, titre, mots, cellules):
    lu = lire(projet, classeur="fcs", FCS=FCS.format(titre, *mots))
    assert lu.erreurs == ([("PV120", cellules)] if cellules else [])
    assert ("Videz les montants" in lu.dits) == bool(cellules)


@pytest.mark.parametrize(
    ("statuts", "decisions", "cellules"),
    [
        (("soutenue", "soutenue"), ("favorable", "défavorable"), "E3"),
        (("recevable", "recevable"), ("favorable", "défavorable"), "E2"),
        (("soutenue", "refusée"), ("favorable", "défavorable"), ""),
        (("soutenue", "recevable"), ("favorable", "favorable"), ""),
    ],
)
def test_of_two_decisions_the_one_that_is_read_may_be_the_wrong_one(
    projet, statuts, decisions, cellules
):
    dits = [mot for paire in zip(statuts, decisions, strict=True) for mot in paire]
    lu = lire(projet, Programmation=PROGRAMMATION.format("Décision", *dits))
    assert lu.erreurs == ([("PV120", cellules)] if cellules else [])
    assert ("Gardez une seule décision, dans la colonne « Statut »" in lu.dits) == bool(cellules)


@pytest.mark.parametrize(
    ("titre", "annees", "cellules"),
    [
        ("Année", ("2023", "2022"), "F3"),
        ("EXERCICE budgétaire", ("2023", "exercice 2022"), "F3"),
        ("Campagne", ("2021", "2022"), "F2, F3"),
        ("Année", ("2023", "2022-2023"), ""),
        ("Année de création", ("1998", "2015"), ""),
        ("Année", ("2023", "à voir"), ""),
    ],
)
def test_a_register_of_several_years_is_not_added_up(projet, titre, annees, cellules):
    lu = lire(projet, classeur="fcs", FCS=FCS.format(titre, *annees))
    assert lu.erreurs == ([("PV121", cellules)] if cellules else [])
    assert ("Retirez les lignes qui ne sont pas de 2023" in lu.dits) == bool(cellules)


def test_a_column_that_is_left_aside_by_name_says_nothing(projet):
    toml = projet / "rapportpv.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[colonnes.fcs]\nignorer = ["Année"]\n', "utf-8")
    lu = lire(projet, classeur="fcs", FCS=FCS.format("Année", "2023", "2022"))
    assert lu.erreurs == []


def test_the_unit_of_a_column_that_is_printed_is_told(projet):
    lu = lire(projet, classeur="dispositifs", Dispositifs=DISPOSITIFS)
    assert lu.erreurs == [("PV020", "B1")]
    assert "lus en euros, ils font 20 € ; lus ainsi, 20 000 €" in plain(lu.dits)


def test_only_the_years_of_what_counts_are_said(projet):
    dits = ("soutenue", "2021", "refusée", "2022")
    lu = lire(projet, Programmation=PROGRAMMATION.format("Année", *dits))
    assert lu.erreurs == [("PV121", "E2")]
    assert "dit 2021 : une ligne, 12 000 €" in plain(lu.dits)
