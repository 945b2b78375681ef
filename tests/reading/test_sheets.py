"""Sheets as people keep them: where the headings are, what each row is, what it becomes."""

import shutil
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest

from rapportpv.core.dossier import Dossier
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.year.controle import check_annee
from tests.tables import parse_table, write_classeur

SIMPLE = """
| Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
| -------------------- | --------- | ---------------- | -------- | ----- | ------ |
| Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000   |
| Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  |        |
"""


def load(projet) -> Dossier:
    controle = check_annee(projet, 2023)
    assert [str(anomalie) for anomalie in controle.anomalies] == []
    assert controle.dossier
    return controle.dossier


def amounts(dossier: Dossier) -> dict[tuple[str, str], int]:
    soutenues = dossier.programmation.soutenues
    return soutenues.groupby(["pilier", "financeur"])["montant"].sum().to_dict()


ATTENDUS = {
    ("cohesion", "anct"): 1200000,
    ("cohesion", "region"): 300000,
    ("emploi", "anct"): 800000,
}

MISES_EN_PAGE = {
    "as in the contract": SIMPLE,
    "columns in another order, capitals, no accents, funders by alias": """
        | P147  | STATUT   | PILIER           | REGION | OPERATEUR | INTITULE DE L’ACTION |
        | ----- | -------- | ---------------- | ------ | --------- | -------------------- |
        | 12000 | SOUTENUE | COHESION SOCIALE | 3000   | Les Amis  | Aide aux devoirs     |
        | 8000  | Soutenu  | emploi           |        | Le Club   | Chantier jeunes      |
        """,
    "amounts as people type them": """
        | Intitulé de l'action | Opérateur | Pilier       | Statut      | ANCT        | Région |
        | -------------------- | --------- | ------------ | ----------- | ----------- | ------ |
        | Aide aux devoirs     | Les Amis  | Lien social  | soutenue    | 12 000,00 € | 3 k€   |
        | Chantier jeunes      | Le Club   | Emploi       | A justifier | 8.000,00    | -      |
        """,
    "titles, sections, subtotals, a blank line, headings again, a note": """
        | Programmation 2023   |           |                  |          |       |        |
        | (en euros)           |           |                  |          |       |        |
        |                      |           |                  |          |       |        |
        | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
        | 1. Cohésion sociale  |           |                  |          |       |        |
        | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000   |
        | Sous-total           |           |                  |          | 12000 | 3000   |
        |                      |           |                  |          |       |        |
        | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
        | Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  |        |
        |                      |           | S/Total Emploi   |          | 8000  | 0      |
        | TOTAL GÉNÉRAL        |           |                  |          | 20000 | 3000   |
        |                      |           |                  |          | 20000 | 3000   |
        | Source : service politique de la ville |  |         |          |       |        |
        """,
    "long: one row a grant": """
        | N° dossier | Intitulé de l'action | Opérateur | Pilier           | Statut   | Financeur | Montant |
        | ---------- | -------------------- | --------- | ---------------- | -------- | --------- | ------- |
        | 23-1       | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | ANCT      | 12000   |
        | 23-2       | Chantier jeunes      | Le Club   | Emploi           | soutenue | p147      | 8000    |
        | 23-1       | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | Region    | 3000    |
        """,
    "long, without numbers": """
        | Financeur | Montant | Intitulé de l'action | Opérateur | Pilier           | Statut   |
        | --------- | ------- | -------------------- | --------- | ---------------- | -------- |
        | ANCT      | 12000   | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue |
        | Région    | 3000    | AIDE AUX DEVOIRS     | les amis  | Cohésion sociale | soutenue |
        | ANCT      | 8000    | Chantier jeunes      | Le Club   | Emploi           | soutenue |
        """,
}


@pytest.mark.parametrize("mise_en_page", MISES_EN_PAGE.values(), ids=MISES_EN_PAGE.keys())
def test_the_same_figures_come_out_of_every_layout(projet, ecrire, mise_en_page):
    ecrire("programmation", Programmation=mise_en_page)
    dossier = load(projet)
    assert amounts(dossier) == ATTENDUS
    assert len(dossier.programmation.feuille.frame) == 2


def test_the_index_is_the_excel_row(projet, ecrire):
    ecrire("programmation", Programmation=[["Titre"], [], *parse_table(SIMPLE)])
    dossier = load(projet)
    assert list(dossier.programmation.feuille.frame.index) == [4, 5]
    assert list(dossier.programmation.subventions.index) == [4, 4, 5]


def test_the_sheet_is_found_by_its_name_before_its_headings(projet, ecrire):
    reglages = projet / "rapportpv.toml"
    ignorer = '\n[feuilles]\nignorer = ["Brouillon"]\n'
    reglages.write_text(reglages.read_text("utf-8") + ignorer, "utf-8")
    brouillon = SIMPLE.replace("12000", "99999")
    ecrire("programmation", Brouillon=brouillon, PROGRAMMATION=SIMPLE)
    assert amounts(load(projet)) == ATTENDUS


def test_the_sheet_is_found_by_its_headings_when_no_name_fits(projet, ecrire):
    resume = "| Résumé de l'exportation |\n| Lignes | 2 |"
    ecrire("programmation", Résumé=resume, Du_01_01_au_30_06=SIMPLE)
    assert amounts(load(projet)) == ATTENDUS


