"""What a sheet is does not depend on how its package is written."""

from datetime import date

import pytest

from rapportpv.reading.classeur.read import read_classeur
from tests.reading.classeur.paquets import write_zip
from tests.reading.classeur.usuel import BARREES, FORMULES, FUSIONS, LIGNES, MASQUEES
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


def test_they_are_many():
    assert len(VARIANTES) > 50
