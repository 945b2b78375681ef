"""What a narrative text is written, in Word's own means."""

import io

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.core.prose import (
    Appel,
    Citation,
    Fragment,
    Illustration,
    Image,
    Liste,
    Note,
    Paragraphe,
    Retour,
    TableauSimple,
    Titre,
)
from rapportpv.word.images import Zone
from rapportpv.word.ooxml import RELATIONS, WP, A, w
from rapportpv.word.paquet import open_paquet
from tests.word.fabrique import STYLES, bilan, champ, euros, make_docx, p, render, tbl
from tests.word.textes import contenu, image, para, texte, titre

ICI = p("{{ textes.evolution }}")
TOTAL = euros(12, "programmation.total")
MESURE = (
    '<w:sectPr><w:pgSz w:w="12000" w:h="16000"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="0" w:footer="0"'
    ' w:gutter="0"/></w:sectPr>'
)
CM = 360_000


def style(sorte: str, identifiant: str, nom: str, proprietes: str = "") -> str:
    """A style of a template."""
    return (
        f'<w:style w:type="{sorte}" w:styleId="{identifiant}"><w:name w:val="{nom}"/>{proprietes}'
        "</w:style>"
    )


def write(tmp_path, *blocs, corps=ICI, modele=None, **options):
    """The document of a text, without fault."""
    evolution = texte("evolution", *blocs)
    modele = modele or make_docx(corps, **options)
    document, anomalies = render(tmp_path, modele, bilan(TOTAL), (evolution,))
    assert [str(a) for a in anomalies] == []
    return document


def look(document, mot):
    """The properties of the run that holds a word: tags without their namespace, and values."""
    (run,) = [r for r in document.corps.iter(w("r")) if mot in "".join(r.itertext())]
    proprietes = run.find(w("rPr"))
    return [
        (e.tag.rpartition("}")[2], e.get(w("val")))
        for e in (() if proprietes is None else proprietes)
    ]


FORMES = para(
    "plat ",
    Fragment("gras", gras=True),
    Fragment("penché", italique=True),
    Fragment("ensemble", gras=True, italique=True),
)


def test_emphasis_without_styles_is_direct(tmp_path):
    document = write(tmp_path, FORMES)
    assert look(document, "plat") == []
    assert look(document, "gras") == [("b", None), ("bCs", None)]
    assert look(document, "penché") == [("i", None), ("iCs", None)]
    assert look(document, "ensemble") == [("b", None), ("bCs", None), ("i", None), ("iCs", None)]


def test_emphasis_takes_the_styles_of_the_template(tmp_path):
    styles = STYLES + style("character", "Fort", "Strong") + style("character", "Em", "Emphasis")
    document = write(tmp_path, FORMES, styles=styles)
    assert look(document, "gras") == [("rStyle", "Fort")]
    assert look(document, "penché") == [("rStyle", "Em")]
    assert look(document, "ensemble") == [("rStyle", "Fort"), ("i", None), ("iCs", None)]


def test_a_heading_is_not_made_light_by_bold(tmp_path):
    styles = STYLES + style("character", "Fort", "Strong")
    document = write(tmp_path, titre(1, "Un ", Fragment("mot", gras=True)), styles=styles)
    assert look(document, "mot") == []


def test_paragraphs_look_as_the_template_s(tmp_path):
    corps = (
        '<w:p><w:pPr><w:pStyle w:val="Corps"/><w:pageBreakBefore/><w:jc w:val="both"/></w:pPr><w:r>'
        '<w:rPr><w:sz w:val="22"/></w:rPr><w:t>{{ textes.evolution }}</w:t></w:r></w:p>'
    )
    document = write(tmp_path, para("un"), para(Fragment("deux", gras=True)), corps=corps)
    un, deux = document.corps.iter(w("pPr"))
    noms = [[e.tag.rpartition("}")[2] for e in proprietes] for proprietes in (un, deux)]
    assert noms == [["pStyle", "pageBreakBefore", "jc"], ["pStyle", "jc"]]
    assert look(document, "deux") == [("b", None), ("bCs", None), ("sz", "22")]


def test_french_typography_and_line_breaks(tmp_path):
    document = write(tmp_path, para("L'eau :", Retour(), '"oui"\nou non !\x01 \U000f0000fin'))
    assert document.textes() == ["L’eau\u00a0:«\u00a0oui\u00a0» ou non\u202f! fin"]
    assert len(list(document.corps.iter(w("br")))) == 1


