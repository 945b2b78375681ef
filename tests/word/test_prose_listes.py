"""Lists of a narrative text: Word's own numbering, in the styles of the template if it has any."""

import io

import docx

from rapportpv.word.ooxml import w
from tests.word.ecrits import LISTES, write


def nums(document):
    """Each paragraph's text, level and list, those of its style left out."""
    lignes = []
    for paragraphe in document.corps.iter(w("p")):
        num = paragraphe.find(f"{w('pPr')}/{w('numPr')}")
        valeurs = () if num is None else tuple(e.get(w("val")) for e in num)
        lignes.append(("".join(t.text for t in paragraphe.iter(w("t"))), *valeurs))
    return lignes


def starts(document):
    """Of each list, its definition, and the number that it starts at, by level."""
    racine = document.xml("word/numbering.xml")
    return {
        num.get(w("numId")): (
            num.find(w("abstractNumId")).get(w("val")),
            [(s.getparent().get(w("ilvl")), s.get(w("val"))) for s in num.iter(w("startOverride"))],
        )
        for num in racine.iter(w("num"))
    }


def test_lists_are_word_s_own_even_without_styles(tmp_path):
    document = write(tmp_path, *LISTES)
    assert nums(document) == [
        ("a", "0", "1"),
        ("a1", "1", "1"),
        ("b", "0", "1"),
        ("suite",),
        ("un", "0", "2"),
        ("un a", "1", "3"),
        ("deux", "0", "2"),
        ("trois", "0", "4"),
    ]
    assert starts(document) == {
        "1": ("0", []),
        "2": ("1", [("0", "1")]),
        "3": ("1", [("1", "1")]),
        "4": ("1", [("0", "3")]),
    }
    retraits = [e.get(w("left")) for e in document.corps.iter(w("ind"))]
    assert retraits == ["360"]  # what follows in an item stands under it


def test_lists_take_the_styles_of_the_template(tmp_path):
    modele = docx.Document()
    modele.add_paragraph("{{ textes.evolution }}")
    tampon = io.BytesIO()
    modele.save(tampon)
    document = write(tmp_path, *LISTES, modele=tampon.getvalue())
    styles = [s.get(w("val")) for s in document.corps.iter(w("pStyle"))]
    assert styles == [
        *("ListBullet", "ListBullet2", "ListBullet"),
        *("ListNumber", "ListNumber2", "ListNumber", "ListNumber"),
    ]
    ajoutees = [starts(document)[ligne[2]] for ligne in nums(document) if len(ligne) == 3]
    abstraits = [abstrait for abstrait, _ in ajoutees]
    assert abstraits[0] == abstraits[2] == abstraits[3] != abstraits[1]
    assert [depart for _, depart in ajoutees] == [[("0", "1")]] * 3 + [[("0", "3")]]


def test_numbering_keeps_the_order_of_its_parts(tmp_path):
    modele = docx.Document()
    modele.add_paragraph("{{ textes.evolution }}")
    for style_ in modele.styles:
        if style_.name.startswith("List "):
            style_.element.getparent().remove(style_.element)
    tampon = io.BytesIO()
    modele.save(tampon)
    document = write(tmp_path, *LISTES, modele=tampon.getvalue())
    tags = [e.tag for e in document.xml("word/numbering.xml")]
    assert tags == sorted(tags)  # abstractNum before num
