"""A total is never alone on a page; bars keep their height when there are more of them."""

import pytest

from rapportpv.word.ooxml import WP, c, w
from tests.word.fabrique import build, dessin, euros, graphique, tableau, tbl

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
