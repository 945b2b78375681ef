"""Each invariant sees the document that breaks it."""

import io
import zipfile

import pytest

from rapportpv.core.errors import DocumentMalFaitError
from rapportpv.word.archive import TYPES, read_zip, write_zip
from rapportpv.word.invariants import find_faults
from rapportpv.word.matiere import Matiere
from rapportpv.word.render import render_document, render_liasse
from tests.word.fabrique import W, bilan, euros, identite, make_docx, p


def sdt(numero):
    return f'<w:sdt><w:sdtPr><w:id w:val="{numero}"/></w:sdtPr><w:sdtContent>{p("a")}</w:sdtContent></w:sdt>'


def image(numero):
    return f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="{numero}" name="a"/></wp:inline></w:drawing></w:r></w:p>'


def signet(numero, nom):
    return f'<w:p><w:bookmarkStart w:id="{numero}" w:name="{nom}"/><w:bookmarkEnd w:id="{numero}"/></w:p>'


def champ(*marques):
    return "".join(f'<w:p><w:r><w:fldChar w:fldCharType="{m}"/></w:r></w:p>' for m in marques)


def controle(contenu, tag="a"):
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>{contenu}</w:sdt>'


def cellule(*contenu):
    return f"<w:tbl><w:tr><w:tc><w:tcPr/>{''.join(contenu)}</w:tc></w:tr></w:tbl>"


DEBUT, FIN = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
CONTENU = f"<w:sdtContent>{p('a')}</w:sdtContent>"
PLEINE = cellule(p("a"))


@pytest.mark.parametrize(
    ("fautif", "juste", "mot"),
    [
        (f"<w:p>{DEBUT}</w:p>", f"<w:p>{DEBUT}{FIN}</w:p>", "unbalanced bookmark"),
        (f"<w:p>{FIN}</w:p>", f"<w:p>{DEBUT}</w:p><w:p>{FIN}</w:p>", "unbalanced bookmark"),
        (signet(1, "a b"), signet(1, "a_b"), "bad bookmark name"),
        (signet(1, "1a"), signet(1, "a1"), "bad bookmark name"),
        (signet(1, "a" * 41), signet(1, "a" * 40), "bad bookmark name"),
        (signet(1, "a") + signet(2, "A"), signet(1, "a") + signet(2, "b"), "bookmark name"),
        (signet(1, "a") + signet(1, "b"), signet(1, "a") + signet(2, "b"), "bookmark id"),
        (champ("begin"), champ("begin", "separate", "end"), "does not end"),
        (champ("end", "begin"), champ("begin", "begin", "end", "end"), "before it begins"),
        (sdt(1) + sdt(1), sdt(1) + sdt(2), "control id"),
        (image(1) + image(1), image(1) + image(2), "drawing id"),
        (controle(""), controle(CONTENU), "empty content control"),
        (controle("<w:sdtContent/>"), controle(CONTENU), "empty content control"),
        (controle(CONTENU, "a" * 65), controle(CONTENU, "a" * 64), "too long a tag"),
        (
            controle(CONTENU, "a").replace("w:tag", "w:alias").replace('"a"', f'"{"a" * 65}"'),
            controle(CONTENU, "a").replace("w:tag", "w:alias"),
            "too long a tag",
        ),
        ("<w:tbl><w:tblPr/></w:tbl>", PLEINE, "no row"),
        (cellule(), PLEINE, "does not end with a paragraph"),
        (PLEINE.replace(f"<w:tcPr/>{p('a')}", ""), PLEINE, "does not end with a paragraph"),
        (cellule(p("a"), PLEINE), cellule(PLEINE, p("a")), "does not end with a paragraph"),
        (cellule(p("a"), FIN), cellule(DEBUT, p("a"), FIN), "unbalanced bookmark"),
        (p("a\U000f0001"), p("a\U000efffd"), "a mark is left"),
        ("<w:p><w:r/><w:pPr/></w:p>", "<w:p><w:pPr/><w:r/></w:p>", "do not come first"),
        ("<w:p><w:r><w:t/><w:rPr/></w:r></w:p>", "<w:p><w:r><w:rPr/></w:r></w:p>", "come first"),
        (PLEINE.replace("<w:tcPr/>", p("b") + "<w:tcPr/>"), PLEINE, "do not come first"),
        (
            f"<w:sdt>{CONTENU}<w:sdtPr/></w:sdt>",
            f"<w:sdt><w:sdtPr/>{CONTENU}</w:sdt>",
            "do not come first",
        ),
    ],
)
def test_a_body_that_breaks_a_law_and_one_that_keeps_it(fautif, juste, mot):
    assert any(mot in faute for faute in _faults(fautif))
    assert _faults(juste) == []


