"""Deadlines: month ends, leap years, and the last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.echeance import Duree, DureeIllisibleError, add_mois, is_in_time, read_duree

JOURS = st.dates(date(1990, 1, 1), date(2080, 1, 1))


@pytest.mark.parametrize(
    ("depart", "mois", "arrivee"),
    [
        ("2023-07-03", 3, "2023-10-03"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2022-11-30", 3, "2023-02-28"),
        ("2023-08-31", 1, "2023-09-30"),
        ("2023-12-15", 1, "2024-01-15"),
        ("2023-12-31", 14, "2025-02-28"),
    ],
)
def test_months_go_from_date_to_date(depart, mois, arrivee):
    assert add_mois(date.fromisoformat(depart), mois).isoformat() == arrivee


@given(JOURS, st.integers(0, 60))
def test_a_month_later_is_in_that_month_at_that_day_or_its_last(jour, mois):
    plus_tard = add_mois(jour, mois)
    assert (plus_tard.year * 12 + plus_tard.month) - (jour.year * 12 + jour.month) == mois
    dernier = (plus_tard + timedelta(days=1)).month != plus_tard.month
    assert plus_tard.day == jour.day or (plus_tard.day < jour.day and dernier)


@given(JOURS, JOURS, st.integers(1, 24))
def test_who_is_asked_later_has_until_no_sooner(un, autre, mois):
    premier, second = sorted((un, autre))
    assert add_mois(premier, mois) <= add_mois(second, mois)


@given(JOURS)
def test_the_last_day_is_in_time_and_the_next_one_is_not(limite):
    assert is_in_time(limite, limite)
    assert is_in_time(limite - timedelta(days=1), limite)
    assert not is_in_time(limite + timedelta(days=1), limite)


@pytest.mark.parametrize(
    ("texte", "duree"),
    [
        ("3 mois", Duree(mois=3)),
        ("3\u00a0Mois", Duree(mois=3)),
        ("trois mois", Duree(mois=3)),
        ("un mois", Duree(mois=1)),
        ("45 jours", Duree(jours=45)),
        ("6 semaines", Duree(jours=42)),
        ("1 an", Duree(mois=12)),
    ],
)
def test_lengths_of_time_are_read(texte, duree):
    assert read_duree(texte) == duree


@pytest.mark.parametrize("texte", ["", "bientôt", "0 mois", "3", "mois", "trois lunes", "-1 mois"])
def test_what_is_no_length_of_time_is_refused(texte):
    with pytest.raises(DureeIllisibleError):
        read_duree(texte)


def test_a_time_runs_from_its_first_day():
    assert read_duree("3 mois").after(date(2023, 11, 30)) == date(2024, 2, 29)
    assert read_duree("45 jours").after(date(2023, 7, 3)) == date(2023, 8, 17)


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [
        ("cinq semaines", Duree(jours=35)),
        ("quarante-cinq jours", Duree(jours=45)),
        ("Quarante cinq jours", Duree(jours=45)),
        ("vingt et un jours", Duree(jours=21)),
        ("soixante-dix jours", Duree(jours=70)),
        ("une semaine", Duree(jours=7)),
    ],
)
def test_a_number_may_be_written_in_words(texte, attendue):
    assert read_duree(texte) == attendue
