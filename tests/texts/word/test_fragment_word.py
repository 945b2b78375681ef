"""What a fragment of Word says, form by form."""

import pytest

from rapportpv.core.prose import (
    Appel,
    Citation,
    Fragment,
    Illustration,
    Liste,
    Note,
    Paragraphe,
    Retour,
    TableauSimple,
    Titre,
)
from rapportpv.texts.images import Phototheque
from rapportpv.texts.releve import Releve
from rapportpv.texts.word.fragment_word import read_word
from tests.fragments import docx, lien, p, photo, png, run, tbl
from tests.texts.word.lecture import blocs, f, lire, par


def test_headings_by_their_style_or_their_level():
    niveau = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Trois</w:t></w:r></w:p>'
    assert blocs(p("Un", "Titre1"), p("Deux", "Titre2"), niveau, p("Texte"), p(""), p("  ")) == [
        Titre(1, f("Un")),
        Titre(2, f("Deux")),
        Titre(3, f("Trois")),
        par("Texte"),
    ]


def test_styles_of_runs():
    gras_non = '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>non</w:t></w:r>'
    [paragraphe] = blocs(
        p(run("Un ", "b") + run("deux", "b", "i") + gras_non + run("caché", "vanish") + run(" fin"))
    )
    assert paragraphe.contenu == (
        Fragment("Un ", gras=True),
        Fragment("deux", gras=True, italique=True),
        Fragment("non fin"),
    )


def test_breaks_tabs_and_hyphens():
    suite = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/></w:r>"
    assert blocs(p(suite + '<w:r><w:br w:type="page"/></w:r>' + run("d"))) == [
        Paragraphe((Fragment("a b\u2011c"), Retour(), Fragment("d")))
    ]


def test_lists_nest_by_level_and_go_on_counting():
    assert blocs(
        p("un", liste=(1, 0)),
        p("a", liste=(2, 1)),
        p("b", liste=(2, 1)),
        p("deux", liste=(1, 0)),
        p("Texte"),
        p("un", liste=(2, 0)),
        p("Texte"),
        p("deux", liste=(2, 0)),
        p("zéro", liste=(0, 0)),
    ) == [
        Liste(False, ((par("un"), Liste(True, ((par("a"),), (par("b"),)))), (par("deux"),))),
        par("Texte"),
        Liste(True, ((par("un"),),)),
        par("Texte"),
        Liste(True, ((par("deux"),),), debut=2),
        par("zéro"),
    ]


def test_lists_by_style_and_typed_by_hand():
    assert blocs(
        p("un", "Listepuces"), p("• deux"), p("-\u00a0trois"), p("quatre", "Listenumros"), p("-5 %")
    ) == [
        Liste(False, ((par("un"),), (par("deux"),), (par("trois"),))),
        Liste(True, ((par("quatre"),),)),
        par("-5\u00a0%"),
    ]


def test_quotations():
    assert blocs(p("un", "Citation"), p("deux", "Citation"), p("trois")) == [
        Citation((par("un"), par("deux"))),
        par("trois"),
    ]


def test_calls_split_over_runs():
    [paragraphe] = blocs(p(run("Soit {{ piliers.") + run("emploi_x", "b") + run(".taux }} %.")))
    assert paragraphe.contenu == (
        Fragment("Soit "),
        Appel("piliers.emploi_x.taux"),
        Fragment("\u00a0%."),
    )


def test_links_are_checked():
    corps = p(f'<w:hyperlink r:id="rId20">{run("site")}</w:hyperlink>')
    assert blocs(corps, relations=lien("rId20", "https://x.fr/a?b&c")) == [
        Paragraphe(f("site", lien="https://x.fr/a?b&c"))
    ]
    assert lire(corps, relations=lien("rId20", "file:///C:/secret")) == (
        [par("site")],
        [("PV607", "paragraphe 1")],
    )
    assert blocs(p(f'<w:hyperlink w:anchor="_ici">{run("ici")}</w:hyperlink>')) == [par("ici")]


def test_footnotes():
    notes = f'<w:footnote w:id="2">{p(run(" Une ") + run("note", "b"))}{p("Suite.")}</w:footnote>'
    [paragraphe] = blocs(p(run("Un") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), notes=notes)
    note = Note((Fragment("Une "), Fragment("note", gras=True), Retour(), Fragment("Suite.")))
    assert paragraphe.contenu == (Fragment("Un"), note)


