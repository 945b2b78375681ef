"""Rows that are totals only by their amounts: a sheet of rows of data, and what each becomes."""

import pytest

from rapportpv.core.plan import FINANCEUR
from rapportpv.reading.additions import Additions
from rapportpv.reading.kinds import Genre
from tests.reading.test_kinds import make

CODES = ("intitule", "operateur", "pilier", "statut", f"{FINANCEUR}anct", f"{FINANCEUR}region")
A, B, C, D = (
    [nom, f"Opérateur {nom}", pilier, "soutenue", montant, None]
    for nom, pilier, montant in (
        ("A", "Emploi", 100),
        ("B", "Emploi", 20),
        ("C", "Santé", 3),
        ("D", "Santé", 4),
    )
)
DEUX = [["Action E", None, "Emploi", None, 5, None], ["Action F", None, "Emploi", None, 6, None]]
"""Rows that are not whole, and that no arithmetic explains."""


def only(libelle: str, anct=None, region=None) -> list:
    return [libelle, None, None, None, anct, region]


def settle(*lignes: list, genres=()) -> list[Genre]:
    """The kind of each row, refused projects set apart."""
    connus = [*genres, *[Genre.DONNEES] * (len(lignes) - len(genres))]
    additions = Additions(make(*CODES), lignes, connus, lambda ligne: ligne[3] != "refusée")
    additions.settle()
    return additions.genres


def last(*lignes: list) -> Genre:
    return settle(*lignes)[-1]


def test_a_label_with_the_sum_of_what_stands_above_is_a_total():
    assert settle(A, B, only("Bilan", 120)) == [Genre.DONNEES, Genre.DONNEES, Genre.TOTAL]
    assert last(A, B, only("Bilan", 121)) is Genre.INEXPLIQUE
    assert last(A, B, only("Bilan")) is Genre.DONNEES


def test_a_block_begins_below_a_total():
    assert last(A, only("Total", 100), B, [*B[:4], 7, None], only("Bilan", 27)) is Genre.TOTAL


def test_a_block_begins_with_another_pilier():
    assert last(A, B, C, D, only("Bilan", 7)) is Genre.TOTAL
    assert last(A, B, C, D, only("Bilan", 27)) is Genre.INEXPLIQUE


def test_all_the_columns_of_a_row_must_add_up():
    deux = [*C[:5], 50]
    assert last(A, deux, only("Bilan", 103, 50)) is Genre.TOTAL
    assert last(A, deux, only("Bilan", 103, 51)) is Genre.INEXPLIQUE
    assert last(A, deux, only("Bilan", 104, 50)) is Genre.INEXPLIQUE
    assert last(A, B, only("Bilan", None, 0.01)) is Genre.INEXPLIQUE


def test_refused_projects_may_be_left_out_of_a_sum():
    refusee = [*B[:3], "refusée", 20, None]
    assert last(A, refusee, C, only("Bilan", 103)) is Genre.TOTAL
    assert last(A, refusee, C, only("Bilan", 123)) is Genre.TOTAL
    assert settle(only("Bilan", 103), A, refusee, C)[0] is Genre.TOTAL


def test_a_total_may_stand_above_its_rows():
    assert settle(only("Bilan", 120), A, B)[0] is Genre.TOTAL
    assert settle(only("Bilan", 120), A, B, only("Reste", 1), C)[0] is Genre.TOTAL
    assert settle(only("Bilan", 123), A, B, only("Reste", 1), C)[0] is Genre.INEXPLIQUE
    genres = [Genre.DONNEES, Genre.DONNEES, Genre.VIDE]
    assert settle(only("Bilan", 100), A, only("", 0), B, genres=genres)[0] is Genre.TOTAL


@pytest.mark.parametrize("libelle", ["Emploi", "Pilier Emploi", "EMPLOI :"])
def test_a_row_may_be_the_sum_of_the_whole_rows_that_it_names(libelle):
    melees = [A, C, B, D, *DEUX]
    assert last(*melees, only(libelle, 120)) is Genre.TOTAL
    assert last(*melees, only(libelle, 131)) is Genre.INEXPLIQUE  # with what is not whole
    assert last(*melees, only("Habitat", 120)) is Genre.INEXPLIQUE
    assert last(*melees, only(libelle, 127)) is Genre.INEXPLIQUE  # all the whole rows


def test_three_rows_at_least_make_a_total_of_what_does_not_say_that_it_is_one():
    def named(intitule: str, montant: int) -> list:
        return [intitule, "Ville", None, None, montant, None]

    assert last(A, B, named("Fête", 120)) is Genre.DONNEES
    assert last(A, B, C, named("Fête", 123)) is Genre.TOTAL
    assert last(A, named("Cumul", 100)) is Genre.TOTAL
    assert last(A, B, named("Cumul", 121)) is Genre.DONNEES


def test_a_whole_row_that_says_that_it_is_a_subtotal():
    def whole(intitule: str, montant: int) -> list:
        return [intitule, "Ville", "Emploi", "soutenue", montant, None]

    assert last(A, B, whole("Sous-total", 120)) is Genre.TOTAL_REMPLI
    assert last(A, B, whole("Sous-total", 121)) is Genre.INEXPLIQUE
    assert last(A, whole("Sous-total", 100)) is Genre.INEXPLIQUE  # of one row: two are needed
    assert last(A, B, whole("Cumul", 120)) is Genre.DONNEES  # the rule on totals doubts it
    assert last(A, B, whole("Fête", 120)) is Genre.DONNEES


def test_a_total_is_not_counted_in_the_next_one():
    assert settle(A, B, only("Bilan", 120), C, only("Ensemble", 123))[-1] is Genre.TOTAL
    assert last(A, B, only("Bilan", 120), C, only("Ensemble", 243)) is Genre.INEXPLIQUE
