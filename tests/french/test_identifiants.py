import pytest

from rapportpv.french.identifiants import (
    Faute,
    check_insee,
    check_qpv,
    check_siren,
    check_siret,
    is_rna,
)


@pytest.mark.parametrize(
    "texte",
    [
        "73282932000074",
        "732 829 320 00074",
        "732\u00a0829\u202f320-00074",
        "732.829.320.00074",
        "35600000009075",  # La Poste: the sum of its digits is a multiple of 5
        "35600000000048",  # La Poste's head office has an ordinary key
        "00588090100011",
    ],
)
def test_a_right_siret_passes(texte):
    assert check_siret(texte) is None


@pytest.mark.parametrize(
    ("texte", "mot", "juste"),
    [
        ("73282932000075", "clé", None),
        ("11122233344455", "clé", None),  # the key of the SIRET is right, its SIREN's is not
        ("35600000009076", "clé", None),
        ("35600000000053", "clé", None),  # a sum of 22
        ("7328293200007", "13 chiffres", None),
        ("732829320000740", "15 chiffres", None),
        ("123", "3 chiffres", None),
        ("732829320", "SIREN", None),
        ("732829321", "9 chiffres", None),
        ("7328293200OO74", "autre chose", None),
        ("en cours", "autre chose", None),
        ("73282932000074.0", "décimal", "73282932000074"),
        ("73282932000074,00", "décimal", "73282932000074"),
        ("7.3282932000074E+13", "décimal", "73282932000074"),
        ("7,32829E+13", "abrégé", None),
        ("7712345300019", "le zéro du début s’est perdu", "07712345300019"),
        ("588090100011", "les zéros du début se sont perdus", "00588090100011"),
        ("7712345300019.0", "décimal", "07712345300019"),
    ],
)
def test_a_wrong_siret_says_how_and_what_was_meant(texte, mot, juste):
    faute = check_siret(texte)
    assert faute is not None
    assert mot in faute.raison
    assert faute.juste == juste


@pytest.mark.parametrize(
    ("texte", "attendue"),
    [
        ("732829320", None),
        ("732 829 320", None),
        ("5880901", Faute("il a 7 chiffres, les zéros du début se sont perdus", "005880901")),
        ("54500129", Faute("il a 8 chiffres, le zéro du début s’est perdu", "054500129")),
        ("73282932000074", Faute("c’est un SIRET, dont le SIREN est le début", "732829320")),
        ("7328293", Faute("il a 7 chiffres au lieu de 9")),
        ("", Faute("il contient autre chose que des chiffres")),
        ("7", Faute("il a 1 chiffre au lieu de 9")),
        ("732829321", Faute("sa clé de contrôle est fausse, donc un de ses chiffres aussi")),
    ],
)
def test_a_siren(texte, attendue):
    assert check_siren(texte) == attendue


@pytest.mark.parametrize(
    ("texte", "juste"),
    [
        ("W621001234", True),
        ("w 621 001 234", True),
        ("W9R1011072", True),  # overseas
        ("W62100123", False),
        ("W6210012345", False),
        ("X621001234", False),
        ("W62100123A", False),
    ],
)
def test_an_rna_number(texte, juste):
    assert is_rna(texte) is juste


@pytest.mark.parametrize(
    ("texte", "juste"),
    [
        *(("1053", "01053"), ("62119.0", "62119"), ("2a004", "2A004"), ("62 119", "62119")),
        *(("1053.0", "01053"), ("621190", None), ("053", None), ("2C004", None), ("Orge", None)),
    ],
)
def test_a_wrong_insee_code(texte, juste):
    faute = check_insee(texte)
    assert faute is not None
    assert faute.juste == juste


@pytest.mark.parametrize("texte", ["62119", "01053", "2A004", "2B033", "97411"])
def test_a_right_insee_code(texte):
    assert check_insee(texte) is None


@pytest.mark.parametrize(
    ("code", "annee"),
    [
        *(("QP006005", 2015), ("QP006005", 2023), ("QP02A001", 2023), ("QP971001", 2023)),
        *(("QN00101M", 2024), ("QN02B01N", 2030), ("QP971001", 2024), ("QN97101I", 2025)),
    ],
)
def test_a_qpv_code_of_its_year(code, annee):
    assert check_qpv(code, annee) is None


@pytest.mark.parametrize(
    ("code", "annee", "mot", "juste"),
    [
        ("QP006005", 2024, "ce code « QP » ne servait plus en 2024", None),
        ("QP006005", 2024, "« QN » suivi de 5 chiffres et une lettre", None),
        ("QN00101M", 2023, "ce code « QN » n’existait pas encore en 2023", None),
        ("QN00101M", 2023, "« QP » suivi de 6 chiffres, comme « QP006005 »", None),
        ("QN97101M", 2024, "n’existait pas encore", None),
        ("QP971001", 2025, "ne servait plus", None),
        ("QP06005", 2023, "zéro", "QP006005"),
        ("qp 006 005", 2023, "zéro", "QP006005"),
        ("QP2A001", 2023, "zéro", "QP02A001"),
        ("QN0101M", 2024, "zéro", "QN00101M"),
        ("QN001011", 2024, "en 2024", None),
        ("QP0060055", 2023, "en 2023", None),
        ("Les Tilleuls", 2023, "en 2023", None),
    ],
)
def test_a_wrong_qpv_code(code, annee, mot, juste):
    faute = check_qpv(code, annee)
    assert faute is not None
    assert mot in faute.raison
    assert faute.juste == juste
