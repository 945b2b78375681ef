"""The programming shared out by commune, quartier, thématique, reconduction: whole in each table."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier
from tests.flatten import plain
from tests.tables import write_classeur

TERRITOIRE = {
    "Communes": "| Commune | Référent |\n| Valmont | A. Roy |\n| Orge-sur-Lys | |",
    "Quartiers": """
    | Code     | Nom          | Commune(s)   | Type          |
    | -------- | ------------ | ------------ | ------------- |
    | QP062001 | Les Tilleuls | Valmont      | QPV           |
    |          | Le Parc      | Orge-sur-Lys | communautaire |
    """,
}
ENTETE = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Communes"]


def bilan(projet):
    dossier, _ = load_dossier(projet, 2023)
    return compute_bilan(dossier)


def write(projet, colonne, *cellules):
    """A programming of supported actions of 100 €, 200 €…, with those cells in that column."""
    lignes = [
        [f"Action {n}", "Les Amis", "Emploi", "soutenue", 100 * n, None, cellule]
        for n, cellule in enumerate(cellules, start=1)
    ]
    write_classeur(
        projet / "2023" / "programmation.xlsx", Programmation=[[*ENTETE, colonne], *lignes]
    )


def lignes(projet, nom):
    """The lines of a table as they are printed, and the last one; None without the table."""
    tableau = bilan(projet).tableaux.get(nom)
    if tableau is None:
        return None
    rangs = [*tableau.lignes, tableau.total]
    return [" | ".join(plain(str(c)) for c in rang.cellules.values()) for rang in rangs]


def test_by_commune_an_action_in_several_is_counted_once(projet, ecrire):
    ecrire("territoire", **TERRITOIRE)
    write(
        projet,
        "Commune(s)",
        *("VALMONT", "Orge sur Lys", "Valmont; Orge-sur-Lys", "Valmont;valmont", None),
        *("Toutes les communes", "CCVO", "Toutes; Valmont", "Multi-communes", "-"),
    )
    assert lignes(projet, "par_commune") == [
        "Valmont | 2 | 4 | 500 € | 9,1 %",
        "Orge-sur-Lys | 1 | 4 | 200 € | 3,6 %",
        "Plusieurs communes | 2 | – | 1 200 € | 21,8 %",
        "Ensemble du territoire | 3 | – | 2 100 € | 38,2 %",
        "Non précisé | 2 | – | 1 500 € | 27,3 %",
        "Total | 10 | – | 5 500 € | 100,0 %",
    ]


def test_a_place_that_only_shares_has_its_line_and_the_shared_are_counted_once_each(projet, ecrire):
    ecrire("territoire", **TERRITOIRE)
    write(projet, "Commune(s)", "Valmont", "Valmont; Orge-sur-Lys; Orge sur Lys", "Valmont; Érin")
    assert lignes(projet, "par_commune") == [
        "Valmont | 1 | 2 | 100 € | 16,7 %",
        "Érin | 0 | 1 | 0 € | 0,0 %",
        "Orge-sur-Lys | 0 | 1 | 0 € | 0,0 %",
        "Plusieurs communes | 2 | – | 500 € | 83,3 %",
        "Total | 3 | – | 600 € | 100,0 %",
    ]


def test_what_serves_all_makes_no_line_for_each_and_several_unnamed_no_column(projet, ecrire):
    ecrire("territoire", **TERRITOIRE)
    write(projet, "Commune(s)", "Valmont", "Toutes")
    assert lignes(projet, "par_commune")[:2] == [
        "Valmont | 1 | 1 | 100 € | 33,3 %",
        "Ensemble du territoire | 1 | – | 200 € | 66,7 %",
    ]
    write(projet, "Commune(s)", "Valmont", "Multi-communes")
    assert lignes(projet, "par_commune")[:2] == [
        "Valmont | 1 | 100 € | 33,3 %",
        "Plusieurs communes | 1 | 200 € | 66,7 %",
    ]


def test_by_quartier_one_may_be_named_by_its_code(projet, ecrire):
    ecrire("territoire", **TERRITOIRE)
    write(
        projet,
        "Quartier(s)",
        *("qp 062001", "LES TILLEULS", "Les Tilleuls; QP062001", "le parc; Les Tilleuls"),
        *("Hors QPV", "Le Bois", "LE BOIS", "Le bois", "Le Bois"),
    )
    assert lignes(projet, "par_quartier") == [
        "Le Bois | 4 | 0 | 3 000 € | 66,7 %",
        "Les Tilleuls | 3 | 1 | 600 € | 13,3 %",
        "Le Parc | 0 | 1 | 0 € | 0,0 %",
        "Plusieurs quartiers | 1 | – | 400 € | 8,9 %",
        "Hors quartiers | 1 | – | 500 € | 11,1 %",
        "Total | 9 | – | 4 500 € | 100,0 %",
    ]


def test_by_thematique_the_most_frequent_spelling_is_shown(projet):
    write(projet, "Thématique", "SANTE", "Santé", "santé ", "Santé", "Sport", None)
    assert lignes(projet, "par_thematique") == [
        "Santé | 4 | 1 000 € | 47,6 %",
        "Sport | 1 | 500 € | 23,8 %",
        "Non précisée | 1 | 600 € | 28,6 %",
        "Total | 6 | 2 100 € | 100,0 %",
    ]


def test_lines_of_one_amount_are_in_the_order_of_the_alphabet(projet):
    lieux = ["Valmont", "Érin", "Auchel", "Orge"]
    for communes in (lieux, lieux[::-1]):
        entete = [*ENTETE, "Commune(s)"]
        rangs = [[f"A{c}", "Les Amis", "Emploi", "soutenue", 100, None, c] for c in communes]
        write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[entete, *rangs])
        noms = [ligne.split(" | ")[0] for ligne in lignes(projet, "par_commune")]
        assert noms == ["Auchel", "Érin", "Orge", "Valmont", "Total"]


def test_new_actions_and_those_that_go_on(projet):
    write(projet, "Nouvelle ou reconduite", "N", "Nouvelle", "renouvellement", "?", None)
    assert lignes(projet, "par_reconduction") == [
        "Actions nouvelles | 2 | 300 € | 20,0 %",
        "Actions reconduites | 1 | 300 € | 20,0 %",
        "Non précisé | 2 | 900 € | 60,0 %",
        "Total | 5 | 1 500 € | 100,0 %",
    ]
    chiffres = bilan(projet).chiffres
    feuille = "2023/programmation.xlsx › Programmation › "
    assert chiffres["reconduction.nouvelles"].valeur == 2
    assert chiffres["reconduction.nouvelles"].sources == (feuille + "G2:G3",)
    assert chiffres["reconduction.reconduites"].sources == (feuille + "G4",)


@pytest.mark.parametrize(
    ("colonne", "tableau", "vides"),
    [
        ("Commune(s)", "par_commune", [None, "-", ";"]),
        ("Commune(s)", "par_commune", ["Valmont; Orge", "Toutes"]),  # nothing of one alone
        ("Quartier(s)", "par_quartier", [None]),
        ("Quartier(s)", "par_quartier", ["Le Parc; Le Bois", None]),
        ("Thématique", "par_thematique", [None, "–"]),
        ("Nouvelle ou reconduite", "par_reconduction", [None, "oui"]),
    ],
)
def test_a_column_that_says_nothing_gives_no_table(projet, colonne, tableau, vides):
    write(projet, colonne, *vides)
    assert lignes(projet, tableau) is None
    write(projet, "Coût total", 5000)  # no such column at all
    assert lignes(projet, tableau) is None
    assert "reconduction.nouvelles" not in bilan(projet).chiffres


def test_what_is_not_supported_gives_no_table(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Commune(s) | ANCT |
        | -------------------- | --------- | ------ | -------- | ---------- | ---- |
        | Stage                | Le Club   | Emploi | refusée  | Valmont    |      |
        | Chantier             | Le Club   | Emploi | soutenue |            | 100  |
        """,
    )
    assert lignes(projet, "par_commune") is None


