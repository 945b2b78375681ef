"""`rapportpv show`, for people and for programs."""

import json

import pytest

from tests.conftest import EXEMPLE


def test_show(run, projet):
    code, sorti, aparte = run("show", "2023", ici=projet)
    assert (code, aparte) == (0, "")
    lignes = [" ".join(ligne.split()) for ligne in sorti.splitlines()]
    assert "Cohésion sociale 16 000 € 66,7 %" in lignes
    assert "Total 24 000 € 100,0 %" in lignes
    assert "programmation.total 24 000 €" in lignes
    sources = run("show", "2023", "--sources", ici=projet)[1]
    assert "2023/programmation.xlsx › Programmation › F2:H3" in sources


def test_show_json_is_json_and_nothing_else(run):
    code, sorti, aparte = run("show", "2022", "--json", "--dossier", str(EXEMPLE))
    assert (code, aparte) == (0, "")
    donnees = json.loads(sorti)
    assert (donnees["version"], donnees["annee"]) == (1, 2022)
    total = donnees["chiffres"]["programmation.total"]
    assert (total["valeur"], total["unite"], total["affiche"]) == (5955889, "euros", "5 955 889 €")
    assert total["sources"][0].startswith("2022/programmation.xlsx › Programmation › L5:")
    assert donnees["chiffres"]["piliers.cohesion_sociale.taux"]["valeur"] == pytest.approx(
        73.09978409604342
    )
    tableau = donnees["tableaux"]["par_pilier"]
    assert tableau["colonnes"] == ["Pilier", "Contributions", "Part"]
    assert tableau["lignes"][0] == ["Cohésion sociale", "4 353 742 €", "73,1 %"]
    assert tableau["valeurs"][0][1] == 4353742