def test_communes_is_the_place_and_the_funder_side_by_side(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Commune(s) | Communes |
        | -------------------- | --------- | ------ | -------- | ---------- | -------- |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | Orge       | 500      |
        """,
    )
    dossier = load(projet)
    assert dossier.programmation.feuille.frame["communes"].tolist() == ["Orge"]
    assert amounts(dossier) == {("emploi", "communes"): 50000}


def test_other_headings_are_declared_in_the_settings(projet, ecrire):
    reglages = projet / "rapportpv.toml"
    colonnes = '\n[colonnes.programmation]\noperateur = ["Porteur"]\nignorer = ["Budget demandé"]\n'
    reglages.write_text(reglages.read_text("utf-8") + colonnes, "utf-8")
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | PORTEUR | Pilier | Statut   | ANCT | Budget demandé |
        | -------------------- | ------- | ------ | -------- | ---- | -------------- |
        | Chantier jeunes      | Le Club | Emploi | soutenue | 8000 | 12000          |
        """,
    )
    assert load(projet).programmation.feuille.frame["operateur"].tolist() == ["Le Club"]


def test_headings_may_stand_on_two_rows_with_merged_groups(projet, ecrire):
    from openpyxl import load_workbook

    chemin = ecrire(
        "programmation",
        Programmation=[
            ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "Financeurs publics", None],
            [None, None, None, None, "ANCT", "Région"],
            *parse_table(SIMPLE)[1:],
        ],
    )
    classeur = load_workbook(chemin)
    for plage in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"):
        classeur["Programmation"].merge_cells(plage)
    classeur.save(chemin)
    assert amounts(load(projet)) == ATTENDUS


def test_a_text_merged_over_rows_is_the_text_of_each(projet, ecrire):
    from openpyxl import load_workbook

    lignes = parse_table(SIMPLE.replace("Emploi          ", "Cohésion sociale"))
    lignes[2][2] = None
    chemin = ecrire("programmation", Programmation=lignes)
    classeur = load_workbook(chemin)
    classeur["Programmation"].merge_cells("C2:C3")
    classeur.save(chemin)
    assert load(projet).programmation.feuille.frame["pilier"].tolist() == ["cohesion", "cohesion"]


def test_an_axis_is_a_column_or_a_section_heading(projet, ecrire):
    colonne = """
        | N° | Axe   | Opérateur | Intitulé | Montant |
        | -- | ----- | --------- | -------- | ------- |
        | 1  | Axe 1 | Les Amis  | Fête     | 500     |
        | 2  | 2     | Le Club   | Stage    | 900     |
        """
    sections = """
        | N° | Opérateur | Intitulé | Montant |
        | -- | --------- | -------- | ------- |
        | 1. Soutenir les associations | | | |
        | 1  | Les Amis  | Fête     | 500     |
        | TOTAL_1 | | | 500 |
        | 2. FORMER LES ACTEURS | | | |
        | 2  | Le Club   | Stage    | 900     |
        | TOTAL_2 | | | 900 |
        """
    for feuille in (colonne, sections):
        ecrire("fcs", FCS=feuille)
        fcs = load(projet).feuille(FCS)
        assert fcs is not None
        assert fcs.frame[["axe", "montant"]].values.tolist() == [["1", 50000], ["2", 90000]]


def test_a_long_project_is_supported_when_one_of_its_grants_is(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
        | -------------------- | --------- | ------ | -------- | --------- | ------- |
        | Chantier jeunes      | Le Club   | Emploi | refusée  | Région    | 700     |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | ANCT      | 8000    |
        """,
    )
    dossier = load(projet)
    assert len(dossier.programmation.actions) == 1
    assert amounts(dossier) == {("emploi", "anct"): 800000}


def test_an_old_excel_file_is_read_too(projet):
    """The two projects of SIMPLE, below an empty row, in a file that Excel 97 could read."""
    (projet / "2023" / "programmation.xlsx").unlink()
    shutil.copy(Path(__file__).parent / "programmation.xls", projet / "2023")
    dossier = load(projet)
    assert amounts(dossier) == ATTENDUS
    assert list(dossier.programmation.feuille.frame.index) == [3, 4]


def test_a_libreoffice_file_is_read_too(projet):
    (projet / "2023" / "programmation.xlsx").unlink()
    write_ods(projet / "2023" / "programmation.ods", parse_table(SIMPLE))
    assert amounts(load(projet)) == ATTENDUS


def write_ods(chemin: Path, lignes: list[list[object]]) -> None:
    espaces = " ".join(
        f'xmlns:{nom}="urn:oasis:names:tc:opendocument:xmlns:{nom}:1.0"'
        for nom in ("office", "table", "text")
    )
    rangees = "".join(
        f"<table:table-row>{''.join(map(ods_cell, r))}</table:table-row>" for r in lignes
    )
    contenu = (
        f'<office:document-content {espaces} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Programmation">{rangees}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(chemin, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", contenu)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")


def ods_cell(valeur: object) -> str:
    if valeur is None:
        return "<table:table-cell/>"
    if isinstance(valeur, int):
        return f'<table:table-cell office:value-type="float" office:value="{valeur}"/>'
    return (
        f'<table:table-cell office:value-type="string"><text:p>{escape(str(valeur))}</text:p>'
        "</table:table-cell>"
    )


def test_nothing_is_written_into_the_workbooks(projet):
    avant = {f: f.read_bytes() for f in projet.rglob("*") if f.is_file()}
    load(projet)
    assert {f: f.read_bytes() for f in projet.rglob("*") if f.is_file()} == avant


def test_macros_and_templates_of_excel_open_like_the_rest(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE)
    chemin.rename(chemin.with_suffix(".xlsm"))
    assert amounts(load(projet)) == ATTENDUS


def test_leading_empty_columns_and_rows_keep_their_addresses(projet):
    write_classeur(
        projet / "2023" / "programmation.xlsx",
        Programmation=[[], [], *([None, None, *ligne] for ligne in parse_table(SIMPLE))],
    )
    dossier = load(projet)
    lieu = dossier.programmation.feuille.lieu([4], "pilier")
    assert lieu.cellules == ("E4",)
