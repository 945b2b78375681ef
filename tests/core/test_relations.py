"""Where a part leads, as its file says it and as the program names it."""

import pytest

from rapportpv.core.relations import Relation, read_relations, rels_of, source_of

TYPE = "http://purl.oclc.org/ooxml/officeDocument/relationships/image"


def lien(cible, **autres):
    return {"Id": "rId1", "Type": TYPE, "Target": cible} | autres


@pytest.mark.parametrize(
    ("source", "cible", "lue"),
    [
        ("word/document.xml", "media/a.png", "word/media/a.png"),
        ("word/document.xml", "../docProps/core.xml", "docProps/core.xml"),
        ("word/document.xml", "/word/media/a.png", "word/media/a.png"),
        ("word/document.xml", "//word/a.png", "word/a.png"),
        ("", "word/document.xml", "word/document.xml"),
        ("", "./word/document.xml", "word/document.xml"),
    ],
)
def test_a_target_is_named_from_the_top(source, cible, lue):
    assert read_relations(source, [lien(cible)]) == [Relation("rId1", TYPE, lue)]


def test_an_address_outside_is_left_as_it_is():
    liens = [lien("https://a.fr/b/../c", TargetMode="External")]
    assert read_relations("a.xml", liens) == [Relation("rId1", TYPE, "https://a.fr/b/../c", True)]


def test_both_forms_of_the_format_have_one_genre():
    strict = read_relations("", [lien("a")])[0]
    assert strict.genre == "image"
    assert Relation("1", "http://schemas/officeDocument/2006/relationships/image", "a").genre == (
        strict.genre
    )


@pytest.mark.parametrize("absent", ["Id", "Type", "Target"])
def test_a_link_that_is_not_whole(absent):
    entier = lien("a")
    del entier[absent]
    with pytest.raises(ValueError, match=r"word/a\.xml"):
        read_relations("word/a.xml", [entier])


@pytest.mark.parametrize(
    ("source", "rels"),
    [("", "_rels/.rels"), ("word/document.xml", "word/_rels/document.xml.rels")],
)
def test_the_part_that_holds_them(source, rels):
    assert (rels_of(source), source_of(rels)) == (rels, source)
