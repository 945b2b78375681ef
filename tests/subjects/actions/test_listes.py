"""The lists of the annexe: each supported action once, and what it comes to."""

import re
from collections import Counter

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier
from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import plain
from tests.tables import write_classeur

SECOND = DEPOT / "docs" / "exemple"
TERRITOIRE = {
    "Communes": "| Commune |\n| Valmont |\n| Orge-sur-Lys |",
    "Quartiers": """
    | Code     | Nom          | Commune(s)   | Type          |
    | -------- | ------------ | ------------ | ------------- |
    | QP062001 | Les Tilleuls | Valmont      | QPV           |
    | QP062002 | Le Parc      | Orge-sur-Lys | QPV           |
    | QP062003 | Bel-Air      | Orge-sur-Lys | communautaire |
    """,
}
PROGRAMMATION = """
| N° dossier | Intitulé de l'action | Opérateur | Pilier           | Quartier(s)                  | Commune(s) | Statut         | Coût total | ANCT | Région | Nouvelle ou reconduite |
| ---------- | -------------------- | --------- | ---------------- | ---------------------------- | ---------- | -------------- | ---------- | ---- | ------ | ---------------------- |
| A-1        | Aide aux devoirs     | Les Amis  | Cohésion sociale | les tilleuls                 | Valmont    | soutenue       | 5000       | 1000 |        | nouvelle               |
| A-2        | Chantier jeunes      | Le Club   | Emploi           | QP062001; Le Parc; Bel Air   |            | soutenue       | 9000       | 800  | 300.5  | reconduite             |
| A-3        | Fête                 | LES AMIS  | Cohésion sociale | Le Parc; Tous QPV            |            | soutenue       | 3000       | 2000 | 10     | nouvelle               |
| A-4        | Écoute               | Le Relais | Cohésion sociale | Bel-Air; Le Parc             | Valmont    | soutenue       | 1500       | 1000 |        |                        |
| A-5        | Projet écarté        | L'Ombre   | Emploi           | Bel-Air                      |            | refusée        | 700        |      |        |                        |
| A-6        | Projet remis         | L'Ombre   | Emploi           | Bel-Air                      |            | ajournée       | 700        |      |        |                        |
| A-7        | Projet à l'étude     | L'Ombre   | Emploi           | Bel-Air                      |            | en instruction | 700        |      |        |                        |
"""


@pytest.fixture
def annexe(projet, ecrire):
    """The year of that programming, under the settings of [annexe] that are given."""
    ecrire("territoire", **TERRITOIRE)
    ecrire("programmation", Programmation=PROGRAMMATION)
    toml = (projet / "rapportpv.toml").read_text("utf-8")

    def compute(reglages: str = ""):
        texte = f"{toml}\n[annexe]\n{reglages}\n"
        (projet / "rapportpv.toml").write_text(texte, "utf-8")
        dossier, anomalies = load_dossier(projet, 2023)
        assert [str(a) for a in anomalies] == []
        return compute_bilan(dossier)

    return compute


def listes(bilan):
    """The lists by name: their heads, their lines and their totals, as they are printed."""
    return {
        nom: [
            " | ".join(c.libelle for c in t.colonnes),
            *(
                " | ".join(plain(str(ligne.cellules[c.nom])) for c in t.colonnes)
                for ligne in (*t.lignes, t.total)
            ),
        ]
        for nom, t in bilan.tableaux.items()
        if t.rubrique
    }


