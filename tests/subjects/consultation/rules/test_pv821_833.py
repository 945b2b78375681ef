"""PV821 to PV833: the bodies that are consulted, their days, their avis."""

import pytest

from rapportpv.year.controle import check_annee
from tests.year.aides import anomalies, place_of, told

DATES = "[consultation]\ntransmission_le = 2023-07-03\navis_au_plus_tard_le = 2023-10-03\n"
CODES = tuple(f"PV{n}" for n in (504, 505, *range(821, 834)))


@pytest.fixture
def consulter(projet, ecrire):
    """Writes the consultation, and the dates of annee.toml."""

    def consulter(table: str, dates: str = DATES, version="projet", arrete_le="2023-06-27"):
        debut = f'version = "{version}"\narrete_le = {arrete_le}\n'
        (projet / "2023" / "annee.toml").write_text(debut + dates, "utf-8")
        ecrire("consultation", Consultation=table)

    return consulter


@pytest.fixture
def dits(projet):
    def dits() -> list[tuple[str, str]]:
        places: dict[str, list[str]] = {code: [] for code in CODES}
        for a in check_annee(projet, 2023).anomalies:
            places.get(a.rule.code, []).append(place_of(a))
        return [(code, place) for code, siennes in places.items() for place in siennes]

    return dits


def rows(*lignes: str) -> str:
    entetes = "Instance|Type|Envoyé le|Reçu le|Sens|Observations|Suite donnée"
    return "\n".join(f"| {' | '.join(li.split('|'))} |" for li in (entetes, *lignes))


def test_a_sound_consultation_has_no_anomaly(consulter, dits):
    consulter(
        rows("Orge|commune|03/07/2023|12/09/2023|favorable||", "Parc|conseil citoyen|3/7/23||||")
    )
    assert dits() == []


def test_other_words_for_a_type_and_a_sense_are_known(consulter, dits):
    consulter(
        rows(
            "Orge|Mairie|03/07/2023|12/09/2023|AVIS FAVORABLE||",
            "Parc|Conseils citoyens|3/7/23||||",
        )
    )
    assert dits() == []


def test_types_are_a_setting(projet, consulter, dits):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8")
    instance = '\n[[instance]]\ncode = "table"\nlibelle = "table de quartier"\npluriel = "tables de quartier"\n'
    reglages.write_text(texte + instance, "utf-8")
    consulter(rows("Le Parc|Table de quartier|03/07/2023||||", "Orge|commune|03/07/2023||||"))
    assert dits() == [("PV821", "Consultation B3")]


def test_the_last_day_is_in_time_and_the_next_is_not(consulter, dits):
    consulter(rows("Orge|commune|03/07/2023|03/10/2023|favorable||"))
    assert dits() == []
    consulter(rows("Orge|commune|03/07/2023|04/10/2023|favorable||"))
    assert dits() == [("PV823", "Consultation D2")]


def test_a_reply_on_the_day_of_sending_is_no_fault(consulter, dits):
    consulter(rows("Orge|commune|03/07/2023|03/07/2023|favorable||"))
    assert dits() == []
    consulter(rows("Orge|commune|03/07/2023|02/07/2023|favorable||"))
    assert dits() == [("PV824", "Consultation D2")]


@pytest.mark.parametrize(
    ("envoi", "juste"), [("03/09/2023", True), ("04/09/2023", False), ("04/10/2023", False)]
)
def test_each_body_has_a_month(consulter, dits, envoi, juste):
    consulter(rows("Orge|commune|03/07/2023||||", f"Valmont|commune|{envoi}||||"))
    assert dits() == ([] if juste else [("PV825", "Consultation C3")])


def test_a_length_of_time_gives_each_its_own(consulter, dits):
    delai = '[consultation]\ntransmission_le = 2023-07-03\ndelai = "3 mois"\n'
    consulter(
        rows("Orge|commune|03/07/2023||||", "Valmont|commune|04/10/2023|04/01/2024|favorable||"),
        delai,
    )
    assert dits() == []


def test_too_short_a_length_of_time_is_told_once_too(consulter, dits):
    delai = '[consultation]\ntransmission_le = 2023-07-03\ndelai = "3 semaines"\n'
    consulter(rows("Orge|commune|03/07/2023||||", "Valmont|commune|10/07/2023||||"), delai)
    assert [code for code, _ in dits()] == ["PV504"]


def test_too_short_a_consultation_is_told_once(consulter, dits):
    consulter(rows("Orge|commune|03/07/2023||||"), DATES.replace("2023-10-03", "2023-07-20"))
    assert dits() == [("PV504", "None consultation, avis_au_plus_tard_le")]


@pytest.mark.parametrize("autre", ["ORGE", "Commune d’Orge", "Commune d'Orge"])
def test_a_body_has_one_row_however_it_is_spelt(consulter, dits, autre):
    consulter(rows("Orge|commune|03/07/2023||||", f"{autre}|commune|03/07/2023||||"))
    assert dits() == [("PV826", "Consultation A2, A3")]


def test_two_types_of_one_place_are_two_bodies(consulter, dits):
    consulter(rows("Orge|commune|03/07/2023||||", "Orge|conseil citoyen|03/07/2023||||"))
    assert dits() == []


QUARTIERS = """
| Nom         | Commune(s)    | Type |
| ----------- | ------------- | ---- |
| Les Ormes   | Orge          | QPV  |
| Le Parc     | Orge; Valmont | QPV  |
"""


def test_a_commune_with_a_quartier_is_consulted(projet, ecrire, consulter, dits):
    ecrire("territoire", Quartiers=QUARTIERS)
    consulter(rows("Commune d'Orge|commune|03/07/2023||||"))
    assert told(projet, "PV827") == [("Consultation ", "Valmont", None)]
    consulter(rows("Orge|commune|03/07/2023||||", "VALMONT|mairie|03/07/2023||||"))
    assert dits() == []


