"""The dispositifs, the droit commun of the signatories, agreements of several years, equality."""

from fractions import Fraction

import pytest

from rapportpv.year.controle import check_annee
from tests.tables import write_classeur

DISPOSITIFS = """
| Dispositif        | Opérateur | Prévu | Réalisé | Unité   | Places prévues | Places occupées |
| ----------------- | --------- | ----- | ------- | ------- | -------------- | --------------- |
| Cité éducative    | Ville     | 40000 | 30000   |         |                |                 |
| Réussite éducative | Ville    | 20000 | 20000   | enfants | 60             | 54              |
| Adultes-relais    | Le Club   |       |         | postes  | 2              |                 |
"""
DROIT_COMMUN = """
| Signataire  | Engagement  | Décidé | Réalisé |
| ----------- | ----------- | ------ | ------- |
| CAF         | Scolarité   | 20000  | 18500   |
| DÉPARTEMENT | Permanences | 6000   |         |
| Département | Un poste    | 42000  | 42000   |
"""
ENTETE = ["Intitulé de l'action", "Opérateur", "Type d'opérateur", "Pilier", "Statut"]
ENTETE += ["Annuelle ou pluriannuelle", "Égalité", "ANCT", "Région"]
ACTIONS = [
    ["A", "Les Amis", "association", "Emploi", "soutenue", "CPO", "G2", 9000, 100],
    ["B", "Le Club", "association", "Emploi", "soutenue", "non", "G0", 2000, 100],
    ["C", "Le Club", "association", "Emploi", "soutenue", "", "", 1000, 700],
    ["D", "Le Club", "association", "Emploi", "refusée", "oui", "G2", None, None],
]


@pytest.fixture
def bilan(projet):
    """What the year adds up to."""

    def bilan():
        controle = check_annee(projet, 2023)
        assert not controle.is_blocked(), [str(a) for a in controle.anomalies]
        return controle.bilan

    return bilan


def values(bilan, debut: str) -> dict[str, Fraction]:
    return {
        n.removeprefix(debut): c.valeur for n, c in bilan.chiffres.items() if n.startswith(debut)
    }


def lines(bilan, nom: str) -> list[list[str]]:
    tableau = bilan.tableaux[nom]
    return [
        [str(c).replace("\u202f", " ").replace("\xa0", " ") for c in ligne.cellules.values()]
        for ligne in (*tableau.lignes, *filter(None, [tableau.total]))
    ]


def test_planned_and_done_stand_side_by_side_and_places_are_not_added(bilan, ecrire):
    ecrire("dispositifs", Dispositifs=DISPOSITIFS)
    assert values(bilan(), "dispositifs.") == {"nombre": 3, "prevu": 60000, "realise": 50000}
    assert lines(bilan(), "dispositifs") == [
        ["Cité éducative", "Ville", "–", "40 000 €", "30 000 €", "75,0 %"],
        ["Réussite éducative", "Ville", "54 sur 60 enfants", "20 000 €", "20 000 €", "100,0 %"],
        ["Adultes-relais", "Le Club", "2 postes (prévu)", "–", "–", "–"],
        ["Total", "–", "–", "60 000 €", "50 000 €", "83,3 %"],
    ]


def test_places_may_be_known_once_taken_only(bilan, ecrire):
    ligne = "| Un bus        | Ville     |       |         |         |                | 12              |"
    ecrire("dispositifs", Dispositifs=f"{DISPOSITIFS.rstrip()}\n{ligne}\n")
    assert lines(bilan(), "dispositifs")[3][2] == "12 places"


def test_droit_commun_is_told_by_signatory_and_no_share_is_told_of_half_of_it(bilan, ecrire):
    ecrire("dispositifs", Droit_commun=DROIT_COMMUN)
    assert values(bilan(), "signataires.") == {"engagements": 3, "decide": 68000, "realise": 60500}
    assert lines(bilan(), "signataires") == [
        ["CAF", "1", "20 000 €", "18 500 €", "92,5 %"],
        ["DÉPARTEMENT", "2", "48 000 €", "42 000 €", "–"],
        ["Total", "3", "68 000 €", "60 500 €", "–"],
    ]


def test_neither_changes_the_programming(bilan, ecrire):
    avant = values(bilan(), "programmation.")
    ecrire("dispositifs", Dispositifs=DISPOSITIFS, Droit_commun=DROIT_COMMUN)
    assert values(bilan(), "programmation.") == avant


def test_the_share_under_agreements_is_of_the_state_s_specific_credits(bilan, projet):
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[ENTETE, *ACTIONS])
    assert values(bilan(), "pluriannuel.") == {"actions": 1, "montant": 9000, "taux": 75}


def test_credits_are_told_by_cotation_and_those_that_are_not_rated_apart(bilan, projet):
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[ENTETE, *ACTIONS])
    assert values(bilan(), "egalite.") == {"actions": 2}
    assert lines(bilan(), "par_egalite") == [
        ["L’égalité est l’objectif principal", "1", "9 100 €", "70,5 %"],
        ["L’égalité n’est pas un objectif", "1", "2 100 €", "16,3 %"],
        ["Non cotée", "1", "1 700 €", "13,2 %"],
        ["Total", "3", "12 900 €", "100,0 %"],
    ]


