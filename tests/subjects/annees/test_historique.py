"""historique.xlsx, the years before, and the words that set one year beside another."""

import csv
import io
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from rapportpv.commands.build import Commande, build_document
from rapportpv.core.chiffre import Quantite, Unite
from rapportpv.subjects.annees.evolution import BAISSE, HAUSSE, STABLE, tell_evolution
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT
from tests.flatten import plain, read_text
from tests.tables import write_classeur

EXEMPLE = DEPOT / "docs" / "exemple"


def codes(controle) -> list[str]:
    return [a.rule.code for a in controle.anomalies if a.rule.code.startswith("PV75")]


def write(projet: Path, tableau: str) -> None:
    write_classeur(projet / "historique.xlsx", Historique=tableau)


def cells(controle, nom: str) -> list[list[str]]:
    tableau = controle.bilan.tableaux[nom]
    return [
        [plain(str(ligne.cellules[c.nom])) for c in tableau.colonnes]
        for ligne in (*tableau.lignes, *filter(None, [tableau.total]))
    ]


def add_contrat(projet: Path) -> None:
    """A contract before that of the project, so that 2022 and 2023 do not compare."""
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8")
    avant = '[[contrat]]\nnom = "Ancien"\ndebut = 2000\nfin = 2022\n'
    avant += 'pilier = [{ code = "vieux", libelle = "Vieux pilier" }]\n\n[[contrat]]'
    debut = next(ligne for ligne in texte.splitlines() if ligne.startswith("debut"))
    texte = texte.replace("[[contrat]]", avant, 1)
    tete, _, suite = texte.rpartition(debut)
    reglages.write_text(f"{tete}debut = 2023{suite}", "utf-8")


def test_a_year_alone_has_seven_figures_at_most_and_no_year_beside(projet):
    controle = check_annee(projet, 2023)
    lignes = cells(controle, "annee_en_bref")
    assert lignes == [
        ["24 000 €", "sont programmés au profit des quartiers."],
        ["2", "actions sont soutenues, sur 3 projets déposés."],
        ["66,7 %", "des crédits vont au pilier « Cohésion sociale »."],
        [
            "95,8 %",
            "des crédits sont propres à la politique de la ville ; le droit commun apporte le "
            "reste.",
        ],
        ["2", "actions sont portées par des associations."],
    ]
    assert "evolution" not in controle.bilan.tableaux
    assert not [n for n in controle.bilan.chiffres if n.startswith("evolution.")]


def test_the_year_before_stands_beside_in_words(projet):
    write(
        projet,
        "| Chiffre | 2022 |\n|--|--|\n| programmation.total | 20000 |\n| Cohésion sociale | 10000 |\n| Actions soutenues | 5 |",
    )
    controle = check_annee(projet, 2023)
    assert codes(controle) == []
    dites = {ligne[0]: ligne[2] for ligne in cells(controle, "annee_en_bref")}
    assert dites["24 000 €"] == "▲ Hausse de 20,0 % (20 000 € en 2022)"
    assert dites["66,7 %"] == "▲ Hausse de 16,7 points (50,0 % en 2022)"
    assert controle.bilan.chiffres["evolution.programmation.total"].valeur == 20
    assert controle.bilan.chiffres["annee_precedente.programmation.actions_soutenues"].valeur == 5
    sources = controle.bilan.chiffres["evolution.programmation.total"].sources
    assert sources[-1] == "historique.xlsx › Historique › B2"


