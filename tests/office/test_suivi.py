"""A comparison in tracked changes, under the Open XML SDK and in LibreOffice."""

import random
from datetime import date

import pytest

from rapportpv.review.comparaison.comparer import compare
from rapportpv.review.comparaison.suivi import track
from rapportpv.review.ouvrir import open_docx
from tests.office.test_valid import validate
from tests.review.comparaison.gestes import Gestes
from tests.review.comparaison.test_lois import clean

pytestmark = pytest.mark.office


@pytest.mark.parametrize("retour", [False, True])
def test_no_error_under_either_validator(validateur, rapport, tmp_path, openxml_validator, retour):
    edite = tmp_path / "edite.docx"
    edite.write_bytes(clean(Gestes(rapport.read_bytes(), random.Random(3)).run(30)))
    deux = [open_docx(chemin) for chemin in (rapport, edite)]
    appariement = compare(*(reversed(deux) if retour else deux)).appariement
    suivi = tmp_path / "suivi.docx"
    suivi.write_bytes(track(appariement, date(2023, 6, 27)))
    assert validate(validateur, suivi) == []
    assert openxml_validator.validate(str(suivi)).errors == []
