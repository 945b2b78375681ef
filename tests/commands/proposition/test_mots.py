"""What headings and cells are understood to say: funders, statuses, types, piliers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.commands.proposition.payeurs import clean_nom, guess_payeur, make_code
from rapportpv.commands.proposition.titres import rank_titre
from rapportpv.commands.proposition.valeurs import (
    keep_piliers,
    propose_piliers,
    understand_statuts,
    understand_types,
)
from rapportpv.core.settings.reglage import CODE
from rapportpv.core.settings.reglages import Contrat, Pilier
from rapportpv.subjects.programmation.sheet import STATUTS, TYPES_OPERATEUR
from tests.flatten import plain

CONTRAT = Contrat(
    nom="Engagements",
    debut=2024,
    fin=2030,
    pilier=(
        Pilier(code="emploi", libelle="Emploi et développement", alias=("Emploi",)),
        Pilier(code="cadre", libelle="Transition écologique et cadre de vie"),
    ),
)


@pytest.mark.parametrize(
    ("nom", "groupe", "attendu"),
    [
        ("BOP 147", "", ("Etat", True)),
        ("Montant accordé ANCT", "", ("Etat", True)),
        ("DDETS", "", ("Etat", None)),
        ("État (droit commun)", "", ("Etat", False)),
        ("Région", "Crédits spécifiques", ("Region", True)),
        ("Région", "Droit commun", ("Region", False)),
        ("CD62", "", ("Departement", None)),
        ("CAF", "", ("CAF", None)),
        ("CAVF", "", ("EPCI", None)),
        ("Fonds de Cohésion Sociale", "", ("EPCI", True)),
        ("Ville de Lens", "", ("Communes", None)),
        ("FSE+", "", ("Europe", None)),
        ("Bailleurs", "", ("Bailleurs", None)),
        ("Fondation de France", "", ("Autres", None)),
        ("MILDECA", "", ("Etat", None)),
        ("Fonds propres", "", None),
        ("Participation des usagers", "", None),
        ("Reste à financer", "", None),
        ("Complément", "", None),
        ("Transports", "", None),
    ],
)
def test_whose_money_a_name_says_it_is(nom, groupe, attendu):
    indice = guess_payeur(nom, groupe=groupe)
    assert (indice and (indice.famille, indice.specifique)) == attendu


def test_the_initials_of_the_epci_are_its_own():
    assert guess_payeur("Val Fictif VFX") is None
    indice = guess_payeur("Val Fictif VFX", sigle="VFX")
    assert indice is not None
    assert indice.famille == "EPCI"


@pytest.mark.parametrize(
    ("libelle", "nom"),
    [
        ("Montant accordé ANCT 2024 (€)", "ANCT"),
        ("Subvention accordée par la Région", "Région"),
        ("BOP 147 Accordé", "BOP 147"),
        ("Conseil départemental du Nord", "Conseil départemental du Nord"),
        ("Vote Région", "Région"),
        ("État – BOP 147", "État BOP 147"),
        ("Subvention accordée", "Subvention accordée"),
    ],
)
def test_the_name_of_a_funder_in_a_heading(libelle, nom):
    assert clean_nom(libelle) == nom


@given(st.text(max_size=40), st.lists(st.text(max_size=10), max_size=3))
def test_a_code_is_always_one_and_never_anothers(libelle, autres):
    pris = {make_code(autre) for autre in autres}
    code = make_code(libelle, pris)
    assert re.fullmatch(CODE, code)
    assert code not in pris


@pytest.mark.parametrize(
    ("mot", "code"),
    [
        ("Favorable CP du 12/03", "soutenue"),
        ("Dossier retenu", "soutenue"),
        ("Non retenu par le comité", "refusee"),
        ("Ajourné au 2e comité", "ajournee"),
        ("Favorable sous réserve", None),
        ("Accord partiel", None),
        ("soutenue ?", None),
        ("Pas favorable", None),
        ("Dossier pas retenu", None),
        ("À voir avec le préfet", None),
    ],
)
def test_a_statut_in_a_sentence_is_understood_with_a_doubt_or_not_at_all(mot, code):
    compris = understand_statuts([mot, mot, "soutenue"], STATUTS)
    assert compris.mots == ({code: (mot,)} if code else {})
    [doute] = compris.doutes
    assert plain(f"« {mot} »") in plain(doute)


def test_the_usual_words_need_no_setting():
    assert understand_statuts(["Favorable", "Non retenu", "OK"], STATUTS).doutes == ()
    compris = understand_types(["Asso loi 1901", "CCAS", "Truc"], TYPES_OPERATEUR)
    assert compris.mots == {"association": ("Asso loi 1901",), "etablissement_public": ("CCAS",)}
    assert "Truc" in compris.doutes[-1]


@pytest.mark.parametrize(
    ("mots", "codes", "alias"),
    [
        (["Emploi"], ["emploi", "cadre"], []),
        (
            ["1. Emploi", "Cadre de vie et transition écologique"],
            ["emploi", "cadre"],
            ["1. Emploi", "Cadre de vie et transition écologique"],
        ),
        (["Emploi", "Vivre ensemble"], ["emploi", "vivre_ensemble"], []),
        (["Pilier 1 : Vivre", "Pilier 2 : Agir"], ["vivre", "agir"], []),
        (["Vivre ensemble", "Vivre ensemble", "Vivre enssemble"], ["vivre_ensemble"], []),
        ([], ["emploi", "cadre"], []),
    ],
)
def test_the_piliers_are_the_usual_ones_when_they_are_and_those_of_the_workbook(mots, codes, alias):
    trouves = propose_piliers(mots, CONTRAT)
    assert [p.code for p in trouves.piliers] == codes
    assert [a for p in trouves.piliers for a in p.alias if a in mots and a != "Emploi"] == alias


def test_a_slip_is_no_pilier_and_a_settled_contract_gains_none():
    doutes = propose_piliers(
        ["Vivre ensemble", "Vivre ensemble", "Vivre enssemble"], CONTRAT
    ).doutes
    assert "Vivre enssemble" in doutes[0]
    garde = keep_piliers(["Emploi", "Vivre ensemble"], CONTRAT)
    assert garde.piliers == CONTRAT.pilier
    assert "Vivre ensemble" in garde.doutes[0]


@pytest.mark.parametrize(
    ("libelle", "code"),
    [
        ("Porteur / structure", "operateur"),
        ("Nom de l'organisme porteur", "operateur"),
        ("Intitulé de l'action", "intitule"),
        ("Décision COPIL", "statut"),
        ("Axe du CV", "pilier"),
        ("Montant total du projet", "cout_total"),
        ("Total des financements", "total"),
        ("Type de structure", "type_operateur"),
        ("Référent", ""),
        ("Observations", ""),
    ],
)
def test_the_field_that_a_heading_names(libelle, code):
    rangs = rank_titre(libelle)
    assert max(rangs, key=lambda c: rangs[c], default="") == code
