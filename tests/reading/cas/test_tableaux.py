"""Other tables on the sheet, other sheets in the workbook, titles of another year or unit."""

import pytest

from tests.flatten import plain
from tests.reading.cas.lire import lire

TABLE = """
| Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
| Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000   |
| Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  |        |
"""
AUTRE = TABLE.replace("12000", "9000").replace("8000", "7000")


@pytest.mark.parametrize(
    ("dessous", "mot"),
    [
        (f"| Projets 2022 pour mémoire |{AUTRE}", "avec lui, de 42 000 €"),
        ("| Rappel 2022 |\n| Bal | Le Club | Emploi | soutenue | 5000 | |", "5 000 €"),
        ("| Opérateur | Pilier | ANCT |\n| Le Club | Emploi | 4321 |", "4 321 €"),
    ],
    ids=["headings", "title alone", "other headings"],
)
def test_a_second_table_below_is_told_with_both_totals(projet, dessous, mot):
    lu = lire(projet, Programmation=f"{TABLE}| |\n{dessous}")
    assert [code for code, _ in lu.erreurs] == ["PV021"]
    assert "Sans lui, le total est de 23 000 €" in lu.dits
    assert plain(mot) in lu.dits


def test_a_table_for_each_pilier_is_one_table(projet):
    entete, aide, chantier = TABLE.strip().splitlines()
    lignes = ("| Cohésion sociale |", entete, aide, "| |", "| Emploi |", entete, chantier)
    lu = lire(projet, Programmation="\n".join(lignes))
    assert (lu.erreurs, lu.total) == ([], 23000)


@pytest.mark.parametrize(("emploi", "erreurs"), [(8000, []), (8001, [("PV021", "H1, I1, J1")])])
def test_a_summary_beside_is_right_when_its_numbers_are_sums(projet, emploi, erreurs):
    lu = lire(
        projet,
        Programmation=f"""
        | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région | | Pilier | ANCT | Total |
        | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000 | | Cohésion sociale | 12000 | 15000 |
        | Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  |      | | Emploi | {emploi} | 8000 |
        """,
    )
    assert lu.erreurs == erreurs


def test_a_summary_below_is_right_when_its_numbers_are_sums(projet):
    resume = "| |\n| Pilier | ANCT | Total |\n| Cohésion sociale | 12000 | 15000 |\n| Emploi | 8000 | 8000 |"
    lu = lire(projet, Programmation=TABLE + resume)
    assert (lu.erreurs, lu.total) == ([], 23000)


@pytest.mark.parametrize("nom", ["2e appel", "Copie de Programmation", "Janvier"])
def test_a_sheet_with_the_same_headings_is_told_with_both_totals(projet, nom):
    lu = lire(projet, Programmation=TABLE, **{nom: AUTRE})
    assert [code for code, _ in lu.erreurs] == ["PV022"]
    assert "23 000 € dans l'une, 19 000 € dans l'autre" in lu.dits
    assert f'[feuilles] ignorer = ["{nom}"]' in lu.dits


@pytest.mark.parametrize(
    "feuilles",
    [
        {"Programmation": TABLE, "Sauvegarde": TABLE},  # the same thing twice
        {"2023": TABLE, "2022": AUTRE},
        {"Programmation": TABLE, "Programmation 2022": AUTRE},
        {"Programmation": TABLE, "Synthèse": "| Pilier | ANCT |\n| Emploi | 8000 |"},
    ],
    ids=lambda feuilles: list(feuilles)[-1],
)
def test_a_sheet_that_is_no_part_of_the_year_changes_nothing(projet, feuilles):
    lu = lire(projet, **feuilles)
    assert (lu.erreurs, lu.total) == ([], 23000)


def test_a_sheet_a_pilier_is_to_be_made_one(projet):
    sans = "\n".join(ligne.replace("| Pilier           ", "") for ligne in TABLE.splitlines())
    sans = sans.replace("| Cohésion sociale ", "").replace("| Emploi           ", "")
    lu = lire(projet, **{"Cohésion sociale": sans, "Emploi": sans.replace("8000", "5000")})
    assert [code for code, _ in lu.erreurs] == ["PV014"]
    assert "Réunissez leurs lignes dans une seule feuille" in lu.dits
    assert "la bonne" not in lu.dits


@pytest.mark.parametrize(
    ("titre", "erreurs"),
    [
        ("Programmation 2023", []),
        ("Contrat de ville 2020-2026", []),
        ("Engagements Quartiers 2030", []),
        ("Version du 3 mars 2024", []),
        ("Programmation 2023 (montants en k€)", [("PV020", "A1")]),
        ("Programmation 2022", [("PV023", "A1")]),
    ],
)
def test_what_the_title_says_of_all_amounts(projet, titre, erreurs):
    lu = lire(projet, Programmation=f"| {titre} |\n{TABLE}")
    assert lu.erreurs == erreurs


def test_the_other_workbooks_are_read_in_the_same_way(projet):
    table = "| Commune | Opération | Dispositif | Montant |\n| Orge | Préau | NPNRU | 5000 |"
    rappel = f"{table}\n| |\n| Rappel 2022 |\n| Orge | Toit | NPNRU | 900 |"
    lu = lire(projet, classeur="fonds_de_concours", Fonds_de_concours=rappel)
    assert lu.erreurs == [("PV021", "4:5")]
    accordes = table.replace("Montant", "Montant accordé | Montant demandé").replace(
        "5000", "5000 | 7000"
    )
    lu = lire(projet, classeur="fonds_de_concours", Fonds_de_concours=accordes)
    assert (lu.erreurs, lu.chiffre("fonds_de_concours_npnru.total")) == ([], 5000)


def test_a_row_copied_in_another_workbook_is_told(projet):
    ligne = "| Orge | Préau | NPNRU | 5000 |"
    table = f"| Commune | Opération | Dispositif | Montant |\n{ligne}\n{ligne}"
    lu = lire(projet, classeur="fonds_de_concours", Fonds_de_concours=table)
    assert lu.erreurs == [("PV408", "D2, D3")]
    assert "5 000 € sont comptés en trop" in lu.dits
