"""A change since the publication names the cells that made it."""

import json

from rapportpv.commands.publication import diff_annee
from rapportpv.published.formats import format_ecarts_markdown
from tests.commands.conftest import ENTETE, LIGNES, only, publish, tell, write
from tests.flatten import plain
from tests.tables import write_classeur


def test_a_figure_that_changed_names_the_cell(publie):
    write(publie, A1=LIGNES["A1"].replace("12000", "14000"))
    assert tell(publie) == [
        "Programmation : 23 500 € → 25 500 €, programmation.xlsx › G2",
        "Pilier « Cohésion sociale » : 15 500 € → 17 500 €, programmation.xlsx › G2",
        "Pilier « Cohésion sociale », part de la programmation : 66,0 % → 68,6 %, programmation.xlsx › G2",
        "Pilier « Emploi », part de la programmation : 34,0 % → 31,4 %, programmation.xlsx › G2",
        "ANCT : 20 500 € → 22 500 €, programmation.xlsx › G2",
        "ANCT, part de la programmation : 87,2 % → 88,2 %, programmation.xlsx › G2",
        "Région, part de la programmation : 12,8 % → 11,8 %, programmation.xlsx › G2",
        "Crédits spécifiques : 23 500 € → 25 500 €, programmation.xlsx › G2",
        "Crédits spécifiques de l'État : 20 500 € → 22 500 €, programmation.xlsx › G2",
        "Crédits spécifiques de l'État, part du pilier « Cohésion sociale » : 61,0 % → 64,4 %, programmation.xlsx › G2",
        "Crédits spécifiques de l'État, part du pilier « Emploi » : 39,0 % → 35,6 %, programmation.xlsx › G2",
    ]


def test_the_cell_is_where_the_row_is_now(publie):
    write(publie, A0="| A0 | Avant | Ville d'Orge | commune | Emploi | refusée | | |", A1=None)
    write_classeur(
        publie / "2023" / "programmation.xlsx",
        Programmation="\n".join(
            [ENTETE, LIGNES["A2"], LIGNES["A3"], LIGNES["A1"].replace("3000", "3500"), LIGNES["A4"]]
        ),
    )
    assert only(tell(publie), "Région") == ["Région : 3 000 € → 3 500 €, programmation.xlsx › H4"]


def test_an_amount_that_was_erased_or_typed_where_there_was_none(publie):
    write(
        publie,
        A1=LIGNES["A1"].replace("3000", ""),
        A2="| A2 | Chantier jeunes | Le Club | association | Emploi | soutenue | 8000 | 700 |",
    )
    assert only(tell(publie), "Région", "Pilier « Emploi »") == [
        "Pilier « Emploi » : 8 000 € → 8 700 €, programmation.xlsx › H3",
        "Région : 3 000 € → 700 €, programmation.xlsx › H2 ; programmation.xlsx › H3",
    ]


def test_a_new_row_names_its_amounts(publie):
    write(publie, A5="| A5 | Fête | Le Club | association | Emploi | soutenue | 1000 | |")
    lignes = tell(publie)
    assert only(lignes, "Pilier « Emploi »", "Actions portées par des associations") == [
        "Pilier « Emploi » : 8 000 € → 9 000 €, programmation.xlsx › G6",
        "Actions portées par des associations : 2 → 3, programmation.xlsx › D6",
    ]
    assert only(lignes, "Actions soutenues") == [
        "Actions soutenues : 3 → 4, programmation.xlsx › D6"
    ]


def test_a_row_that_is_gone_is_named_by_its_key(publie):
    write(publie, A3=None)
    assert only(tell(publie), "Programmation", "Pilier « Cohésion sociale »") == [
        "Programmation : 23 500 € → 23 000 €, programmation.xlsx › « A3 », qui n'y est plus",
        "Pilier « Cohésion sociale » : 15 500 € → 15 000 €, programmation.xlsx › « A3 », qui n'y est plus",
    ]


def test_a_row_that_no_longer_counts_names_its_status(publie):
    write(publie, A3=LIGNES["A3"].replace("soutenue", "refusée").replace("500", ""))
    assert only(tell(publie), "Programmation", "Actions soutenues") == [
        "Programmation : 23 500 € → 23 000 €, programmation.xlsx › F4",
        "Actions soutenues : 3 → 2, programmation.xlsx › F4",
    ]


def test_a_row_that_changes_heading_names_the_heading(publie):
    write(publie, A1=LIGNES["A1"].replace("Cohésion sociale", "Emploi"))
    lignes = tell(publie)
    assert only(lignes, "Pilier « Emploi »", "Pilier « Cohésion sociale »") == [
        "Pilier « Cohésion sociale » : 15 500 € → 500 €, programmation.xlsx › E2",
        "Pilier « Emploi » : 8 000 € → 23 000 €, programmation.xlsx › E2",
    ]
    assert only(lignes, "Programmation") == []


def test_rows_without_a_number_and_the_fcs(projet):
    fcs = """
    | N° | Axe | Opérateur | Intitulé | Montant |
    | -- | --- | --------- | -------- | ------- |
    | 1  | 1   | Les Amis  | Fête     | 500     |
    | 2  | 2   | Le Club   | Stage    | {stage} |
    """
    chemin = projet / "2023" / "fcs.xlsx"
    write_classeur(chemin, FCS=fcs.format(stage=800))
    publish(projet)
    write_classeur(chemin, FCS=fcs.format(stage=950.50))
    assert tell(projet) == [
        "Fonds de Cohésion Sociale : 1 300 € → 1 450,50 €, fcs.xlsx › E3",
        "Fonds de Cohésion Sociale, axe 2 : 800 € → 950,50 €, fcs.xlsx › E3",
    ]
    etat = json.loads((projet / "publication" / "2023.json").read_text("utf-8"))
    assert "Les Amis – Aide aux devoirs" in etat["rangees"]["programmation"]


def test_tables_lines_that_changed(publie):
    write(publie, A2=LIGNES["A2"].replace("8000", "9000"))
    texte = plain(format_ecarts_markdown(diff_annee(publie, 2023).ecarts))
    assert "- Répartition financière par pilier\n\n  ```diff\n" in texte
    assert "  - Emploi | 8 000 € | 34,0 %\n" in texte
    assert "  + Emploi | 9 000 € | 36,7 %\n" in texte
    assert "Habitat" not in texte
