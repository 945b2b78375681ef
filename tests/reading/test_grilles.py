"""The grid of a workbook: which sheet, what is merged, hidden, computed; and files of every kind."""

import os
import re
import shutil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import StringProperty

from rapportpv.core.anomalie import Anomalie
from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.year.controle import check_annee
from tests.tables import parse_table

SIMPLE = """
| Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
| -------------------- | --------- | ---------------- | -------- | ----- | ------ |
| Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000   |
| Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  |        |
"""


def faults(projet) -> list[Anomalie]:
    return list(check_annee(projet, 2023).anomalies)


def told(projet) -> list[tuple[str, str]]:
    return [(anomalie.rule.code, str(anomalie.lieu)) for anomalie in faults(projet)]


def change(chemin: Path, *changes) -> None:
    """The workbook again, its first sheet changed in Excel's own terms."""
    classeur = load_workbook(chemin)
    for appliquer in changes:
        appliquer(classeur.worksheets[0])
    classeur.save(chemin)


def total(projet) -> int:
    dossier = check_annee(projet, 2023).dossier
    assert dossier
    return int(dossier.programmation.soutenues["montant"].sum()) // 100


# Which sheet


def test_two_sheets_that_fit_are_told_and_neither_is_preferred_in_silence(projet, ecrire):
    ecrire("programmation", Version_de_mars=SIMPLE, Version_de_juin=SIMPLE)
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV014", "2023/programmation.xlsx")
    assert "«\u00a0Version de mars\u00a0», «\u00a0Version de juin\u00a0»" in anomalie.message
    assert "Réunissez leurs lignes dans une seule feuille" in anomalie.message


@pytest.mark.parametrize(
    "autre",
    [
        SIMPLE.splitlines()[1],  # an empty form
        "| Intitulé de l'action | Opérateur | Pilier | Statut |\n| Aide | Les Amis | Emploi | soutenue |",
        "| Intitulé de l'action | Opérateur | ANCT |\n| Aide aux devoirs | Les Amis | 12000 |",
    ],
    ids=["no row", "no amount", "not all that is required"],
)
def test_a_sheet_that_could_not_do_is_no_candidate(projet, ecrire, autre):
    ecrire("programmation", Autre=autre, Saisie=SIMPLE)
    assert told(projet) == []
    assert total(projet) == 23000


def test_of_two_sheets_the_one_with_the_name_is_read_and_the_other_told(projet, ecrire):
    ecrire("programmation", Avant=SIMPLE.replace("12000", "1"), PROGRAMMATION=SIMPLE)
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, anomalie.lieu.feuille) == ("PV022", "Avant")
    assert "23\u202f000\u00a0€ dans l’une, 11\u202f001\u00a0€ dans l’autre" in anomalie.message
    assert total(projet) == 23000
    reglages = projet / "rapportpv.toml"
    reglages.write_text(f"{reglages.read_text('utf-8')}\n{anomalie.suggestion}\n", "utf-8")


def hide_first(classeur: Workbook) -> None:
    classeur.worksheets[0].sheet_state = "hidden"


def test_a_hidden_sheet_is_not_read_and_told_when_it_is_the_one(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE, Notes="| Rien |")
    classeur = load_workbook(chemin)
    hide_first(classeur)
    classeur.save(chemin)
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV018", "2023/programmation.xlsx")
    assert "«\u00a0Programmation\u00a0» est masquée" in anomalie.message


def test_a_hidden_sheet_gives_way_to_a_visible_one(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE.replace("12000", "1"), Feuil2=SIMPLE)
    classeur = load_workbook(chemin)
    hide_first(classeur)
    classeur.save(chemin)
    assert told(projet) == []
    assert total(projet) == 23000


# Merged cells


@pytest.mark.parametrize("montant", [12000, "12 000 €"], ids=["number", "text"])
def test_merged_amounts_are_told_in_words_and_counted_once(projet, ecrire, montant):
    lignes = parse_table(SIMPLE)
    lignes[1][4], lignes[2][4] = montant, None
    change(ecrire("programmation", Programmation=lignes), lambda f: f.merge_cells("E2:E3"))
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV016", ("E2",))
    assert "E2:E3" in anomalie.message
    assert "plusieurs lignes" in anomalie.message
    assert total(projet) == 15000


def test_a_text_merged_over_two_columns_is_told_once(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE)
    change(chemin, lambda f: f.merge_cells("A2:B2"))
    [anomalie] = faults(projet)  # and not an empty operator too
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV016", ("A2",))
    assert "plusieurs colonnes" in anomalie.message


