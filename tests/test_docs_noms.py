"""docs/modeles.md names all that a template may name, and docs/textes.md shows what is true."""

import re
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from rapportpv.commands.build import Commande, build_document
from rapportpv.core.sections import SECTIONS
from rapportpv.word.filtres import FILTRES
from rapportpv.word.jinja import build_environment
from tools.exemples import list_figures, pattern_of
from tools.images import CLASSEUR, DOSSIER, POIDS, VUES

RACINE = Path(__file__).parents[1]
MODELES = (RACINE / "docs/modeles.md").read_text("utf-8")
TEXTES = (RACINE / "docs/textes.md").read_text("utf-8")
EXEMPLES = re.findall(r"```markdown\n(.*?)```", TEXTES, re.DOTALL)


def test_each_figure_is_listed():
    declarees = [figure.nom for figure in list_figures()]
    assert "programmation.total" in declarees
    absentes = [
        nom
        for nom in declarees
        if not re.search(rf"^\| `{pattern_of(nom)}` \|", MODELES, re.MULTILINE)
    ]
    assert absentes == []


def test_each_filter_has_an_example():
    nus = build_environment(lambda _: None).filters
    assert set(FILTRES) <= set(nus)
    notres = {*FILTRES, "sans_decimale", "sans_unite", "accorde", "date_longue"}
    assert [f for f in sorted(notres) if not re.search(rf"\| {f}\b", MODELES)] == []


def test_each_table_that_a_built_in_template_shows_is_listed():
    sources = "".join(p.read_text("utf-8") for p in (RACINE / "templates").glob("*.txt"))
    nommes = set(re.findall(r"tableaux\.(\w+)", sources))
    assert {"par_pilier", "dsu"} <= nommes
    absents = [
        n for n in sorted(nommes) if f"`{n}`" not in MODELES and f"tableaux.{n}`" not in MODELES
    ]
    assert absents == []


def test_each_loop_of_a_built_in_template_is_explained():
    sources = "".join(p.read_text("utf-8") for p in (RACINE / "templates").glob("*.txt"))
    listes = set(re.findall(r"\{%p? for \w+ in ([\w.]+)", sources))
    assert "focus" in listes
    assert [liste for liste in sorted(listes) if liste not in MODELES] == []


def test_each_section_has_its_line():
    assert [nom for nom in SECTIONS if f"| `{nom}` |" not in TEXTES] == []


@pytest.fixture
def document(projet):
    """The report of a project whose texts are the examples of docs/textes.md."""
    textes = projet / "2023" / "textes"
    textes.mkdir()
    prose, focus = EXEMPLES
    (textes / "evolution.md").write_text(prose, "utf-8")
    (textes / "focus-1-piscine.md").write_text(focus, "utf-8")
    fabrication = build_document(Commande(projet, 2023, "rapport", projet / "sortie"))
    codes = {a.rule.code for a in fabrication.controle.anomalies}
    assert not [code for code in codes if code.startswith("PV6") or code in ("PV406", "PV407")]
    return docx.Document(str(fabrication.chemin))


def test_the_examples_print_what_is_said_of_them(document):
    paragraphes = {
        "".join(t.text or "" for t in p.iter(qn("w:t"))): Paragraph(p, document._body).style.name
        for p in document.element.iter(qn("w:p"))
    }
    assert paragraphes["Ce qui a changé"].startswith("Heading")
    assert "List Number" in paragraphes["emmener les enfants au sport."]
    assert paragraphes["Avant, je ne sortais pas du quartier."] == "Quote"
    assert any(
        re.fullmatch(r"Tableau \d+\. Permanences tenues dans l’année", t) for t in paragraphes
    )
    assert "En 2023, 2 actions ont été soutenues." in paragraphes
    assert "Focus 1. J’apprends à nager" in paragraphes
    assert "footnotes" in " ".join(str(p.partname) for p in document.part.package.iter_parts())


def test_the_pictures_of_the_readme_are_light_and_described():
    readme = (RACINE / "README.md").read_text("utf-8")
    for vue in (*VUES, CLASSEUR):
        image = DOSSIER / vue.fichier
        assert image.read_bytes().startswith(b"\x89PNG")
        assert image.stat().st_size <= POIDS
        assert readme.index(f'src="docs/images/{vue.fichier}" alt="{vue.alt}"') < readme.index(
            "```sh"
        )
