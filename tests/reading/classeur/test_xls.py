"""An old .xls, through the process that reads it; `ancien.xls` was written by xlwt 1.3."""

from datetime import date
from pathlib import Path

import pytest

from rapportpv.reading.classeur.read import read_classeur, read_contenu
from rapportpv.reading.classeur.refus import ClasseurRefuseError

ANCIEN = Path(__file__).parent / "ancien.xls"


def test_errors_show_and_nul_letters_do_not():
    grille, cachee = read_classeur(ANCIEN)
    assert grille.lignes == [
        ["Intitulé", "Montant", None],
        ["Rayé", 12, "#REF!"],
        [date(2024, 3, 1), 1234.5, True],
        ["fusion", None, None],
        ["fusion", -8, None],
    ]
    assert [type(ligne[1]) for ligne in grille.lignes[1:3]] == [int, float]
    assert grille.erreurs == {(2, 3): "#REF!"}
    assert (cachee.nom, cachee.masquee, cachee.lignes) == ("Cachée", True, [])


def test_what_is_merged_hidden_struck_and_filled():
    grille = read_classeur(ANCIEN)[0]
    assert grille.fusions == ((4, 1, 5, 1),)
    assert (grille.lignes_masquees, grille.colonnes_masquees) == ({5}, {3})
    assert grille.barrees == {(2, 1)}
    assert grille.couleurs == {(2, 1): "FFFF00"}
    assert {case: f.facteur for case, f in grille.formats.items()} == {(2, 2): 1000}


def test_a_password_is_told_as_one():
    contenu = ANCIEN.read_bytes()
    voisin = b"\xe1\x00\x02\x00\xb0\x04"  # the record after the first
    assert contenu.count(voisin) == 1
    with pytest.raises(ClasseurRefuseError, match="chiffre"):
        read_contenu(contenu.replace(voisin, b"\x2f\x00" + voisin[2:]), "a.xls")


def test_a_document_of_word_is_no_workbook():
    contenu = ANCIEN.read_bytes().replace(
        "Workbook".encode("utf-16-le"), "Document".encode("utf-16-le")
    )
    with pytest.raises(ClasseurRefuseError, match="inconnu"):
        read_contenu(contenu, "a.xls")


@pytest.mark.parametrize("fin", [600, 1500, 4000, -700])
def test_one_cut_short_is_told(fin):
    with pytest.raises(ClasseurRefuseError, match=r"abime|inconnu"):
        read_contenu(ANCIEN.read_bytes()[:fin], "a.xls")


def test_a_process_that_dies_is_a_file_that_is_broken(monkeypatch):
    monkeypatch.setattr("rapportpv.reading.classeur.xls._ENFANT", "rapportpv.rien")
    with pytest.raises(ClasseurRefuseError, match="abime"):
        read_classeur(ANCIEN)