def test_titles_totals_and_blank_cells_may_be_merged(projet, ecrire):
    tableau = """
        | Programmation 2023   |           |                  |          |       |        |
        | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
        | 1. Cohésion sociale  |           |                  |          |       |        |
        | Aide aux devoirs     | Les Amis  | Cohésion sociale | soutenue | 12000 | 3000   |
        | Chantier jeunes      | Le Club   | Emploi           | soutenue | 8000  |        |
        | Jeux                 | Le Club   | Emploi           | refusée  |       |        |
        | Total                |           |                  |          | 20000 | 3000   |
        """
    fusions = ("A1:F1", "A3:F3", "F5:F6", "E6:F6", "A7:D7")
    change(
        ecrire("programmation", Programmation=tableau),
        *(lambda f, plage=plage: f.merge_cells(plage) for plage in fusions),
    )
    assert told(projet) == []
    assert total(projet) == 23000


def test_blank_cells_merged_far_from_the_table_are_not_looked_at(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE)
    change(chemin, lambda f: f.merge_cells("T1:Z9"), lambda f: f.merge_cells("A20:A30"))
    assert told(projet) == []


def test_amounts_merged_over_the_whole_sheet_are_told_in_no_time(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE)
    xml = '</sheetData><mergeCells><mergeCell ref="B2:XFD1048576"/></mergeCells>'
    rewrite_sheet(chemin, lambda avant: avant.replace("</sheetData>", xml))
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV016", ("B2",))


def test_a_number_merged_over_the_grants_of_a_project_is_that_of_each(projet, ecrire):
    tableau = """
        | N° dossier | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
        | 12         | Chantier             | Le Club   | Emploi | soutenue | ANCT      | 8000    |
        |            |                      |           |        |          | Région    | 500     |
        """
    change(
        ecrire("programmation", Programmation=tableau),
        *(lambda f, c=c: f.merge_cells(f"{c}2:{c}3") for c in "ABCDE"),
    )
    controle = check_annee(projet, 2023)
    assert controle.anomalies == ()
    assert controle.dossier
    assert list(controle.dossier.programmation.lignes.values()) == [(2, 3)]


# Hidden rows and columns


def test_hidden_amounts_are_counted_and_told(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE)
    change(
        chemin,
        lambda f: setattr(f.row_dimensions[3], "hidden", True),
        lambda f: setattr(f.column_dimensions["F"], "hidden", True),
    )
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV015", ("F2", "E3"))
    assert "(la ligne 3, la colonne F)\u00a0: 11\u202f000\u00a0€" in anomalie.message
    assert total(projet) == 23000


def test_what_is_hidden_without_an_amount_that_counts_is_nobody_s_business(projet, ecrire):
    tableau = SIMPLE + "| Jeux | Le Club | Emploi | refusée |  |  |\n"
    change(
        ecrire("programmation", Programmation=tableau),
        lambda f: setattr(f.row_dimensions[4], "hidden", True),
        lambda f: setattr(f.column_dimensions["A"], "hidden", True),
        lambda f: setattr(f.row_dimensions[40], "hidden", True),
    )
    assert told(projet) == []


def test_columns_hidden_as_a_group_are_all_seen(projet, ecrire):
    chemin = ecrire("programmation", Programmation=SIMPLE)
    change(chemin, lambda f: f.column_dimensions.group("D", "F", hidden=True))
    [anomalie] = faults(projet)
    assert anomalie.lieu.cellules == ("E2", "F2", "E3")


def test_hidden_amounts_of_another_sheet_are_told_too(projet, ecrire):
    tableau = """
        | Commune | Opération | Dispositif | Montant |
        | Orge    | Préau     | NPNRU      | 500     |
        | Orge    | Square    | NPNRU      | 0       |
        """
    change(
        ecrire("fonds_de_concours", Fonds_de_concours=tableau),
        *(lambda f, n=n: setattr(f.row_dimensions[n], "hidden", True) for n in (2, 3)),
    )
    assert told(projet) == [("PV015", "2023/fonds_de_concours.xlsx › Fonds de concours › D2")]


def test_so_are_those_of_a_sheet_that_few_projects_have(projet, ecrire):
    tableau = """
        | Quartier     | Opération | Maître d'ouvrage | Montant |
        | Les Tilleuls | Halle     | SEM              | 500     |
        | Les Tilleuls | Square    | SEM              |         |
        """
    change(
        ecrire("npnru", NPNRU=tableau),
        *(lambda f, n=n: setattr(f.row_dimensions[n], "hidden", True) for n in (2, 3)),
    )
    assert told(projet) == [("PV015", "2023/npnru.xlsx › NPNRU › D2")]


