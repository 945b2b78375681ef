"""Thirty sheets as people keep them, messy but right: no anomaly, and the same figures from each."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from openpyxl import load_workbook

from rapportpv.year.controle import check_annee
from tests.tables import parse_table

Lignes = list[list[Any]]

TABLE = """
| Intitulé de l'action | Opérateur    | Type d'opérateur | Pilier           | Commune(s) | Statut   | Coût total | ANCT  | Région  | Communes |
| Aide aux devoirs     | Les Amis     | association      | Cohésion sociale | Orge       | soutenue | 20000      | 12000 | 3000    | 1000     |
| Fête du quartier     | Les Voisins  | association      | Cohésion sociale | Orge       | soutenue | 5000       | 2500  |         | 1500     |
| Chantier jeunes      | Le Club      | association      | Emploi           | Val        | soutenue | 12000      | 8000  |         |          |
| Forum des métiers    | Ville d'Orge | commune          | Emploi           | Orge       | soutenue | 6000.50    | 3000  | 1000.50 |          |
| Jardin partagé       | Ville d'Orge | commune          | Habitat et transition écologique | Val | refusée | 4000   |       |         |          |
"""
ENTETES, AIDE, FETE, CHANTIER, FORUM, JARDIN = parse_table(TABLE)
PROJETS = [AIDE, FETE, CHANTIER, FORUM, JARDIN]
LARGEUR = len(ENTETES)
ATTENDUS = {
    "programmation.total": 32000.50,
    "programmation.projets_deposes": 5,
    "programmation.actions_soutenues": 4,
    "piliers.cohesion.montant": 20000,
    "piliers.emploi.montant": 12000.50,
    "financeurs.anct.montant": 25500,
    "financeurs.region.montant": 4000.50,
    "financeurs.communes.montant": 2500,
    "associations.total": 3,
}

MISES_EN_PAGE: dict[str, Callable[[], Lignes]] = {}


def mise_en_page(fonction: Callable[[], Lignes]) -> Callable[[], Lignes]:
    MISES_EN_PAGE[fonction.__name__] = fonction
    return fonction


def row(*cellules: Any, **autres: Any) -> list[Any]:
    """A row of the table: its first cells, and others by heading («ANCT»=…)."""
    ligne = [*cellules, *[None] * (LARGEUR - len(cellules))]
    for titre, valeur in autres.items():
        ligne[ENTETES.index(titre.replace("_", " "))] = valeur
    return ligne


def total(libelle: str | None, projets: Iterable[Lignes], ou: int = 0) -> list[Any]:
    """A total row, its label in the column that one wants."""
    ligne = row()
    ligne[ou] = libelle
    for c in range(6, LARGEUR):
        ligne[c] = sum(projet[c] or 0 for projet in projets)
    return ligne


def columns(ordre: list[int | None], lignes: Lignes) -> Lignes:
    return [[None if c is None else ligne[c] for c in ordre] for ligne in lignes]


@mise_en_page
def as_in_the_contract() -> Lignes:
    return [ENTETES, *PROJETS]


@mise_en_page
def columns_from_last_to_first() -> Lignes:
    return columns([*reversed(range(LARGEUR))], [ENTETES, *PROJETS])


@mise_en_page
def columns_shuffled_with_empty_ones_between() -> Lignes:
    return columns(
        [None, 9, 5, None, 0, 7, 3, None, None, 1, 8, 4, 2, 6, None], [ENTETES, *PROJETS]
    )


@mise_en_page
def headings_in_capitals_without_accents() -> Lignes:
    nus = ["INTITULE DE L'ACTION", "OPERATEUR", "TYPE D'OPERATEUR", "PILIER", "COMMUNE(S)"]
    return [[*nus, "STATUT", "COUT TOTAL", "ANCT", "REGION", "COMMUNES"], *PROJETS]


@mise_en_page
def headings_with_line_breaks_and_stars() -> Lignes:
    titres = [
        "Intitulé\nde l’action *",
        "Opérateur ",
        "Type\nd’opérateur",
        " Pilier*",
        "Commune(s)\n",
    ]
    return [[*titres, "Statut :", "Coût\ntotal", "P147", "Région\u00a0", "COMMUNES"], *PROJETS]


@mise_en_page
def two_title_rows_and_a_date() -> Lignes:
    titres = [row("Programmation 2023 – Contrat de ville"), row("Version au 3 juillet 2023")]
    return [*titres, row(), row(None, "montants en euros"), ENTETES, *PROJETS]


@mise_en_page
def units_and_numbers_below_the_headings() -> Lignes:
    unites = row(Coût_total="en €", ANCT="en €", Région="€", Communes="€")
    return [ENTETES, unites, [n + 1 for n in range(LARGEUR)], *PROJETS]


@mise_en_page
def sections_and_subtotals_in_the_middle() -> Lignes:
    return [
        ENTETES,
        row("1. Cohésion sociale"),
        *PROJETS[:2],
        total("Sous-total Cohésion sociale", PROJETS[:2]),
        row("2. Emploi"),
        *PROJETS[2:4],
        total("Sous-total Emploi", PROJETS[2:4]),
        row("3. Habitat et transition écologique"),
        JARDIN,
        total("Sous-total Habitat", [JARDIN]),
        total("TOTAL GÉNÉRAL", PROJETS),
    ]


@mise_en_page
def subtotals_of_subtotals() -> Lignes:
    return [
        ENTETES,
        AIDE,
        total("S/Total lien social", [AIDE]),
        FETE,
        total("S/Total animation", [FETE]),
        total("Total pilier 1", PROJETS[:2]),
        CHANTIER,
        total("S/Total chantiers", [CHANTIER]),
        FORUM,
        total("S/Total forums", [FORUM]),
        total("Total pilier 2", PROJETS[2:4]),
        JARDIN,
        total("Total", PROJETS),
    ]


@mise_en_page
def total_on_top() -> Lignes:
    return [total("TOTAL", PROJETS), ENTETES, total("TOTAL", PROJETS), *PROJETS]


@mise_en_page
def totals_above_their_sections() -> Lignes:
    return [
        ENTETES,
        total("Total Cohésion sociale", PROJETS[:2]),
        *PROJETS[:2],
        total("Total Emploi", PROJETS[2:4]),
        *PROJETS[2:4],
        total("Total Habitat et transition écologique", [JARDIN]),
        JARDIN,
    ]


@mise_en_page
def section_headings_that_carry_their_total() -> Lignes:
    return [
        ENTETES,
        total("Pilier 1 – Cohésion sociale", PROJETS[:2]),
        *PROJETS[:2],
        total("Pilier 2 – Emploi", PROJETS[2:4]),
        *PROJETS[2:4],
        total("Pilier 3 – Habitat et transition écologique", [JARDIN]),
        JARDIN,
    ]


@mise_en_page
def totals_by_pilier_all_at_the_bottom() -> Lignes:
    return [
        ENTETES,
        CHANTIER,
        AIDE,
        JARDIN,
        FORUM,
        FETE,
        row(),
        total("Total Cohésion sociale", PROJETS[:2]),
        total("Total Emploi", PROJETS[2:4]),
        total("Total actions soutenues", PROJETS[:4]),
        total("TOTAL", PROJETS),
    ]


@mise_en_page
def a_total_without_a_label() -> Lignes:
    return [ENTETES, *PROJETS, total(None, PROJETS)]


@mise_en_page
def a_total_labelled_in_another_column() -> Lignes:
    return [ENTETES, *PROJETS, total("Total", PROJETS, ou=5)]


@mise_en_page
def a_total_of_the_supported_actions_only() -> Lignes:
    return [ENTETES, *PROJETS, total("Total", PROJETS[:4])]


@mise_en_page
def a_label_behind_the_word_total() -> Lignes:
    return [ENTETES, *PROJETS[:2], total("Cohésion sociale – Total", PROJETS[:2]), *PROJETS[2:]]


@mise_en_page
def last_year_s_total_for_the_record() -> Lignes:
    rappel = total("Rappel : total 2022", PROJETS[:1])
    return [ENTETES, *PROJETS, total("Total 2023", PROJETS), row(), rappel]


@mise_en_page
def headings_again_on_each_page() -> Lignes:
    return [ENTETES, *PROJETS[:2], row(), ENTETES, *PROJETS[2:4], ENTETES, JARDIN]


@mise_en_page
def notes_below() -> Lignes:
    notes = [row("Source : service politique de la ville"), row(None, None, "(1) sous réserve")]
    return [ENTETES, *PROJETS, total("Total", PROJETS), row(), *notes, row("* hors droit commun")]


@mise_en_page
def notes_in_two_cells_and_a_legend() -> Lignes:
    return [
        ENTETES,
        *PROJETS,
        row("Source :", "service politique de la ville"),
        row(),
        row("S", "soutenue"),
        row("R", "refusée"),
        row("Nombre de projets", 5),
        row("Fait à Orge", "le 3 juillet 2023"),
    ]


@mise_en_page
def a_recap_below_by_pilier() -> Lignes:
    return [
        ENTETES,
        *PROJETS,
        row(),
        row("Récapitulatif"),
        total("Cohésion sociale", PROJETS[:2]),
        total("Emploi", PROJETS[2:4]),
        total("Ensemble", PROJETS),
    ]


@mise_en_page
def side_notes_beyond_the_table() -> Lignes:
    cote = [["à revoir"], [None], [2023], ["vu"], [None]]
    lignes = [[*projet, None, *note] for projet, note in zip(PROJETS, cote, strict=True)]
    return [ENTETES, *lignes, [*row(), None, "ne pas diffuser"]]


@mise_en_page
def amounts_as_people_type_them() -> Lignes:
    return [
        ENTETES,
        [*AIDE[:6], "20 000 €", "12\u202f000,00", "3 k€", "1000 euros"],
        [*FETE[:6], 5000.0, "2.500,00 €", "-", "€ 1 500"],
        [*CHANTIER[:6], "12000", 8000, "–", " "],
        [*FORUM[:6], "6 000,5", "3 000", "1 000,50", "0"],
        [*JARDIN[:6], 4000, "", None, "- €"],
        ["Total", *[None] * 5, "47 000,50 €", "25 500", "4 000,50", "2 500,00 €"],
    ]


@mise_en_page
def words_as_people_type_them() -> Lignes:
    return [
        ENTETES,
        [
            "  Aide aux devoirs",
            "Les Amis ",
            "Asso",
            "COHESION SOCIALE",
            "Orge",
            "Soutenu",
            *AIDE[6:],
        ],
        [*FETE[:2], "ASSOCIATION", "Lien social", "Orge", "Accordée", *FETE[6:]],
        [*CHANTIER[:3], " emploi", "Val", "soutenue ", *CHANTIER[6:]],
        [*FORUM[:2], "Ville", "EMPLOI", "Orge", "A justifier", *FORUM[6:]],
        [
            *JARDIN[:2],
            "mairie",
            "Habitat  et transition\u00a0écologique",
            "Val",
            "Rejetée",
            *JARDIN[6:],
        ],
    ]


@mise_en_page
def blank_rows_everywhere() -> Lignes:
    vides = [row(), row("  ", "\u00a0"), []]
    return [*vides, ENTETES, *vides, AIDE, FETE, *vides, CHANTIER, row(), FORUM, JARDIN, *vides]


@mise_en_page
def columns_of_the_service_s_own() -> Lignes:
    titres = [*ENTETES, "Date du comité", "Observations", "Suivi par"]
    return [titres, *([*projet, "12/04/2023", "RAS", "M. D."] for projet in PROJETS)]


@mise_en_page
def sections_in_two_cells() -> Lignes:
    lignes = [row("Axe 1", "Cohésion sociale"), *PROJETS[:2], row("II.", "Emploi"), *PROJETS[2:4]]
    return [ENTETES, *lignes, row(None, None, None, "Habitat"), JARDIN]


@mise_en_page
def a_row_of_shares_below_the_total() -> Lignes:
    parts = row("Part", ANCT=0.797, Région=0.125, Communes=0.078)
    return [ENTETES, *PROJETS, total("Total", PROJETS), parts, row(ANCT=0.5, Région=0.25)]


def grants() -> Iterable[tuple[list[Any], str | None, Any]]:
    for projet in PROJETS:
        montants = [(ENTETES[c], projet[c]) for c in range(7, LARGEUR) if projet[c]]
        yield from ((projet, *paire) for paire in montants or [(None, None)])


@mise_en_page
def long_one_row_a_grant() -> Lignes:
    titres = [*ENTETES[:7], "Financeur", "Montant"]
    return [titres, *([*projet[:7], payeur, montant] for projet, payeur, montant in grants())]


@mise_en_page
def long_numbered_with_subtotals_by_funder() -> Lignes:
    numeros = {id(projet): f"23-{n}" for n, projet in enumerate(PROJETS, start=1)}
    lignes: Lignes = [["N° dossier", *ENTETES[:6], "Financeur", "Montant"]]
    for payeur in (*ENTETES[7:], None):
        siennes = [(p, m) for p, qui, m in grants() if qui == payeur]
        lignes += [[numeros[id(p)], *p[:6], payeur, m] for p, m in siennes]
        if payeur:
            lignes.append([f"Total {payeur}", *[None] * 7, sum(m for _, m in siennes)])
    return [*lignes, ["TOTAL", *[None] * 7, 32000.50]]


def figures(projet) -> dict[str, Any]:
    controle = check_annee(projet, 2023)
    assert [str(anomalie) for anomalie in controle.anomalies] == []
    return {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}


def test_there_are_thirty_of_them():
    assert len(MISES_EN_PAGE) >= 30


@pytest.mark.parametrize("nom", MISES_EN_PAGE)
def test_the_same_figures_come_out_of_every_layout(projet, ecrire, nom):
    ecrire("programmation", Programmation=MISES_EN_PAGE[nom]())
    lus = figures(projet)
    assert {chiffre: lus[chiffre] for chiffre in ATTENDUS} == ATTENDUS
    ecrire("programmation", Programmation=[ENTETES, *PROJETS])
    assert lus == figures(projet)


@pytest.mark.parametrize("avant", [1, 2])
def test_the_table_may_be_on_the_second_or_the_third_sheet(projet, ecrire, avant):
    autres = {f"Feuil{n}": [["Résumé de l'exportation"], ["Lignes", 5]] for n in range(avant)}
    ecrire("programmation", **autres, Du_01_01_au_30_06=[ENTETES, *PROJETS])
    assert figures(projet)["programmation.total"] == 32000.50


def test_headings_merged_in_groups_over_two_rows(projet, ecrire):
    groupes = [*ENTETES[:7], "Crédits spécifiques", None, "Droit commun"]
    chemin = ecrire(
        "programmation",
        Programmation=[row("Programmation 2023"), groupes, [*[None] * 7, *ENTETES[7:]], *PROJETS],
    )
    classeur = load_workbook(chemin)
    for plage in ("A1:J1", *(f"{lettre}2:{lettre}3" for lettre in "ABCDEFG"), "H2:I2"):
        classeur["Programmation"].merge_cells(plage)
    classeur.save(chemin)
    assert figures(projet)["programmation.total"] == 32000.50


def test_a_note_under_a_list_of_communes_is_no_commune(projet, ecrire):
    ecrire("programmation", Programmation=[ENTETES, *PROJETS])
    communes = [
        ["Commune", "Code INSEE", "Référent"],
        ["Orge", "91549", "M. D."],
        ["Val", "91228", "M. D."],
    ]
    notes = [["Source : INSEE 2022"], ["* hors périmètre"], ["NB", "liste de juin"], ["Total", 2]]
    quartiers = [
        ["Code", "Nom", "Commune(s)", "Type"],
        [None, "Le Parc", "Orge; Val", "communautaire"],
    ]
    ecrire("territoire", Communes=[*communes, [], *notes], Quartiers=[*quartiers, notes[0]])
    lus = figures(projet)
    assert (lus["territoire.communes"], lus["territoire.quartiers"]) == (2, 1)
