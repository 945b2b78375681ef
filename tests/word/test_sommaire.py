"""The table of contents reads well before Word computes it."""

from rapportpv.word.ooxml import w
from tests.word.fabrique import STYLES, build, champ, nombre, p, tableau, tbl

_CODE = 'TOC \\o "1-2" \\h'
TOC = f'<w:p><w:pPr><w:pStyle w:val="TM1"/></w:pPr>{champ(_CODE, "Mettre à jour")}</w:p>'


def entrees(document):
    """Style, text and target of each entry."""
    return [
        (
            lien.getparent().find(f"{w('pPr')}/{w('pStyle')}").get(w("val")),
            "".join(t.text or "" for t in lien.iter(w("t"))),
            lien.get(w("anchor")),
        )
        for lien in document.corps.iter(w("hyperlink"))
    ]


def test_an_entry_for_each_heading_leads_to_it(tmp_path):
    corps = TOC + p("Un", "Titre1") + p("corps") + p("Deux", "Titre2") + p("", "Titre1")
    document = build(tmp_path, corps)
    assert [(style, texte) for style, texte, _ in entrees(document)] == [
        ("TM1", "Un"),
        ("TM2", "Deux"),
    ]
    cibles = {
        s.get(w("name")): "".join(t.text or "" for t in s.getparent().iter(w("t")))
        for s in document.corps.iter(w("bookmarkStart"))
    }
    assert [cibles[ancre] for _, _, ancre in entrees(document)] == ["Un", "Deux"]
    assert "Mettre à jour" not in "".join(document.textes())


def test_the_field_is_still_there_for_word(tmp_path):
    document = build(tmp_path, TOC + p("Un", "Titre1") + p("Deux", "Titre1"))
    codes = [i.text.strip() for i in document.corps.iter(w("instrText"))]
    assert codes == ['TOC \\o "1-2" \\h']
    types = [f.get(w("fldCharType")) for f in document.corps.iter(w("fldChar"))]
    assert types == ["begin", "separate", "end"]
    reglages = document.xml("word/settings.xml")
    assert reglages.find(w("updateFields")).get(w("val")) == "true"


def test_levels_are_those_of_the_switch(tmp_path):
    corps = TOC.replace("1-2", "2-2") + p("Un", "Titre1") + p("Deux", "Titre2")
    assert [texte for _, texte, _ in entrees(build(tmp_path, corps))] == ["Deux"]


def test_a_tab_or_a_break_in_a_heading_is_a_space_in_the_contents(tmp_path):
    titre = p("Un", "Titre1").replace(
        "</w:r>",
        "<w:br/><w:t>de</w:t><w:noBreakHyphen/><w:t>ux</w:t><w:tab/><w:t>trois</w:t></w:r>",
    )
    titre = titre.replace("</w:pPr>", '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>')
    assert [texte for _, texte, _ in entrees(build(tmp_path, TOC + titre))] == [
        "Un de\u2011ux trois"
    ]


def test_headings_with_figures_in_controls_and_in_tables(tmp_path):
    t = tableau("t", {"a": "A"}, ["Pilier 1"])
    corps = (
        TOC
        + p("Les {{ fcs.projets }} projets", "Titre1")
        + "<w:sdt><w:sdtPr/><w:sdtContent>"
        + p("Dedans", "Titre1")
        + "</w:sdtContent></w:sdt>"
        + tbl(["x"]).replace(p("x"), p("{{ tableaux.t.a }}", "Titre2"))
    )
    document = build(tmp_path, corps, nombre(31, "fcs.projets"), t)
    assert [texte for _, texte, _ in entrees(document)] == ["Les 31 projets", "Dedans", "Pilier 1"]


def test_a_contents_over_several_paragraphs_is_replaced_whole(tmp_path):
    debut, fin = TOC.split("<w:r><w:t>Mettre à jour</w:t></w:r>")
    corps = f"{debut}<w:r><w:t>a</w:t></w:r></w:p>{p('b')}<w:p>{fin}" + p("Un", "Titre1")
    assert build(tmp_path, corps).textes() == ["Un", "Un"]


def test_headings_of_text_boxes_are_left_out_as_word_does(tmp_path):
    boite = f"<w:p><w:r><w:pict><w:txbxContent>{p('Dedans', 'Titre1')}</w:txbxContent></w:pict></w:r></w:p>"
    document = build(tmp_path, TOC + boite + p("Un", "Titre1"))
    assert [texte for _, texte, _ in entrees(document)] == ["Un"]


def test_a_list_of_tables(tmp_path):
    legende = f"<w:p><w:r><w:t>Tableau </w:t></w:r>{champ('SEQ Tableau', '9')}<w:r><w:t>. Piliers</w:t></w:r></w:p>"
    styles = (
        STYLES
        + '<w:style w:type="paragraph" w:styleId="TDI"><w:name w:val="table of figures"/></w:style>'
    )
    corps = TOC.replace("\\o &quot;1-2&quot;", '\\c "Tableau"').replace(
        '\\o "1-2"', '\\c "Tableau"'
    )
    document = build(tmp_path, corps + legende + p("Un", "Titre1"), styles=styles)
    assert [(s, t) for s, t, _ in entrees(document)] == [("TDI", "Tableau 1. Piliers")]


def test_other_styles_of_the_switch(tmp_path):
    styles = (
        STYLES + '<w:style w:type="paragraph" w:styleId="An"><w:name w:val="Annexe"/></w:style>'
    )
    corps = TOC.replace("\\h", '\\h \\t "Annexe;1"') + p("Un", "Titre1") + p("A", "An")
    document = build(tmp_path, corps, styles=styles)
    assert [t for _, t, _ in entrees(document)] == ["Un", "A"]


def test_a_heading_keeps_the_bookmark_that_word_gave_it(tmp_path):
    titre = (
        p("Un", "Titre1")
        .replace("</w:pPr>", '</w:pPr><w:bookmarkStart w:id="5" w:name="_Toc987"/>')
        .replace("</w:p>", '<w:bookmarkEnd w:id="5"/></w:p>')
    )
    assert [ancre for _, _, ancre in entrees(build(tmp_path, TOC + titre))] == ["_Toc987"]


def test_a_document_without_heading_keeps_what_the_contents_said(tmp_path):
    assert build(tmp_path, TOC).textes() == ["Mettre à jour"]


def test_settings_are_in_the_order_of_the_schema(tmp_path):
    reglages = '<w:zoom w:percent="100"/><w:compat/><w:rsids/>'
    document = build(tmp_path, TOC + p("Un", "Titre1"), reglages=reglages)
    ordre = [e.tag for e in document.xml("word/settings.xml")]
    assert ordre == [w("zoom"), w("updateFields"), w("compat"), w("rsids")]


def test_settings_that_refuse_the_update_are_changed(tmp_path):
    document = build(tmp_path, TOC + p("Un", "Titre1"), reglages='<w:updateFields w:val="false"/>')
    (demande,) = document.xml("word/settings.xml")
    assert demande.get(w("val")) == "true"


def test_without_contents_word_is_asked_nothing(tmp_path):
    assert b"updateFields" not in build(tmp_path, p("a")).parts["word/settings.xml"]
