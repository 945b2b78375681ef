"""Which place each action is of: one, several, all of the territory, none that is said."""

import pytest

from rapportpv.year.controle import check_annee

ENTETE = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "Commune(s)", "ANCT"]


@pytest.mark.parametrize(
    ("commune", "lieu"),
    [
        ("Orge", "Orge"),
        ("Orge ; Val", "Plusieurs communes"),
        ("CCVO", "Ensemble du territoire"),
        ("Communauté de communes du Val d'Orge", "Ensemble du territoire"),
        ("Toutes", "Ensemble du territoire"),
        (None, "Non précisé"),
    ],
)
def test_the_money_of_an_action_is_told_by_place(projet, ecrire, commune, lieu):
    lignes = [
        ["A", "Les Amis", "Emploi", "soutenue", commune, 500],
        ["B", "Le Club", "Emploi", "soutenue", "Aubel", 20],
    ]
    ecrire("programmation", Programmation=[ENTETE, *lignes])
    ecrire("territoire", Communes=[["Commune"], ["Orge"], ["Val"], ["Aubel"]])
    tableau = check_annee(projet, 2023).bilan.tableaux["par_commune"]
    montants = {li.cellules["commune"]: li.cellules["montant"].brute for li in tableau.lignes}
    siennes = {"Orge": 0, "Val": 0} if lieu == "Plusieurs communes" else {}
    assert montants == {lieu: 500, "Aubel": 20} | siennes
