"""Pictures of a narrative text: their size, their part, their caption."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.prose import (
    Illustration,
    Image,
)
from rapportpv.word.images import Zone
from rapportpv.word.ooxml import RELATIONS, WP, A, w
from tests.word.ecrits import ICI, MESURE, style, write
from tests.word.fabrique import STYLES, champ, p, tbl
from tests.word.textes import contenu, image


def sizes(document):
    """The width and the height of each picture, in EMU."""
    cadres = document.corps.iter(f"{{{WP}}}extent")
    return [(int(e.get("cx")), int(e.get("cy"))) for e in cadres]


@pytest.mark.parametrize(
    ("pixels", "attendu"),
    [
        ((96, 48), (914_400, 457_200)),  # never larger than at 96 dots an inch
        ((6000, 3000), (6_350_000, 3_175_000)),  # 10 000 twips of text
        ((3000, 30_000), (400_050, 4_000_500)),  # 45 % of the 14 000 twips of height
        ((1, 100_000), (40, 4_000_500)),
    ],
)
def test_a_picture_fits_the_text_and_keeps_its_proportions(tmp_path, pixels, attendu):
    bloc = Illustration(Image("a.png", image().octets, "png", *pixels), "x")
    corps = ICI + MESURE.join(("<w:p><w:pPr>", "</w:pPr></w:p>"))
    assert sizes(write(tmp_path, bloc, corps=corps)) == [attendu]


def test_a_picture_fits_its_cell(tmp_path):
    bloc = Illustration(image(3000, 30), "x")
    cellules = tbl(["{{ textes.evolution }}", "x"])
    par_grille = sizes(write(tmp_path, bloc, corps=cellules))
    largeur = '<w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>'
    par_cellule = sizes(write(tmp_path, bloc, corps=cellules.replace("<w:tcPr/>", largeur, 1)))
    assert [par_grille[0][0], par_cellule[0][0]] == [(2000 - 216) * 635, (1000 - 216) * 635]


def test_a_picture_has_a_part_a_caption_and_an_alternative(tmp_path):
    blocs = (
        Illustration(
            image(), 'Un "bassin" & <eau>', contenu("Le bassin, ", "{{ programmation.total }}")
        ),
        Illustration(image(), "le même"),
        Illustration(image(teinte=9), "un autre", contenu("Autre")),
    )
    corps = p("Avant") + p("Figure ").replace("</w:p>", champ("SEQ Figure") + "</w:p>") + ICI
    styles = STYLES + style("paragraph", "Leg", "caption") + style("paragraph", "Fig", "Figure")
    document = write(tmp_path, *blocs, corps=corps, styles=styles)
    assert sorted(n for n in document.parts if "media" in n) == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    assert document.parts["word/media/image1.png"] == image().octets
    assert b'Extension="png"' in document.parts["[Content_Types].xml"]
    dessins = list(document.corps.iter(f"{{{WP}}}docPr"))
    assert [d.get("descr") for d in dessins] == [
        "Un «\u00a0bassin\u00a0» & <eau>",
        "le même",
        "un autre",
    ]
    embarquees = [b.get(f"{{{RELATIONS}}}embed") for b in document.corps.iter(f"{{{A}}}blip")]
    assert embarquees[0] == embarquees[1] != embarquees[2]
    textes = [t for t in document.textes() if t.startswith("Figure")]
    assert textes == ["Figure 1", "Figure 2. Le bassin, 12\u00a0€", "Figure 3. Autre"]
    legende = next(e for e in document.corps.iter(w("p")) if "bassin" in "".join(e.itertext()))
    assert [e.tag for e in legende.find(w("pPr"))] == [w("pStyle"), w("keepNext")]
    assert legende.getnext().find(f".//{w('pStyle')}").get(w("val")) == "Fig"


@given(*(st.integers(1, 10**7) for _ in range(4)))
def test_a_picture_never_overflows_nor_grows(largeur, hauteur, large, haut):
    l_, h = Zone(large, haut).fit(largeur, hauteur)
    assert 1 <= l_ <= min(large, largeur)
    assert 1 <= h <= min(haut, hauteur)
    assert (l_, h) == (largeur, hauteur) or l_ == large or h == haut or 1 in {l_, h}
    assert abs(l_ * hauteur - h * largeur) <= 2 * max(largeur, hauteur)  # a unit of rounding each
