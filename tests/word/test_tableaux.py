"""A row of the template that names columns becomes the lines of their table."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.word.ooxml import w
from tests.word.fabrique import build, euros, faults, p, part, tableau, tbl

BLOCS = tuple(map(w, ("p", "tbl", "sdt")))

COLONNES = {"pilier": "Pilier", "montant": "Montant", "taux": "Part"}
PILIERS = tableau(
    "par_pilier",
    COLONNES,
    ["Cohésion sociale", euros("4353742", "piliers.cohesion_sociale.montant"), part("73.1")],
    ["Emploi", euros("1432769.5"), part("24.06")],
)
TOTAL = euros("5955889", "programmation.total")
PROTOTYPE = [
    "{{ tableaux.par_pilier.pilier }}",
    "{{ tableaux.par_pilier.montant }}",
    "{{ tableaux.par_pilier.taux }}",
]


def test_a_prototype_becomes_as_many_rows_between_heading_and_total(tmp_path):
    corps = tbl(
        ["Pilier", "Montant", "Part"], PROTOTYPE, ["Total", "{{ programmation.total }}", "100 %"]
    )
    document = build(tmp_path, corps, PILIERS, TOTAL)
    assert document.lignes() == [
        ["Pilier", "Montant", "Part"],
        ["Cohésion sociale", "4\u202f353\u202f742\u00a0€", "73,1\u00a0%"],
        ["Emploi", "1\u202f432\u202f769,50\u00a0€", "24,1\u00a0%"],
        ["Total", "5\u202f955\u202f889\u00a0€", "100 %"],
    ]


def test_the_table_is_a_region_and_its_total_a_figure(tmp_path):
    corps = tbl(["P", "M", "T"], PROTOTYPE, ["Total", "{{ programmation.total }}", "-"])
    document = build(tmp_path, corps, PILIERS, TOTAL)
    assert [tag for tag, _ in document.controles()] == ["par_pilier", "programmation.total"]
    (tableau_word,) = document.corps.iter(w("tbl"))
    assert tableau_word.getparent().tag == w("sdtContent")
    assert document.signets() == ["par_pilier", "programmation__total"]
    (ancre,) = [
        s for s in document.corps.iter(w("bookmarkStart")) if s.get(w("name")) == "par_pilier"
    ]
    premiere_cellule = next(tableau_word.iter(w("tc")))
    assert premiere_cellule in ancre.iterancestors()


def test_the_anchor_comes_after_the_style_of_the_heading(tmp_path):
    corps = tbl(["Pilier"], ["{{ tableaux.par_pilier.pilier }}"])
    document = build(tmp_path, corps.replace(p("Pilier"), p("Pilier", "Titre1")), PILIERS)
    entete = next(document.corps.iter(w("p")))
    assert [e.tag for e in entete] == [w(k) for k in ("pPr", "bookmarkStart", "r", "bookmarkEnd")]


def test_cells_may_hold_more_than_a_column(tmp_path):
    corps = tbl(
        ["N° {{ tableaux.par_pilier.pilier }} : {{ tableaux.par_pilier.taux | sans_decimale }}"]
    )
    document = build(tmp_path, corps, PILIERS)
    assert document.lignes() == [["N° Cohésion sociale : 73\u00a0%"], ["N° Emploi : 24\u00a0%"]]


def test_a_column_without_its_unit_keeps_its_dashes(tmp_path):
    colonnes = {"a": "A", "b": "B", "c": "C"}
    lignes = ["x", euros(12_345), euros("0.5")], ["y", euros(0), euros(7)]
    corps = tbl(
        ["{{ tableaux.t.a | sans_unite }}", "{{ tableaux.t.b | sans_unite }}", "{{ tableaux.t.c }}"]
    )
    document = build(tmp_path, corps, tableau("t", colonnes, *lignes))
    assert document.lignes() == [["x", "12\u202f345", "0,50\u00a0€"], ["y", "–", "7\u00a0€"]]


def test_the_look_of_the_prototype_is_kept(tmp_path):
    corps = tbl(["A"], ["{{ tableaux.par_pilier.pilier }}"]).replace(
        '<w:r><w:t xml:space="preserve">{{', "<w:r><w:rPr><w:i/></w:rPr><w:t>{{"
    )
    document = build(tmp_path, corps, PILIERS)
    italiques = [
        r for r in document.corps.iter(w("r")) if r.find(f"{w('rPr')}/{w('i')}") is not None
    ]
    assert len(italiques) == 2


def test_an_empty_cell_prints_a_dash_and_a_line_break_is_one(tmp_path):
    lignes = tableau("t", {"a": "A", "b": "B"}, ["  ", "deux\nlignes"])
    document = build(tmp_path, tbl(["{{ tableaux.t.a }}", "{{ tableaux.t.b }}"]), lignes)
    assert document.lignes() == [["–", "deuxlignes"]]
    (saut,) = document.corps.iter(w("br"))
    assert saut.getnext().text == "lignes"


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(st.lists(st.integers(0, 10**9), max_size=40))
def test_n_lines_are_n_rows_in_order(tmp_path, montants):
    lignes = tableau("t", {"a": "A"}, *([str(m)] for m in montants))
    document = build(tmp_path, tbl(["Titre"], ["{{ tableaux.t.a }}"]), lignes)
    assert document.lignes() == [["Titre"], *([str(m)] for m in montants)]


def test_a_table_that_would_have_no_row_keeps_one_of_dashes(tmp_path):
    vide = tableau("t", {"a": "A", "b": "B"})
    document = build(tmp_path, tbl(["{{ tableaux.t.a }}", "{{ tableaux.t.b }}"]), vide)
    assert document.lignes() == [["–", "–"]]


def test_a_table_of_a_loop_without_turn_is_removed(tmp_path):
    corps = tbl(["{%tr for a in axes_fcs %}"], ["{{ a.numero }}"], ["{%tr endfor %}"]) + p("fin")
    document = build(tmp_path, corps)
    assert list(document.corps.iter(w("tbl"))) == []
    assert document.textes() == ["fin"]


@pytest.mark.parametrize(
    "entre",
    [
        "",
        p("{%p if fcs %}") + p("{%p endif %}"),
        '<w:bookmarkStart w:id="7" w:name="ici"/><w:bookmarkEnd w:id="7"/>',
    ],
)
def test_tables_that_would_touch_are_kept_apart(tmp_path, entre):
    suite = f"<w:sdt><w:sdtContent>{tbl(['b'])}</w:sdtContent></w:sdt>"
    document = build(tmp_path, tbl(["a"]) + entre + suite + p("fin") + tbl(["c"]))
    blocs = [e.tag.rpartition("}")[2] for e in document.corps[0].iterchildren(*BLOCS)]
    assert blocs == ["tbl", "p", "sdt", "p", "tbl"]


def test_a_cell_whose_only_paragraph_goes_keeps_one(tmp_path):
    cellule = f"<w:tc>{p('{%p if fcs %}')}{p('a')}{p('{%p endif %}')}</w:tc>"
    corps = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cellule}</w:tr></w:tbl>"
    document = build(tmp_path, corps)
    (cellule,) = document.corps.iter(w("tc"))
    assert [e.tag for e in cellule] == [w("p")]


def test_columns_may_be_repeated_by_a_loop(tmp_path):
    corps = tbl(["{%tc for l in tableaux.par_pilier.lignes %}", "{{ l.pilier }}", "{%tc endfor %}"])
    document = build(tmp_path, corps, PILIERS)
    assert document.lignes() == [["Cohésion sociale", "Emploi"]]
    assert len(list(document.corps.iter(w("gridCol")))) == 2


def test_one_table_may_show_several_each_in_its_region(tmp_path):
    autre = tableau("autre", {"x": "X"}, ["un"], ["deux"])
    corps = tbl(
        ["Piliers"], ["{{ tableaux.par_pilier.pilier }}"], ["Autres"], ["{{ tableaux.autre.x }}"]
    )
    document = build(tmp_path, corps, PILIERS, autre)
    assert document.lignes() == [
        ["Piliers"],
        ["Cohésion sociale"],
        ["Emploi"],
        ["Autres"],
        ["un"],
        ["deux"],
    ]
    assert document.controles() == [("par_pilier", "Cohésion socialeEmploi"), ("autre", "undeux")]
    assert document.signets() == ["par_pilier", "autre"]


def test_the_table_of_each_axis_in_a_loop(tmp_path):
    axes = [tableau(f"fcs_axe_{n}", {"operateur": "Opérateur"}, [f"Asso {n}"]) for n in (1, 2)]
    corps = (
        p("{%p for axe in axes_fcs %}")
        + tbl(["Opérateur"], ["{{ axe.tableau.operateur }}"])
        + p("{%p endfor %}")
    )
    document = build(tmp_path, corps, *axes)
    assert document.lignes() == [["Opérateur"], ["Asso 1"], ["Opérateur"], ["Asso 2"]]
    assert [tag for tag, _ in document.controles()] == ["fcs_axe_1", "fcs_axe_2"]


def test_the_control_of_the_template_is_used(tmp_path):
    corps = (
        '<w:sdt><w:sdtPr><w:tag w:val="par_pilier"/></w:sdtPr><w:sdtContent>'
        + tbl(["{{ tableaux.par_pilier.pilier }}"])
        + "</w:sdtContent></w:sdt>"
    )
    document = build(tmp_path, corps, PILIERS)
    assert [tag for tag, _ in document.controles()] == ["par_pilier"]
    assert document.signets() == ["par_pilier"]


def test_copied_paragraphs_lose_their_identifier(tmp_path):
    corps = tbl(["{{ tableaux.par_pilier.pilier }}"]).replace(
        "<w:p>", '<w:p w14:paraId="0A0B0C0D">'
    )
    document = build(tmp_path, corps, PILIERS)
    assert b"0A0B0C0D" not in document.parts["word/document.xml"]


def test_a_row_that_mixes_two_tables(tmp_path):
    autre = tableau("autre", {"x": "X"}, ["un"])
    corps = tbl(["{{ tableaux.par_pilier.pilier }}", "{{ tableaux.autre.x }}"])
    (anomalie,) = faults(tmp_path, corps, PILIERS, autre)
    assert anomalie.rule.code == "PV903"
    assert "«\u00a0par_pilier\u00a0» et «\u00a0autre\u00a0»" in anomalie.message


@pytest.mark.parametrize("corps", [p("{{ tableaux.par_pilier.montant }}")])
def test_a_column_outside_a_table(tmp_path, corps):
    (anomalie,) = faults(tmp_path, corps, PILIERS)
    assert (anomalie.rule.code, anomalie.valeur) == ("PV903", "tableaux.par_pilier.montant")
