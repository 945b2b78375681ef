"""The open data read by those it is for: frictionless, DuckDB, pandas, LibreOffice."""

import csv
import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import DEPOT, EXEMPLE
from tests.fautes.fautes_subventions import SIRET, identify, settle
from tests.office.conftest import need

pytestmark = pytest.mark.office
PYTHON = DEPOT / ".outils/consommateurs/bin/python"
SCHEMA = DEPOT / "tests/office/scdl-subventions-2.1.1.schema.json"
PIEGE = "=1+1"


@pytest.fixture(scope="module")
def donnees(tmp_path_factory):
    """The open data of the sample, once nothing lacks; one title would be a formula."""
    projet = tmp_path_factory.mktemp("donnees") / "projet"
    shutil.copytree(EXEMPLE, projet)
    settle(projet)
    identify(projet)
    commande = [
        sys.executable,
        "-m",
        "rapportpv",
        "export",
        "2022",
        "--dossier",
        projet,
        "--parquet",
    ]
    site = subprocess.run(
        [need(str(PYTHON), "make outils"), "-c", "import pyarrow; print(pyarrow.__path__[0])"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    chemin = projet / "seul"
    chemin.mkdir()
    (chemin / "pyarrow").symlink_to(site)
    subprocess.run(
        [*map(str, commande), "--sortie", str(projet / "ici")],
        check=True,
        env=os.environ | {"PYTHONPATH": str(chemin)},
    )
    return projet / "ici/donnees-2022"


@pytest.fixture(scope="module")
def lu(donnees):
    resultat = subprocess.run(
        [PYTHON, DEPOT / "tests/office/donnees.py", donnees, SCHEMA],
        check=False,
        capture_output=True,
        text=True,
    )
    assert resultat.returncode == 0, resultat.stderr
    return json.loads(resultat.stdout)


def test_frictionless_finds_the_scdl_as_its_schema_has_it(lu):
    assert lu["scdl"] == []
    assert lu["lignes"] == lu["pandas"][0] > 30


def test_frictionless_finds_the_package_as_it_says(lu, donnees):
    assert lu["paquet"] == []
    assert lu["ressources"] == len([*donnees.glob("*.csv")])


def test_duckdb_adds_up_csv_and_parquet_alike(lu):
    assert lu["duckdb"] == lu["parquet"] == 5955889


def test_pandas_reads_amounts_and_identifiers(lu, donnees):
    with (donnees / "scdl-subventions.csv").open(encoding="utf-8", newline="") as flux:
        montants = [float(ligne["montant"]) for ligne in csv.DictReader(flux)]
    assert lu["pandas"] == [len(montants), pytest.approx(sum(montants)), [SIRET]]


def test_libreoffice_opens_a_csv_and_runs_nothing(donnees, soffice, tmp_path):
    from rapportpv.export.donnees.champs import Champ, write_csv

    piege = tmp_path / "piege.csv"
    piege.write_bytes(write_csv((Champ("a", "A"), Champ("b", "B")), [(PIEGE, -5), ("@A1", 2)]))
    options = ("--headless", "--convert-to", "ods:calc8", "--infilter=CSV:44,34,76,1")
    for chemin in (piege, donnees / "par-pilier.csv"):
        profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
        subprocess.run(
            [soffice, profil, *options, "--outdir", tmp_path, chemin], check=True, timeout=120
        )
    import pandas as pd

    lu = pd.read_excel(tmp_path / "piege.ods", engine="calamine")
    assert lu.values.tolist() == [[f"'{PIEGE}", -5], ["'@A1", 2]]
    piliers = pd.read_excel(tmp_path / "par-pilier.ods", engine="calamine")
    assert piliers["montant"].sum() == 5955889
