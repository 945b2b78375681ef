"""A Word document is read as a person reads it."""

import io

import docx
import pytest
from docx.enum.text import WD_BREAK

from rapportpv.core.zip import read_zip, write_zip
from rapportpv.review.lecture.docx import read_docx
from rapportpv.review.lecture.passage import Passage, TableauLu

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def lire(corps, **parties):
    """What is read of a document of that body; other parts by the kind of their relationship."""
    document = docx.Document()
    tampon = io.BytesIO()
    document.save(tampon)
    parts = read_zip(tampon.getvalue())
    xml = f"<w:document {W}><w:body>{corps}<w:sectPr/></w:body></w:document>"
    parts["word/document.xml"] = xml.encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    for sorte, contenu in parties.items():
        parts[f"word/{sorte}9.xml"] = contenu.replace("<w:", "<w:", 1).encode()
        type_ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{sorte}"
        lien = f'<Relationship Id="r{sorte}" Type="{type_}" Target="{sorte}9.xml"/>'
        rels = rels.replace("</Relationships>", f"{lien}</Relationships>")
    parts["word/_rels/document.xml.rels"] = rels.encode()
    return read_docx(read_zip(write_zip(parts)))


def textes(lu):
    return [passage.texte for passage in lu.passages()]


def p(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def r(texte, proprietes=""):
    return f'<w:r>{proprietes}<w:t xml:space="preserve">{texte}</w:t></w:r>'


@pytest.mark.parametrize(
    ("paragraphe", "texte"),
    [
        (p(r("5 95"), r("5 889 €")), "5 955 889 €"),
        (p(r("soit "), f'<w:ins w:id="1" w:author="A">{r("132")}</w:ins>'), "soit 132"),
        (
            p(
                r("soit "),
                '<w:del w:id="1" w:author="A"><w:r><w:delText>131</w:delText></w:r></w:del>',
                r("132"),
            ),
            "soit 132",
        ),
        (p(f'<w:moveFrom w:id="1" w:author="A">{r("7")}</w:moveFrom>', r("8")), "8"),
        (p("<w:hyperlink>", r("73 %"), "</w:hyperlink>"), "73 %"),
        (
            p(f"<w:sdt><w:sdtContent>{r('16')}</w:sdtContent></w:sdt>", r(" communes")),
            "16 communes",
        ),
        (p(f'<w:fldSimple w:instr=" DOCPROPERTY total ">{r("39 %")}</w:fldSimple>'), "39 %"),
        (
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a 99 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                r("12"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ),
            "12",
        ),
        (p(r("caché", "<w:rPr><w:vanish/></w:rPr>"), r("vu")), "vu"),
        (p(r("a"), "<w:r><w:tab/></w:r>", r("b")), "a\tb"),
    ],
)
def test_what_shows_is_read_and_nothing_else(paragraphe, texte):
    assert textes(lire(paragraphe)) == [texte]


def test_a_control_is_known_by_its_tag_or_by_its_title():
    controle = '<w:sdt><w:sdtPr><w:{0} w:val="fcs.total"/></w:sdtPr><w:sdtContent>{1}</w:sdtContent></w:sdt>'
    for balise in ("tag", "alias"):
        (passage,) = lire(p(r("soit "), controle.format(balise, r("9 €")))).passages()
        (zone,) = passage.controles
        assert (zone.nom, passage.texte[zone.debut : zone.fin]) == ("fcs.total", "9 €")


def test_page_numbers_and_sequences_are_told_apart():
    (passage,) = lire(
        p(r("page "), f'<w:fldSimple w:instr=" PAGE ">{r("12")}</w:fldSimple>')
    ).passages()
    (zone,) = passage.numerotes
    assert passage.texte[zone.debut : zone.fin] == "12"


def test_notes_headers_and_text_boxes_have_their_place():
    note = f'<w:footnotes {W}><w:footnote w:id="3">{p(r("note 7 €"))}</w:footnote></w:footnotes>'
    boite = f"<w:r><w:pict><w:txbxContent>{p(r('boîte 8 €'))}</w:txbxContent></w:pict></w:r>"
    lu = lire(
        p(r("corps"), boite, '<w:r><w:footnoteReference w:id="3"/></w:r>'),
        footnotes=note,
        header=f"<w:hdr {W}>{p(r('haut 9 €'))}</w:hdr>",
    )
    places = {passage.texte: (passage.place.partie, passage.direct) for passage in lu.passages()}
    assert places == {
        "corps": ("corps", True),
        "boîte 8 €": ("zone de texte", False),
        "note 7 €": ("note de bas de page", False),
        "haut 9 €": ("en-tête de page", False),
    }


def test_a_text_box_written_twice_for_older_programs_is_read_once():
    boite = f"<w:txbxContent>{p(r('8 €'))}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    deux = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{boite}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{boite}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert textes(lire(p(deux))) == ["8 €"]


def tc(texte, proprietes=""):
    return f"<w:tc><w:tcPr>{proprietes}</w:tcPr>{p(r(texte))}</w:tc>"


def tr(*cellules, proprietes=""):
    return f"<w:tr>{proprietes}{''.join(cellules)}</w:tr>"


def test_a_table_has_its_caption_its_rows_and_its_columns_merged_cells_too():
    tableau = (
        '<w:tbl><w:tblPr><w:tblCaption w:val="Montants"/></w:tblPr>'
        + tr(
            tc("Lieu"),
            tc("Argent", '<w:gridSpan w:val="2"/>'),
            proprietes="<w:trPr><w:tblHeader/></w:trPr>",
        )
        + tr(tc("Nord", "<w:vMerge w:val='restart'/>"), tc("10 €"), tc("20 €"))
        + tr(tc("", "<w:vMerge/>"), tc("30 €"), tc("40 €"))
        + tr(tc("parti"), tc("50 €"), tc("60 €"), proprietes='<w:trPr><w:del w:id="1"/></w:trPr>')
        + "</w:tbl>"
    )
    (lu,) = lire(tableau).blocs
    assert isinstance(lu, TableauLu)
    assert lu.colonnes == ("Lieu", "Argent", "Argent")
    assert [[c.texte for c in rangee] for rangee in lu.donnees] == [
        ["Nord", "10 €", "20 €"],
        ["Nord", "30 €", "40 €"],
    ]
    place = str(lu.donnees[1][2].passages[0].place)
    assert (
        place
        == "tableau «\u00a0Montants\u00a0» › ligne «\u00a0Nord\u00a0» › colonne «\u00a0Argent\u00a0»"
    )


def test_a_key_figure_is_read_with_its_legend():
    mise_en_page = f"<w:tbl><w:tblPr/>{tr(tc('132'), tc('16'))}{tr(tc('actions soutenues'), tc('communes'))}</w:tbl>"
    blocs = [b for b in lire(mise_en_page).blocs if isinstance(b, Passage)]
    assert [b.alentour for b in blocs[:2]] == ["132 actions soutenues", "16 communes"]


def test_a_heading_is_the_place_of_what_follows():
    document = docx.Document()
    document.add_heading("Le bilan", 1)
    document.add_paragraph("En tout 12 €").add_run().add_break(WD_BREAK.LINE)
    tampon = io.BytesIO()
    document.save(tampon)
    titre, texte = read_docx(read_zip(tampon.getvalue())).passages()
    assert titre.texte == "Le bilan"
    assert (texte.place.titre, texte.place.debut) == ("Le bilan", "En tout 12 €")
