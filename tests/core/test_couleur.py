"""Contrasts as WCAG reckons them; the nearest colour that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.couleur import CONTRASTE, contrast, darken, lighten, tint

COULEURS = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@pytest.mark.parametrize(
    ("une", "autre", "attendu"),
    [("000000", "FFFFFF", 21), ("777777", "FFFFFF", 4.48), ("14375E", "FFFFFF", 12.08)],
)
def test_known_contrasts(une, autre, attendu):
    assert contrast(une, autre) == pytest.approx(attendu, abs=0.005)
    assert contrast(autre, une) == contrast(une, autre)


@given(COULEURS)
def test_the_nearest_colour_can_be_read_and_is_itself_when_it_can(couleur):
    proche = darken(couleur, "E8EEF5")
    assert contrast(proche, "E8EEF5") >= CONTRASTE
    assert darken(proche, "E8EEF5") == proche
    assert (proche == couleur) == (contrast(couleur, "E8EEF5") >= CONTRASTE)


@given(COULEURS.filter(lambda couleur: contrast(couleur, "FFFFFF") >= 3.2))
def test_a_tint_stays_seen(couleur):
    assert contrast(lighten(couleur, "FFFFFF", 3.2), "FFFFFF") >= 3.2


@pytest.mark.parametrize(
    ("couleur", "garde", "ajout", "attendue"),
    [
        ("14375E", 0.1, 0.9, "DEEBF8"),  # as Word and LibreOffice draw «accent 1, 90 % lighter»
        ("808080", 0.5, 0.5, "C0C0C0"),
        ("B5364A", 1, 0, "B5364A"),
        ("FFFFFF", 0.75, 0.5, "FFFFFF"),
    ],
)
def test_a_tint_is_of_the_same_hue_and_lighter(couleur, garde, ajout, attendue):
    assert tint(couleur, garde, ajout) == attendue
