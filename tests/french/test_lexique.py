import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.lexique import Entree, Lexique, fold, normalise, squash

TITRES = Lexique(
    (
        Entree("lieu", "Commune(s)", ("Ville",)),
        Entree("financeur", "Communes"),
        Entree("operateur", "Opérateur", ("Porteur", "Nom de l'attributaire")),
    )
)


@pytest.mark.parametrize(
    ("lu", "code"),
    [
        ("Commune(s)", "lieu"),
        ("COMMUNE(S)", "lieu"),
        ("Communes", "financeur"),
        ("communes", "financeur"),
        ("Communes *", "lieu"),  # without punctuation both are «communes»: the first of the list
        ("OPERATEUR", "operateur"),
        ("Opé\u0301rateur".replace("é\u0301", "e\u0301"), "operateur"),
        ("Opérateur\n", "operateur"),
        ("porteur", "operateur"),
        ("NOM  DE L\u2019ATTRIBUTAIRE*", "operateur"),
        ("ville", "lieu"),
        ("Budget", None),
        ("", None),
    ],
)
def test_the_closest_spelling_wins(lu, code):
    assert TITRES.find(lu) == code


def test_a_place_heading_stands_alone_when_no_funder_takes_it():
    assert Lexique((Entree("lieu", "Commune(s)"),)).find("Communes") == "lieu"


def test_suggestions_come_close_by_words_or_by_spelling():
    piliers = Lexique((Entree("c", "Cohésion sociale"), Entree("e", "Emploi", ("Travail",))))
    assert piliers.suggest("Cohesion") == "Cohésion sociale"
    assert piliers.suggest("travial") == "Emploi"
    assert piliers.suggest("Zzz") is None
    assert TITRES.suggest("Operatuer", ressemblance="orthographe") == "Opérateur"
    assert TITRES.suggest("Observations", ressemblance="orthographe") is None


@pytest.mark.parametrize(
    "texte",
    [
        "A",
        "R",
        "recevable",
        "accord de principe",
        "refus avec appel",
        "soutenue ?",
        "accord ou refus",
    ],
)
def test_no_word_is_suggested_for_a_letter_its_contrary_or_half_of_it(texte):
    statuts = Lexique(
        (Entree("s", "soutenue", ("accord",)), Entree("r", "refusée", ("irrecevable", "refus")))
    )
    assert statuts.suggest(texte) is None
    assert statuts.suggest("irrecevables") == "refusée"


def test_two_words_that_claim_one_spelling_are_told():
    assert list(TITRES.homonymes()) == []
    double = Lexique((Entree("a", "ANCT", ("P147",)), Entree("b", "BOP", ("p147",))))
    assert list(double.homonymes()) == [("p147", "a", "b")]


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(texte):
    for forme in (normalise, fold, squash):
        assert forme(forme(texte)) == forme(texte)
