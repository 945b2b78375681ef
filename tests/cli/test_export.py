"""`rapportpv export` as its users run it."""

import csv
import json
import shutil
from itertools import pairwise

import pytest

from tests.fautes.fautes_subventions import BLOC, SIRET, identify, settle

DOSSIER = "donnees-2022"


@pytest.fixture
def export(run, exemple):
    """Exports the sample: the exit code, what is said, what is said aside."""
    (exemple.parent / "rapportpv.toml").unlink(missing_ok=True)

    def export(*options):
        return run("export", "2022", "--sortie", "ici", *options, ici=exemple)

    return export


def read(exemple, nom):
    texte = (exemple / "ici" / DOSSIER / nom).read_text("utf-8")
    return list(csv.DictReader(texte.splitlines()))


def test_all_but_the_scdl_is_written_when_it_lacks_something(export, exemple):
    code, sorti, aparte = export()
    assert code == 1
    assert "PV780" in aparte
    assert "PV781" in aparte
    ecrits = {f.name for f in (exemple / "ici" / DOSSIER).iterdir()}
    assert "scdl-subventions.csv" not in ecrits
    assert {"chiffres.csv", "par-pilier.csv", "subventions.csv", "donnees.json"} <= ecrits
    assert {"datapackage.json", "quartiers.geojson"} <= ecrits
    assert f"Données écrites : ici/{DOSSIER} ({len(ecrits)} fichiers)" in sorti


def test_the_report_does_without_all_that(run, exemple):
    assert "PV78" not in "".join(map(str, run("check", "2022", ici=exemple)))


def test_the_scdl_is_written_once_nothing_lacks(export, exemple):
    settle(exemple)
    identify(exemple)
    assert export()[0] == 0
    lues = read(exemple, "scdl-subventions.csv")
    aides = read(exemple, "subventions.csv")
    assert [r["montant"] for r in lues] == [r["montant"] for r in aides]
    assert {r["idBeneficiaire"] for r in lues} == {SIRET}
    assert {r["datesPeriodeVersement"] for r in lues} == {"2022-09-15"}
    assert {r["notificationUE"] for r in lues} == {"non"}
    assert all(1 <= len(r["objet"]) <= 256 for r in lues)


def test_a_scdl_of_before_does_not_outlive_what_it_lacks_now(export, exemple):
    annee = exemple / "2022/annee.toml"
    avant = annee.read_text("utf-8")
    settle(exemple)
    identify(exemple)
    export()
    annee.write_text(avant, "utf-8")
    assert export()[0] == 1
    assert not (exemple / "ici" / DOSSIER / "scdl-subventions.csv").exists()


def test_an_error_in_the_workbooks_writes_nothing(export, exemple):
    (exemple / "2022/programmation.xlsx").unlink()
    code, _, aparte = export()
    assert code == 1
    assert "Aucune donnée n’a été écrite" in aparte.replace("'", "’")
    assert not (exemple / "ici").exists()


def test_figures_and_tables_are_those_of_show(export, run, exemple):
    export()
    donnees = json.loads((exemple / "ici" / DOSSIER / "donnees.json").read_text("utf-8"))
    _, sorti, _ = run("show", "2022", "--json", ici=exemple)
    montre = json.loads(sorti)
    chiffres = {r["nom"]: float(r["valeur"]) for r in read(exemple, "chiffres.csv")}
    assert chiffres == pytest.approx({n: c["valeur"] for n, c in montre["chiffres"].items()})
    assert donnees["chiffres"].keys() == montre["chiffres"].keys()
    piliers = read(exemple, "par-pilier.csv")
    assert sum(float(r["montant"]) for r in piliers) == chiffres["programmation.total"]


def test_the_package_describes_each_file_that_is_there(export, exemple):
    export()
    dossier = exemple / "ici" / DOSSIER
    paquet = json.loads((dossier / "datapackage.json").read_text("utf-8"))
    for ressource in paquet["resources"]:
        entete = (dossier / ressource["path"]).read_text("utf-8").splitlines()[0]
        assert entete.split(",") == [c["name"] for c in ressource["schema"]["fields"]]
    assert {r["path"] for r in paquet["resources"]} == {f.name for f in dossier.glob("*.csv")}


def test_each_quartier_has_its_figures(export, exemple):
    export()
    carte = json.loads((exemple / "ici" / DOSSIER / "quartiers.geojson").read_text("utf-8"))
    montants = {f["properties"]["nom"]: f["properties"]["montant"] for f in carte["features"]}
    for ligne in read(exemple, "par-quartier.csv"):
        if ligne["quartier"] in montants:
            assert montants[ligne["quartier"]] == float(ligne["montant"])
    assert len(montants) == 21
    assert sum(map(bool, montants.values())) > 10
    for objet in carte["features"]:
        [anneau, *_] = objet["geometry"]["coordinates"]
        assert anneau[0] == anneau[-1]
        aire = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(anneau))
        assert aire > 0, "an outer ring turns to the left"


def test_without_a_map_there_is_no_geojson(export, exemple):
    (exemple / "2022/carte.geojson").unlink()
    export()
    assert not (exemple / "ici" / DOSSIER / "quartiers.geojson").exists()


def test_parquet_without_its_library_is_told(export, exemple, monkeypatch):
    monkeypatch.setattr("rapportpv.export.donnees.parquet.find_spec", lambda _: None)
    code, _, aparte = export("--parquet")
    assert code == 2
    assert "rapportpv[parquet]" in aparte
    assert not (exemple / "ici").exists()


def test_settings_that_are_wrong_are_told_with_their_place(export, exemple):
    settle(exemple, BLOC.replace(SIRET, "73282932000075").replace("verse_le", "verse"))
    code, _, aparte = export()
    assert code == 1
    assert "PV010" in aparte
    shutil.rmtree(exemple / "ici", ignore_errors=True)