def test_by_pilier_the_best_funded_first(annexe):
    bilan = annexe()
    assert listes(bilan) == {
        "actions_cohesion": [
            "N° | Action | Opérateur | Quartiers | Coût total | Crédits",
            "A-3 | Fête | LES AMIS | Ensemble du territoire | 3 000 € | 2 010 €",
            "A-1 | Aide aux devoirs | Les Amis | Les Tilleuls | 5 000 € | 1 000 €",
            "A-4 | Écoute | Le Relais | Bel-Air, Le Parc | 1 500 € | 1 000 €",
            "Total | 3 | 2 | Ensemble | 9 500 € | 4 010 €",
        ],
        "actions_emploi": [
            "N° | Action | Opérateur | Quartiers | Coût total | Crédits",
            "A-2 | Chantier jeunes | Le Club | 3 quartiers | 9 000 € | 1 100,50 €",
            "Total | 1 | 1 | Ensemble | 9 000 € | 1 100,50 €",
        ],
    }
    assert [t.rubrique for t in bilan.tableaux.values() if t.rubrique] == [
        "Cohésion sociale",
        "Emploi",
    ]


def test_by_quartier_each_has_its_list_then_several_then_the_rest(annexe):
    assert listes(annexe('par = "quartier"')) == {
        "actions_quartier_les_tilleuls": [
            "N° | Action | Opérateur | Pilier | Coût total | Crédits",
            "A-1 | Aide aux devoirs | Les Amis | Cohésion sociale | 5 000 € | 1 000 €",
            "Total | 1 | 1 | Ensemble | 5 000 € | 1 000 €",
        ],
        "actions_plusieurs_quartiers": [
            "N° | Action | Opérateur | Quartiers | Coût total | Crédits",
            "A-2 | Chantier jeunes | Le Club | 3 quartiers | 9 000 € | 1 100,50 €",
            "A-4 | Écoute | Le Relais | Bel-Air, Le Parc | 1 500 € | 1 000 €",
            "Total | 2 | 2 | Ensemble | 10 500 € | 2 100,50 €",
        ],
        "actions_territoire": [
            "N° | Action | Opérateur | Quartiers | Coût total | Crédits",
            "A-3 | Fête | LES AMIS | Ensemble du territoire | 3 000 € | 2 010 €",
            "Total | 1 | 1 | Ensemble | 3 000 € | 2 010 €",
        ],
    }


def test_quartiers_stand_by_the_alphabet_and_by_their_numbers(projet):
    (projet / "rapportpv.toml").write_text(
        (projet / "rapportpv.toml").read_text("utf-8") + '[annexe]\npar = "quartier"\n', "utf-8"
    )
    commun = ("Les Amis", "Emploi", "soutenue", 100)
    lieux = ("Le Bois", "Cité 10", "Cité 2", "cité-2", "Écluse", "Zac A+", "Zac A-")
    entete = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Quartier(s)"]
    rangs = [[f"Action {n}", *commun, lieu] for n, lieu in enumerate(lieux)]
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[entete, *rangs])
    assert list(listes(compute_bilan(load_dossier(projet, 2023)[0]))) == [
        "actions_quartier_cite_2",
        "actions_quartier_cite_10",
        "actions_quartier_ecluse",
        "actions_quartier_le_bois",
        "actions_quartier_zac_a",
    ]


def test_the_columns_are_those_that_are_asked_for_words_first(annexe):
    demandees = '"Crédits", "action", "n°", "reconduction", "anct", "Région"'
    siennes = listes(annexe(f"colonnes = [{demandees}]"))
    assert siennes["actions_cohesion"] == [
        "Action | N° | Nouvelle ou reconduite | Crédits | ANCT | Région",
        "Fête | A-3 | Nouvelle | 2 010 € | 2 000 € | 10 €",
        "Aide aux devoirs | A-1 | Nouvelle | 1 000 € | 1 000 € | 0 €",
        "Écoute | A-4 | – | 1 000 € | 1 000 € | 0 €",
        "3 | – | – | 4 010 € | 4 000 € | 10 €",
    ]


def test_a_funder_may_be_called_as_a_column_of_ours(annexe):
    siennes = listes(annexe('colonnes = ["action", "communes", "financeur:communes"]'))
    assert siennes["actions_emploi"][:2] == [
        "Action | Communes | Communes",
        "Chantier jeunes | – | 0 €",
    ]


