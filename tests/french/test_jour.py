from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.jour import JourImpossibleError, read_jour
from rapportpv.french.typographie import format_date

JUIN = date(2023, 6, 27)


@pytest.mark.parametrize(
    ("lu", "jour"),
    [
        (datetime(2023, 6, 27, 14, 30), JUIN),
        (JUIN, JUIN),
        ("27/06/2023", JUIN),
        ("27/6/23", JUIN),
        ("27-06-2023", JUIN),
        ("27.06.2023", JUIN),
        ("27/06/2023 00:00:00", JUIN),
        ("27 juin 2023", JUIN),
        ("27\u00a0JUIN\u202f2023 ", JUIN),
        ("Mardi 27 juin 2023", JUIN),
        ("1er juillet 2023", date(2023, 7, 1)),
        ("1 août 2023", date(2023, 8, 1)),
        ("1er aout 2023", date(2023, 8, 1)),
        ("3 juil. 2023", date(2023, 7, 3)),
        ("14 févr 2024", date(2024, 2, 14)),
        ("2023-06-27", JUIN),
        ("2023-06-27T09:00:00", JUIN),
        ("29/02/2024", date(2024, 2, 29)),
        (45104, JUIN),  # a date in a cell formatted as a number
        (45104.5, JUIN),
        ("45104", JUIN),
        (None, None),
        ("", None),
        (" – ", None),
    ],
)
def test_days_as_people_type_them(lu, jour):
    assert read_jour(lu) == jour


@pytest.mark.parametrize(
    "lu",
    [
        *("31/06/2023", "29/02/2023", "06/27/2023", "00/01/2023", "2023-13-01", "31 juin 2023"),
        *("fin juin", "juin 2023", "27 jui 2023", "27 juinet 2023", "27/06", "27/06-2023"),
        *("27/06/0203", "27/06/3023", "27/06/20233", "le 27 juin 2023 au soir"),
        *(True, 2023, 27062023, float("nan"), float("inf"), [2023]),
    ],
)
def test_a_day_that_is_none_is_refused(lu):
    with pytest.raises(JourImpossibleError):
        read_jour(lu)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_day_that_the_report_prints_can_be_typed_back(jour):
    assert read_jour(format_date(jour)) == jour
    assert read_jour(jour.isoformat()) == jour
    assert read_jour(jour.strftime("%d/%m/%Y")) == jour