def _faults(corps):
    return find_faults(write_zip(read_zip(make_docx(corps))))


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


def test_word_takes_a_bookmark_with_an_accent():
    assert find_faults(write_zip(read_zip(make_docx(signet(1, "Préambule_2"))))) == []


def test_a_part_that_is_no_xml_and_a_mark_in_the_title():
    parts = read_zip(make_docx(p("a"), extra={"word/people.xml": "<a>"}))
    assert "word/people.xml: not XML" in find_faults(write_zip(parts))
    coeur = "<a>\U000f0001</a>"
    parts = read_zip(make_docx(p("a"), extra={"docProps/core.xml": coeur}))
    assert "docProps/core.xml: a mark is left" in find_faults(write_zip(parts))


def with_part(modele, nom, contenu, relations=None):
    """The template with one part more, that its document leads to."""
    parts = read_zip(modele) | {nom: contenu}
    lien = f'<Relationship Id="rIdX" Type="x" Target="{nom.removeprefix("word/")}"/>'.encode()
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", lien + b"</Relationships>")
    return write_zip(parts | (relations or {}))


NULLE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="image" Target="NULL"/></Relationships>'
)
COMMENTAIRES = (
    f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{signet(1, "c")}</w:comment></w:comments>'
).encode()


@pytest.mark.parametrize(
    "modele",
    [
        make_docx(signet(1, "a b")),
        with_part(make_docx(p("a")), "word/people.xml", b"<a>"),
        with_part(
            make_docx(p("a")), "word/t.xml", b'<a b="rId1"/>', {"word/_rels/t.xml.rels": NULLE}
        ),  # as Word writes of a picture that is lost
    ],
)
def test_what_the_template_breaks_is_no_fault_of_ours(tmp_path, modele):
    chemin = tmp_path / "rapport.docx"
    chemin.write_bytes(modele)
    contenu, anomalies = render_document(chemin, Matiere(identite(), bilan()))
    assert (contenu is None, anomalies) == (False, [])
    assert find_faults(contenu) != []


def test_comments_have_bookmarks_of_their_own(tmp_path):
    chemin = tmp_path / "rapport.docx"
    chemin.write_bytes(with_part(make_docx(signet(9, "a")), "word/comments.xml", COMMENTAIRES))
    contenu, _ = render_document(chemin, Matiere(identite(), bilan()))
    assert "word/comments.xml" in read_zip(contenu)
    assert find_faults(contenu) == []


def test_what_we_break_stops_the_program(tmp_path, monkeypatch):
    chemin = tmp_path / "rapport.docx"
    chemin.write_bytes(make_docx(p("{{ fcs.total }}, {{ fcs.total }}")))
    matiere = Matiere(identite(), bilan(euros(1, "fcs.total")))
    assert render_document(chemin, matiere)[0] is not None
    monkeypatch.setattr("rapportpv.word.render.number_all", lambda _: None)
    for render in (render_document, lambda modele, m: render_liasse(modele, [m])):
        with pytest.raises(DocumentMalFaitError, match=r"Signalez-la.* control id  used 2 times"):
            render(chemin, matiere)


def test_the_content_types_come_first():
    parts = read_zip(make_docx(p("a")))
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        for nom in sorted(parts, key=lambda nom: nom == TYPES):
            archive.writestr(nom, parts[nom])
    assert find_faults(tampon.getvalue()) == ["the content types are not the first part"]
