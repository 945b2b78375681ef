"""What a sheet is does not depend on how its package is written."""

from datetime import date

import pytest

from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from tests.reading.classeur.paquets import relations, write_zip
from tests.reading.classeur.usuel import BARREES, BASE, FORMULES, FUSIONS, LIGNES, MASQUEES
from tests.reading.classeur.variantes import VARIANTES


def plain(valeur):
    return valeur.isoformat() if isinstance(valeur, date) else valeur


@pytest.mark.parametrize("nom", VARIANTES)
def test_the_same_rows_are_read_from_every_package(tmp_path, nom, capfd):
    [grille] = read_classeur(write_zip(tmp_path / "a.xlsx", VARIANTES[nom]()))
    assert [[plain(valeur) for valeur in ligne] for ligne in grille.lignes] == LIGNES
    assert [type(ligne[1]) for ligne in grille.lignes] == [str, float, int, int]
    assert grille.formules == FORMULES
    assert grille.erreurs == {(2, 5): "#REF!"}
    assert grille.fusions == FUSIONS
    assert (grille.lignes_masquees, grille.colonnes_masquees) == MASQUEES
    assert grille.barrees == BARREES
    assert grille.jamais_calculees == ()
    assert capfd.readouterr() == ("", "")


def test_a_sheet_that_leads_nowhere_is_empty_and_one_whose_part_is_gone_is_told(tmp_path):
    seule = BASE["xl/workbook.xml"].replace("<sheets>", '<sheets><sheet name="V" sheetId="9"/>')
    grilles = read_classeur(write_zip(tmp_path / "a.xlsx", {**BASE, "xl/workbook.xml": seule}))
    assert [(g.nom, len(g.lignes)) for g in grilles] == [("V", 0), ("F", 4)]
    parts = {nom: corps for nom, corps in BASE.items() if "sheet1" not in nom}
    with pytest.raises(ClasseurRefuseError, match="feuille_absente") as refus:
        read_classeur(write_zip(tmp_path / "b.xlsx", parts))
    assert refus.value.feuille == "F"


def test_only_the_sheets_that_may_be_wanted_are_read(tmp_path):
    deux = BASE["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="G" sheetId="2" r:id="g"/></sheets>'
    )
    liens = BASE["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", relations(("g", "worksheet", "worksheets/g.xml")).partition(">")[2]
    )
    chemin = write_zip(
        tmp_path / "a.xlsx",
        {
            **BASE,
            "xl/workbook.xml": deux,
            "xl/_rels/workbook.xml.rels": liens,
            "xl/worksheets/g.xml": "<oops",
        },
    )
    assert [len(g.lignes) for g in read_classeur(chemin, lambda noms: ["F"])] == [4, 0]
    with pytest.raises(ClasseurRefuseError, match="abime"):
        read_classeur(chemin)


def test_a_panic_of_calamine_is_a_sheet_that_is_broken(tmp_path, monkeypatch):
    class PanicError(BaseException):
        """As Rust's panics are in Python."""

    def panic(*_):
        raise PanicError

    monkeypatch.setattr("rapportpv.reading.classeur.xlsx._read_feuille", panic)
    with pytest.raises(ClasseurRefuseError, match="abime"):
        read_classeur(write_zip(tmp_path / "a.xlsx", BASE))


def test_they_are_many():
    assert len(VARIANTES) > 50
