"""A chart of the template that has the name of a table shows its values."""

import io
import re
from fractions import Fraction

import openpyxl
import pytest

from rapportpv.word.archive import read_zip, write_zip
from rapportpv.word.ooxml import R_ID, WP, A, c, w
from rapportpv.word.paquet import open_paquet
from tests.word.fabrique import (
    bilan,
    build,
    dessin,
    euros,
    faults,
    graphique,
    make_docx,
    p,
    part,
    render,
    tableau,
)

PILIERS = tableau(
    "par_pilier",
    {"pilier": "Pilier", "montant": "Contributions", "taux": "Part"},
    ["Cohésion sociale", euros("4353742"), part("73.1")],
    ["=1+1 & <emploi>", euros("1432769.5"), part("24.06")],
)


def points(element):
    return [v.text for v in element.iter(c("v"))]


def refs(element):
    return [f.text for f in element.iter(c("f"))]


def feuille(document, nom="word/embeddings/classeur1.xlsx"):
    classeur = openpyxl.load_workbook(io.BytesIO(document.parts[nom]))
    return [list(ligne) for ligne in classeur["Feuil1"].iter_rows(values_only=True)]


def test_caches_references_and_workbook_hold_the_values_of_the_table(tmp_path):
    document = build(
        tmp_path, dessin("par_pilier"), PILIERS, graphiques=(graphique("Contributions"),)
    )
    (serie,) = document.xml("word/charts/chart1.xml").iter(c("ser"))
    assert points(serie.find(c("tx"))) == ["Contributions"]
    assert points(serie.find(c("cat"))) == ["Cohésion sociale", "=1+1 & <emploi>"]
    assert points(serie.find(c("val"))) == ["4353742", "1432769.5"]
    assert refs(serie) == ["Feuil1!$B$1", "Feuil1!$A$2:$A$3", "Feuil1!$B$2:$B$3"]
    assert {n.get("val") for n in serie.iter(c("ptCount"))} == {"1", "2"}
    assert feuille(document) == [
        ["Pilier", "Contributions"],
        ["Cohésion sociale", 4353742],
        ["=1+1 & <emploi>", 1432769.5],
    ]


def test_cache_and_workbook_agree_to_the_last_digit(tmp_path):
    parts = tableau(
        "t", {"a": "A", "m": "M"}, *([str(n), part(Fraction(100, n))] for n in (3, 7, 97))
    )
    document = build(tmp_path, dessin("t"), parts, graphiques=(graphique("M"),))
    (valeurs,) = document.xml("word/charts/chart1.xml").iter(c("val"))
    assert [float(v) for v in points(valeurs)] == [ligne[1] for ligne in feuille(document)[1:]]
    assert points(valeurs)[0] == "33.3333333333333"


def test_a_text_that_looks_like_a_formula_is_a_text(tmp_path):
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(graphique("Part"),))
    classeur = openpyxl.load_workbook(io.BytesIO(document.parts["word/embeddings/classeur1.xlsx"]))
    assert classeur["Feuil1"]["A3"].data_type == "s"


def test_several_series_each_have_their_column(tmp_path):
    dessins = graphique("Part", "montant")
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(dessins,))
    premiere, seconde = document.xml("word/charts/chart1.xml").iter(c("ser"))
    assert refs(premiere)[-1] == "Feuil1!$B$2:$B$3"
    assert refs(seconde)[-1] == "Feuil1!$C$2:$C$3"
    assert points(premiere.find(c("val"))) == ["73.1", "24.06"]
    assert feuille(document)[0] == ["Pilier", "Part", "Contributions"]


@pytest.mark.parametrize(
    ("code", "valeurs"),
    [('0.0" %"', ["73.1", "24.06"]), ("0.0%", ["0.731", "0.2406"]), ("0\\%", ["73.1", "24.06"])],
)
def test_a_percentage_format_that_multiplies_gets_fractions(tmp_path, code, valeurs):
    dessins = graphique("Part", code=code)
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(dessins,))
    (serie,) = document.xml("word/charts/chart1.xml").iter(c("ser"))
    assert points(serie.find(c("val"))) == valeurs
    assert serie.find(f".//{c('formatCode')}").text == code


def couleurs(document):
    (serie,) = document.xml("word/charts/chart1.xml").iter(c("ser"))
    return [
        (
            d.find(c("idx")).get("val"),
            next(d.iter(f"{{{A}}}srgbClr", f"{{{A}}}schemeClr")).get("val"),
        )
        for d in serie.findall(c("dPt"))
    ]


def test_more_points_than_the_template_get_theme_colours(tmp_path):
    lignes = tableau("t", {"a": "A", "m": "M"}, *([str(i), euros(i)] for i in range(1, 5)))
    document = build(tmp_path, dessin("t"), lignes, graphiques=(graphique("M", couleurs=2),))
    assert couleurs(document) == [
        ("0", "000000"),
        ("1", "000001"),
        ("2", "accent3"),
        ("3", "accent4"),
    ]


