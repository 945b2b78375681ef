"""What is wrong with a template: the rule, the part, the paragraph, what to write."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.french.typographie import format_texte
from rapportpv.word.marques import clean_texte
from tests.word.fabrique import (
    bilan,
    build,
    euros,
    faults,
    make_docx,
    nombre,
    p,
    render,
    tableau,
    tbl,
)

FCS = (euros(5, "fcs.total"), nombre(2, "fcs.projets"))
PILIERS = tableau("par_pilier", {"pilier": "Pilier", "montant": "Montant"}, ["Emploi", euros(5)])


def codes(anomalies):
    return [a.rule.code for a in anomalies]


def test_an_unknown_name_is_told_with_its_place_and_the_nearest_one(tmp_path):
    (anomalie,) = faults(tmp_path, p("Avant") + p("Sur les {{ fcs.totla }} prévus"), *FCS)
    assert anomalie.rule.code == "PV901"
    assert anomalie.valeur == "fcs.totla"
    assert anomalie.suggestion == "Écrivez «\u00a0fcs.total\u00a0»."
    assert str(anomalie.lieu) == (
        "modèle rapport.docx › corps › «\u00a0Sur les {{ fcs.totla }} prévus\u00a0»"
    )


def test_all_unknown_names_are_told_at_once_in_all_parts(tmp_path):
    corps = p("{{ un }}") + p("{% if deux %}a{% endif %}") + p("{% for x in trois %}{% endfor %}")
    anomalies = faults(tmp_path, corps, entete=p("{{ quatre }}"))
    assert {(a.lieu.feuille, a.valeur) for a in anomalies} == {
        ("corps", "un"),
        ("corps", "deux"),
        ("corps", "trois"),
        ("en-tête", "quatre"),
    }


def test_the_paragraph_of_a_paragraph_tag_is_told(tmp_path):
    corps = p("Avant") + p("{%p if totla > 1 %}") + p("Dedans") + p("{%p endif %}")
    (anomalie,) = faults(tmp_path, corps)
    assert "{%p" in str(anomalie.lieu)
    assert "if totla" in str(anomalie.lieu)
    assert "Avant" not in str(anomalie.lieu)


def test_a_name_split_over_runs_is_told_too(tmp_path):
    corps = (
        "<w:p><w:r><w:t>{{ to</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tla }}</w:t></w:r></w:p>"
    )
    (anomalie,) = faults(tmp_path, corps)
    assert anomalie.valeur == "totla"


def test_one_name_in_two_paragraphs_is_one_anomaly_with_two_places(tmp_path):
    (anomalie,) = faults(tmp_path, p("a {{ totla }}") + p("b {{ totla }}"))
    assert len(anomalie.lieu.cellules) == 2


def test_a_figure_that_the_year_lacks_is_told_how_to_be_left_out(tmp_path):
    (anomalie,) = faults(tmp_path, p("{{ fcs.axes[1].total }}"))
    assert anomalie.rule.code == "PV901"
    assert anomalie.valeur == "fcs.axes.1.total"
    assert "{%p if fcs" in anomalie.suggestion


def test_a_column_of_no_table(tmp_path):
    (anomalie,) = faults(tmp_path, p("{{ tableaux.par_pilier.montnat }}"), PILIERS)
    assert (anomalie.rule.code, anomalie.valeur) == ("PV903", "tableaux.par_pilier.montnat")
    assert anomalie.suggestion == "Écrivez «\u00a0montant\u00a0»."


@pytest.mark.parametrize(
    ("texte", "nom", "proche"),
    [
        (
            "{% for l in tableaux.par_pilier.lignes %}{{ l.montan }}{% endfor %}",
            "montan",
            "montant",
        ),
        ("{% for a in axes_fcs %}{{ a.libele }}{% endfor %}", "libele", "libelle"),
        ("{{ tableaux.vide.lignes[0].a }}", "lignes[0].a", None),
    ],
)
def test_an_unknown_name_of_a_line_or_an_axis(tmp_path, texte, nom, proche):
    autres = tableau("vide", {"a": "A"}), tableau("fcs_axe_1", {"a": "A"}, ["x"])
    (anomalie,) = faults(tmp_path, p(texte), PILIERS, *autres)
    assert (anomalie.rule.code, anomalie.valeur) == ("PV901", nom)
    assert proche is None or anomalie.suggestion == f"Écrivez «\u00a0{proche}\u00a0»."


def test_a_table_that_is_not_there(tmp_path):
    (anomalie,) = faults(tmp_path, p("{{ tableaux.par_piliers.montant }}"), PILIERS)
    assert (anomalie.rule.code, anomalie.valeur) == ("PV903", "tableaux.par_piliers")
    assert "«\u00a0tableaux.par_pilier\u00a0»" in anomalie.suggestion
    assert "{%p if tableaux.par_piliers" in anomalie.suggestion


@pytest.mark.parametrize(
    ("texte", "raison"),
    [
        ("{% if fcs %}Sans fin", "il manque «\u00a0endif\u00a0»"),
        ("{% iff fcs %}", "la balise «\u00a0iff\u00a0» n\u2019existe pas"),
        ("{{ fcs.total | sansdecimale }}", "le filtre «\u00a0sansdecimale\u00a0»"),
        ("{{ fcs.total € }}", "le signe"),
        ("{{ }}", "il manque un nom"),
        ("{{ fcs.total + 1 }}", "un modèle ne calcule pas"),
        ("{{ epci | sans_decimale }}", "s\u2019applique à un chiffre"),
        ("{{ epci | accorde('a', 'b') }}", "s\u2019applique à un nombre"),
        ("{{ epci | date_longue }}", "s\u2019applique à une date"),
        ("{% for a in annee %}{% endfor %}", "n\u2019est pas une liste"),
        ("{{ epci.__class__.__mro__ }}", "interdit"),
    ],
)
def test_a_tag_that_is_not_understood(tmp_path, texte, raison):
    (anomalie,) = faults(tmp_path, p("Avant") + p(f"Ici {texte}") + p("Après"), *FCS)
    assert anomalie.rule.code == "PV902"
    assert raison in anomalie.message
    assert anomalie.lieu.feuille == "corps"
    assert anomalie.lieu.cellules == (f"«\u00a0Ici {texte}\u00a0»",)


def test_an_unknown_filter_is_told_which_there_are(tmp_path):
    (anomalie,) = faults(tmp_path, p("{{ fcs.total | entier }}"), *FCS)
    assert "sans_decimale, sans_unite, accorde, date_longue" in anomalie.suggestion


def test_a_calculation_is_told_to_be_a_figure(tmp_path):
    (anomalie,) = faults(tmp_path, p("{{ fcs.total - 1 }}"), *FCS)
    assert "rapportpv show" in anomalie.suggestion


def test_a_table_is_looked_for_among_tables(tmp_path):
    (anomalie,) = faults(
        tmp_path, p("{{ tableaux.programmatio.a }}"), euros(1, "programmation.total")
    )
    assert anomalie.suggestion.startswith("Entourez")


def test_the_block_that_is_not_closed_is_told(tmp_path):
    corps = p("{%p if fcs %}") + p("{% for a in axes_fcs %}{% endfor %}") + p("Fin")
    (anomalie,) = faults(tmp_path, corps, *FCS)
    assert "if fcs" in str(anomalie.lieu)
    assert "endif" in anomalie.message


def test_a_tag_that_overlaps_paragraphs(tmp_path):
    corps = p("{% if fcs %}Un") + tbl(["Deux{% endif %}"]) + p("Trois")
    (anomalie,) = faults(tmp_path, corps)
    assert anomalie.rule.code == "PV902"
    assert "{%p if" in anomalie.suggestion


def test_a_comparison_does_not_cut_the_paragraph(tmp_path):
    texte = "Il y a {{ 'un' if totla < 2 else 'des' }} {{ 'a' if 1 < 2 }} projets"
    (anomalie,) = faults(tmp_path, p(texte))
    assert anomalie.lieu.cellules == (f"«\u00a0{texte}\u00a0»",)


def test_a_long_paragraph_is_cut_around_the_word(tmp_path):
    texte = "début " + "mot " * 50 + "{{ totla }} " + "mot " * 50
    (anomalie,) = faults(tmp_path, p(texte))
    assert "{{ totla }}" in str(anomalie.lieu)
    assert "début" not in str(anomalie.lieu)


def test_quotes_that_word_corrected_are_understood(tmp_path):
    corps = p("{{ fcs.projets | accorde(« projet », «\u00a0projets\u00a0») }}")
    assert build(tmp_path, corps, *FCS).textes() == ["2\u00a0projets"]


def test_chance_has_no_place_in_a_template(tmp_path):
    assert codes(faults(tmp_path, p("{{ lipsum() }}"))) == ["PV901"]
    assert codes(faults(tmp_path, p("{{ [1, 2] | random }}"))) == ["PV902"]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.text(max_size=40))
def test_any_text_of_a_user_survives(tmp_path, texte):
    lignes = tableau("t", {"a": "A"}, [texte])
    corps = p("«{% for l in tableaux.t.lignes %}{{ l.a }}{% endfor %}»")
    document = build(tmp_path, corps, lignes)
    attendu = format_texte(clean_texte(texte)).replace("\n", "")
    assert document.textes() == [f"«{attendu}»"]


def test_tags_that_a_user_typed_are_text(tmp_path):
    lignes = tableau("t", {"a": "A"}, ['{{ annee }} {_{ <w:p> & "x"'])
    document = build(tmp_path, p("{{ tableaux.t.lignes[0].a }}"), lignes)
    assert document.textes() == ["{{ annee }} {_{ <w:p> & «\u00a0x\u00a0»"]


def with_coeur(corps, sujet):
    """A template whose properties have that subject."""
    espace = "http://schemas.openxmlformats.org/package/2006"
    document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return make_docx(
        corps,
        extra={
            "docProps/core.xml": f'<p:coreProperties xmlns:p="{espace}/metadata/core-properties"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject>{sujet}</dc:subject>'
            "</p:coreProperties>",
            "_rels/.rels": f'<Relationships xmlns="{espace}/relationships"><Relationship Id="a"'
            f' Type="{document}" Target="word/document.xml"/><Relationship Id="b" Type="{espace}/'
            'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        },
    )


def test_properties_are_rendered(tmp_path):
    modele = with_coeur(p("a"), "{{ epci }} {{ annee }} : {{ fcs.total }} &amp; co")
    document, anomalies = render(tmp_path, modele, bilan(*FCS))
    assert anomalies == []
    coeur = document.parts["docProps/core.xml"].decode()
    assert "Communauté d\u2019Agglomération 2022 : 5\u00a0€ &amp; co</dc:subject>" in coeur


def test_a_fault_in_the_properties(tmp_path):
    document, (anomalie,) = render(tmp_path, with_coeur(p("a"), "{{ anee }}"))
    assert document is None
    assert (anomalie.rule.code, anomalie.lieu.feuille) == ("PV901", "propriétés du document")


def test_footnotes_are_rendered(tmp_path):
    document = build(
        tmp_path,
        p("a"),
        *FCS,
        notes='<w:footnote w:id="1">' + p("Soit {{ fcs.total }}.") + "</w:footnote>",
    )
    assert document.textes("word/footnotes.xml") == ["Soit 5\u00a0€."]
    assert document.controles("word/footnotes.xml") == [("fcs.total", "5\u00a0€")]
