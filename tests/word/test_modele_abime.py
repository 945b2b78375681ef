"""Templates whose parts are missing, or are no XML."""

import pytest

from rapportpv.core.zip import read_zip, write_zip
from tests.word.fabrique import bilan, make_docx, p, render

CORPS = p("Rapport {{ annee }}", "Titre")


def spoil(partie, contenu):
    """The template with that part as it should not be; without it when nothing is given."""
    parts = read_zip(make_docx(CORPS))
    assert partie in parts
    autres = {nom: part for nom, part in parts.items() if nom != partie}
    return write_zip(autres if contenu is None else {**autres, partie: contenu})


@pytest.mark.parametrize("contenu", [b"", b"<w:styles>", b"<a>\x1b</a>"])
def test_a_part_that_is_no_xml_is_told(tmp_path, contenu):
    document, anomalies = render(tmp_path, spoil("word/styles.xml", contenu), bilan())
    assert document is None
    assert [a.rule.code for a in anomalies] == ["PV906"]
    assert "il est abîmé" in anomalies[0].message


def test_a_part_that_is_not_there_is_done_without(tmp_path):
    document, anomalies = render(tmp_path, spoil("word/styles.xml", None), bilan())
    assert document is not None, anomalies
