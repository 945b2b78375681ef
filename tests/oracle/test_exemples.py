"""The figures of places, partners, agreements and equality in both samples, by another route.

Rows are read by openpyxl and csv, and added up here; no reader of the program is called.
"""

import csv
from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from rapportpv.year.controle import check_annee

RACINE = Path(__file__).parents[2]
EXEMPLE, ANNEE = RACINE / "docs" / "exemple", 2024
ETAT = {"État « BOP 147 »"}
EPCI = {"CABBALR « Fonds de Cohésion Sociale »", "CABBALR (droit commun)"}


@pytest.fixture(scope="module")
def bilan():
    return check_annee(EXEMPLE, ANNEE).bilan


def values(bilan, *debuts: str) -> dict[str, Fraction]:
    return {nom: c.valeur for nom, c in bilan.chiffres.items() if nom.startswith(debuts)}


def read(chemin: Path, feuille: str, cle: str) -> list[dict[str, Any]]:
    """The rows below the headings that have something in that column."""
    lignes = list(load_workbook(chemin, data_only=True)[feuille].iter_rows(values_only=True))
    rang = next(n for n, ligne in enumerate(lignes) if cle in ligne)
    rangees = (dict(zip(lignes[rang], ligne, strict=True)) for ligne in lignes[rang + 1 :])
    return [rangee for rangee in rangees if rangee[cle]]


def read_actions() -> list[dict[str, Any]]:
    """The supported actions of the second example; «somme»: what all funders give."""
    chemin = EXEMPLE / str(ANNEE) / "programmation.xlsx"
    lues = read(chemin, "Programmation", "Intitulé de l'action")
    return [
        action | {"somme": Fraction(action["Total"] or 0)}
        for action in lues
        if action["Statut"] == "soutenue"
    ]


def test_own_and_shared_actions_of_the_quartiers(bilan):
    quartiers = read(EXEMPLE / str(ANNEE) / "territoire.xlsx", "Quartiers", "Code")
    attendus: dict[str, Fraction] = {}
    lieux = [[n.strip() for n in a["Quartier(s)"].split(";")] for a in read_actions()]
    actions = list(zip(read_actions(), lieux, strict=True))
    for quartier in quartiers:
        nom, code = quartier["Nom"], quartier["Code"].lower()
        propres = [a["somme"] for a, noms in actions if noms == [nom]]
        partagees = [a for a, noms in actions if nom in noms and len(noms) > 1]
        attendus |= {
            f"quartiers.{code}.montant": sum(propres, Fraction(0)),
            f"quartiers.{code}.actions": Fraction(len(propres)),
            f"quartiers.{code}.partagees": Fraction(len(partagees)),
            f"quartiers.{code}.par_habitant": sum(propres, Fraction(0)) / quartier["Population"],
        }
    for sorte, plusieurs in (("propres", False), ("partagees", True)):
        siennes = [a["somme"] for a, noms in actions if (len(noms) > 1) is plusieurs]
        attendus[f"fiches.{sorte}.montant"] = sum(siennes, Fraction(0))
        attendus[f"fiches.{sorte}.actions"] = Fraction(len(siennes))
    attendus |= {"fiches.ailleurs.montant": Fraction(0), "fiches.ailleurs.actions": Fraction(0)}
    assert values(bilan, "quartiers.", "fiches.") == attendus


def test_agreements_of_several_years_and_cotations(bilan):
    actions = read_actions()
    de_l_etat = [sum(Fraction(a[nom] or 0) for nom in ETAT) for a in actions]
    longues = [a["Annuelle ou pluriannuelle"] == "pluriannuelle" for a in actions]
    sienne = sum(somme for somme, longue in zip(de_l_etat, longues, strict=True) if longue)
    assert values(bilan, "pluriannuel.") == {
        "pluriannuel.actions": sum(longues),
        "pluriannuel.montant": sienne,
        "pluriannuel.taux": 100 * sienne / sum(de_l_etat),
    }
    assert values(bilan, "egalite.") == {
        "egalite.actions": sum(bool(a["Égalité"]) for a in actions)
    }
    par_cotation: dict[str, Fraction] = defaultdict(Fraction)
    for action in actions:
        par_cotation[action["Égalité"]] += action["somme"]
    lus = bilan.tableaux["par_egalite"].lignes
    assert {x.cellules["cotation"]: x.cellules["montant"].valeur for x in lus} == par_cotation