def test_a_link_is_a_relationship_outside(tmp_path):
    adresse = "https://exemple.fr/é t?x=1&y=2"
    lien, gras = Fragment("le site", lien=adresse), Fragment("gras", gras=True, lien=adresse)
    document = write(tmp_path, para("Voir ", lien, gras, " puis ", lien, "."))
    liens = list(document.corps.iter(w("hyperlink")))
    assert ["".join(lien.itertext()) for lien in liens] == ["le sitegras", "le site"]
    relations = open_paquet(document.parts).relations["word/document.xml"]
    externes = [r for r in relations if r.externe]
    assert [r.cible for r in externes] == ["https://exemple.fr/%C3%A9%20t?x=1&y=2"]
    assert {lien.get(f"{{{RELATIONS}}}id") for lien in liens} == {externes[0].id}
    assert look(document, "gras") == [
        ("b", None),
        ("bCs", None),
        ("color", "0563C1"),
        ("u", "single"),
    ]


@pytest.mark.parametrize(
    "adresse", ["javascript:alert(1)", "file:///etc", "../x.md", "http://[", "#a"]
)
def test_a_link_that_leads_nowhere_outside_is_a_text(tmp_path, adresse):
    document = write(tmp_path, para(Fragment("ici", lien=adresse)))
    assert document.textes() == ["ici"]
    assert list(document.corps.iter(w("hyperlink"))) == []


def nums(document):
    """Each paragraph's text, level and list, those of its style left out."""
    lignes = []
    for paragraphe in document.corps.iter(w("p")):
        num = paragraphe.find(f"{w('pPr')}/{w('numPr')}")
        valeurs = () if num is None else tuple(e.get(w("val")) for e in num)
        lignes.append(("".join(t.text for t in paragraphe.iter(w("t"))), *valeurs))
    return lignes


def starts(document):
    """Of each list, its definition, and the number that it starts at, by level."""
    racine = document.xml("word/numbering.xml")
    return {
        num.get(w("numId")): (
            num.find(w("abstractNumId")).get(w("val")),
            [(s.getparent().get(w("ilvl")), s.get(w("val"))) for s in num.iter(w("startOverride"))],
        )
        for num in racine.iter(w("num"))
    }


LISTES = (
    Liste(False, ((para("a"), Liste(False, ((para("a1"),),))), (para("b"), para("suite")))),
    Liste(True, ((para("un"), Liste(True, ((para("un a"),),))), (para("deux"),))),
    Liste(True, ((para("trois"),),), 3),
)


def test_lists_are_word_s_own_even_without_styles(tmp_path):
    document = write(tmp_path, *LISTES)
    assert nums(document) == [
        ("a", "0", "1"),
        ("a1", "1", "1"),
        ("b", "0", "1"),
        ("suite",),
        ("un", "0", "2"),
        ("un a", "1", "3"),
        ("deux", "0", "2"),
        ("trois", "0", "4"),
    ]
    assert starts(document) == {
        "1": ("0", []),
        "2": ("1", [("0", "1")]),
        "3": ("1", [("1", "1")]),
        "4": ("1", [("0", "3")]),
    }
    retraits = [e.get(w("left")) for e in document.corps.iter(w("ind"))]
    assert retraits == ["360"]  # what follows in an item stands under it


def test_lists_take_the_styles_of_the_template(tmp_path):
    modele = docx.Document()
    modele.add_paragraph("{{ textes.evolution }}")
    tampon = io.BytesIO()
    modele.save(tampon)
    document = write(tmp_path, *LISTES, modele=tampon.getvalue())
    styles = [s.get(w("val")) for s in document.corps.iter(w("pStyle"))]
    assert styles == [
        *("ListBullet", "ListBullet2", "ListBullet"),
        *("ListNumber", "ListNumber2", "ListNumber", "ListNumber"),
    ]
    ajoutees = [starts(document)[ligne[2]] for ligne in nums(document) if len(ligne) == 3]
    abstraits = [abstrait for abstrait, _ in ajoutees]
    assert abstraits[0] == abstraits[2] == abstraits[3] != abstraits[1]
    assert [depart for _, depart in ajoutees] == [[("0", "1")]] * 3 + [[("0", "3")]]


