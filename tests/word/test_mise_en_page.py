"""A total is never alone on a page; bars keep their height when there are more of them."""

import pytest
from msgspec.structs import replace

from rapportpv.core.chiffre import Ligne
from rapportpv.word.ooxml import WP, c, w
from tests.word.fabrique import build, dessin, euros, graphique, p, tableau, tbl

MONTANTS = tableau(
    "dons", {"qui": "Qui", "montant": "Montant"}, *([f"N° {n}", euros(n)] for n in range(1, 7))
)


def test_the_last_line_stays_with_the_total_and_the_others_may_part(tmp_path):
    prototype = ["{{ tableaux.dons.qui }}", "{{ tableaux.dons.montant }}"]
    document = build(tmp_path, tbl(["Qui", "Montant"], prototype, ["Total", "21 €"]), MONTANTS)
    gardees = [
        next(ligne.iter(w("keepNext")), None) is not None for ligne in document.corps.iter(w("tr"))
    ]
    assert gardees == [False] * 6 + [True, False]


def test_a_table_without_a_total_holds_nothing(tmp_path):
    document = build(tmp_path, tbl(["{{ tableaux.dons.qui }}"]), MONTANTS)
    assert next(document.corps.iter(w("keepNext")), None) is None


HELD = "<w:pPr><w:keepNext/></w:pPr>"
LOOK = '<w:tblPr><w:tblLook w:val="06E0" w:firstRow="1" w:lastRow="1"/></w:tblPr>'


def held(*lignes: list[str]) -> str:
    """A table whose heading and lines are kept with the next, and that says its last is a total."""
    return tbl(*lignes).replace("<w:tblPr/>", LOOK).replace("<w:p>", f"<w:p>{HELD}")


@pytest.mark.parametrize(
    ("nombre", "attendu"),
    [(3, [True] * 4 + [False]), (12, [True] + [False] * 10 + [True] * 2 + [False])],
)
def test_a_short_table_is_whole_and_a_long_one_ends_on_three_rows(tmp_path, nombre, attendu):
    colonnes = {"qui": "Qui", "montant": "Montant"}
    lignes = tableau("dons", colonnes, *([f"N° {n}", euros(n + 1)] for n in range(nombre)))
    prototype = ["{{ tableaux.dons.qui }}", "{{ tableaux.dons.montant }}"]
    modele = held(["Qui", "Montant"], prototype, ["Total", "9 €"])
    document = build(tmp_path, modele, lignes)
    gardees = [
        next(ligne.iter(w("keepNext")), None) is not None
        for ligne in list(document.corps.iter(w("tr")))[:-1]
    ]
    assert [*gardees, False] == attendu


def test_one_line_has_no_total(tmp_path):
    une = tableau("dons", {"qui": "Qui", "montant": "Montant"}, ["Léa", euros(9)])
    prototype = ["{{ tableaux.dons.qui }}", "{{ tableaux.dons.montant }}"]
    document = build(tmp_path, held(["Qui", "Montant"], prototype, ["Total", "9 €"]), une)
    assert document.textes() == ["Qui", "Montant", "Léa", "9\u00a0€"]
    (look,) = document.corps.iter(w("tblLook"))
    assert (look.get(w("lastRow")), look.get(w("val"))) == ("0", "06A0")


def test_no_money_is_a_dash_and_a_row_has_its_number(tmp_path):
    dons = tableau("dons", {"qui": "Qui", "m": "M"}, ["Léa", euros(0)], ["Ali", euros(2)])
    document = build(
        tmp_path,
        p("{{ tableaux.dons.nuls }} {{ tableaux.dons.barres }}")
        + tbl(["{{ tableaux.dons.rang }}", "{{ tableaux.dons.qui }}", "{{ tableaux.dons.m }}"]),
        dons,
    )
    assert document.textes() == ["True 1", "1", "Léa", "–", "2", "Ali", "2\u00a0€"]


def test_columns_are_sorted_as_the_rows_are(tmp_path):
    croise = replace(
        tableau("t", {"f": "F", "a": "A", "b": "B", "total": "T"}),
        total=Ligne({"f": "Total", "a": euros(1), "b": euros(5), "total": euros(6)}),
    )
    noms = "{% for c in tableaux.t.colonnes_triees %}{{ c.libelle }}{% endfor %}"
    assert build(tmp_path, p(noms), croise).textes() == ["FBAT"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:pageBreakBefore/></w:pPr><w:rPr><w:sz w:val="40"/></w:rPr></w:style>'
)


