import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.reading.montant import MontantAmbiguError, MontantIllisibleError, read_montant
from rapportpv.reading.nombres import read_nombre


@pytest.mark.parametrize(
    ("lu", "cents"),
    [
        ("4 353 742,00 €", 435374200),
        ("4\u202f353\u202f742,00\u00a0€", 435374200),
        ("4\u00a0353\u00a0742", 435374200),
        ("1.234,50", 123450),
        ("1,234.50", 123450),
        ("1.234.567", 123456700),
        ("1'234,00", 123400),
        ("1\u2019234,00", 123400),
        ("1234.5", 123450),
        ("12,5", 1250),
        ("12 k€", 1200000),
        ("12k", 1200000),
        ("1,5 M€", 150000000),
        ("€ 12", 1200),
        ("12 euros", 1200),
        ("12 euro", 1200),
        ("12 EUR", 1200),
        ("(12 M€)", -1200000000),
        ("-120", -12000),
        ("- 120,5 €", -12050),
        ("\u2212120", -12000),
        ("120-", -12000),
        ("120 € -", -12000),
        ("1234,567 k€", 123456700),
        ("—", None),
        ("-€", None),
        ("–€", None),
        ("— €", None),
        ("/", None),
        ("Néant", None),
        ("neant", None),
        ("aucun", None),
        ("Aucune", None),
        ("rien", None),
        ("Sans objet", None),
        ("S.O.", None),
        ("sans", None),
        ("(1 234)", -123400),
        ("-", None),
        ("–", None),
        (" - € ", None),
        ("", None),
        (None, None),
        (0, 0),
        (1234.56, 123456),
        (33271.999999999996, 3327200),
        (0.1 + 0.2, 30),
        (1000000.0000009, 100000000),  # under a ten thousandth of a cent
        ("1234.5600000000002", 123456),
        ("33271,999999999996", 3327200),
        ("-0.30000000000000004", -30),
        (9 * 10**16, 9 * 10**18),
    ],
)
def test_reads_what_people_type(lu, cents):
    assert read_montant(lu) == cents
    assert read_nombre(lu) == cents  # the ledger counts what the columns read


@pytest.mark.parametrize(
    "lu",
    [
        *("1.234", "1,234", "123.450", "12,345 k€", "0,123", 33.333333, 0.005, "33.333333"),
        *("33.33333333333333", 1000000.0000011),
    ],
)
def test_refuses_to_choose(lu):
    with pytest.raises(MontantAmbiguError):
        read_montant(lu)


@pytest.mark.parametrize(
    "lu",
    [
        *(
            "douze mille",
            "12 000 € (à confirmer)",
            "12 34",
            "1234 567",
            "12,",
            "--12",
            "-(12)",
            "12)",
            "(12",
        ),
        *("1e3", "#REF!", "12 m€", True, float("nan"), float("inf"), []),
    ],
)
def test_refuses_what_is_no_amount(lu):
    with pytest.raises(MontantIllisibleError):
        read_montant(lu)


@given(
    st.integers(-(10**12), 10**12),
    st.sampled_from([" ", "\u00a0", "\u202f", "."]),
    st.sampled_from(["", " €", "\u00a0€", " euros"]),
)
def test_reads_back_every_french_writing(cents, separateur, unite):
    entier, reste = divmod(abs(cents), 100)
    ecrit = f"{entier:,}".replace(",", separateur) + f",{reste:02}{unite}"
    assert read_montant(("-" if cents < 0 else "") + ecrit) == cents


@given(st.integers(-(10**11), 10**11))
def test_reads_every_cent_of_a_spreadsheet_number(cents):
    assert read_montant(cents / 100) == cents
