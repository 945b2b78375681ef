"""Spellings of communes, across cells and sheets."""

import pytest

from rapportpv.french.lieux import place_key
from tests.year.aides import told

FCS = "| Axe | Opérateur | Intitulé | Commune | Montant |\n"


def programmation(*communes):
    lignes = [
        [f"Action {n}", f"Porteur {chr(65 + n)}", nom, "Emploi", "soutenue", 100]
        for n, nom in enumerate(communes)
    ]
    return [
        ["Intitulé de l'action", "Opérateur", "Commune(s)", "Pilier", "Statut", "ANCT"],
        *lignes,
    ]


@pytest.mark.parametrize(
    "nom",
    ["NŒUX-LÈS-SAINT-VAL", "Noeux les Saint Val", "Nœux-lez-St-Val", "noeux lès saint-val"],
)
def test_case_accents_hyphens_ligatures_and_lez_make_no_other_commune(nom):
    assert place_key(nom) == place_key("Nœux-les-Saint-Val")


def test_other_communes_are_others():
    assert (
        len(
            {
                place_key(nom)
                for nom in ("Haisnes", "Haines", "Auchy", "Auchel", "Sainte-Val", "Saint-Val")
            }
        )
        == 6
    )


def test_the_sheet_of_communes_is_right(projet, ecrire):
    ecrire("territoire", Communes="| Commune | Référent |\n| Bruay-les-Bois | Léa |")
    ecrire("programmation", Programmation=programmation("Bruay les Bois", "Orge; Bruay les Bois"))
    ecrire("fcs", FCS=FCS + "| 1 | Les Amis | Fête | BRUAY-LES-BOIS | 5 |")
    assert told(projet, "PV211") == [
        ("FCS D2", "BRUAY-LES-BOIS", "Bruay-les-Bois"),
        ("Programmation C2, C3", "Bruay les Bois", "Bruay-les-Bois"),
    ]


def test_without_it_the_most_frequent_is(projet, ecrire):
    ecrire("programmation", Programmation=programmation("Orgé", "Orge; Valmont"))
    ecrire("fcs", FCS=FCS + "| 1 | Les Amis | Fête | Orge | 5 |")
    assert told(projet, "PV211") == [("Programmation C2", "Orgé", "Orge")]


def test_a_sheet_that_writes_it_twice_is_told_too(projet, ecrire):
    ecrire("territoire", Communes="| Commune | Référent |\n| Orge | Léa |\n| ORGE | Léa |")
    assert told(projet, "PV211") == [("Communes A3", "ORGE", "Orge")]


def test_one_spelling_everywhere_is_no_fault(projet, ecrire):
    ecrire(
        "programmation",
        Programmation=programmation("L'Orge; Valmont", " L’Orge ;Valmont", "Valmont"),
    )
    assert told(projet, "PV211") == []


def test_the_spellings_of_an_unknown_commune_are_left_to_the_rule_on_unknown_communes(
    projet, ecrire
):
    ecrire("territoire", Communes="| Commune | Référent |\n| Orge | Léa |")
    ecrire("programmation", Programmation=programmation("Valmont; Orge", "VALMONT"))
    assert told(projet, "PV211") == []
    assert [valeur for _, valeur, _ in told(projet, "PV208")] == ["Valmont", "VALMONT"]
