"""Required cells that are empty."""

from tests.year.aides import anomalies, told


def test_each_column_that_lacks_cells_is_one_anomaly_with_all_of_them(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT |
        | -------------------- | --------- | ------ | -------- | ---- |
        | Aide                 |           | Emploi | soutenue | 1    |
        | Jeux                 | Le Club   |        | soutenue | 2    |
        | Chant                |           | Emploi |          | 3    |
        """,
    )
    assert told(projet, "PV102") == [
        ("Programmation B2, B4", "", None),
        ("Programmation C3", "", None),
        ("Programmation D4", "", None),
    ]
    assert "« Opérateur »" in anomalies(projet, "PV102")[0].message.replace("\u00a0", " ")


def test_a_cell_of_spaces_or_of_signs_that_nobody_sees_is_empty(projet, ecrire):
    ecrire(
        "fonds_de_concours",
        Fonds_de_concours=[
            ["Commune", "Opération", "Dispositif", "Montant"],
            ["Orge", " \u00a0 ", "NPNRU", 100],
            ["Orge", "\u200b", "NPNRU", 100],
        ],
    )
    assert told(projet, "PV102") == [("Fonds de concours B2, B3", " \u00a0 ", None)]


def test_blank_rows_titles_notes_totals_and_optional_cells_lack_nothing(projet, ecrire):
    ecrire(
        "fcs",
        FCS="""
        | Axe   | Opérateur | Intitulé | Commune | Montant |
        | ----- | --------- | -------- | ------- | ------- |
        | 1. Soutenir les associations | | | | |
        |       | Les Amis  | Fête     |         | 100     |
        |       |           |          |         |         |
        | Total |           |          |         | 100     |
        | Source : service politique de la ville | | | | |
        """,
    )
    assert told(projet, "PV102") == []