def test_numbering_keeps_the_order_of_its_parts(tmp_path):
    modele = docx.Document()
    modele.add_paragraph("{{ textes.evolution }}")
    for style_ in modele.styles:
        if style_.name.startswith("List "):
            style_.element.getparent().remove(style_.element)
    tampon = io.BytesIO()
    modele.save(tampon)
    document = write(tmp_path, *LISTES, modele=tampon.getvalue())
    tags = [e.tag for e in document.xml("word/numbering.xml")]
    assert tags == sorted(tags)  # abstractNum before num


def test_a_quote(tmp_path):
    bloc = Citation((para("Oui."),))
    document = write(tmp_path, bloc, styles=STYLES + style("paragraph", "Cit", "Quote"))
    assert [s.get(w("val")) for s in document.corps.iter(w("pStyle"))] == ["Cit"]
    document = write(tmp_path, bloc)
    assert [(e.get(w("left")), e.get(w("right"))) for e in document.corps.iter(w("ind"))] == [
        ("567", "567")
    ]


def sizes(document):
    """The width and the height of each picture, in EMU."""
    cadres = document.corps.iter(f"{{{WP}}}extent")
    return [(int(e.get("cx")), int(e.get("cy"))) for e in cadres]


@pytest.mark.parametrize(
    ("pixels", "attendu"),
    [
        ((96, 48), (914_400, 457_200)),  # never larger than at 96 dots an inch
        ((6000, 3000), (6_350_000, 3_175_000)),  # 10 000 twips of text
        ((3000, 30_000), (400_050, 4_000_500)),  # 45 % of the 14 000 twips of height
        ((1, 100_000), (40, 4_000_500)),
    ],
)
def test_a_picture_fits_the_text_and_keeps_its_proportions(tmp_path, pixels, attendu):
    bloc = Illustration(Image("a.png", image().octets, "png", *pixels), "x")
    corps = ICI + MESURE.join(("<w:p><w:pPr>", "</w:pPr></w:p>"))
    assert sizes(write(tmp_path, bloc, corps=corps)) == [attendu]


def test_a_picture_fits_its_cell(tmp_path):
    bloc = Illustration(image(3000, 30), "x")
    cellules = tbl(["{{ textes.evolution }}", "x"])
    par_grille = sizes(write(tmp_path, bloc, corps=cellules))
    largeur = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
    par_cellule = sizes(write(tmp_path, bloc, corps=cellules.replace("<w:tcPr/>", largeur, 1)))
    assert [par_grille[0][0], par_cellule[0][0]] == [(2000 - 216) * 635, (1000 - 216) * 635]


def test_a_picture_has_a_part_a_caption_and_an_alternative(tmp_path):
    blocs = (
        Illustration(
            image(), 'Un "bassin" & <eau>', contenu("Le bassin, ", "{{ programmation.total }}")
        ),
        Illustration(image(), "le même"),
        Illustration(image(teinte=9), "un autre", contenu("Autre")),
    )
    corps = p("Avant") + p("Figure ").replace("</w:p>", champ("SEQ Figure") + "</w:p>") + ICI
    styles = STYLES + style("paragraph", "Leg", "caption") + style("paragraph", "Fig", "Figure")
    document = write(tmp_path, *blocs, corps=corps, styles=styles)
    assert sorted(n for n in document.parts if "media" in n) == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    assert document.parts["word/media/image1.png"] == image().octets
    assert b'Extension="png"' in document.parts["[Content_Types].xml"]
    dessins = list(document.corps.iter(f"{{{WP}}}docPr"))
    assert [d.get("descr") for d in dessins] == [
        "Un «\u00a0bassin\u00a0» & <eau>",
        "le même",
        "un autre",
    ]
    embarquees = [b.get(f"{{{RELATIONS}}}embed") for b in document.corps.iter(f"{{{A}}}blip")]
    assert embarquees[0] == embarquees[1] != embarquees[2]
    textes = [t for t in document.textes() if t.startswith("Figure")]
    assert textes == ["Figure 1", "Figure 2. Le bassin, 12\u00a0€", "Figure 3. Autre"]
    legende = next(e for e in document.corps.iter(w("p")) if "bassin" in "".join(e.itertext()))
    assert [e.tag for e in legende.find(w("pPr"))] == [w("pStyle"), w("keepNext")]
    assert legende.getnext().find(f".//{w('pStyle')}").get(w("val")) == "Fig"


