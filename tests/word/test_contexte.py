import pytest
from msgspec.structs import replace

from rapportpv.core.chiffre import Ligne
from rapportpv.core.identite import Version
from tests.word.fabrique import (
    bilan,
    build,
    euros,
    faults,
    make_docx,
    nombre,
    p,
    part,
    render,
    tableau,
)

FCS = (
    nombre(31, "fcs.projets"),
    euros("97918", "fcs.total"),
    euros(8250, "fcs.axes.1.total"),
    part("73.1", "piliers.emploi.taux"),
    euros(0, "piliers.emploi.montant"),
)


@pytest.mark.parametrize(
    ("balise", "texte"),
    [
        ("{{ annee }} {{ annee + 1 }}", "2022 2023"),
        ("{{ epci }} ({{ sigle }})", "Communauté d\u2019Agglomération (CA)"),
        ("{{ contrat.nom }} {{ contrat.debut }}-{{ contrat.fin }}", "Contrat de Ville 2015-2023"),
        ("{{ version }}", "projet"),
        ("{{ arrete_le }}", "1er\u00a0juillet\u00a02023"),
        ("{{ arrete_le | date_longue }}", "1er\u00a0juillet\u00a02023"),
        ("{{ arrete_le.year }}", "2023"),
        ("{{ fcs.total }}", "97\u202f918\u00a0€"),
        ("{{ fcs.axes[1].total }}", "8\u202f250\u00a0€"),
        ("{{ fcs.axes['1'].total }}", "8\u202f250\u00a0€"),
        ("{% set code = 'emploi' %}{{ piliers[code].taux }}", "73,1\u00a0%"),
        ("{{ piliers.emploi.taux | sans_decimale }}", "73\u00a0%"),
        ("{{ piliers.emploi.taux | sans_unite }}", "73,1"),
        ("{{ piliers.emploi.taux | sans_unite | sans_decimale }}", "73"),
        ("{{ fcs.total | sans_unite }}", "97\u202f918"),
        ("{{ fcs.projets | sans_unite }} {{ sigle | sans_unite }}", "31 CA"),
        ("{{ fcs.projets | accorde('projet', 'projets') }}", "31\u00a0projets"),
        ("{% for c in piliers %}{{ c }}{% endfor %}", "emploi"),
        ("{{ 'oui' if fcs.projets > 1 else 'non' }}", "oui"),
        ("{{ 'oui' if fcs.projets < 2 else 'non' }}", "non"),
        ("{{ 'oui' if fcs.projets == 31 else 'non' }}", "oui"),
        ("{{ 'oui' if fcs.total > fcs.axes[1].total else 'non' }}", "oui"),
        ("{{ 'oui' if piliers.emploi.montant else 'non' }}", "non"),
        ("{{ 'oui' if fcs else 'non' }} {{ 'oui' if financeurs else 'non' }}", "oui non"),
        ("{{ 'oui' if credits_etat.total else 'non' }}", "non"),
        ("{{ 'oui' if brouillon else 'non' }}", "non"),
        ("{{ 'oui' if tableaux.rien else 'non' }}", "non"),
        ("{{ axes_fcs | length }}", "0"),
    ],
)
def test_what_a_template_says(tmp_path, balise, texte):
    assert build(tmp_path, p(f"«{balise}»"), *FCS).textes() == [f"«{texte}»"]


@pytest.mark.parametrize(("valeur", "texte"), [(0, "0 projet"), (1, "1 projet"), (2, "2 projets")])
def test_a_noun_agrees_as_in_french(tmp_path, valeur, texte):
    corps = p("{{ fcs.projets | accorde('projet', 'projets') }}")
    document = build(tmp_path, corps, nombre(valeur, "fcs.projets"))
    assert document.textes() == [texte.replace(" ", "\u00a0")]


def test_the_lines_of_a_table_can_be_told_one_by_one(tmp_path):
    lignes = tableau("par_pilier", {"pilier": "Pilier", "montant": "€"}, ["l'emploi", euros(5)])
    corps = p(
        "{% for l in tableaux.par_pilier.lignes %}{{ l.code }}\u00a0: {{ l.pilier }},"
        " {{ l.montant }}{% endfor %}"
    )
    assert build(tmp_path, corps, lignes).textes() == ["code0\u00a0: l\u2019emploi, 5\u00a0€"]


def test_the_title_and_the_total_of_a_table(tmp_path):
    total = Ligne({"pilier": "Total", "montant": euros(5, "programmation.total")})
    lignes = replace(tableau("t", {"pilier": "P", "montant": "€"}, ["a", euros(5)]), total=total)
    corps = p("{{ tableaux.t.titre }}\u00a0: {{ tableaux.t.ligne_total.montant }}")
    document = build(tmp_path, corps, lignes, euros(5, "programmation.total"))
    assert document.textes() == ["Titre de t\u00a0: 5\u00a0€"]
    assert document.controles() == [("programmation.total", "5\u00a0€")]


def test_a_table_without_total_has_no_line_of_total(tmp_path):
    t = tableau("t", {"a": "A"}, ["x"])
    (anomalie,) = faults(tmp_path, p("{{ tableaux.t.ligne_total.a }}"), t)
    assert anomalie.rule.code == "PV903"


def test_axes_are_those_that_have_projects(tmp_path):
    axe_2 = tableau("fcs_axe_2", {"operateur": "Opérateur"}, ["ALIM"])
    corps = p("{% for axe in axes_fcs %}{{ axe.numero }} {{ axe.libelle }}{% endfor %}")
    assert build(tmp_path, corps, axe_2).textes() == ["2 L\u2019action locale"]


def test_a_table_without_lines_is_false(tmp_path):
    vide = tableau("par_pilier", {"pilier": "Pilier"})
    corps = p("a{% if tableaux.par_pilier %}b{% endif %}")
    assert build(tmp_path, corps, vide).textes() == ["a"]


def test_version_and_draft_can_be_tested(tmp_path):
    corps = p("{{ 'D' if version == 'definitif' else 'P' }}{{ ' brouillon' if brouillon }}")
    document, _ = render(
        tmp_path, make_docx(corps), bilan(), version=Version.DEFINITIF, brouillon=True
    )
    assert document.textes() == ["D brouillon"]
