"""PV611 to PV616: front matter, sections and braces of the texts, as `check` tells them."""

import pytest

from rapportpv.year.controle import check_annee
from tests.flatten import plain


@pytest.fixture
def dits(projet):
    """Writes texts by name, and gives what is told of them: code, place, value, suggestion."""

    def dits(**textes: str) -> list[tuple]:
        dossier = projet / "2023" / "textes"
        dossier.mkdir()
        for nom, contenu in textes.items():
            (dossier / f"{nom}.md").write_text(contenu, "utf-8")
        anomalies = check_annee(projet, 2023).anomalies
        dites = [a for a in anomalies if a.rule.code.startswith("PV61")]
        lieux = (str(a.lieu).removeprefix("2023/textes/") for a in dites)
        suggestions = (plain(a.suggestion) if a.suggestion else None for a in dites)
        return [
            (a.rule.code, lieu, a.valeur, suggestion)
            for a, lieu, suggestion in zip(dites, lieux, suggestions, strict=True)
        ]

    return dits


def test_two_texts_of_a_section_are_told_once_but_focus_may_be_many(dits):
    textes = dict.fromkeys(("evolution", "2-Évolution", "evolution-3", "focus-1", "focus-2"), "Un.")
    assert dits(**textes) == [("PV613", "evolution.md", "evolution", None)]


def test_a_front_matter_has_known_lines_only(dits):
    assert dits(**{"focus-1": "---\nlegend : a\nbudget : b\nun mot\n---\nUn."}) == [
        ("PV611", "focus-1.md › ligne 2", "legend", "Écrivez « légende »."),
        ("PV611", "focus-1.md › ligne 3", "budget", None),
        ("PV611", "focus-1.md › ligne 4", "un mot", None),
    ]


def test_statements_are_told_once_a_text(dits):
    contenu = "Un.\n\n{% if annee %}\nDeux.\n{% endif %}"
    assert dits(evolution=contenu) == [
        ("PV614", "evolution.md › ligne 3", "{% if annee %}", None),
    ]


def test_filters_that_are_none_are_told_with_the_nearest(dits):
    contenu = "{{ annee | date_long }}\n{{ annee | upper }} {{ arrete_le | date_longue }}"
    assert dits(evolution=contenu) == [
        ("PV615", "evolution.md › ligne 1", "date_long", "Écrivez « date_longue »."),
        ("PV615", "evolution.md › ligne 2", "upper", None),
    ]


def test_calls_that_cannot_be_read_are_told(dits):
    contenu = "---\ntitre : {{ annee\n---\nUn {{ annee + 1 }} et {{ annee }}.\n"
    assert dits(evolution=contenu) == [
        ("PV616", "evolution.md › ligne 2", "{{ annee", None),
        ("PV616", "evolution.md › ligne 4", "{{ annee + 1 }}", None),
    ]
