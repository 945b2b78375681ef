"""PV208: communes that the sheet «Communes» does not have."""

import pytest

from tests.year.aides import told

COMMUNES = (
    "| Commune | Code INSEE |\n| Valmont | 62119 |\n| Orge-sur-Lys | 62120 |\n| Haisnes | 62401 |"
)


def programmation(*communes):
    lignes = [
        [f"Action {n}", f"Porteur {chr(65 + n)}", nom, "Emploi", "soutenue", 100]
        for n, nom in enumerate(communes)
    ]
    return [
        ["Intitulé de l'action", "Opérateur", "Commune(s)", "Pilier", "Statut", "ANCT"],
        *lignes,
    ]


def test_each_sheet_that_names_communes_is_looked_at(projet, ecrire):
    ecrire(
        "territoire",
        Communes=COMMUNES,
        Quartiers="| Nom | Commune(s) | Type |\n| Le Parc | Valmont; Haines | QPV |",
    )
    ecrire("programmation", Programmation=programmation("Haines", "Valmont; Haines ; Orge-sur-Lys"))
    ecrire(
        "fcs",
        FCS="| Axe | Opérateur | Intitulé | Commune | Montant |\n| 1 | Les Amis | Fête | Vallmont | 5 |",
    )
    ecrire(
        "fonds_de_concours",
        Fonds_de_concours="| Commune | Opération | Dispositif | Montant |\n| Orge sur Lis | Préau | NPNRU | 5 |",
    )
    assert told(projet, "PV208") == [
        ("FCS D2", "Vallmont", "Valmont"),
        ("Fonds de concours A2", "Orge sur Lis", "Orge-sur-Lys"),
        ("Programmation C2, C3", "Haines", "Haisnes"),
        ("Quartiers B2", "Haines", "Haisnes"),
    ]


def test_without_the_sheet_nothing_is_unknown(projet, ecrire):
    ecrire("programmation", Programmation=programmation("Haines"))
    ecrire("territoire", Quartiers="| Nom | Commune(s) | Type |\n| Le Parc | Valmont | QPV |")
    assert told(projet, "PV208") == []


@pytest.mark.parametrize(
    "texte",
    [
        *("VALMONT", "ORGE SUR LYS", "Valmont;;Haisnes;", "-", None),
        *("CCVO", "Toutes", "Toutes les communes", "Intercommunal", "Agglomération"),
    ],
)
def test_another_spelling_and_words_for_everywhere_are_not_unknown(projet, ecrire, texte):
    ecrire("territoire", Communes=COMMUNES)
    ecrire("programmation", Programmation=programmation(texte))
    assert told(projet, "PV208") == []


@pytest.mark.parametrize(
    ("texte", "suggestion"),
    [
        ("Valmont, Haisnes", "Valmont; Haisnes"),
        ("VALMONT / Orge sur Lys", "Valmont; Orge-sur-Lys"),
        ("Valmont et Haisnes", "Valmont; Haisnes"),
        ("Haisnes-lès-La Bassée", "Haisnes"),
        ("Zzyzx", None),
    ],
)
def test_the_suggestion_is_what_was_meant(projet, ecrire, texte, suggestion):
    ecrire("territoire", Communes=COMMUNES)
    ecrire("programmation", Programmation=programmation(texte))
    assert told(projet, "PV208") == [("Programmation C2", texte, suggestion)]
