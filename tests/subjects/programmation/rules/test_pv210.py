"""Spellings of opérateurs: what is one, and what is two."""

import pytest

from rapportpv.subjects.programmation.operateurs import find_slips, operator_keys
from tests.bornes import under
from tests.year.aides import anomalies, told


def programmation(*operateurs):
    lignes = [
        [f"Action {n}", nom, siret, "Emploi", "soutenue", 100]
        for n, (nom, siret) in enumerate((o, None) if isinstance(o, str) else o for o in operateurs)
    ]
    return [["Intitulé de l'action", "Opérateur", "SIRET", "Pilier", "Statut", "ANCT"], *lignes]


@pytest.mark.parametrize(
    ("un", "autre"),
    [
        ("Les Amis du parc", "LES AMIS DU PARC"),
        ("L'Établi", "Association L’Etabli"),
        ("Asso. Les Amis", "Les  Amis (association loi 1901)"),
        ("U.S. Beuvry", "US BEUVRY"),
        ("Clic & Lien", "Clic et Lien"),
        ("CLUB DE PRÉVENTION", "Club de prevention"),
        ("Les Jardins en partage", "Les Jardin en partage"),
        ("Maison de quartier Coquelicots", "Maison de quartier Coqeulicots"),
    ],
)
def test_two_spellings_of_one_are_told_the_most_frequent_is_right(projet, ecrire, un, autre):
    ecrire("programmation", Programmation=programmation(autre, un, un))
    [(cellules, valeur, suggestion)] = told(projet, "PV210")
    assert (cellules, valeur) == ("Programmation B2", autre.replace("’", "'").replace("  ", " "))
    assert suggestion == un.replace("'", "’")


@pytest.mark.parametrize(
    ("un", "autre"),
    [
        ("Collège Mermoz", "Collège Wallon"),
        ("Collège Simone Veil", "Collège Simone Weil"),
        ("US Nœux-les-Mines", "AS Nœux-les-Mines"),
        ("Maison pour tous Cité 1", "Maison pour tous Cité 2"),
        ("Centre socioculturel Secteur1", "Centre socioculturel Secteur2"),
        ("École Jean Moulin", "École Jeanne Moulin"),
        ("Ville de Béthune", "CCAS de Béthune"),
        ("Les Pages", "Les Plages"),
        ("Association", "Asso"),
        ("L'Établi", "L’Établi"),  # the apostrophe is the keyboard's choice
    ],
)
def test_two_operateurs_are_left_alone(projet, ecrire, un, autre):
    ecrire("programmation", Programmation=programmation(un, autre))
    assert told(projet, "PV210") == []


def test_the_two_workbooks_are_looked_at_together(projet, ecrire):
    ecrire("programmation", Programmation=programmation("Les Amis", "Le Club"))
    ecrire(
        "fcs",
        FCS="""
        | Axe | Opérateur | Intitulé | Montant |
        | 1   | LES AMIS  | Fête     | 5       |
        | 1   | LES AMIS  | Bal      | 5       |
        | 1   | Le Club   | Jeux     | 5       |
        """,
    )
    assert told(projet, "PV210") == [("Programmation B2", "Les Amis", "LES AMIS")]


def test_one_siret_is_one_operateur(projet, ecrire):
    ecrire(
        "programmation",
        Programmation=programmation(
            ("Les Amis", 73282932000074),
            ("Les Copains", "732 829 320 00074"),
            ("Les Copains", None),
            ("Le Club", "73282932000075"),  # wrong: PV108's, and nobody's
            ("Le Bal", "73282932000075"),
        ),
    )
    assert told(projet, "PV210") == [("Programmation B2", "Les Amis", "Les Copains")]
    assert "73282932000074" in anomalies(projet, "PV210")[0].message


def test_two_organisations_may_bear_one_name(projet, ecrire):
    """Two SIRENs are two; two establishments of one SIREN are one."""
    ecrire(
        "programmation",
        Programmation=programmation(
            ("Les Amis", "73282932000074"),
            ("LES AMIS", "00588090100011"),
            ("Le Club", "35600000009075"),
            ("LE CLUB", "35600000000048"),
        ),
    )
    assert told(projet, "PV210") == [("Programmation B5", "LE CLUB", "Le Club")]


def test_two_communes_a_letter_apart_are_two(projet, ecrire):
    noms = programmation("Ville de Barlin", "Ville de Berlin")
    ecrire("programmation", Programmation=noms)
    assert len(told(projet, "PV210")) == 1
    ecrire("territoire", Communes="| Commune | Référent |\n| Barlin | Léa |\n| Berlin | Léa |")
    assert told(projet, "PV210") == []


def test_three_spellings_have_one_right_one(projet, ecrire):
    noms = ("Les Jardin en partage", "LES JARDINS EN PARTAGE", "Les Jardins en partage")
    ecrire("programmation", Programmation=programmation(*noms, noms[2]))
    assert told(projet, "PV210") == [
        ("Programmation B2", noms[0], noms[2]),
        ("Programmation B3", noms[1], noms[2]),
    ]


def test_a_name_is_never_made_empty():
    assert operator_keys(["Association", "…"]) == ["association", ""]


def test_many_names_are_compared_quickly():
    """Each with each would be 50 million comparisons."""
    noms = [
        f"Association sportive {chr(97 + n % 26)}{n:05d}".translate(
            {48 + k: 107 + k for k in range(10)}
        )
        for n in range(10_000)
    ]
    with under(10):
        sum(1 for _ in find_slips(noms))