def test_columns_that_say_nothing_are_left_out(projet):
    assert listes(compute_bilan(load_dossier(projet, 2023)[0])) == {
        "actions_cohesion": [
            "Action | Opérateur | Crédits",
            "Aide aux devoirs | Les Amis | 16 000 €",
            "1 | 1 | 16 000 €",
        ],
        "actions_emploi": [
            "Action | Opérateur | Crédits",
            "Chantier jeunes | Le Club | 8 000 €",
            "1 | 1 | 8 000 €",
        ],
    }


def test_a_cost_that_is_not_known_for_all_has_no_total(annexe, projet, ecrire):
    ecrire("programmation", Programmation=PROGRAMMATION.replace("| 5000 ", "|      "))
    lignes = listes(annexe())["actions_cohesion"]
    assert lignes[2].endswith("Les Tilleuls | – | 1 000 €")
    assert lignes[-1] == "Total | 3 | 2 | Ensemble | – | 4 010 €"


def test_no_list_when_the_settings_want_none(annexe):
    assert listes(annexe("actions = false")) == {}


def test_the_cells_that_a_list_comes_from_are_told(annexe):
    sources = annexe().tableaux["actions_emploi"].sources
    assert list(sources) == ["2023/programmation.xlsx › Programmation › A3:C3, E3, H3:J3"]


@pytest.mark.parametrize("par", ["pilier", "quartier"])
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    projets=st.lists(
        st.tuples(
            st.sampled_from(["soutenue", "refusée"]),
            st.sampled_from(["Emploi", "Cohésion sociale", "Habitat et transition écologique"]),
            st.sampled_from(["", "Les Tilleuls", "LE PARC", "Le Parc; Bel-Air", "Tous QPV", "?"]),
            st.integers(0, 10**7),
        ),
        min_size=1,
        max_size=8,
    ),
    hasard=st.randoms(use_true_random=False),
)
def test_each_action_is_listed_once_whatever_the_order(projet, ecrire, par, projets, hasard):
    ecrire("territoire", **TERRITOIRE)
    toml = (projet / "rapportpv.toml").read_text("utf-8").partition("[annexe]")[0]
    (projet / "rapportpv.toml").write_text(f'{toml}[annexe]\npar = "{par}"\n', "utf-8")
    entete = ["N° dossier", "Intitulé de l'action", "Opérateur"]
    entete += ["Statut", "Pilier", "Quartier(s)", "ANCT"]
    rangs = [
        [f"{n}", "Action", "Les Amis", *p[:3], p[3] / 100] for n, p in enumerate(projets, start=1)
    ]

    def read():
        write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[entete, *rangs])
        return compute_bilan(load_dossier(projet, 2023)[0])

    bilan = read()
    siennes = [t for t in bilan.tableaux.values() if t.rubrique]
    numeros = [ligne.cellules["numero"] for t in siennes for ligne in t.lignes]
    soutenues = [str(n) for n, p in enumerate(projets, start=1) if p[0] == "soutenue"]
    assert sorted(numeros, key=int) == soutenues
    pieds = [t.total.cellules["credits"].valeur for t in siennes]
    assert sum(pieds) == bilan.chiffres["programmation.total"].valeur
    for tableau in siennes:
        montants = [ligne.cellules["credits"].valeur for ligne in tableau.lignes]
        assert montants == sorted(montants, reverse=True)
        assert sum(montants) == tableau.total.cellules["credits"].valeur
    avant = listes(bilan)
    hasard.shuffle(rangs)
    assert listes(read()) == avant


def in_cents(cellule):
    """An amount of the examples: a number, or one that was typed as text."""
    if isinstance(cellule, str):
        cellule = re.sub(r"[^\d,]", "", cellule).replace(",", ".") or 0
    return round(float(cellule or 0) * 100)


