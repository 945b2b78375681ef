"""What the sheets of one part of the report each add up to."""

import pytest

from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier
from rapportpv.year.sources import add_sources
from tests.flatten import plain

NPNRU = """
| Quartier | Opération        | Maître d'ouvrage | État     | Montant    |
| -------- | ---------------- | ---------------- | -------- | ---------- |
| Le Parc  | Halle de marché  | Ville de Valmont | livrée   | 120000     |
| Le Bois  | Relogement       | Habitat du Nord  |          |            |
| Le Parc  | Place centrale   | VILLE DE VALMONT | en cours | 80000.50   |
| Le Parc  | Résidentialisation | Habitat du Nord | à venir | 1000000   |
"""


@pytest.fixture
def read(projet):
    """The Bilan of the project as it is now."""

    def read():
        dossier, anomalies = load_dossier(projet, 2023)
        assert [str(a) for a in anomalies] == []
        return compute_bilan(dossier)

    return read


def lignes(bilan, nom):
    tableau = bilan.tableaux[nom]
    rangs = [*tableau.lignes, tableau.total]
    return [" | ".join(plain(str(c)) for c in rang.cellules.values()) for rang in rangs]


def values(bilan, racine):
    return {
        nom: plain(chiffre.affiche)
        for nom, chiffre in bilan.chiffres.items()
        if nom.startswith(f"{racine}.")
    }


def test_operations_are_told_by_maitre_d_ouvrage(read, ecrire):
    ecrire("npnru", NPNRU=NPNRU)
    bilan = read()
    assert lignes(bilan, "npnru") == [
        "Le Bois | Relogement | Habitat du Nord | Non renseigné | –",
        "Le Parc | Résidentialisation | Habitat du Nord | à venir | 1 000 000 €",
        "Le Parc | Halle de marché | Ville de Valmont | livrée | 120 000 €",
        "Le Parc | Place centrale | Ville de Valmont | en cours | 80 000,50 €",
        "Total | 4 | – | – | 1 200 000,50 €",
    ]
    assert lignes(bilan, "npnru_par_maitre_d_ouvrage") == [
        "Habitat du Nord | 2 | 1 000 000 €",
        "Ville de Valmont | 2 | 200 000,50 €",
        "Total | 4 | 1 200 000,50 €",
    ]
    assert values(bilan, "npnru") == {"npnru.operations": "4", "npnru.total": "1 200 000,50 €"}
    assert bilan.chiffres["npnru.total"].sources == ("2023/npnru.xlsx › NPNRU › E2:E5",)
    assert bilan.chiffres["npnru.operations"].sources == ("2023/npnru.xlsx › NPNRU › B2:B5",)


def test_operations_without_any_amount_have_no_total(read, ecrire):
    ecrire(
        "npnru",
        NPNRU="| Quartier | Opération | Maître d'ouvrage |\n| Le Parc | Halle | Ville de Valmont |",
    )
    bilan = read()
    assert lignes(bilan, "npnru")[-1] == "Total | 1 | – | – | –"
    assert lignes(bilan, "npnru_par_maitre_d_ouvrage")[0] == "Ville de Valmont | 1 | –"
    assert values(bilan, "npnru") == {"npnru.operations": "1"}


def test_an_amount_that_cannot_be_read_is_not_one_that_is_not_there(projet, ecrire):
    ecrire("npnru", NPNRU=NPNRU.replace("80000.50", "beaucoup"))
    dossier, _ = load_dossier(projet, 2023)
    assert "Place centrale | Ville de Valmont | en cours | à corriger" in "\n".join(
        lignes(compute_bilan(dossier), "npnru")
    )


def test_dsu(read, ecrire):
    ecrire(
        "dsu",
        DSU="""
        | Commune | Action     | Montant |
        | ------- | ---------- | ------- |
        | Valmont | Médiation  | 1000    |
        | VALMONT | Ludothèque | 500     |
        | Orge    | Fête       | 20      |
        """,
    )
    bilan = read()
    assert lignes(bilan, "dsu") == [
        "Valmont | Médiation | 1 000 €",
        "VALMONT | Ludothèque | 500 €",
        "Orge | Fête | 20 €",
        "Total | – | 1 520 €",
    ]
    assert values(bilan, "dsu") == {"dsu.communes": "2", "dsu.total": "1 520 €"}


