"""Headings, columns, notes and words as people put them."""

from tests.reading.mises_en_page.table import (
    AIDE,
    CHANTIER,
    ENTETES,
    FETE,
    FORUM,
    JARDIN,
    LARGEUR,
    PROJETS,
    Lignes,
    columns,
    row,
    total,
)


def as_in_the_contract() -> Lignes:
    return [ENTETES, *PROJETS]


def columns_from_last_to_first() -> Lignes:
    return columns([*reversed(range(LARGEUR))], [ENTETES, *PROJETS])


def columns_shuffled_with_empty_ones_between() -> Lignes:
    return columns(
        [None, 9, 5, None, 0, 7, 3, None, None, 1, 8, 4, 2, 6, None], [ENTETES, *PROJETS]
    )


def headings_in_capitals_without_accents() -> Lignes:
    nus = ["INTITULE DE L'ACTION", "OPERATEUR", "TYPE D'OPERATEUR", "PILIER", "COMMUNE(S)"]
    return [[*nus, "STATUT", "COUT TOTAL", "ANCT", "REGION", "COMMUNES"], *PROJETS]


def headings_with_line_breaks_and_stars() -> Lignes:
    titres = [
        "Intitulé\nde l’action *",
        "Opérateur ",
        "Type\nd’opérateur",
        " Pilier*",
        "Commune(s)\n",
    ]
    return [[*titres, "Statut :", "Coût\ntotal", "P147", "Région\u00a0", "COMMUNES"], *PROJETS]


def two_title_rows_and_a_date() -> Lignes:
    titres = [row("Programmation 2023 – Contrat de ville"), row("Version au 3 juillet 2023")]
    return [*titres, row(), row(None, "montants en euros"), ENTETES, *PROJETS]


def units_and_numbers_below_the_headings() -> Lignes:
    unites = row(Coût_total="en €", ANCT="en €", Région="€", Communes="€")
    return [ENTETES, unites, [n + 1 for n in range(LARGEUR)], *PROJETS]


def headings_again_on_each_page() -> Lignes:
    return [ENTETES, *PROJETS[:2], row(), ENTETES, *PROJETS[2:4], ENTETES, JARDIN]


def notes_below() -> Lignes:
    notes = [row("Source : service politique de la ville"), row(None, None, "(1) sous réserve")]
    return [ENTETES, *PROJETS, total("Total", PROJETS), row(), *notes, row("* hors droit commun")]


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


def side_notes_beyond_the_table() -> Lignes:
    cote = [["à revoir"], [None], [2023], ["vu"], [None]]
    lignes = [[*projet, None, *note] for projet, note in zip(PROJETS, cote, strict=True)]
    return [ENTETES, *lignes, [*row(), None, "ne pas diffuser"]]


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


def blank_rows_everywhere() -> Lignes:
    vides = [row(), row("  ", "\u00a0"), []]
    return [*vides, ENTETES, *vides, AIDE, FETE, *vides, CHANTIER, row(), FORUM, JARDIN, *vides]


def columns_of_the_service_s_own() -> Lignes:
    titres = [*ENTETES, "Date du comité", "Observations", "Suivi par"]
    return [titres, *([*projet, "12/04/2023", "RAS", "M. D."] for projet in PROJETS)]


def sections_in_two_cells() -> Lignes:
    lignes = [row("Axe 1", "Cohésion sociale"), *PROJETS[:2], row("II.", "Emploi"), *PROJETS[2:4]]
    return [ENTETES, *lignes, row(None, None, None, "Habitat"), JARDIN]