@pytest.mark.parametrize(
    ("racine", "annee"), [(EXEMPLE, 2022), (SECOND, 2024)], ids=["2022", "2024"]
)
def test_the_lists_are_those_of_the_workbook_read_otherwise(racine, annee):
    """Counts and amounts by pilier, added up from the cells with openpyxl alone."""
    dossier, _ = load_dossier(racine, annee)
    bilan = compute_bilan(dossier)
    classeur = openpyxl.load_workbook(racine / f"{annee}/programmation.xlsx", data_only=True)
    rangees = list(classeur["Programmation"].iter_rows(values_only=True))
    debut = next(n for n, r in enumerate(rangees) if "N° dossier" in [str(c).strip() for c in r])
    titres = [" ".join(str(c).split()) for c in rangees[debut]]
    payeurs = [n for n, t in enumerate(titres) if dossier.reglages.financeurs.find(t)]
    place = {nom: titres.index(nom) for nom in ("N° dossier", "Statut", "Pilier")}
    attendus: dict[str, Counter] = {}
    for rangee in rangees[debut + 1 :]:
        statut = str(rangee[place["Statut"]] or "").strip().lower()
        if statut not in {"soutenue", "favorable"} or not rangee[place["N° dossier"]]:
            continue
        pilier = dossier.contrat.lexique.find(str(rangee[place["Pilier"]]))
        cents = sum(in_cents(rangee[n]) for n in payeurs)
        attendus.setdefault(pilier, Counter())[str(rangee[place["N° dossier"]]).strip()] = cents
    lus = {
        nom.removeprefix("actions_"): Counter(
            {ligne.cellules["numero"]: ligne.cellules["credits"].valeur * 100 for ligne in t.lignes}
        )
        for nom, t in bilan.tableaux.items()
        if t.rubrique
    }
    assert lus == attendus
    assert sum(sum(siens.values()) for siens in lus.values()) == (
        bilan.chiffres["programmation.total"].valeur * 100
    )


def test_a_long_sheet_has_the_same_lists(projet, ecrire):
    """A project of two grants is one line, whose sources are both rows."""
    ecrire(
        "programmation",
        Programmation="""
        | N° dossier | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
        | ---------- | -------------------- | --------- | ------ | -------- | --------- | ------- |
        | 1          | Chantier             | Le Club   | Emploi | soutenue | ANCT      | 100     |
        | 2          | Atelier              | Le Club   | Emploi | soutenue | ANCT      | 50      |
        | 1          | Chantier             | Le Club   | Emploi | soutenue | Région    | 30      |
        """,
    )
    bilan = compute_bilan(load_dossier(projet, 2023)[0])
    assert listes(bilan)["actions_emploi"][1:] == [
        "1 | Chantier | Le Club | 130 €",
        "2 | Atelier | Le Club | 50 €",
        "Total | 2 | 1 | 180 €",
    ]
    (source,) = bilan.tableaux["actions_emploi"].sources
    assert source.endswith("A2:C4, G2:G4")


def test_an_action_of_no_pilier_is_listed_apart(projet, ecrire):
    """The year has an error; the document that is built despite it says where the action went."""
    ecrire(
        "programmation", Programmation=PROGRAMMATION.replace("Emploi          ", "Emplois d'hier  ")
    )
    siennes = listes(compute_bilan(load_dossier(projet, 2023)[0]))
    assert [nom for nom in siennes if "cohesion" not in nom] == ["actions_sans_pilier"]
    assert siennes["actions_sans_pilier"][1].startswith("A-2 | Chantier jeunes | Le Club")


@pytest.mark.parametrize("par", ["pilier", "quartier"])
def test_no_list_when_nothing_is_supported(annexe, ecrire, par):
    ecrire("programmation", Programmation=PROGRAMMATION.replace("soutenue ", "retirée  "))
    bilan = annexe(f'par = "{par}"')
    assert listes(bilan) == {}
    assert bilan.chiffres["programmation.non_retenus"].valeur == 6
    assert bilan.chiffres["programmation.retires"].valeur == 4
    assert "programmation.en_instruction" in bilan.chiffres