# Formulas


def set_value(chemin: Path, cellule: str, valeur: str, genre: str = "n") -> None:
    """The result of a formula, as Excel leaves it in the file."""
    with ZipFile(chemin) as archive:
        parties = {nom: archive.read(nom) for nom in archive.namelist()}
    nom = "xl/worksheets/sheet1.xml"
    motif = rf'<c r="{cellule}"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>'
    remplace = rf'<c r="{cellule}"\1 t="{genre}"><f>\2</f><v>{valeur}</v></c>'
    texte, fois = re.subn(motif, remplace, parties[nom].decode())
    assert fois == 1, cellule
    parties[nom] = texte.encode()
    with ZipFile(chemin, "w", ZIP_DEFLATED) as archive:
        for partie, contenu in parties.items():
            archive.writestr(partie, contenu)


def test_a_formula_never_calculated_is_not_an_empty_cell_too(projet, ecrire):
    tableau = """
        | Commune | Opération | Dispositif | Montant |
        | Orge    | Préau     | NPNRU      | =300+200 |
        """
    ecrire("fonds_de_concours", Fonds_de_concours=tableau)
    assert told(projet) == [("PV110", "2023/fonds_de_concours.xlsx › Fonds de concours › D2")]


def test_a_required_text_never_calculated_is_told_once(projet, ecrire):
    lignes = parse_table(SIMPLE)
    lignes[1][2] = "=VLOOKUP(A2,Notes!A:B,2,0)"
    ecrire("programmation", Programmation=lignes, Notes=[["Aide aux devoirs", "Emploi"]])
    assert told(projet) == [("PV110", "2023/programmation.xlsx › Programmation › C2")]


def test_a_formula_whose_result_is_an_empty_text_was_calculated(projet, ecrire):
    lignes = parse_table(SIMPLE)
    lignes[2][5] = '=IF(E3>9000,1,"")'
    chemin = ecrire("programmation", Programmation=lignes)
    set_value(chemin, "F3", "", "str")
    assert told(projet) == []


def test_a_total_never_calculated_is_no_figure_of_ours(projet, ecrire):
    lignes = [*parse_table(SIMPLE), ["Total", None, None, None, "=SUM(E2:E3)", "=SUM(F2:F3)"]]
    ecrire("programmation", Programmation=lignes)
    assert told(projet) == []


def test_a_row_of_sums_without_result_or_label_is_no_trouble(projet, ecrire):
    vide = [None] * 4
    lignes = [*parse_table(SIMPLE), [*vide, "=SUM(E2:E3)"], [*vide, None, "=SUM(F2:F3)"]]
    ecrire("programmation", Programmation=lignes)
    assert told(projet) == []


def test_the_result_of_a_formula_is_read(projet, ecrire):
    lignes = parse_table(SIMPLE)
    lignes[1][4] = "=6000*2"
    chemin = ecrire("programmation", Programmation=lignes)
    set_value(chemin, "E2", "12000")
    assert told(projet) == []
    assert total(projet) == 23000


# Files of every kind


