"""Each invariant sees the document that breaks it."""

import pytest

from rapportpv.word.archive import read_zip, write_zip
from rapportpv.word.invariants import find_faults
from tests.word.fabrique import make_docx, p


def sdt(numero):
    return f'<w:sdt><w:sdtPr><w:id w:val="{numero}"/></w:sdtPr><w:sdtContent>{p("a")}</w:sdtContent></w:sdt>'


def image(numero):
    return f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="{numero}" name="a"/></wp:inline></w:drawing></w:r></w:p>'


def signet(numero, nom):
    return f'<w:p><w:bookmarkStart w:id="{numero}" w:name="{nom}"/><w:bookmarkEnd w:id="{numero}"/></w:p>'


@pytest.mark.parametrize(
    ("corps", "mot"),
    [
        ('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>', "unbalanced bookmark"),
        ('<w:p><w:bookmarkEnd w:id="1"/></w:p>', "unbalanced bookmark"),
        (signet(1, "a b"), "bad bookmark name"),
        (signet(1, "a" * 41), "bad bookmark name"),
        (signet(1, "a") + signet(2, "A"), "bookmark name"),
        (signet(1, "a") + signet(1, "b"), "bookmark id"),
        ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', "does not end"),
        ('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', "before it begins"),
        (sdt(1) + sdt(1), "control id"),
        (image(1) + image(1), "drawing id"),
        ("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>", "empty content control"),
        ('<w:sdt><w:sdtPr><w:tag w:val="' + "a" * 65 + '"/></w:sdtPr></w:sdt>', "too long a tag"),
        ("<w:tbl><w:tblPr/></w:tbl>", "no row"),
        ("<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>", "does not end with a paragraph"),
        (p("a\U000f0001"), "a mark is left"),
        ("<w:p><w:r/><w:pPr/></w:p>", "do not come first"),
    ],
)
def test_a_broken_body(corps, mot):
    assert any(mot in faute for faute in find_faults(write_zip(read_zip(make_docx(corps)))))


def test_a_broken_package():
    entier = read_zip(make_docx(p("a"), entete=p("b")))
    sans_entete = {nom: c for nom, c in entier.items() if nom != "word/header1.xml"}
    fautes = find_faults(write_zip(sans_entete))
    assert any("content type of a missing part" in f for f in fautes)
    assert any("relationship" in f for f in fautes)
    assert any("no content type" in f for f in find_faults(write_zip(entier | {"word/a.bin": b""})))


def test_two_relationships_with_one_id():
    parts = read_zip(make_docx(p("a"), entete=p("b")))
    rels = parts["word/_rels/document.xml.rels"].replace(b'"rIdH"', b'"rIdS"')
    assert "two relationships of word/document.xml with one id" in find_faults(
        write_zip(parts | {"word/_rels/document.xml.rels": rels})
    )


def test_a_sound_document():
    assert (
        find_faults(write_zip(read_zip(make_docx(p("a") + sdt(1) + image(1) + signet(1, "a")))))
        == []
    )
