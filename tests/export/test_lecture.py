"""What the formats for people share."""

import pytest
from msgspec.structs import replace

from rapportpv.core.anomalie import Severite
from rapportpv.core.emplacement import Emplacement
from rapportpv.export.lecture import (
    clean,
    format_cellules,
    format_denombrement,
    format_nombre,
    hide_values,
    shorten_cellules,
    shorten_lieu,
)
from rapportpv.subjects.programmation.rules.pv201_pilier_inconnu import PV201

LIEU = Emplacement("2022/programmation.xlsx", "Programmation", ("F12",))
FAUTE = PV201.at(LIEU, valeur="Cohesion", suggestion="Écrivez « Emploi ».", connus="« Emploi »")


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("deux\nlignes\r\net\tdemie", "deux lignes et demie"),
        ("\x1b[31mrouge\x07", "␛[31mrouge␇"),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
        ("deux\u2028lignes", "deux lignes"),
        ("5\u202f955\u00a0€, œuvre", "5\u202f955\u00a0€, œuvre"),
    ],
)
def test_signs_that_cannot_be_seen_are_shown(texte, attendu):
    assert clean(texte) == attendu


def test_counts():
    assert [format_nombre(n, "erreur") for n in (0, 1, 2)] == ["0 erreur", "1 erreur", "2 erreurs"]
    alerte, info = (replace(FAUTE, severite=s) for s in (Severite.ALERTE, Severite.INFO))
    assert format_denombrement([info, FAUTE, alerte, FAUTE]) == "2 erreurs, 1 alerte, 1 info"
    assert format_denombrement([alerte], 2) == "1 alerte, 2 anomalies acceptées"
    assert format_denombrement([]) == ""


def test_a_short_list_of_cells_is_whole_and_a_long_one_cut():
    quarante = [f"F{n}" for n in range(12, 92, 2)]
    assert shorten_cellules(quarante) == "F12, F14 et 38 autres cellules"
    assert shorten_cellules(quarante[:4]) == "F12, F14, F16, F18"
    assert shorten_cellules(quarante[:5]) == "F12, F14 et 3 autres cellules"
    assert (
        shorten_lieu(Emplacement("a.xlsx", "Une\nfeuille", ("B2",))) == "a.xlsx › Une feuille › B2"
    )
    assert shorten_lieu(Emplacement("rapportpv.toml")) == "rapportpv.toml"


def test_all_the_cells_as_ranges():
    assert format_cellules(["F12", "F13", "F14", "AB40"]) == "F12:F14, AB40"
    assert format_cellules(["1:1"]) == "1:1"
    assert format_cellules(["contrat[0].fin"]) == "contrat[0].fin"


def test_nothing_of_the_workbooks_is_left_when_values_are_hidden():
    muette = hide_values(replace(FAUTE, cle="Les Amis – Aide"))
    assert muette.lieu == LIEU
    assert muette.message == "Le pilier n’est pas dans la liste des piliers du contrat de ville."
    assert (muette.valeur, muette.suggestion, muette.cle) == (None, None, "")
    citee = replace(FAUTE, lieu=Emplacement("a.md", None, ("« un total de 12 € »", "ligne 3")))
    assert hide_values(citee).lieu.cellules == ("ligne 3",)
