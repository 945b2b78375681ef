"""Tables as Parquet, with the types of their columns; it asks for pyarrow."""

import io
from decimal import Decimal
from importlib.util import find_spec
from typing import Any

from rapportpv.export.donnees.champs import Champ, Table, Valeur
from rapportpv.export.errors import ParquetAbsentError


def check_parquet() -> None:
    """Raise ParquetAbsentError where pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        raise ParquetAbsentError


def write_parquet(table: Table) -> bytes:
    """The table as a Parquet file."""
    import pyarrow as pa
    from pyarrow import parquet

    colonnes = zip(*table.lignes, strict=True) if table.lignes else ([] for _ in table.champs)
    tableaux = [
        pa.array([_read(valeur, champ) for valeur in colonne], _find_type(pa, champ))
        for champ, colonne in zip(table.champs, colonnes, strict=True)
    ]
    flux = io.BytesIO()
    noms = [champ.nom for champ in table.champs]
    parquet.write_table(pa.Table.from_arrays(tableaux, names=noms), flux, compression="none")
    return flux.getvalue()


def _find_type(pa: Any, champ: Champ) -> Any:
    """Amounts are decimals: exact to the cent."""
    if champ.type == "number":
        return pa.decimal128(20, 2) if champ.unite == "euros" else pa.float64()
    types = {"integer": pa.int64, "boolean": pa.bool_, "date": pa.date32}
    return types.get(champ.type, pa.string)()


def _read(valeur: Valeur, champ: Champ) -> object:
    """The value as pyarrow wants it in that column."""
    if champ.type != "number" or valeur is None:
        return valeur
    return Decimal(str(valeur)) if champ.unite == "euros" else float(str(valeur))
