"""A picture that fills the frame of its paragraph, wherever a template puts that frame."""

import pytest

from rapportpv.word.matiere import Matiere
from rapportpv.word.ooxml import WP, A
from rapportpv.word.render import render_document
from tests.word.fabrique import Document, bilan, identite, make_docx, p
from tests.word.textes import image

TWIP = 635  # EMU


def show(tmp_path, cadre: str, largeur: int = 96, hauteur: int = 48) -> Document:
    """A cover of that frame, and a picture of that size."""
    modele = tmp_path / "rapport.docx"
    paragraphe = p("{{ charte.couverture }}").replace("<w:p>", f"<w:p><w:pPr>{cadre}</w:pPr>")
    modele.write_bytes(make_docx(paragraphe + p("Le rapport")))
    matiere = Matiere(identite(), bilan(), couverture=image(largeur, hauteur))
    contenu, anomalies = render_document(modele, matiere)
    assert anomalies == []
    assert contenu is not None
    return Document(contenu)


def places(document: Document) -> list[tuple[str, str]]:
    """From what a picture is placed, and how far or at which edge: across, then down."""
    reperes = (e for axe in "HV" for e in document.corps.iter(f"{{{WP}}}position{axe}"))
    return [(e.get("relativeFrom"), e[0].text) for e in reperes]


@pytest.mark.parametrize(
    ("attributs", "attendu"),
    [
        (
            'w:hAnchor="page" w:vAnchor="page" w:x="1" w:y="1928"',
            [("page", f"{TWIP}"), ("page", f"{1928 * TWIP}")],
        ),
        ('w:hAnchor="margin" w:vAnchor="text" w:y="10"', [("margin", "0"), ("paragraph", "6350")]),
        (
            'w:hAnchor="text" w:vAnchor="margin" w:xAlign="right" w:yAlign="bottom"',
            [("column", "right"), ("margin", "bottom")],
        ),
        ('w:yAlign="inline"', [("page", "0"), ("page", "0")]),  # no edge that a drawing knows
    ],
)
def test_it_stands_where_the_frame_did(tmp_path, attributs, attendu):
    document = show(tmp_path, f'<w:framePr w:w="2000" w:h="1000" {attributs}/>')
    assert places(document) == attendu
    assert not list(document.corps.iter("{*}framePr"))


@pytest.mark.parametrize(
    ("largeur", "hauteur", "coupe"),
    [
        (200, 100, ("0", "0", "0", "0")),  # as wide for its height as the frame
        (400, 100, ("25000", "0", "25000", "0")),  # half of it is shown
        (100, 100, ("0", "25000", "0", "25000")),
    ],
)
def test_what_the_frame_has_no_room_for_is_cut_on_both_sides(tmp_path, largeur, hauteur, coupe):
    document = show(tmp_path, '<w:framePr w:w="2000" w:h="1000"/>', largeur, hauteur)
    (rect,) = document.corps.iter(f"{{{A}}}srcRect")
    assert tuple(rect.get(cote) for cote in "ltrb") == coupe


def test_without_a_frame_it_stands_in_line_and_whole(tmp_path):
    document = show(tmp_path, "")
    assert places(document) == []
    assert len(list(document.corps.iter(f"{{{WP}}}inline"))) == 1