def test_abattement(read, ecrire):
    ecrire(
        "abattement_tfpb",
        Abattement_TFPB="""
        | Bailleur        | Quartier | Action    | Montant |
        | --------------- | -------- | --------- | ------- |
        | Habitat du Nord | Le Parc  | Gardiens  | 1000    |
        | Habitat du Nord | Le Bois  | Nettoyage | 500.10  |
        """,
    )
    bilan = read()
    assert lignes(bilan, "abattement_tfpb") == [
        "Habitat du Nord | Le Parc | Gardiens | 1 000 €",
        "Habitat du Nord | Le Bois | Nettoyage | 500,10 €",
        "Total | – | – | 1 500,10 €",
    ]
    assert values(bilan, "abattement_tfpb") == {"abattement_tfpb.total": "1 500,10 €"}


def test_adultes_relais(read, ecrire):
    ecrire(
        "adultes_relais",
        Adultes_relais="""
        | Opérateur | Commune | Quartier | Postes |
        | --------- | ------- | -------- | ------ |
        | Les Amis  | Valmont | Le Parc  | 2      |
        | Le Club   | Orge    |          | 1      |
        | Total     |         |          | 3      |
        """,
    )
    bilan = read()
    assert lignes(bilan, "adultes_relais") == [
        "Les Amis | Valmont | Le Parc | 2",
        "Le Club | Orge | – | 1",
        "Total | – | – | 3",
    ]
    assert values(bilan, "adultes_relais") == {"adultes_relais.postes": "3"}
    sources = bilan.chiffres["adultes_relais.postes"].sources
    assert sources == ("2023/adultes_relais.xlsx › Adultes relais › D2:D3",)


def test_referents_and_their_communes(read, ecrire):
    ecrire(
        "territoire",
        Communes="""
        | Commune | Référent |
        | ------- | -------- |
        | Valmont | Zoé ROY  |
        | Orge    |          |
        | Haisnes | Ali BEN  |
        | Barlin  | Zoé Roy  |
        | Auchel  | Zoé ROY  |
        """,
    )
    assert lignes(read(), "referents") == [
        "Zoé ROY | Valmont, Barlin et Auchel | 3",
        "Ali BEN | Haisnes | 1",
        "Sans référent | Orge | 1",
        "Total | – | 5",
    ]


def test_without_a_referent_there_is_no_table_of_them(read, ecrire):
    ecrire("territoire", Communes="| Commune | Référent |\n| Valmont | |\n| Orge | |")
    assert "referents" not in read().tableaux


def test_quartiers_by_type_and_their_population_when_all_is_known(read, ecrire):
    ecrire(
        "territoire",
        Quartiers="""
        | Nom      | Commune(s) | Type          | Population |
        | -------- | ---------- | ------------- | ---------- |
        | Le Parc  | Orge       | communautaire |            |
        | Le Bois  | Valmont    | QPV           | 1 200      |
        | Le Mail  | Valmont    | QPV           | 800        |
        """,
    )
    assert lignes(read(), "quartiers_par_type") == [
        "Quartiers prioritaires de la politique de la ville | Le Bois et Le Mail | 2 | 2 000",
        "Quartiers communautaires | Le Parc | 1 | –",
        "Total | – | 3 | –",
    ]


@pytest.mark.parametrize(
    ("nom", "feuille", "entete"),
    [
        ("npnru", "NPNRU", ["Quartier", "Opération", "Maître d'ouvrage", "Montant"]),
        ("dsu", "DSU", ["Commune", "Action", "Montant"]),
        ("abattement_tfpb", "Abattement TFPB", ["Bailleur", "Quartier", "Action", "Montant"]),
        ("adultes_relais", "Adultes-relais", ["Opérateur", "Commune", "Quartier", "Postes"]),
    ],
)
def test_a_sheet_without_a_row_gives_nothing(projet, ecrire, nom, feuille, entete):
    ecrire(nom, **{feuille: [entete]})
    dossier, anomalies = load_dossier(projet, 2023)
    assert [a.rule.code for a in anomalies] == ["PV029"]
    bilan = compute_bilan(dossier)
    assert values(bilan, nom) == {}
    assert nom not in bilan.tableaux


