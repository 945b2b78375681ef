"""The sheets of quartiers and communes: whose each action is, what is divided (nothing)."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.subjects.fiches.figures import JEUX
from rapportpv.year.controle import check_annee
from tests.conftest import write_projet
from tests.tables import write_classeur

QUARTIERS = """
| Code     | Nom      | Commune(s) | Type          | Population |
| -------- | -------- | ---------- | ------------- | ---------- |
| QP062901 | Le Parc  | Orge       | QPV           | 1000       |
|          | Le Val   | Orge; Brie | communautaire |            |
| QP062903 | Le Moulin | Brie      | QPV           | 300        |
"""
COMMUNES = """
| Commune | Code INSEE | Référent    |
| ------- | ---------- | ----------- |
| Orge    | 62119      | Jean MOREL  |
| Brie    | 62178      |             |
"""
ENTETE = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "Commune(s)", "Quartier(s)"]
LIEUX = ("", "Le Parc", "le val", "QP062903", "Le Parc; Le Val", "Tous les quartiers")
LIEUX += ("Multi-quartiers", "Hors QPV", "Le Parc; Multi-quartiers", "Inconnu")
ACTIONS = [
    ["Aide aux devoirs", "Les Amis", "Cohésion sociale", "soutenue", "Orge", "Le Parc", 12000],
    ["Jardin", "Les Amis", "Emploi", "soutenue", "Orge", "QP062901", 3000.5],
    ["Bal", "Le Club", "Emploi", "soutenue", "Orge; Brie", "Le Parc ; LE MOULIN", 700],
    ["Bus", "Le Club", "Emploi", "soutenue", "Brie", "Tous les quartiers", 90],
    ["Étude", "Ville", "Emploi", "soutenue", "", "Multi-quartiers", 8],
    ["Atelier", "Ville", "Emploi", "soutenue", "Orge", "", 4],
    ["Refusé", "Ville", "Emploi", "refusée", "Orge", "Le Parc", None],
]


@pytest.fixture
def fiches(projet):
    def fiches(par: str = "quartier", *, actions=ACTIONS, population: bool = True):
        """The bilan of the project with its sheets, and what is told of them."""
        write_annee(projet, par, actions, population=population)
        controle = check_annee(projet, 2023)
        assert not controle.is_blocked(), [str(a) for a in controle.anomalies]
        return controle

    return fiches


def write_annee(projet: Path, par: str, actions, *, population: bool = True) -> None:
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + f'\n[fiches]\npar = "{par}"\n', "utf-8")
    write_classeur(
        projet / "2023" / "programmation.xlsx", Programmation=[[*ENTETE, "ANCT"], *actions]
    )
    quartiers = QUARTIERS if population else QUARTIERS.replace("Population", "Remarque")
    write_classeur(projet / "2023" / "territoire.xlsx", Communes=COMMUNES, Quartiers=quartiers)


def values(controle, debut: str) -> dict[str, Fraction]:
    chiffres = controle.bilan.chiffres
    return {n.removeprefix(debut): c.valeur for n, c in chiffres.items() if n.startswith(debut)}


def lines(controle, nom: str) -> list[list[str]]:
    return [
        [
            str(cellule).replace("\u202f", " ").replace("\xa0", " ")
            for cellule in ligne.cellules.values()
        ]
        for ligne in controle.bilan.tableaux[nom].lignes
    ]


def test_an_amount_is_a_quartier_s_only_when_it_is_of_it_alone(fiches):
    assert values(fiches(), "quartiers.") == {
        "qp062901.montant": Fraction("15000.5"),
        "qp062901.actions": 2,
        "qp062901.partagees": 2,
        "qp062901.par_habitant": Fraction("15000.5") / 1000,
        "le_val.montant": 0,
        "le_val.actions": 0,
        "le_val.partagees": 1,
        "qp062903.montant": 0,
        "qp062903.actions": 0,
        "qp062903.partagees": 2,
        "qp062903.par_habitant": 0,
    }


def test_what_is_shared_and_what_is_nowhere_are_told_apart(fiches):
    assert values(fiches(), "fiches.") == {
        "propres.montant": Fraction("15000.5"),
        "propres.actions": 2,
        "partagees.montant": 790,
        "partagees.actions": 2,
        "ailleurs.montant": 12,
        "ailleurs.actions": 2,
    }


def test_communes_have_sheets_too(fiches):
    controle = fiches("commune")
    assert values(controle, "communes.") == {
        "orge.montant": Fraction("15004.5"),
        "orge.actions": 3,
        "orge.partagees": 1,
        "brie.montant": 90,
        "brie.actions": 1,
        "brie.partagees": 1,
    }
    assert lines(controle, "fiche_orge") == [
        ["Code INSEE", "62119"],
        ["Quartiers", "Le Parc, Le Val"],
        ["Référent", "Jean MOREL"],
    ]


def test_a_sheet_says_who_the_quartier_is(fiches, ecrire):
    ecrire(
        "npnru",
        NPNRU="| Quartier | Opération | Maître d'ouvrage |\n| Le Parc | École | Orge |",
    )
    controle = fiches()
    assert lines(controle, "fiche_qp062901") == [
        ["Type", "QPV"],
        ["Code", "QP062901"],
        ["Commune", "Orge"],
        ["Habitants", "1 000"],
        ["Référent", "Jean MOREL"],
        ["Renouvellement urbain", "1 opération"],
    ]
    assert lines(controle, "fiche_le_val")[1:4] == [
        ["Code", "Non renseigné"],
        ["Communes", "Orge, Brie"],
        ["Habitants", "Non renseigné"],
    ]


def test_its_actions_are_listed_the_best_funded_first_and_the_shared_ones_without_amount(fiches):
    controle = fiches()
    assert lines(controle, "fiche_qp062901_actions") == [
        ["Aide aux devoirs", "Les Amis", "Cohésion sociale", "12 000 €"],
        ["Jardin", "Les Amis", "Emploi", "3 000,50 €"],
    ]
    assert lines(controle, "fiche_qp062901_partagees") == [
        ["Bal", "Le Club", "2 quartiers"],
        ["Bus", "Le Club", "Tous les quartiers"],
    ]
    assert "fiche_le_val_actions" not in controle.bilan.tableaux


def test_what_a_page_has_no_room_for_is_summed_on_a_line(fiches):
    longue = "Accompagner les habitants dans toutes leurs démarches de la vie quotidienne "
    actions = [
        [f"{longue}{n}", "Les Amis", "Emploi", "soutenue", "Orge", "Le Parc", 1000 + n]
        for n in range(20)
    ]
    controle = fiches(actions=actions)
    *nommees, autres = lines(controle, "fiche_qp062901_actions")
    assert len(nommees) < 12
    assert autres[0] == f"{20 - len(nommees)} autres actions"
    nombres = [float(ligne[3].replace(" ", "").replace("€", "")) for ligne in (*nommees, autres)]
    assert sum(nombres) == sum(1000 + n for n in range(20))


def test_without_the_block_there_is_nothing(projet):
    write_annee(projet, "quartier", ACTIONS)
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8").partition("\n[fiches]")[0], "utf-8")
    bilan = check_annee(projet, 2023).bilan
    noms = (*bilan.chiffres, *bilan.tableaux)
    assert [n for n in noms if n.startswith(("fiche", "quartiers.", "communes."))] == []


def test_last_year_stands_beside_unless_the_contract_changed(projet):
    write_annee(projet, "quartier", ACTIONS)
    autre = projet / "2022"
    autre.mkdir()
    for fichier in (projet / "2023").iterdir():
        (autre / fichier.name).write_bytes(fichier.read_bytes())
    write_classeur(autre / "programmation.xlsx", Programmation=[[*ENTETE, "ANCT"], ACTIONS[0]])
    assert lines(check_annee(projet, 2023), "fiche_qp062901")[-1] == [
        "Crédits propres en 2022",
        "12 000 € (▲ Hausse de 25,0 %)",
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.sampled_from(LIEUX),
            st.integers(1, 10**7),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_each_supported_action_is_counted_once(tmp_path_factory, lieux):
    projet = write_projet(tmp_path_factory.mktemp("projet"))
    actions = [
        [f"Action {n}", "Les Amis", "Emploi", "soutenue", "", lieu, cents / 100]
        for n, (lieu, cents) in enumerate(lieux)
    ]
    write_annee(projet, "quartier", actions)
    controle = check_annee(projet, 2023)
    chiffres = {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}
    for quoi, tout in (("montant", "total"), ("actions", "actions_soutenues")):
        parts = [
            chiffres[f"fiches.{sorte}.{quoi}"] for sorte in ("propres", "partagees", "ailleurs")
        ]
        assert sum(parts) == chiffres[f"programmation.{tout}"]
        propres = [
            v for n, v in chiffres.items() if n.startswith("quartiers.") and n.endswith(quoi)
        ]
        assert sum(propres) == parts[0]


@pytest.mark.parametrize("maille", list(Maille))
def test_a_figure_says_of_which_place_it_is(maille):
    lieu = {Maille.QUARTIER: "Quartier", Maille.COMMUNE: "Commune"}[maille]
    dits = [
        figure.of(1, (), "x", "Le Val").libelle.replace("\u00a0", " ")
        for figure in (JEUX[maille].montant, JEUX[maille].actions, JEUX[maille].partagees)
    ]
    assert dits == [
        f"{lieu} « Le Val » : crédits propres",
        f"{lieu} « Le Val » : actions propres",
        f"{lieu} « Le Val » : actions partagées",
    ]


def test_in_a_long_sheet_the_sources_are_the_rows_of_the_grants(projet):
    """Two grants of one project: both rows, and not those of its neighbour."""
    write_annee(projet, "quartier", [])
    actions = [
        ["Jardin", "Les Amis", "Emploi", "soutenue", "Orge", "Le Parc", "ANCT", 100],
        ["Bal", "Le Club", "Emploi", "soutenue", "Brie", "Le Moulin", "ANCT", 20],
        ["Jardin", "Les Amis", "Emploi", "soutenue", "Orge", "Le Parc", "Région", 3],
    ]
    entete = [*ENTETE, "Financeur", "Montant"]
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[entete, *actions])
    chiffre = check_annee(projet, 2023).bilan.chiffres["quartiers.qp062901.montant"]
    assert chiffre.valeur == 103
    assert chiffre.sources == ("2023/programmation.xlsx › Programmation › H2, H4",)


def test_a_commune_has_no_inhabitants_of_a_quartier(fiches):
    """Its row is that of another sheet, where a quartier stands in the same one."""
    assert values(fiches("commune"), "quartiers.") == {}