def test_a_quartier_needs_a_body_only_where_the_settings_say_so(projet, ecrire, consulter):
    ecrire("territoire", Quartiers=QUARTIERS)
    consulter(rows("Conseil citoyen Les Ormes – Orge|conseil citoyen|03/07/2023||||"))
    reglages = projet / "rapportpv.toml"
    instance = '\n[[instance]]\ncode = "cc"\nlibelle = "conseil citoyen"\nune_par = "quartier"\n'
    reglages.write_text(reglages.read_text("utf-8") + instance, "utf-8")
    [anomalie] = anomalies(projet, "PV827")
    assert anomalie.valeur == "Le Parc"
    assert "L’instance d’un quartier" in anomalie.message


def test_an_observation_has_an_answer_in_a_definitive_report_only(consulter, dits):
    observe = "Orge|commune|03/07/2023|12/09/2023|réservé|Le stade|"
    consulter(rows(observe))
    assert dits() == []
    consulter(rows(observe), version="definitif", arrete_le="2023-11-28")
    assert dits() == [("PV828", "Consultation G2")]
    consulter(rows(f"{observe}Inscrit"), version="definitif", arrete_le="2023-11-28")
    assert dits() == []


def test_an_avis_has_a_day_and_a_sense(consulter, dits):
    consulter(
        rows(
            "Orge|commune|03/07/2023||favorable||",
            "Valmont|commune|03/07/2023|12/09/2023|||",
            "Parc|autre|03/07/2023|||Le stade|",
        )
    )
    assert dits() == [
        ("PV829", "Consultation D2"),
        ("PV829", "Consultation D4"),
        ("PV830", "Consultation E3"),
    ]


def test_a_day_that_is_none_is_told_once(projet, consulter, dits):
    consulter(
        rows("Orge|commune|03/07/2023|31/09/2023|favorable||", "Valmont|commune|31/06/2023||||")
    )
    assert dits() == []
    assert [place for place, _, _ in told(projet, "PV106")] == [
        "Consultation D2",
        "Consultation C3",
    ]


def test_before_the_sending_no_day_is_missed(consulter, dits):
    consulter(rows("Orge|commune|||||", "Valmont|commune|||||"))
    assert dits() == []
    consulter(rows("Orge|commune|03/07/2023||||", "Valmont|commune|||||"))
    assert dits() == [("PV831", "Consultation C3")]


def test_a_definitive_report_waits_for_everyone(consulter, dits):
    delai = '[consultation]\ntransmission_le = 2023-07-03\ndelai = "3 mois"\n'
    table = rows("Orge|commune|03/07/2023||||", "Valmont|commune|02/09/2023||||", "Parc|autre|||||")
    consulter(table, delai, "definitif", "2023-11-28")
    assert dits() == [("PV832", "Consultation C3"), ("PV832", "Consultation C4")]
    consulter(
        table.replace("| Parc | autre |  |", "| Parc | autre | 03/07/2023 |"),
        delai,
        "definitif",
        "2023-12-03",
    )
    assert dits() == []


def test_the_general_deadline_is_told_once_for_all(consulter, dits):
    consulter(rows("Orge|commune|03/07/2023||||"), version="definitif", arrete_le="2023-10-03")
    assert dits() == [("PV505", "None arrete_le")]


def test_the_deliberation_may_have_another_day(consulter, dits):
    bloc = "[definitif]\ndeliberation_le = {}\n"
    consulter(
        rows("Orge|commune|03/07/2023||||"),
        bloc.format("2023-10-03") + DATES,
        "definitif",
        "2023-11-28",
    )
    assert dits() == [("PV505", "None definitif, deliberation_le")]
    consulter(
        rows("Orge|commune|03/07/2023||||"),
        bloc.format("2023-10-04") + DATES,
        "definitif",
        "2023-06-27",
    )
    assert dits() == []


def test_bodies_want_dates_and_a_definitive_report_wants_bodies(projet, consulter, dits):
    consulter(rows("Orge|commune|03/07/2023||||"), "")
    assert dits() == [("PV833", "None consultation")]
    consulter(rows("Orge|commune|03/07/2023||||"), "", "definitif")
    assert [code for code, _ in dits()] == ["PV505"]
    consulter(rows("Orge|commune|03/07/2023||||"), DATES, "definitif", "2023-11-28")
    (projet / "2023" / "consultation.xlsx").unlink()
    assert dits() == [("PV833", "None ")]


@pytest.mark.parametrize(
    ("reglage", "raison"),
    [
        ('delai = "bientôt"', "une durée est attendue"),
        ('delai = "2 mois"\navis_au_plus_tard_le = 2023-10-03', "gardez l’un des deux"),
        ("au = 2023-10-03", "il est obligatoire"),
    ],
)
def test_a_deadline_is_a_day_or_a_length_of_time(projet, consulter, reglage, raison):
    consulter(
        rows("Orge|commune|03/07/2023||||"),
        f"[consultation]\ntransmission_le = 2023-07-03\n{reglage}\n",
    )
    [anomalie] = anomalies(projet, "PV010")
    assert raison in anomalie.message


def test_a_deadline_may_be_said_twice_when_it_is_the_same(projet, consulter):
    consulter(rows("Orge|commune|03/07/2023||||"), f'{DATES}delai = "3 mois"\n')
    assert anomalies(projet, "PV010") == []


def test_a_row_without_a_type_is_told_and_not_taken_for_a_note(projet, consulter):
    consulter(rows("Orge|commune|03/07/2023||||", "Valmont||03/07/2023||||"))
    assert [place for place, _, _ in told(projet, "PV102")] == ["Consultation B3"]
