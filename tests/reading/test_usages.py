"""Sheets headed as people head them, and columns of amounts that a sheet does not add up."""

from itertools import chain

import pytest

from rapportpv.french.lexique import fold
from rapportpv.reading.usages import USAGES
from rapportpv.year.controle import check_annee
from rapportpv.year.sujets import PLANS
from tests.flatten import plain

DISPOSITIFS = """
| Nom du dispositif | Porteur | Ville | Montant prévu | Dépensé | Places | Places pourvues |
| ----------------- | ------- | ----- | ------------- | ------- | ------ | --------------- |
| Réussite          | CCAS    | Orge  | 20000         | 15000.50 | 60     | 54              |
"""
DROIT_COMMUN = """
| Partenaire | Action    | Montant engagé | Consommé |
| ---------- | --------- | -------------- | -------- |
| CAF        | Scolarité | 20000          | 18500    |
"""
ABATTEMENT = """
| Bailleur social | QPV  | Intitulé de l'action | Montant prévu | Montant réalisé |
| --------------- | ---- | -------------------- | ------------- | --------------- |
| Habitat         | Gare | Jardin               | 900           | 800             |
"""
RELAIS = """
| Association | Ville | Nombre de postes |
| ----------- | ----- | ---------------- |
| Le Club     | Orge  | 3                |
"""
INCONNUE = """
| Dispositif | Commune | Montant | Indicateur | Valeur |
| ---------- | ------- | ------- | ---------- | ------ |
| Réussite   | Orge    | 45000.50 | Parcours   | 57     |
"""
QUARTIERS = """
| Nom  | Commune | Type | Population | Crédits |
| ---- | ------- | ---- | ---------- | ------- |
| Gare | Orge    | QPV  | 1200       | 45000.50 |
"""
NPNRU = """
| Quartier | Opération | Maître d'ouvrage | Coût | Crédits ANRU |
| -------- | --------- | ---------------- | ---- | ------------ |
| Gare     | École     | Ville            |      | 45000.50      |
"""


@pytest.fixture
def check(projet, ecrire):
    def check(nom: str, **feuilles: str):
        ecrire(nom, **feuilles)
        return check_annee(projet, 2023)

    return check


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.nom)
def test_no_usual_word_is_of_two_columns_of_a_sheet(plan):
    usages = USAGES.get(plan.nom, {})
    assert usages.keys() <= {champ.nom for champ in plan.champs}
    mots = [{fold(mot) for mot in mots} for mots in usages.values()]
    assert len(set(chain(*mots))) == sum(map(len, mots))
    for champ in plan.champs:
        siens = {fold(mot) for code, mots in usages.items() if code != champ.nom for mot in mots}
        assert fold(champ.libelle) not in siens


def test_dispositifs_and_droit_commun_are_read_by_usual_headings(check):
    controle = check("dispositifs", Dispositifs=DISPOSITIFS, Droit_commun=DROIT_COMMUN)
    chiffres = {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}
    assert chiffres["dispositifs.prevu"] == 20000
    assert float(chiffres["dispositifs.realise"]) == 15000.5
    assert chiffres["signataires.decide"] == 20000
    assert chiffres["signataires.realise"] == 18500


def test_the_abattement_and_the_relais_are_read_by_usual_headings(check):
    check("adultes_relais", Relais=RELAIS)
    controle = check("abattement_tfpb", Abattement=ABATTEMENT)
    chiffres = {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}
    assert chiffres["abattement_tfpb.total"] == 900
    assert chiffres["adultes_relais.postes"] == 3


def told(controle) -> list[tuple[str, str | None, str | None]]:
    dites = [a for a in controle.anomalies if a.rule.code in {"PV008", "PV009"}]
    return [(a.rule.code, a.valeur, a.suggestion) for a in dites]


def test_amounts_of_a_sheet_without_a_column_for_them_are_told_and_where_they_go(check):
    controle = check("dispositifs", Dispositifs=INCONNUE)
    [(code, valeur, suggestion)] = told(controle)
    assert (code, valeur) == ("PV008", "Montant")
    ou = "« Prévu » et « Réalisé »"
    assert plain(suggestion) == f"Les montants de cette feuille se lisent dans {ou}."
    [feuille] = [f for f in controle.dossier.feuilles if f.plan.nom == "dispositifs"]
    assert [laisse.titres for laisse in feuille.laissees] == [("Montant", "Indicateur", "Valeur")]


def test_amounts_of_a_sheet_that_has_no_use_for_any_are_left_by_name(check):
    controle = check("territoire", Quartiers=QUARTIERS)
    assert told(controle) == []
    [feuille] = [f for f in controle.dossier.feuilles if f.plan.nom == "quartiers"]
    assert [laisse.titres for laisse in feuille.laissees] == [("Crédits",)]


def test_amounts_of_a_sheet_whose_own_column_is_missing_are_an_error(check):
    [(code, valeur, _)] = told(check("npnru", NPNRU=NPNRU))
    assert (code, valeur) == ("PV009", "Crédits ANRU")
