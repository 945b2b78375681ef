import pytest

from rapportpv.core.anomalie import Rule, Severite, fold_fichiers, gather
from rapportpv.core.emplacement import Emplacement

PILIER = Rule("PV201", "pilier-inconnu", Severite.ERREUR, "Pilier inconnu : « {valeur} ».", "Page.")


def test_one_cause_is_one_anomaly_however_many_cells():
    anomalies = [
        PILIER.at(Emplacement("p.xlsx", "P", (cellule,)), valeur=valeur)
        for cellule, valeur in [("F12", "Cohesion"), ("F9", "Cohesion"), ("F10", "Emplio")]
    ]
    assert [(a.lieu.cellules, a.valeur) for a in gather(anomalies)] == [
        (("F9", "F12"), "Cohesion"),
        (("F10",), "Emplio"),
    ]


def test_messages_have_french_typography_and_keep_the_value_as_it_was_read():
    anomalie = PILIER.at(Emplacement("p.xlsx"), valeur='a" ; {b}')
    assert anomalie.message == 'Pilier inconnu\u00a0: «\u00a0a" ; {b}\u00a0».'


@pytest.mark.parametrize(
    ("code", "nom", "page"),
    [("PV1", "bon-nom", "Page."), ("PV101", "Mauvais", "Page."), ("PV101", "bon-nom", " ")],
)
def test_a_rule_refuses_a_bad_code_name_or_page(code, nom, page):
    with pytest.raises(ValueError, match=code):
        Rule(code, nom, Severite.INFO, "message", page)


VIDE = Rule(
    "PV029", "vide", Severite.INFO, "Ce classeur est vide.", "Page.",
    fichiers="{nombre} classeurs sont vides : {noms}.",
)  # fmt: skip


def test_several_whole_files_of_a_folder_are_told_to_people_once():
    lieux = ["2024/b.xlsx", "2024/a.xlsx", "2023/c.xlsx"]
    vides = [VIDE.at(Emplacement(fichier)) for fichier in lieux]
    autres = [VIDE.at(Emplacement("2024/d.xlsx", "Séance")), PILIER.at(Emplacement("2024/a.xlsx"))]
    assert [(str(a.lieu), a.message) for a in fold_fichiers([*vides, *autres])] == [
        ("2023/c.xlsx", "Ce classeur est vide."),
        ("2024", "2 classeurs sont vides\u00a0: b.xlsx, a.xlsx."),
        ("2024/a.xlsx", "Pilier inconnu\u00a0: «\u00a0None\u00a0»."),
        ("2024/d.xlsx › Séance", "Ce classeur est vide."),
    ]
