"""The second example, docs/exemple: another EPCI, another contract, other bodies of residents."""

import shutil

import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.consultation import follow_consultation
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT
from tests.flatten import plain, read_text
from tools.exemple.__main__ import render_exemple

EXEMPLE = DEPOT / "docs" / "exemple"


@pytest.fixture(scope="module")
def controle():
    return check_annee(EXEMPLE, 2024)


def test_nothing_is_wrong_with_it(controle):
    assert [str(anomalie) for anomalie in controle.anomalies] == []


def test_its_workbooks_are_what_the_tool_writes():
    for chemin, octets in render_exemple().items():
        assert chemin.read_bytes() == octets, f"{chemin.name}: python -m tools.exemple"


def test_its_figures(controle):
    chiffres = {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}
    assert chiffres["programmation.total"] == 131500
    assert chiffres["programmation.projets_deposes"] == 10
    assert chiffres["programmation.actions_soutenues"] == 8
    assert [n for n in chiffres if n.startswith("piliers.") and n.endswith("montant")] == [
        "piliers.emploi.montant",
        "piliers.ecologie.montant",
        "piliers.chances.montant",
        "piliers.tranquillite.montant",
    ]
    assert chiffres["territoire.quartiers_etat"] == 2
    assert chiffres["consultation.instances"] == 5


def test_its_report_says_it_all_and_nothing_of_the_first_example(tmp_path):
    projet = shutil.copytree(EXEMPLE, tmp_path / "exemple")
    fabrication = build_document(Commande(projet, 2024, "rapport", projet / "sortie"))
    assert fabrication.chemin is not None
    texte = plain(read_text(fabrication.chemin))
    for attendu in (
        "Communauté de communes du Pays de Brandelune",
        "Les Deux Rives | Brandelune, Saint-Aubrey | QPV",
        "Sans objet : aucun quartier du Pays de Brandelune",
        "tables de quartier et collectifs d'habitants",
        "10 projets",
        "131 500 €",
        "Les 8 actions soutenues",
        "2024-07 | Santé mentale : en parler | Commune de Brandelune | Les Deux Rives, Le Moulin",
        "1 projet n'a pas été retenu. 1 projet est encore à l'instruction.",
    ):
        assert attendu in texte
    assert "Fête des voisins" not in texte  # refused: counted, never named
    for etranger in ("CABBALR", "Béthune", "conseils citoyens", "Cohésion Sociale"):
        assert etranger not in texte


def test_who_is_late_is_told_by_the_names_of_its_own_bodies():
    from datetime import date

    suivi = follow_consultation(EXEMPLE, 2024, date(2025, 7, 13))
    assert suivi.consultes is not None
    assert {avis.type for avis in suivi.consultes.avis} == {
        "commune",
        "table de quartier",
        "collectif d'habitants",
    }
