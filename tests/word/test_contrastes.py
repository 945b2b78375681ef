"""The theme's own colours, on the backgrounds that the template puts them on."""

from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from rapportpv.core.couleur import contrast, tint
from rapportpv.drawing.secteurs import COULEURS

MODELES = sorted((Path(__file__).parents[2] / "templates").glob("*.docx"))
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEXTES = ("dk1", "dk2", "accent1", "accent2", "accent6")
MARQUES = (*TEXTES, "accent3", "accent4")


def theme(modele: Path) -> dict[str, str]:
    """The colours of a template's theme, by slot."""
    (part,) = (p for p in Document(str(modele)).part.package.iter_parts() if "theme" in p.partname)
    schema = next(etree.fromstring(part.blob).iter(f"{A}clrScheme"))
    return {e.tag.removeprefix(A): e[0].get("lastClr") or e[0].get("val") for e in schema}


@pytest.mark.parametrize("modele", MODELES, ids=lambda modele: modele.stem)
def test_texts_are_read_on_white_and_on_the_tint_and_marks_are_seen(modele):
    couleurs = theme(modele)
    for nom in TEXTES:
        assert contrast(couleurs[nom], couleurs["lt1"]) >= 4.5, nom
        assert contrast(couleurs[nom], couleurs["lt2"]) >= 4.5, nom
    for nom in MARQUES:
        assert contrast(couleurs[nom], couleurs["lt1"]) >= 3, nom


@pytest.mark.parametrize("modele", MODELES, ids=lambda modele: modele.stem)
def test_what_a_map_writes_and_draws_is_seen_on_its_tints(modele):
    """The names of communes on each sector, those of sectors beside it, the edge of a commune."""
    couleurs = theme(modele)
    bord = tint(couleurs["dk2"], 0.75, 0.25)
    assert contrast(bord, couleurs["lt1"]) >= 3
    for nom in COULEURS:
        sol = tint(couleurs[nom], 0.1, 0.9)
        assert contrast(couleurs[nom], couleurs["lt1"]) >= 4.5, nom
        assert contrast(couleurs["dk2"], sol) >= 4.5, nom
        assert contrast(couleurs["dk1"], sol) >= 4.5, nom
        assert contrast(couleurs[nom], sol) >= 3, nom
