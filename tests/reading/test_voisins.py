"""Workbooks are found whatever the spelling of their names, and those that look meant are told."""

import shutil
import unicodedata

import pytest

from rapportpv.reading.voisins import find_classeur, find_voisins
from rapportpv.year.controle import check_annee
from tests.flatten import plain


@pytest.mark.parametrize(
    "nom",
    ["Programmation.XLSX", "PROGRAMMATION.xlsm", "programmation.ods", "Programmation.csv",
     "Prográmmation.xlsx", unicodedata.normalize("NFD", "Prográmmation.xlsx")],
)  # fmt: skip
def test_case_accents_and_their_composition_are_no_matter(tmp_path, nom):
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / nom).touch()
    trouve = find_classeur(tmp_path, 2023, "programmation.xlsx")
    assert trouve
    assert trouve.name == nom


def test_the_exact_name_and_the_usual_kind_come_first(tmp_path):
    (tmp_path / "2023").mkdir()
    for nom in (
        "programmation.ods",
        "PROGRAMMATION.xlsx",
        "programmation.xlsx",
        "~$programmation.xlsx",
    ):
        (tmp_path / "2023" / nom).touch()
    trouve = find_classeur(tmp_path, 2023, "programmation.xlsx")
    assert trouve
    assert trouve.name == "programmation.xlsx"


@pytest.mark.parametrize(
    ("nom", "voisin", "lisible"),
    [("programmation (1).xlsx", True, True), ("Programmation 2024.xlsx", True, True),
     ("Copie de programmation.ods", True, True), ("programmation-PC12.csv", True, True),
     ("programmation (copie en conflit de Marie 2024-06-01).xlsx", True, True),
     ("programation.xlsx", True, True), ("grammaire.xlsx", False, True), ("prog 2024.xlsx", False, True),
     ("programmation (1).docx", False, False), (".programmation (1).xlsx", False, False)],
)  # fmt: skip
def test_a_file_that_looks_meant_for_it_is_named(projet, nom, voisin, lisible):
    chemin = projet / "2023" / "programmation.xlsx"
    chemin.rename(chemin.with_name(nom))
    assert find_voisins(projet, 2023, "programmation.xlsx") == ([nom] if voisin else [])
    [anomalie] = check_annee(projet, 2023).anomalies
    assert anomalie.rule.code == "PV001"
    assert (f"«\u00a0{nom}\u00a0»" in (anomalie.suggestion or "")) == lisible


@pytest.mark.parametrize("nom", ["fcs.xlsx", "NPNRU.xlsx"])
def test_a_workbook_that_is_another_one_is_not(projet, nom):
    chemin = projet / "2023" / "programmation.xlsx"
    chemin.rename(chemin.with_name(nom))
    anomalies = check_annee(projet, 2023).anomalies
    [absente] = [a for a in anomalies if a.rule.code == "PV001"]
    assert absente.suggestion is None


def test_two_that_look_meant_are_both_named(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    shutil.copy(chemin, chemin.with_name("programmation v1.xlsx"))
    chemin.rename(chemin.with_name("programmation v2.xlsx"))
    [anomalie] = check_annee(projet, 2023).anomalies
    assert (
        "«\u00a0programmation v1.xlsx\u00a0», «\u00a0programmation v2.xlsx\u00a0»"
        in anomalie.suggestion
    )


def test_another_workbook_left_out_is_told_once(projet):
    chemin = projet / "2023" / "programmation.xlsx"
    shutil.copy(chemin, chemin.with_name("FCS 2023.xlsx"))
    [anomalie] = check_annee(projet, 2023).anomalies
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV024", "2023/FCS 2023.xlsx")


@pytest.mark.parametrize(
    ("nom", "mot"), [("programmation.xlsb", ".xlsb"), ("programmation.numbers", "Numbers")]
)
def test_kinds_that_are_not_read_say_how_to_export(projet, nom, mot):
    from zipfile import ZipFile

    (projet / "2023" / "programmation.xlsx").unlink()
    partie = "xl/workbook.bin" if mot == ".xlsb" else "Index/Document.iwa"
    with ZipFile(projet / "2023" / nom, "w") as archive:
        archive.writestr(partie, b"")
    [anomalie] = check_annee(projet, 2023).anomalies
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV002", f"2023/{nom}")
    assert mot in anomalie.message


def test_a_document_of_numbers_may_be_a_folder(projet):
    (projet / "2023" / "programmation.xlsx").unlink()
    (projet / "2023" / "programmation.numbers").mkdir()
    [anomalie] = check_annee(projet, 2023).anomalies
    assert "Numbers" in anomalie.message


@pytest.mark.parametrize(
    ("nom", "dit"),
    [
        ("programmation-PC-MARIE.xlsx", True),
        ("Copie de programmation.xlsx", True),
        ("programmation (1).xlsx", True),
        ("Notes du comité.xlsx", False),
    ],
)
def test_a_copy_beside_the_workbook_is_told(projet, nom, dit):
    shutil.copy(projet / "2023" / "programmation.xlsx", projet / "2023" / nom)
    dits = [
        (a.rule.code, str(a.lieu), plain(a.message)) for a in check_annee(projet, 2023).anomalies
    ]
    attendu = "Ce fichier n'est pas lu : « programmation.xlsx » l'est."
    assert dits == ([("PV024", f"2023/{nom}", attendu)] if dit else [])
