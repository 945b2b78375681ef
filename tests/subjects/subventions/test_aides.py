"""The grants of an EPCI: which they are, to whom, and what each beneficiary receives."""

import pytest

from rapportpv.subjects.subventions.aides import add_up, list_aides
from rapportpv.year.load import load_dossier

EPCI = """
[[financeur]]
code = "interco"
libelle = "Interco"
famille = "EPCI"
specifique = false

[[financeur]]
code = "interco_fcs"
libelle = "FCS de l'interco"
famille = "EPCI"
specifique = true
fcs = true
"""
TETE = """
| Intitulé de l'action | Opérateur | Type d'opérateur | SIRET | Pilier | Statut | ANCT | Interco | FCS de l'interco |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


@pytest.fixture
def lire(projet, ecrire):
    """The grants of a year whose programming has those rows."""

    def lire(*rangees, fcs=""):
        reglages = projet / "rapportpv.toml"
        if "interco" not in reglages.read_text("utf-8"):
            reglages.write_text(reglages.read_text("utf-8") + EPCI, "utf-8")
        ecrire("programmation", Programmation=TETE + "\n".join(f"| {r} |" for r in rangees))
        if fcs:
            ecrire("fcs", FCS=fcs)
        dossier, _ = load_dossier(projet, 2023)
        return list_aides(dossier)

    return lire


def test_they_are_those_of_the_epci_to_supported_actions_of_others(lire):
    aides = lire(
        "Aide aux devoirs | Les Amis | association | | Emploi | soutenue | 500 | 1000,50 | 200",
        "Refusée | Le Club | association | | Emploi | refusée | | 900 |",
        "Chez soi | CCVO | EPCI | | Emploi | soutenue | 10 | 5000 |",
        "Sans nous | Ville d'Orge | commune | | Emploi | soutenue | 10 | |",
    )
    assert [(a.beneficiaire, a.objet, a.cents, a.prive) for a in aides] == [
        ("Les Amis", "Aide aux devoirs", 100050, True),
        ("Les Amis", "Aide aux devoirs", 20000, True),
    ]


def test_a_siret_written_once_serves_all_the_rows_of_an_operateur(lire):
    aides = lire(
        "A | Les Amis | association | 732 829 320 00074 | Emploi | soutenue | | 10 |",
        "B | LES AMIS | association | | Emploi | soutenue | | 20 |",
        "C | Le Club | association | W123456789 | Emploi | soutenue | | 30 |",
    )
    assert [(a.siret, a.rna) for a in aides] == [
        ("73282932000074", ""),
        ("73282932000074", ""),
        ("", "W123456789"),
    ]


@pytest.mark.parametrize(
    ("montants", "genre", "depasse"),
    [
        (("23000", "0,01"), "association", True),
        (("20000", "3000"), "association", False),
        (("50000", "1"), "commune", False),
        (("50000", "1"), "bailleur", True),
        (("50000", "1"), "", True),
        (("12000", "11000,01"), "entreprise", True),
    ],
)
def test_the_threshold_is_of_a_beneficiary_in_the_year(lire, montants, genre, depasse):
    un, autre = montants
    aides = lire(
        f"A | Les Amis | {genre} | | Emploi | soutenue | 5000 | {un} |",
        f"B | les amis | {genre} | | Emploi | soutenue | | | {autre}",
    )
    [cumul] = add_up(aides)
    assert cumul.depasse is depasse


def test_the_largest_comes_first(lire):
    aides = lire(
        "A | Petits | association | | Emploi | soutenue | | 1 |",
        "B | Grands | association | | Emploi | soutenue | | 2 |",
    )
    assert [c.aides[0].beneficiaire for c in add_up(aides)] == ["Grands", "Petits"]


FCS = """
| N° | Axe | Opérateur | Intitulé | Montant |
| --- | --- | --- | --- | --- |
| 1 | Former les acteurs | Les Amis | Formation | 700 |
"""


def test_the_fcs_is_counted_once_whether_the_programming_has_it_or_not(lire):
    sans = lire("A | Les Amis | association | | Emploi | soutenue | 10 | |", fcs=FCS)
    assert [(a.beneficiaire, a.cents, a.prive) for a in sans] == [("Les Amis", 70000, True)]
    avec = lire("Formation | Les Amis | association | | Emploi | soutenue | | | 700", fcs=FCS)
    assert [(a.beneficiaire, a.cents) for a in avec] == [("Les Amis", 70000)]
