"""Whatever is typed in a text, it is read in a time that its length is a fair measure of."""

import time

import pytest

from rapportpv.core.textes import replace_commentaires
from rapportpv.texts.preparation import prepare
from rapportpv.texts.textes import load_textes

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
    debut = time.process_time()
    [texte] = load_textes(projet, 2023)[0]
    for lues in (texte.phrases(), texte.appels(), texte.accolades()):
        list(lues)
    assert isinstance(texte.is_vide, bool)
    assert time.process_time() - debut < SECONDES


def test_a_front_matter_of_spaces_is_read_soon(projet):
    (projet / "2023" / "textes").mkdir(exist_ok=True)
    blancs = " " * (LONGUEUR // 2)
    entete = f"---\ntitre{blancs}:{blancs}Nager\n---\nUn texte."
    (projet / "2023" / "textes" / "focus-1.md").write_text(entete, "utf-8")
    debut = time.process_time()
    load_textes(projet, 2023)
    assert time.process_time() - debut < SECONDES


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
