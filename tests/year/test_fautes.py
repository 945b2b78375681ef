"""What is wrong with files, headings and cells: told all at once, each with its place."""

from zipfile import ZipFile

import pytest

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.errors import AnneeIntrouvableError, FichierInaccessibleError
from rapportpv.year.controle import check_annee
from rapportpv.year.load import load_dossier

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def faults(projet) -> list[Anomalie]:
    return list(check_annee(projet, 2023).anomalies)


def told(projet) -> list[tuple[str, str]]:
    return [(anomalie.rule.code, str(anomalie.lieu)) for anomalie in faults(projet)]


def test_a_missing_programming_is_told(projet):
    (projet / "2023" / "programmation.xlsx").unlink()
    assert told(projet) == [("PV001", "2023/programmation.xlsx")]


@pytest.mark.parametrize(
    ("contenu", "mot"),
    [
        (b"", "vide"),
        (b"\n<html><table></table></html>", "page web"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
        (OLE + b"\0" * 600, "abîmé"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "son contenu"),
        (b"PK\x03\x04 cut short", "abîmé"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(projet, contenu, mot):
    (projet / "2023" / "programmation.xlsx").write_bytes(contenu)
    [anomalie] = faults(projet)
    assert anomalie.rule.code == "PV002"
    assert mot in anomalie.message


def rewrite(chemin, partie, change):
    with ZipFile(chemin) as archive:
        parties = {nom: archive.read(nom) for nom in archive.namelist()}
    parties[partie] = change(parties[partie])
    with ZipFile(chemin, "w") as archive:
        for nom, contenu in parties.items():
            archive.writestr(nom, contenu)


@pytest.mark.parametrize(
    ("partie", "avant", "apres", "lieu"),
    [
        (
            "xl/worksheets/sheet1.xml",
            b'<c r="A1"',
            b'<c r="XFD1048576"',
            " › Programmation › XFD1048576",
        ),
        ("xl/workbook.xml", b"<workbook", b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook", ""),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData><oops", " › Programmation"),
    ],
)
def test_a_hostile_or_broken_workbook_is_told_at_its_place(projet, partie, avant, apres, lieu):
    chemin = projet / "2023" / "programmation.xlsx"
    rewrite(chemin, partie, lambda xml: xml.replace(avant, apres, 1))
    assert told(projet) == [("PV002", f"2023/programmation.xlsx{lieu}")]


@pytest.mark.parametrize("verrou", ["~$programmation.xlsx", ".~lock.programmation.xlsx#"])
def test_a_workbook_that_is_open_is_told(projet, verrou):
    (projet / "2023" / verrou).write_bytes(b"\x05Marie")
    [anomalie] = faults(projet)
    assert anomalie.rule.code == "PV003"
    assert verrou in anomalie.message


def test_a_workbook_without_the_sheet_lists_those_it_has(projet, ecrire):
    ecrire("programmation", Notes="| Bonjour |", Autres="| Rien |")
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV004", "2023/programmation.xlsx")
    assert "Notes" in anomalie.message
    assert "Autres" in anomalie.message


def test_a_sheet_without_headings_is_told(projet, ecrire):
    ecrire("programmation", Programmation="| Aide aux devoirs | Les Amis | 12000 |")
    assert told(projet) == [("PV005", "2023/programmation.xlsx › Programmation")]


def test_a_missing_column_is_one_anomaly_and_not_a_hundred_empty_cells(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Statut   | ANCT |
        | -------------------- | --------- | -------- | ---- |
        | Aide                 | Les Amis  | soutenue | 1    |
        | Jeux                 | Le Club   | soutenue | 2    |
        """,
    )
    assert told(projet) == [("PV006", "2023/programmation.xlsx › Programmation › 1:1")]


def test_a_sheet_without_any_funder_is_told(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   |
        | -------------------- | --------- | ------ | -------- |
        | Aide                 | Les Amis  | Emploi | soutenue |
        """,
    )
    [anomalie] = faults(projet)
    assert anomalie.rule.code == "PV006"
    assert anomalie.lieu.cellules == ("D1",)  # the last heading: the column goes beside it
    assert "ANCT" in anomalie.message


def test_every_fault_of_every_sheet_is_told_at_once(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier   | Statut   | ANCT       | Région  |
        | -------------------- | --------- | -------- | -------- | ---------- | ------- |
        | Aide                 |           | Emploi   | soutenue | beaucoup   | 1.234   |
        | Jeux                 | Le Club   | Cohesion | soutenue | 2          | #REF!   |
        | Chant                | Le Chœur  | Cohesion | soutenue | 3          |         |
        | Danse                | Le Bal    | Cohesion | soutenue | 3          |         |
        """,
    )
    ecrire("fonds_de_concours", Fonds_de_concours="| Rien ici |")
    assert told(projet) == [
        ("PV005", "2023/fonds_de_concours.xlsx › Fonds de concours"),
        ("PV102", "2023/programmation.xlsx › Programmation › B2"),
        ("PV101", "2023/programmation.xlsx › Programmation › E2"),
        ("PV103", "2023/programmation.xlsx › Programmation › F2"),
        ("PV201", "2023/programmation.xlsx › Programmation › C3, C4, C5"),
        ("PV111", "2023/programmation.xlsx › Programmation › F3"),
    ]


def test_a_grant_that_nobody_pays_is_told(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
        | -------------------- | --------- | ------ | -------- | --------- | ------- |
        | Aide                 | Les Amis  | Emploi | soutenue |           | 700     |
        | Jeux                 | Le Club   | Emploi | refusée  |           |         |
        """,
    )
    assert told(projet) == [("PV102", "2023/programmation.xlsx › Programmation › E2")]


def test_a_formula_never_calculated_is_told(projet, ecrire):
    ecrire(
        "programmation",
        Programmation=[
            ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Région"],
            ["Aide", "Les Amis", "Emploi", "soutenue", "=1200+300", "=2+2"],
        ],
    )
    assert told(projet) == [("PV110", "2023/programmation.xlsx › Programmation › E2, F2")]


def test_settings_are_told_in_the_words_of_the_file(projet):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8")
    texte = texte.replace("sigle =", "sigel =").replace('"Etat"', '"Commerce"')
    reglages.write_text(texte.replace("debut = 2020", 'debut = "vingt"'), "utf-8")
    anomalies = {str(a.lieu): a for a in faults(projet)}
    assert {a.rule.code for a in anomalies.values()} == {"PV010"}
    assert set(anomalies) == {
        "rapportpv.toml › territoire, sigel",
        "rapportpv.toml › contrat n°\u00a01, debut",
        "rapportpv.toml › financeur n°\u00a01, famille",
    }
    assert (
        anomalies["rapportpv.toml › territoire, sigel"].suggestion == "Écrivez «\u00a0sigle\u00a0»."
    )
    assert "nombre entier" in anomalies["rapportpv.toml › contrat n°\u00a01, debut"].message


def test_one_spelling_for_two_funders_is_told(projet):
    reglages = projet / "rapportpv.toml"
    texte = reglages.read_text("utf-8").replace('alias = ["P147"]', 'alias = ["REGION"]')
    reglages.write_text(texte, "utf-8")
    [anomalie] = faults(projet)
    assert anomalie.rule.code == "PV010"
    assert "region" in anomalie.message


def test_columns_declared_for_no_sheet_are_told(projet):
    reglages = projet / "rapportpv.toml"
    suite = "\n[colonnes.programation]\noperateur = []\n[colonnes.fcs]\nporteur = []\n"
    reglages.write_text(reglages.read_text("utf-8") + suite, "utf-8")
    assert [a.valeur for a in faults(projet)] == ["porteur", "programation"]


@pytest.mark.parametrize("fichier", ["rapportpv.toml", "2023/annee.toml"])
def test_a_settings_file_that_cannot_be_read_says_which_line(projet, fichier):
    (projet / fichier).write_text('a = 1\nb = "oubli\n', "utf-8")
    [anomalie] = faults(projet)
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV012", fichier)
    assert "ligne 2" in anomalie.message


def test_a_year_without_a_contract_is_told(projet):
    (projet / "2023").rename(projet / "2031")
    [anomalie] = check_annee(projet, 2031).anomalies
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV011", "rapportpv.toml › contrat")


def test_a_year_that_is_not_there_stops_the_program(projet):
    with pytest.raises(AnneeIntrouvableError, match="2023"):
        load_dossier(projet, 1999)


def test_a_file_that_the_system_forbids_stops_the_program(projet, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(FichierInaccessibleError, match=r"programmation\.xlsx"):
        load_dossier(projet, 2023)


def test_an_unforeseen_refusal_of_a_cell_still_has_its_place(projet):
    """PV199: no rule names the error, the officer still gets a cell and a value."""
    from rapportpv.reading.rows import Lecteur

    lecteur = Lecteur("2023/p.xlsx", "P", {"montant": 3}, {3: "Montant"})
    erreur = {"loc": ("montant",), "type": "something_new", "input": "§"}
    anomalie = lecteur._anomalie(7, erreur)
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV199", "2023/p.xlsx › P › C7")
    assert "§" in anomalie.message
