"""A page and its parts: what is typed is escaped, templates can be one's own, edits are kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from rapportpv.core.couleur import CONTRASTE, contrast
from rapportpv.export.page import is_untouched
from rapportpv.export.page.ancres import slug
from rapportpv.export.page.couleurs import paint
from rapportpv.export.page.listes import Puce, nest
from rapportpv.export.page.nombres import format_valeur
from tests.tables import write_classeur

PAGE = "sortie/rapport-2023-projet.html"
HOSTILE = """
| Intitulé de l'action | Opérateur | Type d'opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| <script>alert(1)</script> | "Les & <b>Amis</b>" {{ 1 }} | association | Cohésion sociale | soutenue | 12000 |
| Chantier | Le Club | association | Emploi | soutenue | 8000 |
"""
COULEURS = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


@pytest.fixture
def build(run, projet):
    """Builds the page of the small project: the exit code, what is said, the page if any."""

    def build(*options):
        code, sorti, aparte = run("build", "2023", "--format", "html", *options, ici=projet)
        page = projet / PAGE
        return code, sorti + aparte, page.read_text("utf-8") if page.is_file() else ""

    return build


def test_the_page_stands_beside_the_document(build, projet):
    code, dit, page = build()
    assert code == 0
    assert "Document écrit : sortie/rapport-2023-projet.html" in dit
    assert (projet / "sortie/rapport-2023-projet.docx").is_file()
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert "Document inchangé : sortie/rapport-2023-projet.html" in build()[1]


def test_what_is_typed_is_escaped(build, projet):
    write_classeur(projet / "2023/programmation.xlsx", Programmation=HOSTILE)
    (projet / "2023/textes").mkdir()
    texte = '« 1 < 2 & 3 > 2 »[^1] : {{ programmation.total }}\n\n[^1]: Une note & un "mot".\n'
    (projet / "2023/textes/programmation.md").write_text(texte, "utf-8")
    code, dit, page = build()
    assert code == 0, dit
    racine = html.fromstring(page)
    assert len(racine.xpath("//script")) == 1
    assert "1 < 2 & 3 > 2" in "".join(racine.xpath("//main")[0].itertext())
    assert "« 1 &lt; 2 &amp; 3 &gt; 2 »" in page.replace("\u00a0", " ")


def test_a_note_leads_to_its_text_and_back(build, projet):
    (projet / "2023/textes").mkdir()
    texte = "Du texte[^a], et encore[^b].\n\n[^a]: La première.\n[^b]: La seconde.\n"
    (projet / "2023/textes/programmation.md").write_text(texte, "utf-8")
    racine = html.fromstring(build()[2])
    appels = racine.xpath("//sup/a")
    assert [a.get("href") for a in appels] == ["#note-1", "#note-2"]
    notes = [n.text_content().split() for n in racine.xpath("//section[@class='notes']//li")]
    assert [n[:2] for n in notes] == [["La", "première."], ["La", "seconde."]]
    assert racine.xpath("//li[@id='note-2']/a/@href") == ["#appel-2"]


def test_a_page_that_somebody_edited_is_kept(build, projet):
    page = build()[2]
    retouchee = page.replace("<main", "<!-- moi --><main")
    (projet / PAGE).write_text(retouchee, "utf-8")
    assert not is_untouched(retouchee.encode())
    assert is_untouched(page.encode())
    code, dit, garde = build()
    assert (code, garde) == (2, retouchee)
    code, dit, _ = build("--ecraser")
    assert code == 0
    assert "gardée : sortie/rapport-2023-projet-avant-" in dit


def test_a_template_of_ones_own_is_used(build, projet):
    (projet / "modeles").mkdir()
    modele = projet / "modeles/rapport.html"
    modele.write_text("<title>{{ page.titre }}</title>{{ page.sections | length }}", "utf-8")
    assert re.fullmatch(r"<title>Rapport .*</title>\d+\n", build()[2])


@pytest.mark.parametrize(
    ("modele", "ligne"),
    [
        ("\n{{ page.rien }}", 2),
        ("{% for %}", 1),
        ("\n\n{{ page.__class__.__mro__ }}", 3),
        ("{% include '../../2023/annee.toml' %}", 1),
        ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", 1),
    ],
)
def test_a_faulty_template_is_told_with_its_line(build, projet, modele, ligne):
    (projet / "modeles").mkdir()
    (projet / "modeles/rapport.html").write_text(modele, "utf-8")
    code, dit, page = build()
    assert (code, page) == (2, "")
    assert f"le modèle « rapport.html », ligne {ligne}" in dit
    assert "Traceback" not in dit


@pytest.mark.parametrize(
    ("valeur", "code", "attendu"),
    [
        (73.0997, '[$-40C]0.0" %"', "73,1\u00a0%"),
        (0.731, "0.0%", "73,1\u00a0%"),
        (1714733, '#,##0" €"', "1\u202f714\u202f733\u00a0€"),
        (-1250.5, '#,##0.00" €"', "\u22121\u202f250,50\u00a0€"),
        (12, "General", "12"),
        (12.25, "", "12,2"),
        (-0.01, "0", "0"),
    ],
)
def test_a_value_is_printed_as_its_chart_does(valeur, code, attendu):
    assert format_valeur(valeur, code) == attendu


@given(
    st.fixed_dictionaries(
        {f"accent{n}": COULEURS for n in range(1, 7)} | {"dk1": COULEURS, "dk2": COULEURS}
    )
)
def test_texts_are_read_on_both_grounds_by_day_and_by_night(theme):
    for teintes in paint(theme).values():
        for texte in ("encre", "doux", "accent", "second"):
            for fond in ("fond", "voile"):
                assert contrast(teintes[texte], teintes[fond]) >= CONTRASTE
        assert contrast("FFFFFF", teintes["bandeau"]) >= CONTRASTE
        for n in range(1, 6):
            assert contrast(teintes[f"serie{n}"], teintes["fond"]) >= 3


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.sampled_from("ab"))))
def test_lists_keep_every_line_in_order(lignes):
    puces = [Puce(n, num, liste, Markup(rang)) for rang, (n, num, liste) in enumerate(lignes)]

    def walk(liste):
        for element in liste.elements:
            yield str(element.contenu)
            for sous in element.sous:
                yield from walk(sous)

    assert [dit for liste in nest(puces) for dit in walk(liste)] == [
        str(rang) for rang in range(len(lignes))
    ]


def test_a_name_of_place_has_neither_accent_nor_space():
    assert slug("L’évolution : Nœux, 2022 !") == "s-l-evolution-noeux-2022"
    assert slug("…") == "s"