def breaks(tmp_path, *longueurs: int) -> list[bool]:
    """Whether each part starts a page: a heading, then that many paragraphs of a line."""
    corps = "".join(p("Partie", "Titre1") + p("Un mot.") * nombre for nombre in longueurs)
    document = build(tmp_path, corps, MONTANTS, styles=STYLES)
    titres = [e for e in document.corps.iter(w("p")) if next(e.iter(w("pStyle")), None) is not None]
    return [next(titre.iter(w("pageBreakBefore")), None) is None for titre in titres]


def test_short_parts_go_on_below_each_other(tmp_path):
    assert breaks(tmp_path, 2, 3, 2) == [False, False, False]


def test_long_parts_start_a_page(tmp_path):
    assert breaks(tmp_path, 35, 35, 2) == [False, True, False]


def test_the_first_part_however_short_leaves_a_full_page_before_it(tmp_path):
    def first(lignes):
        corps = p("Un mot.") * lignes + p("Partie", "Titre1") + p("Un mot.")
        document = build(tmp_path, corps, MONTANTS, styles=STYLES)
        return next(document.corps.iter(w("pageBreakBefore")), None) is None

    assert first(24)  # more than half of a page: the part starts its own
    assert not first(8)


def test_what_announces_a_part_starts_its_page(tmp_path):
    """«Partie 2» stays with its heading, and the break is its own."""
    styles = STYLES.replace("<w:pageBreakBefore/>", "") + (
        '<w:style w:type="paragraph" w:styleId="Sur"><w:name w:val="Surtitre"/>'
        "<w:pPr><w:keepNext/><w:pageBreakBefore/></w:pPr></w:style>"
    )
    partie = p("Partie", "Sur") + p("Titre", "Titre1")
    corps = "".join(partie + p("Un mot.") * nombre for nombre in (35, 35, 2))
    document = build(tmp_path, corps, MONTANTS, styles=styles)
    seuls = [
        next(e.iter(w("pageBreakBefore")), None) is None
        for e in document.corps.iter(w("p"))
        if next(e.iter(w("pStyle")), None) is not None
    ]
    assert seuls == [False, True, True, True, False, True]  # a heading has no break to lose


def test_a_heading_announces_no_other(tmp_path):
    """A part of its heading only, then a short one: each goes on below what is before."""
    styles = STYLES.replace("<w:pageBreakBefore/>", "<w:keepNext/><w:pageBreakBefore/>")
    un, deux = p("Un", "Titre1"), p("Deux", "Titre1")
    corps = p("Zéro", "Titre1") + p("Un mot.") * 10 + un + deux + p("Un mot.") * 2
    document = build(tmp_path, corps, MONTANTS, styles=styles)
    suite = [
        e for e in document.corps.iter(w("p")) if e.find(f".//{w('pageBreakBefore')}") is not None
    ]
    assert ["".join(e.itertext()) for e in suite] == ["Zéro", "Un", "Deux"]


def test_an_indent_as_wide_as_the_page_leaves_a_line(tmp_path):
    styles = STYLES.replace("<w:pageBreakBefore/>", '<w:pageBreakBefore/><w:ind w:right="9026"/>')
    corps = "".join(p(f"Partie {n}", "Titre1") + p("Un mot.") for n in range(3))
    assert build(tmp_path, corps, MONTANTS, styles=styles).textes()[0] == "Partie 0"


def test_a_break_that_somebody_put_stays(tmp_path):
    voulu = p("Deux", "Titre1").replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>")
    document = build(tmp_path, p("Un", "Titre1") + voulu, MONTANTS, styles=STYLES)
    (saut,) = (e for e in document.corps.iter(w("pageBreakBefore")) if e.get(w("val")) is None)
    assert saut is not None


@pytest.mark.parametrize(("sens", "facteur"), [("bar", 2), ("col", 1)])
def test_horizontal_bars_keep_their_height(tmp_path, sens, facteur):
    xml = graphique("Montant", points=3).replace('barDir val="bar"', f'barDir val="{sens}"')
    assert f'barDir val="{sens}"' in xml
    avant = build(tmp_path, dessin("dons"), MONTANTS, graphiques=(xml,))
    (taille,) = avant.corps.iter(f"{{{WP}}}extent")
    assert int(taille.get("cy")) == facteur * 2_000_000  # that of the template's drawing
    assert {n.get("val") for n in avant.xml("word/charts/chart1.xml").iter(c("ptCount"))} == {
        "1",
        "6",
    }


def test_a_chart_never_grows_over_the_page(tmp_path):
    beaucoup = tableau(
        "dons", {"qui": "Qui", "montant": "M"}, *([f"N° {n}", euros(n)] for n in range(90))
    )
    document = build(tmp_path, dessin("dons"), beaucoup, graphiques=(graphique("M"),))
    (taille,) = document.corps.iter(f"{{{WP}}}extent")
    assert int(taille.get("cy")) <= 7_200_000