def test_one_highlighted_point_is_not_copied(tmp_path):
    lignes = tableau("t", {"a": "A", "m": "M"}, *([str(i), euros(i)] for i in range(1, 5)))
    document = build(tmp_path, dessin("t"), lignes, graphiques=(graphique("M", couleurs=1),))
    assert couleurs(document) == [("0", "000000")]


def test_looks_of_points_that_are_no_more_are_dropped(tmp_path):
    document = build(
        tmp_path, dessin("par_pilier"), PILIERS, graphiques=(graphique("Part", couleurs=3),)
    )
    assert [idx for idx, _ in couleurs(document)] == ["0", "1"]


def test_each_turn_of_a_loop_has_its_own_chart(tmp_path):
    axes = [
        tableau(
            f"fcs_axe_{n}", {"o": "O", "m": "Montant"}, *([f"a{i}", euros(n)] for i in range(n))
        )
        for n in (1, 2)
    ]
    corps = (
        p("{%p for axe in axes_fcs %}") + dessin("fcs_axe_{{ axe.numero }}") + p("{%p endfor %}")
    )
    document = build(tmp_path, corps, *axes, graphiques=(graphique("Montant"),))
    valeurs = [
        points(document.xml(f"word/charts/chart{n}.xml").find(f".//{c('val')}")) for n in (1, 2)
    ]
    assert valeurs == [["1"], ["2", "2"]]
    assert feuille(document, "word/embeddings/classeur2.xlsx")[1:] == [["a0", 2], ["a1", 2]]
    assert [d.get("id") for d in document.corps.iter(f"{{{WP}}}docPr")] == ["1", "2"]
    assert document.signets() == ["graphique__fcs_axe_1", "graphique__fcs_axe_2"]


def test_the_paragraph_of_a_chart_is_a_region(tmp_path):
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(graphique("Part"),))
    (controle,) = document.corps.iter(w("sdt"))
    assert document.controles() == [("par_pilier", "")]
    assert controle.getparent().tag == w("body")
    assert controle.find(w("sdtContent"))[0].tag == w("p")


def test_a_chart_alone_in_a_cell_leaves_the_cell_its_paragraph(tmp_path):
    corps = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>"
        + dessin("par_pilier")
        + "</w:tc></w:tr></w:tbl>"
    )
    document = build(tmp_path, corps, PILIERS, graphiques=(graphique("Part"),))
    (cellule,) = document.corps.iter(w("tc"))
    assert cellule[-1].tag == w("p")
    assert [tag for tag, _ in document.controles()] == ["par_pilier"]


def test_a_chart_that_the_document_does_not_show_leaves_no_part(tmp_path):
    corps = p("{%p if tableaux.autre %}") + dessin("autre") + p("{%p endif %}") + p("fin")
    document = build(tmp_path, corps, graphiques=(graphique("Part"),))
    assert not [nom for nom in document.parts if "chart" in nom or "embeddings" in nom]
    assert b"chart" not in document.parts["[Content_Types].xml"]


def test_a_chart_without_workbook_gets_one(tmp_path):
    nu = re.sub("<c:externalData.*?</c:externalData>", "<c:printSettings/>", graphique("Part"))
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(nu,))
    lien = document.xml("word/charts/chart1.xml").find(c("externalData"))
    assert lien.getnext().tag == c("printSettings")  # the order of the schema
    relation = open_paquet(document.parts).by_id("word/charts/chart1.xml", lien.get(R_ID))
    assert feuille(document, relation.cible)[1] == ["Cohésion sociale", 73.1]


def test_a_chart_linked_to_a_workbook_on_a_disk_gets_its_own(tmp_path):
    modele = read_zip(make_docx(dessin("par_pilier"), graphiques=(graphique("Part"),)))
    rels = modele["word/charts/_rels/chart1.xml.rels"]
    modele["word/charts/_rels/chart1.xml.rels"] = rels.replace(
        b'Target="', b'TargetMode="External" Target="file:///C:/'
    )
    document, _ = render(tmp_path, write_zip(modele), bilan(PILIERS))
    (relation,) = open_paquet(document.parts).relations["word/charts/chart1.xml"]
    assert not relation.externe
    assert feuille(document, relation.cible)[1] == ["Cohésion sociale", 73.1]


def test_a_series_without_labels_gets_them_before_its_values(tmp_path):
    nu = re.sub("<c:cat>.*?</c:cat>", "", graphique("Part"))
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(nu,))
    (serie,) = document.xml("word/charts/chart1.xml").iter(c("ser"))
    assert [e.tag for e in serie][-2:] == [c("cat"), c("val")]
    assert points(serie.find(c("cat")))[0] == "Cohésion sociale"


