"""Whatever is typed in a text, it is read in a time that its length is a fair measure of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.textes import replace_commentaires
from rapportpv.texts.markdown import _parser
from rapportpv.texts.preparation import prepare
from rapportpv.texts.textes import load_textes
from tests.bornes import under
from tests.fragments import docx, p, run

LONGUEUR = 80_000
SECONDES = 3.0  # of computing; each took from 5 s to minutes
REPETES = {
    "a word": "a",
    "addresses": "a@",
    "a domain": "a.",
    "digits": "1",
    "underlined": "_a",
    "calls left open": "{{ ",
    "statements left open": "{% ",
    "comments left open": "<!--",
    "other comments left open": "{#",
    "brackets": "[",
    "pictures": "![",
    "pictures left open": "![a](",
    "links left open": "[a](",
    "notes": "[^a]",
    "quotes": '"',
    "quotes and spaces": '" ',
    "no-break spaces": "\u00a0",
    "quotations": ">",
    "calls of parts": "{{ a.",
    "a table": "|a",
    "lines": "a\n",
    "stars": "*a ",
    "thousands": "mille ",
}


@pytest.mark.parametrize("motif", REPETES.values(), ids=REPETES)
def test_a_text_that_repeats_itself_is_read_soon(projet, motif):
    (projet / "2023" / "textes").mkdir(exist_ok=True)
    contenu = (motif * LONGUEUR)[:LONGUEUR]
    (projet / "2023" / "textes" / "evolution.md").write_text(contenu, "utf-8")
    with under(SECONDES):
        [texte] = load_textes(projet, 2023)[0]
        for lues in (texte.phrases(), texte.appels(), texte.accolades()):
            list(lues)
        assert isinstance(texte.is_vide, bool)


def test_a_front_matter_of_spaces_is_read_soon(projet):
    (projet / "2023" / "textes").mkdir(exist_ok=True)
    blancs = " " * (LONGUEUR // 2)
    entete = f"---\ntitre{blancs}:{blancs}Nager\n---\nUn texte."
    (projet / "2023" / "textes" / "focus-1.md").write_text(entete, "utf-8")
    with under(SECONDES):
        load_textes(projet, 2023)


@pytest.mark.parametrize(
    ("texte", "sans"),
    [
        ("a <!-- b --> c", "a  c"),
        ("a {# b #} c <!-- d\ne --> f", "a  c  f"),
        ("a <!-- b {# c --> d #} e", "a  d #} e"),
        ("a {# b <!-- c #} d --> e", "a  d --> e"),
        ("a <!-- b <!-- c --> d", "a  d"),
        ("a <!-- b", "a <!-- b"),
        ("a {# b <!-- c -->", "a {# b "),
        ("a <!-- b {# c #} d", "a <!-- b  d"),
    ],
)
def test_comments_are_those_that_somebody_closed(texte, sans):
    assert replace_commentaires(texte, lambda _: "") == sans


@pytest.mark.parametrize(
    ("ecrite", "prete"),
    [
        ("![a](une photo.jpg)", "![a](<une photo.jpg>)"),
        ("![a]( une photo.jpg )", "![a](<une photo.jpg>)"),
        ('![a](une photo.jpg "Titre")', '![a](<une photo.jpg> "Titre")'),
        ("![a](photo.jpg)", "![a](photo.jpg)"),
        ('![a](photo.jpg "Un titre")', '![a](photo.jpg "Un titre")'),
        ("![a](<une photo.jpg>)", "![a](<une photo.jpg>)"),
        ("![a](une photo)", "![a](une photo)"),
        ('![a](une photo.jpg "Titre)', '![a](une photo.jpg "Titre)'),
    ],
)
def test_the_path_of_a_picture_may_have_spaces(ecrite, prete):
    assert prepare(ecrite).texte == prete


MONSTRES = {
    "paragraphs": p(run("a")) * 60_000,
    "a row without end": "<w:tbl><w:tr>"
    + f"<w:tc>{p(run('a'))}</w:tc>" * 40_000
    + "</w:tr></w:tbl>",
    "line breaks": f"<w:p><w:r>{'<w:br/>' * 200_000}</w:r></w:p>",
    "controls in controls": "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000,
}


@pytest.mark.parametrize("corps", MONSTRES.values(), ids=MONSTRES)
def test_a_fragment_that_is_no_section_is_refused_soon(projet, corps):
    (projet / "2023" / "textes").mkdir(exist_ok=True)
    (projet / "2023" / "textes" / "evolution.docx").write_bytes(docx(corps))
    with under(SECONDES):
        [anomalie] = load_textes(projet, 2023)[1]
    assert anomalie.rule.code == "PV608"


def test_a_long_fragment_is_read_soon(projet):
    (projet / "2023" / "textes").mkdir(exist_ok=True)
    corps = p(run("a" * 80_000)) + p(run("mot ") * 5000) + p(run("Un paragraphe.")) * 5000
    (projet / "2023" / "textes" / "evolution.docx").write_bytes(docx(corps))
    with under(SECONDES):
        textes, anomalies = load_textes(projet, 2023)
    assert (len(textes[0].prose.blocs), anomalies) == (5002, [])


@given(st.lists(st.sampled_from([*"[]()!a^`\\|*\n", "[^a]:", "](", "![", "<b>"]), max_size=30))
def test_brackets_are_read_as_they_are_without_the_short_cut(signes):
    texte = "".join(signes)
    with pytest.MonkeyPatch.context() as patch:
        vite = _parser().parse(texte)
        patch.setattr("rapportpv.texts.markdown._find_fermeture", len)
        assert vite == _parser().parse(texte)
