"""Sums by hand on a small project, laws on any project, and every published figure of the sample."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv import subjects
from rapportpv.year.controle import check_annee
from rapportpv.year.sujets import SUJETS
from tests.conftest import EXEMPLE
from tests.tables import write_classeur

ABSENTS_DE_L_EXEMPLE = {"dsu", "abattement_tfpb", "adultes_relais"}
ABSENTS_DE_L_EXEMPLE |= {"annee_precedente", "evolution"}  # it has no other year
ABSENTS_DE_L_EXEMPLE |= {"pluriannuel", "egalite", "dispositifs", "signataires"}
ABSENTS_DE_L_EXEMPLE |= {"fiches", "quartiers", "communes"}  # it asks for no sheets


def figures(projet, annee=2023):
    controle = check_annee(projet, annee)
    assert [str(a) for a in controle.anomalies if a.severite == "erreur"] == []
    return controle.bilan


def test_the_figures_of_a_small_project(projet):
    chiffres = figures(projet).chiffres
    assert {
        nom: c.affiche.replace("\u202f", " ").replace("\u00a0", " ") for nom, c in chiffres.items()
    } == {
        "programmation.total": "24 000 €",
        "programmation.projets_deposes": "3",
        "programmation.actions_soutenues": "2",
        "piliers.cohesion.montant": "16 000 €",
        "piliers.cohesion.taux": "66,7 %",
        "piliers.emploi.montant": "8 000 €",
        "piliers.emploi.taux": "33,3 %",
        "piliers.habitat.montant": "0 €",
        "piliers.habitat.taux": "0,0 %",
        "financeurs.anct.montant": "20 000 €",
        "financeurs.anct.taux": "83,3 %",
        "financeurs.region.montant": "3 000 €",
        "financeurs.region.taux": "12,5 %",
        "financeurs.communes.montant": "1 000 €",
        "financeurs.communes.taux": "4,2 %",
        "credits_specifiques.total": "23 000 €",
        "credits_specifiques.taux": "95,8 %",
        "credits_etat.total": "20 000 €",
        "credits_etat.piliers.cohesion.taux": "60,0 %",
        "credits_etat.piliers.emploi.taux": "40,0 %",
        "credits_etat.piliers.habitat.taux": "0,0 %",
        "droit_commun.total": "1 000 €",
        "droit_commun.taux": "4,2 %",
        "associations.total": "2",
        "associations.piliers.cohesion.nombre": "1",
        "associations.piliers.cohesion.taux": "50,0 %",
        "associations.piliers.emploi.nombre": "1",
        "associations.piliers.emploi.taux": "50,0 %",
        "associations.piliers.habitat.nombre": "0",
        "associations.piliers.habitat.taux": "0,0 %",
        "programmation.non_retenus": "1",
        "programmation.refuses": "1",
    }


def test_a_figure_names_its_cells(projet):
    chiffres = figures(projet).chiffres
    feuille = "2023/programmation.xlsx › Programmation › "
    assert chiffres["programmation.total"].sources == (feuille + "F2:H3",)
    assert chiffres["programmation.projets_deposes"].sources == (feuille + "A2:A4",)
    assert chiffres["piliers.emploi.montant"].sources == (feuille + "F3:H3",)
    assert chiffres["financeurs.region.taux"].sources == (feuille + "G2:G3", feuille + "F2:H3")


def test_a_long_sheet_names_only_the_cells_of_its_grants(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
        | -------------------- | --------- | ------ | -------- | --------- | ------- |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | ANCT      | 8000    |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | Région    | 500     |
        """,
    )
    chiffres = figures(projet).chiffres
    assert chiffres["programmation.projets_deposes"].valeur == 1
    assert chiffres["financeurs.region.montant"].sources == (
        "2023/programmation.xlsx › Programmation › F3",
    )


def test_shares_are_exact_until_they_are_shown(projet):
    assert figures(projet).chiffres["piliers.cohesion.taux"].valeur == Fraction(200, 3)


def test_money_of_a_project_that_is_not_supported_does_not_count(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut         | ANCT |
        | -------------------- | --------- | ------ | -------------- | ---- |
        | Chantier             | Le Club   | Emploi | soutenue       | 100  |
        | Stage                | Le Club   | Emploi | en instruction | 999  |
        """,
    )
    assert figures(projet).chiffres["programmation.total"].valeur == 100


def test_a_subject_without_data_has_no_figure(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut  | ANCT |
        | -------------------- | --------- | ------ | ------- | ---- |
        | Chantier             | Le Club   | Emploi | refusée |      |
        """,
    )
    bilan = figures(projet)
    sujets = {nom.partition(".")[0] for nom in bilan.chiffres}
    assert sujets == {
        "programmation",
        "piliers",
        "financeurs",
        "credits_specifiques",
        "credits_etat",
        "droit_commun",
    }
    assert bilan.chiffres["piliers.emploi.taux"].valeur == 0  # nothing to share