TABLEAU = TableauSimple(
    (contenu("Nom"), contenu(Fragment("Montant", gras=True)), contenu("Date")),
    (
        (contenu("Les Amis"), contenu("12 000 €"), contenu("juin")),
        (contenu("Le Club"), contenu("{{ programmation.total }}"), contenu("")),
        (contenu("Court"),),
    ),
    contenu("Ce qui est versé"),
)


def test_a_table_of_a_text(tmp_path):
    document = write(tmp_path, TABLEAU, para("après"))
    assert document.textes()[0] == "Tableau 1. Ce qui est versé"
    assert document.lignes() == [
        ["Nom", "Montant", "Date"],
        ["Les Amis", "12 000\u00a0€", "juin"],
        ["Le Club", "12\u00a0€", "–"],
        ["Court", "–", "–"],
    ]
    (tableau,) = document.corps.iter(w("tbl"))
    assert tableau.find(f"{w('tblPr')}/{w('tblCaption')}").get(w("val")) == "Ce qui est versé"
    assert tableau.find(f"{w('tblPr')}/{w('tblLook')}").get(w("firstRow")) == "1"
    assert tableau.find(f"{w('tblPr')}/{w('tblBorders')}") is not None
    assert [tr.find(f".//{w('tblHeader')}") is not None for tr in tableau.iter(w("tr"))] == [
        True,
        False,
        False,
        False,
    ]
    assert len(list(tableau.iter(w("cantSplit")))) == 4
    droite = [
        "".join(t.text for t in e.iter(w("t")))
        for e in tableau.iter(w("p"))
        if e.find(f"{w('pPr')}/{w('jc')}") is not None
    ]
    assert droite == ["Montant", "12 000\u00a0€", "12\u00a0€", "–"]
    largeurs = [int(c.get(w("w"))) for c in tableau.iter(w("gridCol"))]
    assert int(tableau.find(f".//{w('tblW')}").get(w("w"))) == sum(largeurs)
    suivant = next(e for e in document.corps.iter(w("p")) if "après" in "".join(e.itertext()))
    assert suivant.find(f"{w('pPr')}/{w('spacing')}").get(w("before")) == "160"


def test_a_table_takes_the_style_of_the_template(tmp_path):
    styles = (
        STYLES
        + style("table", "TR", "Tableau rapport")
        + style("paragraph", "TT", "Tableau texte")
        + style("paragraph", "TN", "Tableau nombre")
    )
    document = write(tmp_path, TABLEAU, styles=styles)
    assert [s.get(w("val")) for s in document.corps.iter(w("tblStyle"))] == ["TR"]
    (premiere, *_) = document.corps.iter(w("tr"))
    assert [s.get(w("val")) for s in premiere.iter(w("pStyle"))] == ["TT", "TN", "TT"]


def test_two_tables_do_not_become_one(tmp_path):
    sans = TableauSimple(TABLEAU.entetes, TABLEAU.lignes)
    document = write(tmp_path, sans, sans)
    un, deux = document.corps.iter(w("tbl"))
    assert un.getnext().tag == w("p")
    assert un.getnext().getnext() is deux


NOTE = para("Un appel", Note(contenu("Ce qu'elle dit : ", "{{ programmation.total }}")), ".")


def test_footnotes_make_their_part(tmp_path):
    lien = Note(contenu(Fragment("le site", lien="https://exemple.fr"), Note(contenu("dedans"))))
    document = write(tmp_path, NOTE, para("b", lien))
    notes = document.xml("word/footnotes.xml")
    assert [(n.get(w("id")), n.get(w("type"))) for n in notes] == [
        ("0", "separator"),
        ("1", "continuationSeparator"),
        ("2", None),
        ("3", None),
    ]
    assert document.textes("word/footnotes.xml") == [
        " Ce qu’elle dit\u00a0: 12\u00a0€",
        " le site",
    ]
    assert document.controles("word/footnotes.xml") == [("programmation.total", "12\u00a0€")]
    appels = [n.get(w("id")) for n in document.corps.iter(w("footnoteReference"))]
    assert appels == ["2", "3"]
    reglages = document.xml("word/settings.xml").find(w("footnotePr"))
    assert [n.get(w("id")) for n in reglages] == ["0", "1"]
    noms = [e.get(w("val")) for e in document.xml("word/styles.xml").iter(w("name"))]
    assert {"footnote text", "footnote reference"} <= set(noms)
    paquet = open_paquet(document.parts)
    assert [r.cible for r in paquet.relations["word/footnotes.xml"]] == ["https://exemple.fr"]