def test_nothing_is_compared_across_a_change_of_contract(projet):
    add_contrat(projet)
    write(
        projet,
        "| Chiffre | 2021 | 2022 |\n|--|--|--|\n| programmation.total | 10000 | 20000 |\n| Vieux pilier | 10000 | 20000 |",
    )
    controle = check_annee(projet, 2023)
    assert codes(controle) == []
    dites = [ligne[2] for ligne in cells(controle, "annee_en_bref")]
    assert dites[0] == "Autre contrat : 20 000 € en 2022, sans comparaison"
    assert not [d for d in dites if "Hausse" in d or "Baisse" in d or "Stable" in d]
    assert not [n for n in controle.bilan.chiffres if n.startswith("evolution.")]
    assert cells(controle, "evolution_ruptures")[0][0] == "2023"
    assert [p[1:3] for p in cells(controle, "evolution_periodes")] == [["2021", "2022"]]
    montants = cells(controle, "evolution_montants")
    assert [m[0] for m in montants] == ["2021", "2022", "Nouveau contrat", "2023"]
    assert montants[2] == ["Nouveau contrat", "–", "–", "1"]
    assert montants[3][1:3] == ["–", "24 000 €"]
    piliers = cells(controle, "evolution_piliers")
    assert piliers[0] == ["Vieux pilier (Ancien)", "10 000 €", "20 000 €", "–"]
    assert piliers[-1] == ["Total", "10 000 €", "20 000 €", "24 000 €"]


def test_a_pilier_of_another_contract_is_an_error(projet):
    add_contrat(projet)
    write(projet, "| Chiffre | 2022 | 2023 |\n|--|--|--|\n| Vieux pilier | 5 | 6 |")
    assert codes(check_annee(projet, 2023)) == ["PV751"]


@pytest.mark.parametrize(
    ("cellule", "code"), [("douze mille", "PV101"), ("1,234", "PV103"), ("#REF!", "PV101")]
)
def test_a_value_that_cannot_be_read_is_told_where_it_is(projet, cellule, code):
    write_classeur(projet / "historique.xlsx", H=[["", 2022], ["Programmation", cellule]])
    anomalies = [a for a in check_annee(projet, 2023).anomalies if "historique" in str(a.lieu)]
    assert [(a.rule.code, str(a.lieu)) for a in anomalies] == [(code, "historique.xlsx › H › B2")]


def test_a_count_is_whole(projet):
    write_classeur(projet / "historique.xlsx", H=[["", 2022], ["Actions soutenues", 1.5]])
    assert "PV104" in [a.rule.code for a in check_annee(projet, 2023).anomalies]


def test_a_dash_and_an_empty_cell_are_not_known(projet):
    write_classeur(
        projet / "historique.xlsx",
        H=[["Notre suivi"], [], ["N°", "Nom", "Année 2021", "2022"], [1, "Programmation", "–", 5]],
    )
    controle = check_annee(projet, 2023)
    assert codes(controle) == []
    assert [c.libelle for c in controle.bilan.tableaux["evolution"].colonnes] == [
        "Indicateur",
        "2022",
        "2023",
    ]


def test_a_csv_is_read_as_a_workbook(projet):
    flux = io.StringIO()
    csv.writer(flux, delimiter=";").writerows([["Chiffre", "2022"], ["Programmation", "20 000,50"]])
    (projet / "historique.csv").write_text(flux.getvalue(), "utf-8")
    controle = check_annee(projet, 2023)
    valeur = controle.bilan.chiffres["annee_precedente.programmation.total"].valeur
    assert valeur == Fraction(2000050, 100)


def test_a_year_of_the_project_is_read_from_its_folder(projet):
    (projet / "2022").mkdir()
    for fichier in (projet / "2023").iterdir():
        (projet / "2022" / fichier.name).write_bytes(fichier.read_bytes())
    classeur = load_workbook(projet / "2022" / "programmation.xlsx")
    feuille = classeur.active
    colonne = next(c.column for c in feuille[1] if c.value == "ANCT")
    feuille.cell(2, colonne).value -= 1000
    classeur.save(projet / "2022" / "programmation.xlsx")
    controle = check_annee(projet, 2023)
    avant = controle.bilan.chiffres["annee_precedente.programmation.total"]
    assert avant.valeur == 23000
    assert avant.sources[0].startswith("2022/programmation.xlsx")
    write(projet, "| Chiffre | 2022 |\n|--|--|\n| Programmation | 23500 |\n| fcs.total | 7 |")
    contredit = check_annee(projet, 2023)
    assert codes(contredit) == ["PV752"]
    assert contredit.bilan.chiffres["annee_precedente.programmation.total"].valeur == 23000
    assert contredit.bilan.chiffres["annee_precedente.fcs.total"].valeur == 7