def test_a_project_has_a_grid_of_its_own(bilan, projet):
    reglages = projet / "rapportpv.toml"
    grille = '\n[[egalite]]\ncode = "fort"\nlibelle = "Fort"\n[[egalite]]\ncode = "nul"\nlibelle = "Nul"\n'
    reglages.write_text(reglages.read_text("utf-8") + grille, "utf-8")
    actions = [[*a[:6], {"G2": "FORT", "G0": "nul"}.get(a[6], ""), *a[7:]] for a in ACTIONS]
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[ENTETE, *actions])
    assert [ligne[0] for ligne in lines(bilan(), "par_egalite")] == [
        "Fort",
        "Nul",
        "Non cotée",
        "Total",
    ]


def test_without_these_columns_nothing_is_told(bilan):
    noms = (*bilan().chiffres, *bilan().tableaux)
    debuts = ("pluriannuel", "egalite", "par_egalite", "dispositifs", "signataires", "conventions")
    assert [nom for nom in noms if nom.startswith(debuts)] == []


def test_what_one_operator_receives_in_all_is_held_to_the_threshold(bilan, projet):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8").replace('famille = "Region"', 'famille = "EPCI"')
    reglages.write_text(texte, "utf-8")
    actions = [
        ["A", "Les Amis", "association", "Emploi", "soutenue", "", "", None, 15000],
        ["B", "LES AMIS", "association", "Emploi", "soutenue", "", "", None, 8000.01],
        ["C", "Le Club", "association", "Emploi", "soutenue", "", "", 90000, 23000],
        ["D", "Ville d'Orge", "commune", "Emploi", "soutenue", "", "", None, 99000],
    ]
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[ENTETE, *actions])
    assert values(bilan(), "conventions.") == {
        "seuil": 23000,
        "operateurs": 1,
        "total": Fraction("23000.01"),
    }
    assert lines(bilan(), "conventions")[0] == ["Les Amis", "2", "23 000,01 €"]


TFPB = """
| Bailleur | Quartier | Action    | Montant | Réalisé |
| -------- | -------- | --------- | ------- | ------- |
| Habitat  | Le Parc  | Gardiens  | 2000    | 1500    |
| HABITAT  | Le Val   | Halls     | 1000    |         |
| Logis    | LE PARC  | Jardins   | 500     | 500     |
"""


def test_the_abattement_is_told_by_landlord_and_by_quartier_planned_and_done(bilan, ecrire):
    ecrire("abattement_tfpb", Abattement_TFPB=TFPB)
    assert values(bilan(), "abattement_tfpb.") == {"total": 3500, "realise": 2000}
    assert lines(bilan(), "abattement_par_bailleur") == [
        ["Habitat", "2", "3 000 €", "1 500 €"],
        ["Logis", "1", "500 €", "500 €"],
        ["Total", "3", "3 500 €", "2 000 €"],
    ]
    assert lines(bilan(), "abattement_par_quartier") == [
        ["Le Parc", "2", "2 500 €", "2 000 €"],
        ["Le Val", "1", "1 000 €", "–"],
        ["Total", "3", "3 500 €", "2 000 €"],
    ]


def test_a_sheet_of_before_has_the_figures_of_before(bilan, ecrire):
    ecrire("abattement_tfpb", Abattement_TFPB=TFPB.replace("Réalisé", "Note   "))
    assert values(bilan(), "abattement_tfpb.") == {"total": 3500}
    assert [ligne[-1] for ligne in lines(bilan(), "abattement_par_bailleur")] == ["–", "–", "–"]


@pytest.mark.parametrize(
    ("feuille", "texte", "lieu"),
    [
        (
            "Dispositifs",
            "| Dispositif | Prévu | Réalisé |\n| A | 40000 | 30000 |\n| Total | 40001 | 30000 |",
            "Dispositifs › B3",
        ),
        (
            "Droit_commun",
            "| Signataire | Engagement | Décidé | Réalisé |\n| CAF | a | 900 | 500 |\n"
            "| Total | | 900 | 5000 |",
            "Droit commun › D3",
        ),
        (
            "Abattement_TFPB",
            "| Bailleur | Quartier | Action | Montant | Réalisé |\n| A | B | C | 900 | 800 |\n"
            "| Total | | | 900 | 870 |",
            "Abattement TFPB › E3",
        ),
    ],
)
def test_a_wrong_total_printed_below_is_told(projet, ecrire, feuille, texte, lieu):
    classeur = "abattement_tfpb" if feuille == "Abattement_TFPB" else "dispositifs"
    ecrire(classeur, **{feuille: texte})
    fautes = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV301"]
    assert [str(a.lieu) for a in fautes] == [f"2023/{classeur}.xlsx › {lieu}"]


@pytest.mark.parametrize(("realise", "lieux"), [(2000, []), (2001, ["E5"])])
def test_the_printed_total_of_what_was_done_is_compared(projet, ecrire, realise, lieux):
    ecrire("abattement_tfpb", Abattement_TFPB=f"{TFPB}| Total | | | 3500 | {realise} |")
    tous = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV301"]
    assert [cellule for a in tous for cellule in a.lieu.cellules] == lieux