@pytest.mark.parametrize(
    ("classeur", "feuille", "cle", "colonnes"),
    [
        ("dispositifs", "Dispositifs", "Dispositif", {"prevu": "Prévu", "realise": "Réalisé"}),
        ("dispositifs", "Droit commun", "Signataire", {"decide": "Décidé", "realise": "Réalisé"}),
        (
            "abattement_tfpb",
            "Abattement TFPB",
            "Bailleur",
            {"total": "Montant", "realise": "Réalisé"},
        ),
    ],
)
def test_what_partners_planned_and_did(bilan, classeur, feuille, cle, colonnes):
    lignes = read(EXEMPLE / str(ANNEE) / f"{classeur}.xlsx", feuille, cle)
    groupe = {"Droit commun": "signataires"}.get(feuille, classeur)
    for nom, titre in colonnes.items():
        assert bilan.chiffres[f"{groupe}.{nom}"].valeur == sum(x[titre] or 0 for x in lignes)


def test_operators_above_the_threshold_in_the_first_sample():
    chemin = RACINE / "data" / "sample" / "2022" / "programmation.xlsx"
    recus: dict[str, Fraction] = defaultdict(Fraction)
    for action in read(chemin, "Programmation", "Intitulé de l'action"):
        if action["Statut"] == "soutenue" and action["Type d'opérateur"] in {
            "association",
            "entreprise",
        }:
            recus[action["Opérateur"].lower()] += sum(Fraction(action[nom] or 0) for nom in EPCI)
    grands = [somme for somme in recus.values() if somme > 23000]
    bilan = check_annee(RACINE / "data" / "sample", 2022).bilan
    assert values(bilan, "conventions.") == {
        "conventions.seuil": 23000,
        "conventions.operateurs": len(grands),
        "conventions.total": sum(grands),
    }


def test_the_indicators_of_the_example_are_the_cells_of_its_files(bilan):
    dossier = EXEMPLE / str(ANNEE) / "insee"
    attendus = {}
    for nom, colonne, table, indicateur in (
        ("IPRO_2023.csv", "TX_TOT_EMPL", "emploi", "emploi"),
        ("IPRO_2023.csv", "TX_TOT_EDLIM", "emploi", "emploi_precaire"),
        ("LOGT_2023.csv", "partResPrincSurocc", "logement", "suroccupation"),
        ("demographie_qpv_2024.csv", "partPopEt", "population", "etrangers"),
    ):
        with (dossier / nom).open(encoding="utf-8-sig", newline="") as flux:
            for ligne in csv.DictReader(flux, delimiter=";"):
                quartier = next(v for t, v in ligne.items() if t.upper().startswith("LIB"))
                attendus[table, quartier, indicateur] = float(ligne[colonne].replace(",", "."))
    attendus = {cle: valeur for cle, valeur in attendus.items() if cle[1] != "Ailleurs"}
    lus = {
        (table, ligne.cellules["quartier"], indicateur): ligne.cellules[indicateur]
        for table, _, indicateur in attendus
        for ligne in bilan.tableaux[f"indicateurs_{table}"].lignes
    }
    assert {
        cle: f"{valeur:.1f}".replace(".", ",") + "\xa0%" for cle, valeur in attendus.items()
    } == {cle: lus[cle] for cle in attendus}


def test_a_sheet_says_which_quartiers_of_2015_it_comes_from(bilan):
    lignes = bilan.tableaux["fiche_qn09901m"].lignes
    assert {"Quartiers de 2015": "QP099001, QP099004"}.items() <= {
        x.cellules["rubrique"]: x.cellules["valeur"] for x in lignes
    }.items()