def test_the_grants_of_a_long_sheet_are_those_of_their_action(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Commune(s) | Financeur | Montant |
        | -------------------- | --------- | ------ | -------- | ---------- | --------- | ------- |
        | Chantier             | Le Club   | Emploi | soutenue | Valmont    | ANCT      | 8000    |
        | Chantier             | Le Club   | Emploi | refusée  | Valmont    | Région    | 900     |
        | Aide                 | Les Amis  | Emploi | soutenue | Orge       | ANCT      | 50      |
        | Chantier             | Le Club   | Emploi | soutenue | Valmont    | Communes  | 500     |
        """,
    )
    assert lignes(projet, "par_commune") == [
        "Valmont | 1 | 8 500 € | 99,4 %",
        "Orge | 1 | 50 € | 0,6 %",
        "Total | 2 | 8 550 € | 100,0 %",
    ]


def test_piliers_and_financeurs_are_crossed(projet):
    tableau = bilan(projet).tableaux["pilier_financeur"]
    assert [colonne.nom for colonne in tableau.colonnes] == [
        *("financeur", "cohesion", "emploi", "habitat", "total"),
    ]
    assert lignes(projet, "pilier_financeur") == [
        "ANCT | 12 000 € | 8 000 € | 0 € | 20 000 €",
        "Région | 3 000 € | 0 € | 0 € | 3 000 €",
        "Communes | 1 000 € | 0 € | 0 € | 1 000 €",
        "Total | 16 000 € | 8 000 € | 0 € | 24 000 €",
    ]


def test_a_pilier_that_is_called_as_a_column_of_ours_is_told_from_it(projet):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8").replace('"habitat"', '"total"'), "utf-8")
    tableau = bilan(projet).tableaux["pilier_financeur"]
    assert [colonne.nom for colonne in tableau.colonnes][-2:] == ["pilier_total", "total"]
    assert str(tableau.lignes[0].cellules["pilier_total"]) == "0\u00a0€"


def test_the_crossing_has_the_short_names_of_the_settings(projet):
    reglages = projet / "rapportpv.toml"
    lu = reglages.read_text("utf-8").replace(
        'code = "emploi", libelle', 'code = "emploi", libelle_court = "Travail", libelle'
    )
    lu = lu.replace('code = "region"', 'code = "region"\nlibelle_court = "Rég."')
    reglages.write_text(lu, "utf-8")
    tableau = bilan(projet).tableaux["pilier_financeur"]
    assert [colonne.court for colonne in tableau.colonnes] == ["", "", "Travail", "", ""]
    assert [(ligne.code, ligne.court) for ligne in tableau.lignes] == [
        ("anct", ""),
        ("region", "Rég."),
        ("communes", ""),
    ]
    total = next(c for nom, c in bilan(projet).chiffres.items() if nom == "programmation.total")
    assert tableau.sources == total.sources


def test_only_those_who_give_have_a_line(projet):
    write(projet, "Thématique", "Sport")
    assert lignes(projet, "pilier_financeur") == [
        "ANCT | 0 € | 100 € | 0 € | 100 €",
        "Total | 0 € | 100 € | 0 € | 100 €",
    ]


def test_credits_specifiques_and_droit_commun(projet):
    assert lignes(projet, "par_nature") == [
        "Crédits spécifiques | 23 000 € | 95,8 %",
        "Droit commun | 1 000 € | 4,2 %",
        "Total | 24 000 € | 100,0 %",
    ]
    chiffres = bilan(projet).chiffres
    assert chiffres["droit_commun.total"].sources == (
        "2023/programmation.xlsx › Programmation › H2:H3",
    )
    assert chiffres["droit_commun.taux"].valeur == Fraction(100, 24)


def test_nobody_gives_anything(projet):
    write(projet, "Commune(s)")
    assert not {"par_nature", "pilier_financeur", "par_commune"} & bilan(projet).tableaux.keys()


def test_a_table_cites_the_cells_of_its_lines(projet):
    write(projet, "Commune(s)", "Orge", "Valmont")
    feuille = "2023/programmation.xlsx › Programmation › "
    tableaux = bilan(projet).tableaux
    assert tableaux["par_commune"].sources == (feuille + "G2:G3", feuille + "E2:F3")
    assert tableaux["pilier_financeur"].sources == (feuille + "E2:F3",)


LIEUX = st.lists(
    st.sampled_from(["Valmont", "VALMONT", "Orge", "orge ", "Les Sablons", "Tous", "-", ""]),
    max_size=3,
).map(";".join)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["soutenue", "refusée"]),
            st.integers(0, 10**9),
            st.integers(0, 10**9),
            LIEUX,
            LIEUX,
            st.sampled_from(["Sport", "SPORT", "Santé", "", "-"]),
            st.sampled_from(["N", "reconduite", "", "peut-être"]),
        ),
        max_size=10,
    ),
    st.randoms(use_true_random=False),
)
def test_each_table_adds_up_to_the_total_in_any_order(projet, projets, hasard):
    entete = [
        *("Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Communes"),
        *("Commune(s)", "Quartier(s)", "Thématique", "Nouvelle ou reconduite"),
    ]
    rangs = [
        [f"Action {n}", "Les Amis", "Emploi", p[0], p[1] / 100, p[2] / 100, *p[3:]]
        for n, p in enumerate(projets)
    ]

    def share_out():
        write_classeur(projet / "2023" / "programmation.xlsx", Programmation=[entete, *rangs])
        resultat = bilan(projet)
        total = resultat.chiffres["programmation.total"].valeur
        compte = resultat.chiffres["programmation.actions_soutenues"].valeur
        noms = ("par_commune", "par_quartier", "par_thematique", "par_reconduction")
        for tableau in (resultat.tableaux[nom] for nom in noms if nom in resultat.tableaux):
            cellules = [ligne.cellules for ligne in tableau.lignes]
            assert sum(c["montant"].valeur for c in cellules) == total
            assert sum(c["nombre"].valeur for c in cellules) == compte
            assert sum(c["taux"].valeur for c in cellules) == (100 if total else 0)
        for nom, colonne in (("par_nature", "montant"), ("pilier_financeur", "total")):
            if nom in resultat.tableaux:
                cellules = [ligne.cellules for ligne in resultat.tableaux[nom].lignes]
                assert sum(c[colonne].valeur for c in cellules) == total
        return {nom: lignes(projet, nom) for nom in (*noms, "pilier_financeur")}

    avant = share_out()
    hasard.shuffle(rangs)
    assert share_out() == avant