def test_an_annotated_copy_is_refused(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    classeur = load_workbook(chemin)
    classeur.custom_doc_props.append(StringProperty(name="rapportpv.copie", value="oui"))
    classeur.save(chemin)
    assert told(projet) == [("PV017", "2023/programmation.xlsx")]


def test_other_custom_properties_are_nobody_s_business(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    classeur = load_workbook(chemin)
    classeur.custom_doc_props.append(StringProperty(name="Service", value="rapportpv.copie"))
    classeur.save(chemin)
    assert told(projet) == []


def test_an_old_excel_file_by_the_name_of_a_new_one_is_read(projet):
    ancien = Path(__file__).parent / "programmation.xls"
    shutil.copy(ancien, projet / "2023" / "programmation.xlsx")
    assert told(projet) == []
    assert total(projet) == 23000


def write_ods(chemin: Path, rangees: str, mimetype: str = "spreadsheet") -> None:
    noms = ("office", "table", "text")
    espaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in noms)
    contenu = (
        f"<office:document-content {espaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Programmation">{rangees}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(chemin, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{mimetype}")
        archive.writestr("content.xml", contenu)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")


def ods_cell(valeur: object) -> str:
    if valeur is None:
        return "<table:table-cell/>"
    if isinstance(valeur, int):
        return f'<table:table-cell office:value-type="float" office:value="{valeur}"/>'
    return (
        f'<table:table-cell office:value-type="string"><text:p>{valeur}</text:p></table:table-cell>'
    )


def ods_rows(tableau: str) -> str:
    lignes = (map(ods_cell, ligne) for ligne in parse_table(tableau))
    return "".join(f"<table:table-row>{''.join(ligne)}</table:table-row>" for ligne in lignes)


BLANCHES = (  # what LibreOffice writes below any sheet
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row>'
)


def test_a_libreoffice_file_by_the_name_of_an_excel_one_is_read(projet):
    write_ods(projet / "2023" / "programmation.xlsx", ods_rows(SIMPLE) + BLANCHES)
    assert told(projet) == []
    assert total(projet) == 23000


def test_a_libreoffice_file_with_a_cell_far_away_is_refused(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    write_ods(chemin, ods_rows(SIMPLE) + BLANCHES + ods_rows("| 1 |"))
    [anomalie] = faults(projet)
    assert "démesuré" in anomalie.message


def refusal(chemin: Path) -> str:
    with pytest.raises(ClasseurRefuseError) as refus:
        read_classeur(chemin)
    return refus.value.raison


@pytest.mark.parametrize(
    ("contenu", "raison"),
    [
        (b"\xef\xbb\xbf<!DOCTYPE html><table></table>", "html"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "xml",
        ),
        (b"   \r\n", "vide"),
        (b"%PDF-1.7\n", "inconnu"),
    ],
)
def test_a_text_is_told_for_what_it_is(tmp_path, contenu, raison):
    chemin = tmp_path / "programmation.xlsx"
    chemin.write_bytes(contenu)
    assert refusal(chemin) == raison


def test_other_zips_are_told_for_what_they_are(tmp_path):
    chemin = tmp_path / "programmation.xlsx"
    for partie, raison in [("xl/workbook.bin", "binaire"), ("word/document.xml", "inconnu")]:
        with ZipFile(chemin, "w") as archive:
            archive.writestr(partie, b"")
        assert refusal(chemin) == raison
    write_ods(chemin, ods_rows(SIMPLE), mimetype="text")
    assert refusal(chemin) == "inconnu"


def test_a_libreoffice_file_with_a_password_says_so(tmp_path):
    chemin = tmp_path / "programmation.ods"
    with ZipFile(chemin, "w") as archive:
        archive.writestr("content.xml", os.urandom(64))
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refusal(chemin) == "chiffre"


# Grids larger than their table


def rewrite_sheet(chemin: Path, change) -> None:
    with ZipFile(chemin) as archive:
        parties = {nom: archive.read(nom) for nom in archive.namelist()}
    nom = "xl/worksheets/sheet1.xml"
    parties[nom] = change(parties[nom].decode()).encode()
    with ZipFile(chemin, "w", ZIP_DEFLATED) as archive:
        for partie, contenu in parties.items():
            archive.writestr(partie, contenu)


def test_a_stale_dimension_hides_nothing(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    rewrite_sheet(chemin, lambda xml: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1"', xml))
    assert total(projet) == 24000


def test_empty_rows_with_borders_are_not_there(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    vides = "".join(
        f'<row r="{n}"><c r="A{n}" s="0"/><c r="ZZ{n}" s="0"/></row>' for n in range(5, 900)
    )
    rewrite_sheet(chemin, lambda xml: xml.replace("</sheetData>", f"{vides}</sheetData>"))
    [grille] = read_classeur(chemin)
    assert (len(grille.lignes), len(grille.lignes[0])) == (4, 8)
    assert told(projet) == []


@pytest.mark.parametrize("rangee", ['<row r="{n}"/>', '<row r="{n}"><c r="A{n}" s="0"/></row>'])
def test_blank_rows_are_not_there_however_many(projet, rangee):
    chemin = projet / "2023" / "programmation.xlsx"
    vides = "".join(rangee.format(n=n) for n in range(5, 300_000))
    rewrite_sheet(chemin, lambda xml: xml.replace("</sheetData>", f"{vides}</sheetData>"))
    [grille] = read_classeur(chemin)
    assert len(grille.lignes) == 4
    assert told(projet) == []


def test_one_blank_row_at_the_very_bottom_is_harmless(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    rewrite_sheet(
        chemin, lambda xml: xml.replace("</sheetData>", '<row r="1048576" ht="0"/></sheetData>')
    )
    assert told(projet) == []
