"""Signs that nobody sees, and what is read without them."""

import pytest

from rapportpv.reading.cells import clean, read_texte
from rapportpv.year.controle import check_annee
from tests.year.aides import anomalies, told

ENTETES = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT"]


@pytest.mark.parametrize(
    ("lu", "propre"),
    [
        ("Aide_x000B_aux devoirs", "Aide aux devoirs"),
        ("Aide\x0baux devoirs", "Aide aux devoirs"),
        ("Aide\x07", "Aide"),
        ("Ai\u00adde", "Aide"),
        ("\ufeffAide\u200b", "Aide"),
        ("l\x92\x9cuvre\x85", "l’œuvre…"),  # Windows' signs, decoded as those of another system
        ("Aide\x81", "Aide"),
    ],
)
def test_the_suggestion_is_the_text_without_them(lu, propre):
    assert clean(lu) == propre
    assert read_texte(lu) == propre


@pytest.mark.parametrize(
    "texte", ["Aide\taux\r\ndevoirs", "Aide_x000D_\naux devoirs", "Aide\u00a0aux\u202fdevoirs"]
)
def test_tabs_line_ends_and_no_break_spaces_are_no_fault(projet, ecrire, texte):
    ecrire("programmation", Programmation=[ENTETES, [texte, "Les Amis", "Emploi", "soutenue", 5]])
    assert told(projet, "PV107") == []
    dossier = check_annee(projet, 2023).dossier
    assert dossier.programmation.feuille.frame["intitule"].tolist() == [
        texte.replace("_x000D_", "")
        .replace("\u00a0", " ")
        .replace("\u202f", " ")
        .replace("\t", " ")
        .replace("\r\n", " ")
        .replace("\n", " ")
    ]


def test_each_text_is_told_once_with_its_cells_and_what_it_hides(projet, ecrire):
    ecrire(
        "programmation",
        Programmation=[
            ENTETES,
            ["Aide", "Les\u200b Amis", "Emploi", "soutenue", 100],
            ["Jeux", "Les\u200b Amis", "Emploi", "soutenue", "200\u200b"],
            ["Chant", "Le Chœur", "Emploi\ufeff", "soutenue", 300],
        ],
    )
    assert told(projet, "PV107") == [
        ("Programmation B2, B3", "Les‹U+200B› Amis", "Les Amis"),
        ("Programmation E3", "200‹U+200B›", "200"),
        ("Programmation C4", "Emploi‹U+FEFF›", "Emploi"),
    ]
    assert "ANCT" in anomalies(projet, "PV107")[1].message


def test_what_they_hid_is_read_all_the_same(projet, ecrire):
    ligne = ["Aide", "Les\u200b Amis", "Emploi\ufeff", "soutenue", "200\u200b"]
    ecrire("programmation", Programmation=[ENTETES, ligne])
    controle = check_annee(projet, 2023)
    assert [a.rule.code for a in controle.anomalies if a.rule.code < "PV4"] == ["PV107"] * 3
    assert controle.bilan.chiffres["piliers.emploi.montant"].valeur == 200


def test_a_cell_with_nothing_else_is_to_be_emptied(projet, ecrire):
    entetes, ligne = [*ENTETES, "SIRET"], ["Aide", "Les Amis", "Emploi", "soutenue", 5, "\u200b"]
    ecrire("programmation", Programmation=[entetes, ligne])
    assert told(projet, "PV107") == [("Programmation F2", "‹U+200B›", "Videz la cellule.")]


def test_titles_and_notes_may_hold_anything(projet, ecrire):
    ecrire(
        "programmation",
        Programmation=[
            ["Titre\u200b"],
            ENTETES,
            ["Aide", "Les Amis", "Emploi", "soutenue", 100],
            ["Note\u200b sous le tableau"],
        ],
    )
    assert told(projet, "PV107") == []
