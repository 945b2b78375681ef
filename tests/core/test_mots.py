"""Words of one's own for closed lists, and the parts that do not apply."""

import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.publication import diff_annee
from rapportpv.core.settings.mots import MotsStatuts
from rapportpv.subjects.programmation.sheet import STATUTS
from rapportpv.year.controle import check_annee
from tests.flatten import plain, read_text
from tests.tables import write_classeur

PROGRAMMATION = """
| Intitulé de l'action | Opérateur | Type d'opérateur | Pilier | Statut      | ANCT |
| -------------------- | --------- | ---------------- | ------ | ----------- | ---- |
| Aide                 | Les Amis  | assoc 1901       | Emploi | Feu vert    | 700  |
| Jeux                 | Le Club   | association      | Emploi | Pas gardé   |      |
| Bal                  | Le Club   | association      | Emploi | Clôturée    | 300  |
"""


def add(projet, texte):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + texte, "utf-8")


def test_words_of_ones_own_stand_beside_the_usual_ones_and_win_over_them(projet, ecrire):
    ecrire("programmation", Programmation=PROGRAMMATION)
    codes = {a.rule.code for a in check_annee(projet, 2023).anomalies}
    assert {"PV203", "PV205"} <= codes
    add(
        projet,
        '\n[statuts]\nsoutenue = ["Feu vert", "Clôturée"]\nrefusee = ["Pas gardé"]\n'
        '[types]\nassociation = ["assoc 1901"]\n',
    )
    controle = check_annee(projet, 2023)
    assert [str(a) for a in controle.anomalies] == []
    assert controle.bilan.chiffres["programmation.total"].valeur == 1000
    assert controle.bilan.chiffres["programmation.actions_soutenues"].valeur == 2


def test_sens_and_qualites_too(projet, ecrire):
    add(projet, '\n[sens]\nfavorable = ["RAS"]\n[qualites]\nexcuse = ["absent"]\n')
    ecrire("seance", Séance="| Nom | Prénom | Qualité |\n| --- | --- | --- |\n| A | B | Absent |")
    dossier = check_annee(projet, 2023).dossier
    assert dossier is not None
    assert dossier.autres["seance"].frame["qualite"].tolist() == ["excuse"]


@pytest.mark.parametrize(
    ("bloc", "dit"),
    [
        ('[statuts]\nsoutenu = ["Favorable"]\n', "Écrivez « soutenue »."),
        ('[statuts]\nsoutenue = ["OK"]\nrefusee = ["ok"]\n', "donné à deux mots"),
        ('[sans_objet]\nnpnr = "Aucun."\n', "Écrivez « npnru »."),
        ('[sans_objet]\nnpnru = ""\n', "un texte qui n'est pas vide"),
    ],
)
def test_a_bad_word_is_told(projet, bloc, dit):
    add(projet, f"\n{bloc}")
    [anomalie] = check_annee(projet, 2023).anomalies
    assert anomalie.rule.code == "PV010"
    assert dit in plain(f"{anomalie.message} {anomalie.suggestion or ''}")


def test_the_codes_of_the_settings_are_those_of_the_sheets():
    from rapportpv.core.settings.mots import MotsQualites, MotsSens, MotsTypes
    from rapportpv.subjects.consultation.sheet import SENS
    from rapportpv.subjects.programmation.sheet import TYPES_OPERATEUR
    from rapportpv.subjects.seance.sheet import QUALITES

    listes = (
        (MotsStatuts, STATUTS),
        (MotsTypes, TYPES_OPERATEUR),
        (MotsSens, SENS),
        (MotsQualites, QUALITES),
    )
    for mots, lexique in listes:
        assert list(mots.model_fields) == [entree.code for entree in lexique.entrees]


def test_what_is_published_knows_the_reasons_of_the_settings(projet):
    raison = '\n[sans_objet]\nnpnru = "Aucun quartier n\'est retenu."\n'
    add(projet, raison)
    publier = Commande(projet, 2023, "rapport", projet / "publication", publier=True)
    assert build_document(publier).publication
    assert not diff_annee(projet, 2023).ecarts
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8").replace("retenu.", "retenu ici."), "utf-8")
    assert [e.fichier for e in diff_annee(projet, 2023).ecarts.textes] == ["2023/textes/npnru.md"]


@pytest.mark.parametrize(
    ("classeur", "table", "code", "bloc"),
    [
        ("programmation", "| Intitulé de l'action | Opérateur | Pilier | Statut | ANCT |\n"
         "| Aide | Les Amis | Emploi | Tralala | 5 |", "PV203", "statuts"),
        ("programmation", "| Intitulé de l'action | Opérateur | Type d'opérateur | Pilier | Statut "
         "| ANCT |\n| Aide | Les Amis | Tralala | Emploi | soutenue | 5 |", "PV205", "types"),
        ("consultation", "| Instance | Type | Envoyé le | Reçu le | Sens |\n"
         "| Orge | commune | 03/07/2023 | 12/09/2023 | Tralala |", "PV822", "sens"),
        ("seance", "| Nom | Prénom | Qualité |\n| PETIT | Anne | Tralala |", "PV801", "qualites"),
    ],
)  # fmt: skip
def test_a_word_that_nobody_knows_may_be_declared(projet, classeur, table, code, bloc):
    feuille = {"seance": "Séance"}.get(classeur, classeur.capitalize())
    write_classeur(projet / "2023" / f"{classeur}.xlsx", **{feuille: table})
    [anomalie] = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == code]
    assert (
        f"« Tralala » est un mot à vous, déclarez-le dans rapportpv.toml, bloc [{bloc}]"
        in plain(anomalie.suggestion)
    )
    assert f"[{bloc}]" in anomalie.rule.doc
    add(projet, f'\n[{bloc}]\n{_premier(bloc)} = ["Tralala"]\n')
    assert code not in {a.rule.code for a in check_annee(projet, 2023).anomalies}


def _premier(bloc: str) -> str:
    from rapportpv.core.settings.reglages import Reglages

    return next(iter(Reglages.model_fields[bloc].annotation.model_fields))


def test_a_part_that_does_not_apply_is_no_fault_and_its_reason_is_printed(projet):
    (projet / "2023" / "textes").mkdir()
    assert sum(a.rule.code == "PV501" for a in check_annee(projet, 2023).anomalies) == 4
    add(projet, "\n[sans_objet]\narticulation = \"Le contrat n'a qu'un volet.\"\n")
    manques = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV501"]
    assert len(manques) == 3
    fabrication = build_document(Commande(projet, 2023, "rapport", projet / "sortie"))
    assert fabrication.chemin is not None
    assert "Sans objet : Le contrat n'a qu'un volet." in plain(read_text(fabrication.chemin))