def test_tracked_changes_are_accepted():
    corps = (
        run("Un")
        + f"<w:ins>{run(' ajout')}</w:ins><w:del><w:r><w:delText> retrait</w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run(' parti')}</w:moveFrom><w:moveTo>{run(' venu')}</w:moveTo>"
    )
    assert blocs(p(corps)) == [par("Un ajout venu")]


def test_content_controls_fields_and_tables_of_contents():
    sommaire = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    champ = f"<w:r><w:instrText> PAGE </w:instrText></w:r>{run('3')}"
    assert blocs(
        f"<w:sdt>{sommaire}<w:sdtContent>{p('Un 3')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtContent>{p('Deux')}</w:sdtContent></w:sdt>",
        p(run("Page ") + champ + f"<w:sdt><w:sdtContent>{run(' bis')}</w:sdtContent></w:sdt>"),
    ) == [par("Deux"), par("Page 3 bis")]


def test_tables_with_merged_cells_and_captions():
    large = f'<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("C")}'
    assert blocs(
        p("Tableau 1 : Avant", "Lgende"),
        tbl(["A", "B"], [large], [p("x") + p("y"), "{{ a.b }}"]),
        tbl(["D"], ["E"]),
        p("Tableau : Après"),
    ) == [
        TableauSimple(
            (f("A"), f("B")),
            (
                (f("C"), ()),
                ((Fragment("x"), Retour(), Fragment("y")), (Appel("a.b"),)),
            ),
            f("Avant"),
        ),
        TableauSimple((f("D"),), ((f("E"),),), f("Après")),
    ]


def test_pictures_with_their_alternative_text_and_caption():
    avant, image, apres = blocs(
        p(run("Avant") + photo()), p("Figure 2 – Le bassin", "Lgende"), p("Après")
    )
    assert (avant, apres) == (par("Avant"), par("Après"))
    assert isinstance(image, Illustration)
    assert (image.alt, image.legende) == ("Un bassin", f("Le bassin"))
    assert (image.image.largeur, image.image.fichier) == (
        4,
        "2023/textes/x.docx/word/media/image1.png",
    )


@pytest.mark.parametrize(
    ("octets", "code"),
    [(b"texte", "PV603"), (png()[:40], "PV603"), (png(20_000, 10_000), "PV604")],
)
def test_pictures_are_looked_at(octets, code):
    assert lire(p("Un"), p(photo()), word__media__image1_png=octets)[1] == [(code, "paragraphe 2")]


ZONE = "<wps:wsp><wps:txbx><w:txbxContent>" + p("perdu") + "</w:txbxContent></wps:txbx></wps:wsp>"


def dessin(corps: str) -> str:
    return f"<w:r><w:drawing><a:graphic><a:graphicData>{corps}</a:graphicData></a:graphic></w:drawing></w:r>"


@pytest.mark.parametrize(
    ("corps", "mot"),
    [
        (dessin(ZONE), "une zone de texte"),
        (
            f"<w:r><mc:AlternateContent><mc:Choice>{dessin(ZONE)[5:-6]}</mc:Choice>"
            "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>",
            "une zone de texte",
        ),
        (dessin("<wps:wsp/>"), "une forme dessinée"),
        (dessin('<c:chart r:id="rId1"/>'), "un graphique"),
        (dessin('<dgm:relIds r:dm="rId1"/>'), "un schéma SmartArt"),
        ("<m:oMath/>", "une équation"),
        ("<w:r><w:object/></w:r>", "un objet incorporé"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "un symbole"),
        (photo(dans='<a:srcRect l="1000"/>'), "le rognage"),
    ],
)
def test_what_the_report_does_not_take_is_told(corps, mot):
    releve = Releve("2023/textes/x.docx", word=True)
    lu = read_word(docx(p("Un"), p(run("Deux") + corps)), releve, Phototheque("/nowhere", 2023))
    [anomalie] = releve.anomalies
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV610", ("paragraphe 2",))
    assert mot in anomalie.message
    assert lu.prose.blocs[:2] == (par("Un"), par("Deux"))


def test_a_table_in_a_table_keeps_its_words():
    dedans = tbl(["x", "y"])
    [tableau], dits = lire(tbl(["A"], [p("avant") + dedans]))
    assert dits == [("PV610", "paragraphe 4")]
    assert [e.texte for e in tableau.lignes[0][0] if isinstance(e, Fragment)] == ["avant", "x", "y"]
