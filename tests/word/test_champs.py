"""What fields show before Word computes them."""

import pytest

from rapportpv.word.champs import find_champs
from rapportpv.word.ooxml import w
from tests.word.fabrique import build, champ, p

CODE_REF = "REF _Ref1 \\h"
CODE_TOC = 'TOC \\o "1-2" \\h \\c "Tableau"'


def legende(nom, resultat="9", code=""):
    code = code or f"SEQ {nom} \\* ARABIC"
    debut = f'<w:r><w:t xml:space="preserve">{nom} </w:t></w:r>'
    return f"<w:p>{debut}{champ(code, resultat)}</w:p>"


def test_captions_are_numbered_in_order_by_kind(tmp_path):
    corps = legende("Tableau") + legende("Figure") + legende("Tableau") + legende("Tableau", "")
    assert build(tmp_path, corps).textes() == ["Tableau 1", "Figure 1", "Tableau 2", "Tableau 3"]


def test_captions_of_a_loop_follow_each_other(tmp_path):
    corps = p("{%p for n in range(3) %}") + legende("Tableau") + p("{%p endfor %}")
    assert build(tmp_path, corps).textes() == ["Tableau 1", "Tableau 2", "Tableau 3"]


@pytest.mark.parametrize(
    ("code", "numeros"), [("SEQ T \\r 5", ["5", "6"]), ("SEQ T \\c", ["0", "1"])]
)
def test_switches_of_a_sequence(tmp_path, code, numeros):
    corps = legende("T", code=code) + legende("T")
    assert [t[2:] for t in build(tmp_path, corps).textes()] == numeros


def test_a_field_written_by_programs_in_one_run(tmp_path):
    corps = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>SEQ T</w:instrText>'
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:fldSimple w:instr=" SEQ T "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
        '<w:p><w:fldSimple w:instr=" SEQ T "/></w:p>'
    )
    assert build(tmp_path, corps).textes() == ["1", "2", "3"]


def test_a_result_in_several_runs_becomes_one(tmp_path):
    corps = legende("T").replace(
        "<w:r><w:t>9</w:t></w:r>", "<w:r><w:t>1</w:t></w:r><w:r><w:t>2</w:t></w:r>"
    )
    assert build(tmp_path, corps).textes() == ["T 1"]


def test_a_cross_reference_follows_its_caption(tmp_path):
    signet = '<w:bookmarkStart w:id="3" w:name="_Ref1"/>', '<w:bookmarkEnd w:id="3"/>'
    cible = (
        legende("Tableau")
        .replace("<w:p>", f"<w:p>{signet[0]}")
        .replace("</w:p>", f"{signet[1]}</w:p>")
    )
    renvoi = f"<w:p><w:r><w:t>Voir </w:t></w:r>{champ(CODE_REF, 'Tableau 8')}</w:p>"
    textes = build(tmp_path, legende("Tableau") + cible + renvoi).textes()
    assert textes == ["Tableau 1", "Tableau 2", "Voir Tableau 2"]


def test_other_fields_keep_their_result(tmp_path):
    assert build(tmp_path, f"<w:p>{champ('PAGE', '7')}</w:p>").textes() == ["7"]


def test_codes_are_read_in_words(tmp_path):
    corps = build(tmp_path, f"<w:p>{champ(CODE_TOC, 'x')}</w:p>").corps
    (trouve,) = find_champs(corps)
    assert trouve.genre == "TOC"
    assert trouve.option("o") == "1-2"
    assert trouve.option("h") == ""
    assert trouve.option("z") is None


def test_a_field_without_end_is_ignored():
    from lxml import etree

    racine = etree.fromstring(
        f'<w:p xmlns:w="{w("")[1:-1]}"><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    )
    assert find_champs(racine) == []