def test_the_second_example_is_what_its_workbook_says():
    """Read with openpyxl, and added up here."""
    grille = load_workbook(EXEMPLE / "historique.xlsx").active
    lignes = [[c.value for c in ligne] for ligne in grille.iter_rows(min_row=3)]
    annees, par_nom = lignes[0][1:], {ligne[0]: ligne[1:] for ligne in lignes[1:]}
    controle = check_annee(EXEMPLE, 2024)
    evolution = {
        ligne.cellules["indicateur"]: ligne.cellules
        for ligne in controle.bilan.tableaux["evolution"].lignes
    }
    for rang, annee in enumerate(annees):
        total, actions = par_nom["Programmation"][rang], par_nom["Actions soutenues"][rang]
        specifiques = par_nom["credits_specifiques.total"][rang]
        colonne = f"a{annee}"
        assert evolution["Crédits programmés"][colonne].valeur == total
        assert evolution["Part des crédits spécifiques"][colonne].valeur == Fraction(
            specifiques * 100, total
        )
        moyenne = evolution["Crédits par action soutenue"][colonne].valeur
        assert abs(moyenne - Fraction(total, actions)) <= Fraction(1, 2)
        piliers = controle.bilan.tableaux["evolution_piliers"]
        assert (
            sum(
                ligne.cellules[colonne].valeur
                for ligne in piliers.lignes
                if isinstance(ligne.cellules[colonne], Quantite)
            )
            == total
            == piliers.total.cellules[colonne].valeur
        )


def test_the_report_of_the_second_example_says_the_break_in_words(tmp_path):
    commande = Commande(EXEMPLE, 2024, "rapport", tmp_path)
    fabrication = build_document(commande)
    texte = plain(read_text(fabrication.chemin))
    for attendu in (
        "L'année 2024 en bref",
        "Pourquoi une rupture. En 2024 commence le contrat « Engagements Quartiers 2030 »",
        "De 2020 à 2023, sous le contrat « Contrat de ville », les crédits augmentent de 7,3 %",
        "2024, nouveau contrat",
        "Ce qui a marqué l'année",
        "Avant-propos",
    ):
        assert attendu in texte


def test_a_sentence_of_the_project_goes_before_that_of_the_figures(projet):
    textes = projet / "2023" / "textes"
    textes.mkdir()
    (textes / "introduction_annee_en_bref.md").write_text("Une année calme.", "utf-8")
    (textes / "avant-propos.md").write_text("Chers collègues.", "utf-8")
    fabrication = build_document(Commande(projet, 2023, "rapport", projet / "sortie"))
    texte = plain(read_text(fabrication.chemin))
    assert texte.index("Chers collègues.") < texte.index("Une année calme.")


montants = st.integers(0, 10**9).map(lambda cents: Quantite(Fraction(cents, 100), Unite.EUROS))


@given(montants, montants)
def test_up_and_down_mirror_each_other(avant, apres):
    aller, retour = tell_evolution(avant, apres), tell_evolution(apres, avant)
    if avant.valeur == apres.valeur:
        assert aller == retour == STABLE
    else:
        monte = apres.valeur > avant.valeur
        assert aller == STABLE or aller.startswith(HAUSSE if monte else BAISSE)
        assert retour == STABLE or retour.startswith(BAISSE if monte else HAUSSE)


@given(montants, st.integers(1, 1000))
def test_a_variation_is_the_same_in_any_unit(avant, facteur):
    double = Quantite(avant.valeur * 2, Unite.EUROS)
    grand, petit = (Quantite(q.valeur * facteur, Unite.EUROS) for q in (double, avant))
    if avant.valeur:
        assert plain(tell_evolution(avant, double)) == "▲ Hausse de 100,0 %"
        assert tell_evolution(petit, grand) == tell_evolution(avant, double)
