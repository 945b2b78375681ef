"""Text, dates and ticks where an amount is due."""

from datetime import date

from tests.year.aides import told


def test_words_dates_and_ticks_are_no_amounts_wherever_an_amount_is_due(projet, ecrire):
    ecrire(
        "programmation",
        Programmation=[
            [
                "Intitulé",
                "Intitulé de l'action",
                "Opérateur",
                "Pilier",
                "Statut",
                "ANCT",
                "Coût total",
            ],
            ["", "Aide", "Les Amis", "Emploi", "soutenue", "à préciser", "12 000 € TTC"],
            ["", "Jeux", "Le Club", "Emploi", "soutenue", date(2023, 6, 27), None],
            ["", "Chant", "Le Chœur", "Emploi", "soutenue", True, 500],
        ],
    )
    assert told(projet, "PV101") == [
        ("Programmation F2", "à préciser", None),
        ("Programmation G2", "12 000 € TTC", None),
        ("Programmation F3", "27/06/2023", None),
        ("Programmation F4", "VRAI", None),
    ]


def test_the_same_word_in_several_cells_is_one_anomaly(projet, ecrire):
    ecrire(
        "fcs",
        FCS="""
        | Axe   | Opérateur | Intitulé | Montant  |
        | ----- | --------- | -------- | -------- |
        | Axe 1 | Les Amis  | Fête     | en cours |
        | Axe 1 | Le Club   | Bal      | 300      |
        | Axe 2 | Le Chœur  | Concert  | en cours |
        """,
    )
    assert told(projet, "PV101") == [("FCS D2, D4", "en cours", None)]


def test_amounts_as_people_type_them_are_read(projet, ecrire):
    ecrire(
        "fcs",
        FCS="""
        | Axe   | Opérateur | Intitulé | Montant    |
        | ----- | --------- | -------- | ---------- |
        | Axe 1 | Les Amis  | Fête     | 1 200,50 € |
        | Axe 1 | Le Club   | Bal      | 12 k€      |
        """,
    )
    assert told(projet, "PV101") == []
