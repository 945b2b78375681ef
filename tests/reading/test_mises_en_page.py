"""Thirty sheets as people keep them, messy but right: no anomaly, and the same figures from each."""

from typing import Any

import pytest
from openpyxl import load_workbook

from rapportpv.year.controle import check_annee
from tests.reading.mises_en_page import entetes, longues, totaux
from tests.reading.mises_en_page.table import ATTENDUS, ENTETES, PROJETS, row


def figures(projet) -> dict[str, Any]:
    controle = check_annee(projet, 2023)
    assert [str(anomalie) for anomalie in controle.anomalies] == []
    return {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}


MISES_EN_PAGE = {
    nom: fonction
    for module in (entetes, totaux, longues)
    for nom, fonction in vars(module).items()
    if getattr(fonction, "__module__", "") == module.__name__ and not nom.startswith("_")
}


def test_there_are_thirty_of_them():
    assert len(MISES_EN_PAGE) >= 30


@pytest.mark.parametrize("nom", MISES_EN_PAGE)
def test_the_same_figures_come_out_of_every_layout(projet, ecrire, nom):
    ecrire("programmation", Programmation=MISES_EN_PAGE[nom]())
    lus = figures(projet)
    assert {chiffre: lus[chiffre] for chiffre in ATTENDUS} == ATTENDUS
    ecrire("programmation", Programmation=[ENTETES, *PROJETS])
    assert lus == figures(projet)


@pytest.mark.parametrize("avant", [1, 2])
def test_the_table_may_be_on_the_second_or_the_third_sheet(projet, ecrire, avant):
    autres = {f"Feuil{n}": [["Résumé de l'exportation"], ["Lignes", 5]] for n in range(avant)}
    ecrire("programmation", **autres, Du_01_01_au_30_06=[ENTETES, *PROJETS])
    assert figures(projet)["programmation.total"] == 32000.50


def test_headings_merged_in_groups_over_two_rows(projet, ecrire):
    groupes = [*ENTETES[:7], "Crédits spécifiques", None, "Droit commun"]
    chemin = ecrire(
        "programmation",
        Programmation=[row("Programmation 2023"), groupes, [*[None] * 7, *ENTETES[7:]], *PROJETS],
    )
    classeur = load_workbook(chemin)
    for plage in ("A1:J1", *(f"{lettre}2:{lettre}3" for lettre in "ABCDEFG"), "H2:I2"):
        classeur["Programmation"].merge_cells(plage)
    classeur.save(chemin)
    assert figures(projet)["programmation.total"] == 32000.50


def test_a_note_under_a_list_of_communes_is_no_commune(projet, ecrire):
    ecrire("programmation", Programmation=[ENTETES, *PROJETS])
    communes = [
        ["Commune", "Code INSEE", "Référent"],
        ["Orge", "91549", "M. D."],
        ["Val", "91228", "M. D."],
    ]
    notes = [["Source : INSEE 2022"], ["* hors périmètre"], ["NB", "liste de juin"], ["Total", 2]]
    quartiers = [
        ["Code", "Nom", "Commune(s)", "Type"],
        [None, "Le Parc", "Orge; Val", "communautaire"],
    ]
    ecrire("territoire", Communes=[*communes, [], *notes], Quartiers=[*quartiers, notes[0]])
    lus = figures(projet)
    assert (lus["territoire.communes"], lus["territoire.quartiers"]) == (2, 1)
