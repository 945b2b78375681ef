"""PV109: the SIREN of rapportpv.toml."""

import pytest

from tests.year.aides import anomalies


def told(projet, siren):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8").replace(
        'sigle = "CCVO"', f'sigle = "CCVO"\nsiren = "{siren}"'
    )
    reglages.write_text(texte, "utf-8")
    return anomalies(projet, "PV109")


@pytest.mark.parametrize("siren", ["732829320", "732 829 320"])
def test_a_right_one_passes(projet, siren):
    assert told(projet, siren) == []


def test_none_passes(projet):
    assert anomalies(projet, "PV109") == []


@pytest.mark.parametrize(
    ("siren", "mot", "suggestion"),
    [
        ("732829321", "clé", None),
        ("54500129", "8 chiffres", "Écrivez «\u00a0054500129\u00a0»."),
        ("73282932000074", "SIRET", "Écrivez «\u00a0732829320\u00a0»."),
        ("", "autre chose", None),
    ],
)
def test_a_wrong_one_is_told_where_it_is_set(projet, siren, mot, suggestion):
    [anomalie] = told(projet, siren)
    assert str(anomalie.lieu) == "rapportpv.toml › territoire, siren"
    assert anomalie.severite == "erreur"
    assert mot in anomalie.message
    assert anomalie.suggestion == suggestion
