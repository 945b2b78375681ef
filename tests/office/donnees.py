"""What programs make of the open data: `python donnees.py FOLDER SCHEMA`, as JSON.

It is run with a Python that has them (`make outils`), and imports nothing of rapportpv.
"""

import json
import sys
from pathlib import Path

import duckdb
import pandas as pd
from frictionless import Package, Resource, Schema, system

dossier, schema = map(Path, sys.argv[1:])
system.trusted = True
scdl = Resource(
    path=str(dossier / "scdl-subventions.csv"), schema=Schema.from_descriptor(str(schema))
)
paquet = Package(str(dossier / "datapackage.json"))


def list_errors(rapport):
    return [erreur.message for tache in rapport.tasks for erreur in tache.errors]


def sum_with_duckdb(suffixe):
    chemin = dossier / f"par-pilier.{suffixe}"
    [[somme]] = duckdb.sql(f"select sum(montant) from '{chemin}'").fetchall()
    return float(somme)


aides = pd.read_csv(dossier / "subventions.csv", dtype={"siret": str})
json.dump(
    {
        "scdl": list_errors(scdl.validate()),
        "lignes": sum(1 for _ in (dossier / "scdl-subventions.csv").open("rb")) - 1,
        "paquet": list_errors(paquet.validate()),
        "ressources": len(paquet.resources),
        "duckdb": sum_with_duckdb("csv"),
        "parquet": sum_with_duckdb("parquet"),
        "types": [str(t) for t in pd.read_parquet(dossier / "subventions.parquet").dtypes],
        "pandas": [len(aides), float(aides["montant"].sum()), sorted(set(aides["siret"]))],
    },
    sys.stdout,
)