def test_no_cell_of_a_table_is_empty(read, ecrire):
    ecrire("npnru", NPNRU=NPNRU)
    ecrire("territoire", Communes="| Commune | Référent |\n| Valmont | Ali BEN |\n| Orge | |")
    for tableau in read().tableaux.values():
        for ligne in filter(None, [*tableau.lignes, tableau.total]):
            vides = [nom for nom, cellule in ligne.cellules.items() if str(cellule) == ""]
            assert vides == [], tableau.nom


# The annexe on sources.


def test_every_figure_has_its_words_its_value_and_its_cells(projet, ecrire):
    ecrire("npnru", NPNRU=NPNRU)
    ecrire("fcs", FCS="| Axe | Opérateur | Intitulé | Montant |\n| 2 | Les Amis | Fête | 7 |")
    dossier, _ = load_dossier(projet, 2023)
    bilan = add_sources(compute_bilan(dossier))
    cellules = [ligne.cellules for ligne in bilan.tableaux["sources"].lignes]
    par_nom = {
        c["chiffre"]: [plain(c[n]) for n in ("libelle", "valeur", "sources")] for c in cellules
    }
    assert bilan.chiffres.keys() <= par_nom.keys()
    assert all(libelle != nom for nom, (libelle, *_) in par_nom.items())
    assert all(texte for textes in par_nom.values() for texte in textes)
    feuille = "2023/programmation.xlsx › Programmation › "
    assert par_nom["piliers.emploi.taux"] == [
        "Pilier « Emploi » : part de la programmation",
        "33,3 %",
        f"{feuille}F3:H3 ; {feuille}F2:H3",
    ]
    assert par_nom["fcs.axes.2.total"][0] == "Fonds de Cohésion Sociale, axe 2 : montant"
    assert par_nom["tableaux.npnru"] == [
        "Tableau « Opérations de renouvellement urbain, par maître d'ouvrage »",
        "–",
        "2023/npnru.xlsx › NPNRU › A2:E5",
    ]


def test_a_label_with_quotes_keeps_them(projet):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8").replace('"ANCT"', '"ANCT « BOP »"')
    reglages.write_text(texte, "utf-8")
    dossier, _ = load_dossier(projet, 2023)
    lignes = add_sources(compute_bilan(dossier)).tableaux["sources"].lignes
    [libelle] = [
        li.cellules["libelle"]
        for li in lignes
        if li.cellules["chiffre"] == "financeurs.anct.montant"
    ]
    assert plain(libelle) == "Financeur ANCT « BOP » : montant"


def test_the_table_of_sources_is_only_there_when_it_is_asked_for(read):
    assert "sources" not in read().tableaux


def test_with_a_cell_that_was_refused_the_others_are_added_up(projet, ecrire):
    """As `--force` does: the row stays, that cell is nothing."""
    ecrire(
        "abattement_tfpb",
        Abattement_TFPB="""
        | Bailleur        | Quartier | Action    | Montant |
        | --------------- | -------- | --------- | ------- |
        | Habitat du Nord | Le Parc  | Gardiens  | 1000    |
        | Habitat du Nord | Le Parc  | Nettoyage | mille   |
        | Logis           | Le Bois  | Halls     | 20      |
        """,
    )
    ecrire(
        "dsu",
        DSU="| Commune | Action | Montant |\n| Valmont | Fête | 20 |\n| | Ludothèque | 500 |",
    )
    dossier, anomalies = load_dossier(projet, 2023)
    assert {a.rule.code for a in anomalies} == {"PV116", "PV101"}
    bilan = compute_bilan(dossier)
    assert lignes(bilan, "abattement_par_bailleur") == [
        "Habitat du Nord | 2 | 1 000 € | –",
        "Logis | 1 | 20 € | –",
        "Total | 3 | 1 020 € | –",
    ]
    assert values(bilan, "dsu")["dsu.communes"] == "1"