def test_fcs_projects_are_numbered_all_along_the_axes(projet, ecrire):
    ecrire(
        "fcs",
        FCS="""
        | N° | Axe | Opérateur | Intitulé | Montant |
        | -- | --- | --------- | -------- | ------- |
        | 7  | 2   | Le Club   | Stage    | 900.50  |
        | 8  | 1   | Les Amis  | Fête     | 500     |
        | 9  | 2   | Le Bal    | Danse    | 100     |
        """,
    )
    bilan = figures(projet)
    numeros = {
        nom: [ligne.cellules["numero"] for ligne in bilan.tableaux[nom].lignes]
        for nom in ("fcs_axe_1", "fcs_axe_2")
    }
    assert numeros == {"fcs_axe_1": ["1"], "fcs_axe_2": ["2", "3"]}
    assert bilan.chiffres["fcs.axes.2.total"].affiche == "1\u202f000,50\u00a0€"


def test_a_commune_helped_twice_is_one_commune(projet, ecrire):
    ecrire(
        "fonds_de_concours",
        Fonds_de_concours="""
        | Commune | Opération | Dispositif            | Montant |
        | ------- | --------- | --------------------- | ------- |
        | Orge    | Préau     | Politique de la Ville | 100     |
        | ORGE    | Parc      | politique de la ville | 200     |
        | Valmont | Îlot      | ANRU                  | 400     |
        """,
    )
    chiffres = figures(projet).chiffres
    assert chiffres["fonds_de_concours.communes"].valeur == 1
    assert chiffres["fonds_de_concours.total"].valeur == 300
    assert chiffres["fonds_de_concours_npnru.total"].valeur == 400


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Cohésion sociale", "Emploi", "Habitat et transition écologique"]),
            st.sampled_from(["soutenue", "refusée"]),
            st.integers(0, 10**9),
            st.integers(0, 10**9),
            st.integers(0, 10**9),
        ),
        min_size=1,
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_piliers_and_financeurs_add_up_to_the_total_in_any_order(projet, projets, hasard):
    entete = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Région", "Communes"]
    lignes = [
        [f"Action {n}", "Les Amis", pilier, statut, *(cents / 100 for cents in montants)]
        for n, (pilier, statut, *montants) in enumerate(projets)
    ]

    def total(lignes):
        write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[entete, *lignes])
        chiffres = figures(projet).chiffres
        somme = chiffres["programmation.total"].valeur
        for famille in ("piliers", "financeurs"):
            parts = [c for nom, c in chiffres.items() if nom.startswith(famille)]
            assert sum(c.valeur for c in parts if c.unite == "euros") == somme
            taux = sum(c.valeur for c in parts if c.unite == "pourcentage")
            assert taux == (100 if somme else 0)
        return somme

    attendu = Fraction(sum(sum(p[2:]) for p in projets if p[1] == "soutenue"), 100)
    assert total(lignes) == attendu
    hasard.shuffle(lignes)
    assert total(lignes) == attendu


@pytest.fixture(scope="module")
def publies():
    faits = EXEMPLE.parents[1] / "tests" / "faits-2022.toml"
    return tomllib.loads(faits.read_text("utf-8"))


@pytest.fixture(scope="module")
def de_l_exemple():
    return figures(EXEMPLE, 2022)


def test_the_figures_are_told_subject_by_subject_each_in_a_group_that_it_declares(de_l_exemple):
    groupes = list(dict.fromkeys(nom.partition(".")[0] for nom in de_l_exemple.chiffres))
    assert groupes == [g for g in de_l_exemple.groupes if g not in ABSENTS_DE_L_EXEMPLE]


def test_no_folder_of_a_subject_is_forgotten():
    dossiers = {f.parent.name for f in Path(subjects.__file__).parent.glob("*/sheet.py")}
    assert dossiers == {sujet.nom for sujet in SUJETS if sujet.plans}


def test_the_sample_gives_every_published_figure(de_l_exemple, publies):
    valeurs = {nom: chiffre.valeur for nom, chiffre in de_l_exemple.chiffres.items()}
    attendus = publies["chiffres"]
    assert {nom: valeurs[nom] for nom in attendus} == attendus


def test_the_sample_gives_every_published_share_as_it_was_printed(de_l_exemple, publies):
    chiffres = de_l_exemple.chiffres
    attendus = publies["taux_imprimes"]
    imprimes = {nom: chiffres[nom].format().removesuffix("\u00a0%") for nom in attendus}
    assert imprimes == attendus
    entiers = publies["taux_entiers"]
    assert {nom: chiffres[nom].format(0) for nom in entiers} == {
        nom: f"{taux}\u00a0%" for nom, taux in entiers.items()
    }


def test_the_sample_has_the_published_lines_word_for_word(de_l_exemple, publies):
    tableaux = de_l_exemple.tableaux
    fcs = [
        [str(valeur) for valeur in ligne.cellules.values()]
        for axe in range(1, 6)
        for ligne in tableaux[f"fcs_axe_{axe}"].lignes
    ]
    assert [ligne[:3] for ligne in fcs] == [
        [str(rang), *textes] for rang, textes in enumerate(publies["fcs"], start=1)
    ]
    fonds = [
        list(map(str, ligne.cellules.values())) for ligne in tableaux["fonds_de_concours"].lignes
    ]
    assert [ligne[1] for ligne in fonds] == publies["fonds_de_concours"]
