"""A table and its chart take the lines of the year, whatever they were: laws over random tables."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rapportpv.core.zip import read_zip, write_zip
from rapportpv.word.ooxml import c, parse, w
from tests.review.suivi import accept_all, reject_all, resolved
from tests.review.test_rafraichir import JOUR, values
from tests.word.fabrique import build, dessin, euros, graphique, p, part, tableau, tbl

COLONNES = {"libelle": "Libellé", "lieu": "Lieu", "montant": "Montant", "taux": "Part"}
CORPS = (
    p("Avant")
    + tbl(
        list(COLONNES.values()),
        [f"{{{{ tableaux.lignes.{nom} }}}}" for nom in COLONNES],
        ["Total", "{{ lieux.total }}", "{{ lignes.total }} en tout", "100 %"],
    )
    + p("Entre")
    + dessin("lignes")
    + p("Après {{ lignes.total }}")
)
MOTS = st.sampled_from(["Beuvry", "Bully", "", "Béthune\nNord", "a & <b>", "Plusieurs communes"])
LIGNES = st.lists(
    st.tuples(MOTS, MOTS, st.integers(0, 10**7), st.integers(0, 1000)), min_size=1, max_size=12
)
REGLAGES = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def make(dossier, lignes):
    """A document with a table of those lines, its total, and its chart."""
    total = sum(montant for _, _, montant, _ in lignes)
    cellules = [[a, b, euros(m), part(t)] for a, b, m, t in lignes]
    return build(
        dossier,
        CORPS,
        tableau("lignes", COLONNES, *cellules),
        euros(total, "lignes.total"),
        euros(len(lignes), "lieux.total"),
        graphiques=(graphique("Montant", couleurs=2, points=2),),
    ).contenu


def outside(racine):
    """What is in no region: the paragraphs around."""
    for controle in list(racine.iter(w("sdt"))):
        controle.find(w("sdtContent"))[:] = []


@REGLAGES
@given(avant=LIGNES, apres=LIGNES)
@example(avant=[("a", "", 1, 1)] * 3, apres=[("a", "", 1, 1)] * 2)
@example(avant=[("a", "b", 1, 1), ("c", "d", 2, 2)], apres=[("c", "d", 2, 2), ("a", "b", 1, 1)])
def test_a_table_a_chart_and_figures_say_what_the_year_says(avant, apres, tmp_path, refresh):
    edite, neuf = make(tmp_path, avant), make(tmp_path, apres)
    fait = refresh(edite, neuf)
    if fait.contenu is None:
        assert values(edite) == values(neuf)
        return
    assert values(fait.contenu) == values(neuf)
    assert resolved(fait.contenu, outside) == resolved(edite, outside)
    assert refresh(fait.contenu, neuf).contenu is None


@REGLAGES
@given(avant=LIGNES, apres=LIGNES)
def test_tracked_tables_can_be_accepted_and_refused(avant, apres, tmp_path, refresh):
    edite, neuf = make(tmp_path, avant), make(tmp_path, apres)
    suivi = refresh(edite, neuf, jour=JOUR).contenu or edite
    assert resolved(suivi, reject_all) == resolved(edite)
    assert resolved(suivi, accept_all) == resolved(refresh(edite, neuf).contenu or edite)
    assert refresh(suivi, neuf).changements == ()  # rows told as deleted are gone


def test_rows_keep_the_look_that_somebody_gave_them(tmp_path, refresh):
    avant = [("Beuvry", "x", 10, 1), ("Bully", "y", 20, 2)]
    edite = make(tmp_path, avant)
    rouge = _change(edite, b"<w:tcPr/>", b'<w:tcPr><w:shd w:val="clear" w:fill="FF0000"/></w:tcPr>')
    neuf = make(tmp_path, [*avant, ("Divion", "z", 30, 3)])
    (tbl_fait,) = _corps(refresh(rouge, neuf).contenu).iter(w("tbl"))
    lignes = list(tbl_fait.iter(w("tr")))
    assert len(lignes) == 5
    assert all(len(list(ligne.iter(w("shd")))) == 4 for ligne in lignes)


def test_a_figure_keeps_the_look_that_somebody_gave_it(tmp_path, refresh):
    edite = _change(
        make(tmp_path, [("a", "b", 10, 1)]), b"<w:r><w:t xml:space=\"preserve\">10\xc2\xa0\xe2\x82\xac</w:t>",
        b"<w:r><w:rPr><w:b/></w:rPr><w:t>10\xc2\xa0\xe2\x82\xac</w:t>",
    )  # fmt: skip
    fait = _corps(refresh(edite, make(tmp_path, [("a", "b", 12, 1)])).contenu)
    gras = [r for r in fait.iter(w("r")) if r.find(f"{w('rPr')}/{w('b')}") is not None]
    assert {"".join(t.text for t in r.iter(w("t"))) for r in gras} == {"12\u00a0€"}


def test_a_new_column_brings_the_rows_of_the_template(tmp_path, refresh):
    corps = tbl(
        ["Nom", "{%tc for k in tableaux.t.colonnes[1:] %}", "{{ k.libelle }}", "{%tc endfor %}"],
        [
            "{{ tableaux.t.nom }}",
            "{%tc for k in tableaux.t.colonnes[1:] %}",
            "{{ tableaux.t[k.nom] }}",
            "{%tc endfor %}",
        ],
    )
    avant = build(tmp_path, corps, tableau("t", {"nom": "Nom", "a": "A"}, ["x", euros(1)]))
    deux = {"nom": "Nom", "a": "A", "b": "B"}
    apres = build(tmp_path, corps, tableau("t", deux, ["x", euros(1), euros(2)]))
    fait = refresh(avant.contenu, apres.contenu)
    assert values(fait.contenu) == values(apres.contenu)
    assert len(list(_corps(fait.contenu).iter(w("gridCol")))) == len(
        list(apres.corps.iter(w("gridCol")))
    )
    suivi = refresh(avant.contenu, apres.contenu, jour=JOUR).contenu
    assert resolved(suivi, reject_all) == resolved(avant.contenu)
    assert resolved(fait.contenu).keys() == resolved(suivi, accept_all).keys()
    assert refresh(fait.contenu, apres.contenu).contenu is None
    retour = refresh(fait.contenu, avant.contenu)
    assert values(retour.contenu) == values(avant.contenu)


@pytest.mark.parametrize("nombre", [1, 3, 9])
def test_a_chart_keeps_its_own_look(nombre, tmp_path, refresh):
    edite = make(tmp_path, [("a", "b", 10, 1), ("c", "d", 20, 2)])
    edite = _change(edite, b"000000", b"ABCDEF", part_="word/charts/chart1.xml")
    lignes = [(f"l{n}", "x", n, n) for n in range(1, nombre + 1)]
    parts = read_zip(refresh(edite, make(tmp_path, lignes)).contenu)
    (serie,) = parse(parts["word/charts/chart1.xml"]).iter(c("ser"))
    assert len(serie.findall(c("dPt"))) == nombre
    assert b"ABCDEF" in parts["word/charts/chart1.xml"]


def _change(contenu, avant, apres, part_="word/document.xml"):
    parts = read_zip(contenu)
    assert avant in parts[part_]
    return write_zip({**parts, part_: parts[part_].replace(avant, apres)})


def _corps(contenu):
    return parse(read_zip(contenu)["word/document.xml"])
