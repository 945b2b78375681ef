"""Totals, sections and recaps wherever people print them."""

from tests.reading.mises_en_page.table import (
    AIDE,
    CHANTIER,
    ENTETES,
    FETE,
    FORUM,
    JARDIN,
    PROJETS,
    Lignes,
    row,
    total,
)


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


def total_on_top() -> Lignes:
    return [total("TOTAL", PROJETS), ENTETES, total("TOTAL", PROJETS), *PROJETS]


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


def a_total_without_a_label() -> Lignes:
    return [ENTETES, *PROJETS, total(None, PROJETS)]


def a_total_labelled_in_another_column() -> Lignes:
    return [ENTETES, *PROJETS, total("Total", PROJETS, ou=5)]


def a_total_of_the_supported_actions_only() -> Lignes:
    return [ENTETES, *PROJETS, total("Total", PROJETS[:4])]


def a_label_behind_the_word_total() -> Lignes:
    return [ENTETES, *PROJETS[:2], total("Cohésion sociale – Total", PROJETS[:2]), *PROJETS[2:]]


def last_year_s_total_for_the_record() -> Lignes:
    rappel = total("Rappel : total 2022", PROJETS[:1])
    return [ENTETES, *PROJETS, total("Total 2023", PROJETS), row(), rappel]


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


def a_row_of_shares_below_the_total() -> Lignes:
    parts = row("Part", ANCT=0.797, Région=0.125, Communes=0.078)
    return [ENTETES, *PROJETS, total("Total", PROJETS), parts, row(ANCT=0.5, Région=0.25)]