def test_a_percentage_format_of_the_labels_multiplies_too(tmp_path):
    etiquettes = '<c:dLbls><c:numFmt formatCode="0%" sourceLinked="0"/></c:dLbls><c:cat>'
    dessins = graphique("Part").replace("<c:cat>", etiquettes)
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(dessins,))
    (serie,) = document.xml("word/charts/chart1.xml").iter(c("ser"))
    assert points(serie.find(c("val"))) == ["0.731", "0.2406"]


def test_the_workbook_holds_no_clock(tmp_path):
    document = build(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(graphique("Part"),))
    coeur = read_zip(document.parts["word/embeddings/classeur1.xlsx"])["docProps/core.xml"].decode()
    assert re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", coeur) == ["2023-07-01T00:00:00Z"] * 2


def test_the_alternative_text_shows_the_figure(tmp_path):
    corps = dessin("par_pilier", alternative="Total : {{ programmation.total }}")
    total = euros(5, "programmation.total")
    document = build(tmp_path, corps, PILIERS, total, graphiques=(graphique("Part"),))
    (cadre,) = document.corps.iter(f"{{{WP}}}docPr")
    assert cadre.get("descr") == "Total : 5\u00a0€"


def test_a_chart_named_after_no_table(tmp_path):
    (anomalie,) = faults(tmp_path, dessin("par_piliers"), PILIERS, graphiques=(graphique("Part"),))
    assert (anomalie.rule.code, anomalie.valeur) == ("PV904", "par_piliers")
    assert "«\u00a0par_pilier\u00a0»" in anomalie.suggestion
    assert "{%p if tableaux.par_piliers" in anomalie.suggestion


def test_a_chart_of_a_table_without_lines(tmp_path):
    vide = tableau("par_pilier", {"pilier": "Pilier", "taux": "Part"})
    (anomalie,) = faults(tmp_path, dessin("par_pilier"), vide, graphiques=(graphique("Part"),))
    assert anomalie.rule.code == "PV904"
    assert "aucune ligne" in anomalie.message


def test_a_series_that_is_no_column(tmp_path):
    (anomalie,) = faults(
        tmp_path, dessin("par_pilier"), PILIERS, graphiques=(graphique("Série 1"),)
    )
    assert anomalie.rule.code == "PV904"
    assert "«\u00a0Série 1\u00a0»" in anomalie.message
    assert "«\u00a0Contributions\u00a0»" in anomalie.suggestion


def test_the_title_of_a_chart_may_hold_tags_and_its_labels_never_do(tmp_path):
    titre = (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Année {{ annee }} : {{ fcs.total }}</a:t>"
        "</a:r></a:p></c:rich></c:tx></c:title>"
    )
    dessins = graphique("M").replace("<c:plotArea>", f"{titre}<c:plotArea>")
    lignes = tableau("t", {"a": "A", "m": "M"}, ["{{ annee }}", euros(1)])
    document = build(tmp_path, dessin("t"), lignes, euros(5, "fcs.total"), graphiques=(dessins,))
    racine = document.xml("word/charts/chart1.xml")
    assert next(racine.iter(f"{{{A}}}t")).text == "Année 2022 : 5\u00a0€"
    assert points(racine.find(f".//{c('cat')}")) == ["{{ annee }}"]


def test_a_fault_in_the_title_of_a_chart(tmp_path):
    titre = "<c:title><c:tx><c:rich><a:p><a:r><a:t>{{ anee }}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    dessins = graphique("Part").replace("<c:plotArea>", f"{titre}<c:plotArea>")
    (anomalie,) = faults(tmp_path, dessin("par_pilier"), PILIERS, graphiques=(dessins,))
    assert (anomalie.lieu.feuille, anomalie.suggestion) == (
        "graphique",
        "Écrivez «\u00a0annee\u00a0».",
    )


def test_twelve_bars_and_the_others_in_one(tmp_path):
    """Nothing is drawn of nothing; beyond fifteen bars, the last one is what remains."""
    montants = [*range(20, 0, -1), 0]
    lignes = tableau("t", {"a": "A", "m": "M"}, *([f"L{n}", euros(n)] for n in montants))
    document = build(tmp_path, dessin("t"), lignes, graphiques=(graphique("M"),))
    points = [v.text for v in document.xml("word/charts/chart1.xml").iter(c("v"))]
    assert points[1:14] == [*(f"L{n}" for n in range(20, 8, -1)), "8 autres"]
    assert points[14:] == [*map(str, range(20, 8, -1)), str(sum(range(9)))]


def test_an_alternative_text_is_short_and_has_no_mark(tmp_path):
    un = euros(5, "programmation.total")
    lignes = tableau("t", {"a": "A", "m": "M"}, ["L1", un], ["L2", euros(2)])
    alternative = "{{ programmation.total }} " + "mot " * 60
    document = build(
        tmp_path, dessin("t", alternative=alternative), un, lignes, graphiques=(graphique("M"),)
    )
    (dit,) = (e.get("descr") for e in document.corps.iter() if e.tag.endswith("}docPr"))
    assert dit.startswith("5\u00a0€ mot")
    assert dit.endswith("mot…")
    assert len(dit) <= 150
