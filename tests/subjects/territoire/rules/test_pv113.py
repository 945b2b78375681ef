"""INSEE codes of the sheet «Communes»."""

from tests.year.aides import told


def test_a_lost_zero_a_small_letter_and_a_wrong_length_are_told(projet, ecrire):
    ecrire(
        "territoire",
        Communes=[
            ["Commune", "Code INSEE"],
            ["Orge", 62119],
            ["Valmont", "01053"],
            ["Corte", "2B096"],
            ["Sans code", None],
            ["Bourg", 1053],
            ["Ajaccio", "2a004"],
            ["Trop", 621190],
        ],
    )
    assert told(projet, "PV113") == [
        ("Communes B6", "1053", "01053"),
        ("Communes B7", "2a004", "2A004"),
        ("Communes B8", "621190", None),
    ]


def test_a_sheet_without_the_column_lacks_nothing(projet, ecrire):
    ecrire("territoire", Communes="| Commune | Référent |\n| Orge | Léa |")
    assert told(projet, "PV113") == []