def test_footnotes_go_after_those_of_the_template(tmp_path):
    corps = ('<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>') + ICI
    notes = f'<w:footnote w:id="7">{p("Du modèle, {{ programmation.total }}")}</w:footnote>'
    document = write(tmp_path, NOTE, corps=corps, notes=notes)
    assert [n.get(w("id")) for n in document.xml("word/footnotes.xml")] == ["7", "8"]
    assert document.textes("word/footnotes.xml")[0] == "Du modèle, 12\u00a0€"


def test_nothing_is_added_to_a_document_without_texts(tmp_path):
    modele = make_docx(p("a"))
    document, _ = render(tmp_path, modele)
    assert "word/numbering.xml" not in document.parts
    assert "word/footnotes.xml" not in document.parts
    assert [e.tag for e in document.xml("word/settings.xml")] == []


def test_same_texts_same_bytes(tmp_path):
    blocs = (*LISTES, NOTE, TABLEAU, Illustration(image(), "x"), titre(4, "z"))
    assert write(tmp_path, *blocs).contenu == write(tmp_path, *blocs).contenu


def test_all_of_it_is_valid_in_a_plain_template_of_word(tmp_path, openxml_validator):
    modele = docx.Document()
    modele.add_paragraph("{{ textes.evolution }}")
    tampon = io.BytesIO()
    modele.save(tampon)
    blocs = (titre(1, "z"), FORMES, *LISTES, NOTE, TABLEAU, Citation((para("q"),)))
    document = write(
        tmp_path, *blocs, Illustration(image(), "x", contenu("y")), modele=tampon.getvalue()
    )
    fichier = tmp_path / "sortie.docx"
    fichier.write_bytes(document.contenu)
    erreurs = openxml_validator.validate(fichier).errors
    # python-docx's own template keeps a second table of styles, of Word 2010, that does not agree
    assert [e.description for e in erreurs if e.part_uri != "/word/stylesWithEffects.xml"] == []


mots = st.text(alphabet="aé '\"«»!:\n", max_size=12)
morceaux = st.lists(
    st.one_of(
        st.builds(
            Fragment, mots, st.booleans(), st.booleans(), st.sampled_from(("", "https://a.fr"))
        ),
        st.just(Appel("programmation.total")),
        st.just(Retour()),
        st.builds(Note, st.lists(st.builds(Fragment, mots), max_size=2).map(tuple)),
    ),
    max_size=3,
).map(tuple)
feuilles = st.one_of(
    st.builds(Paragraphe, morceaux),
    st.builds(Titre, st.integers(1, 6), morceaux),
    st.builds(Illustration, st.builds(image, st.integers(1, 9), st.just(1)), mots, morceaux),
    st.builds(
        TableauSimple,
        st.lists(morceaux, min_size=1, max_size=3).map(tuple),
        st.lists(st.lists(morceaux, max_size=4).map(tuple), max_size=3).map(tuple),
        morceaux,
    ),
)


def nest(blocs):
    """Lists and quotes of blocks."""
    plusieurs = st.lists(blocs, max_size=3).map(tuple)
    elements = st.lists(plusieurs, max_size=3).map(tuple)
    listes = st.builds(Liste, st.booleans(), elements, st.integers(0, 9))
    return st.one_of(listes, st.builds(Citation, plusieurs))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.recursive(feuilles, nest, max_leaves=6), max_size=4), st.booleans())
def test_any_text_makes_a_document_without_fault(tmp_path, blocs, en_cellule):
    """The invariants hold whatever a text is made of: `render` looks at them."""
    corps = tbl(["{{ textes.evolution }}"]) if en_cellule else ICI
    document = write(tmp_path, *blocs, corps=corps + p("fin"))
    assert document.textes()[-1] == "fin"


@given(*(st.integers(1, 10**7) for _ in range(4)))
def test_a_picture_never_overflows_nor_grows(largeur, hauteur, large, haut):
    l_, h = Zone(large, haut).fit(largeur, hauteur)
    assert 1 <= l_ <= min(large, largeur)
    assert 1 <= h <= min(haut, hauteur)
    assert (l_, h) == (largeur, hauteur) or l_ == large or h == haut or 1 in {l_, h}
    assert abs(l_ * hauteur - h * largeur) <= 2 * max(largeur, hauteur)  # a unit of rounding each
