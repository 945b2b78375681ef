"""Hours, lengths of time, articles: as people type them, and as French prints them."""

from datetime import date, time

import pytest

from rapportpv.french.article import add_article
from rapportpv.french.duree import format_duree
from rapportpv.french.elision import a, de
from rapportpv.french.heure import HeureIllisibleError, format_heure, read_heure
from rapportpv.french.typographie import format_enumeration, format_jour
from tests.flatten import plain


@pytest.mark.parametrize(
    "tape", ["19 h 00", "19h00", "19h", "19 H", "19:00", "19 heures", "19:00:00", time(19)]
)
def test_an_hour_however_typed(tape):
    assert read_heure(tape) == time(19)


@pytest.mark.parametrize("tape", ["", "19", "25 h", "19 h 61", "dix-neuf heures", 19, None])
def test_what_is_no_hour(tape):
    with pytest.raises(HeureIllisibleError):
        read_heure(tape)


def test_an_hour_in_french():
    assert plain(format_heure(time(9, 5))) == "9 h 05"
    assert format_heure(time(19)) == "19\u00a0h\u00a000"


@pytest.mark.parametrize(
    ("debut", "fin", "duree"),
    [
        (date(2023, 7, 3), date(2023, 10, 3), "3 mois"),
        (date(2023, 7, 3), date(2023, 10, 4), "93 jours"),
        (date(2024, 1, 31), date(2024, 2, 29), "1 mois"),
        (date(2023, 1, 31), date(2023, 2, 28), "1 mois"),
        (date(2023, 11, 30), date(2024, 2, 29), "3 mois"),
        (date(2023, 7, 3), date(2023, 7, 4), "1 jour"),
    ],
)
def test_a_length_of_time(debut, fin, duree):
    assert plain(format_duree(debut, fin)) == duree


@pytest.mark.parametrize(
    ("nom", "article", "du", "au"),
    [
        ("Communauté de communes", "la Communauté", "de la Communauté", "à la Communauté"),
        ("Agglomération d'Arras", "l'Agglomération", "de l'Agglomération", "à l'Agglomération"),
        ("Métropole de Lyon", "la Métropole", "de la Métropole", "à la Métropole"),
        ("Syndicat mixte", "le Syndicat", "du Syndicat", "au Syndicat"),
        ("Établissement public", "l'Établissement", "de l'Établissement", "à l'Établissement"),
        ("Conseil communautaire", "le Conseil", "du Conseil", "au Conseil"),
        ("Est Ensemble", "Est Ensemble", "d'Est Ensemble", "à Est Ensemble"),
        ("Plaine Commune", "Plaine Commune", "de Plaine Commune", "à Plaine Commune"),
    ],
)
def test_an_epci_in_a_sentence(nom, article, du, au):
    avec = add_article(nom)
    assert plain(avec).startswith(article)
    assert plain(de(avec)).startswith(du)
    assert plain(a(avec)).startswith(au)


def test_days_and_lists():
    assert plain(format_jour(date(2023, 7, 1))) == "samedi 1er juillet 2023"
    assert plain(format_jour(date(2023, 6, 27))) == "mardi 27 juin 2023"
    assert [format_enumeration("abc"[:n]) for n in (1, 2, 3)] == ["a", "a et b", "a, b et c"]
