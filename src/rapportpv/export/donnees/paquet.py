"""What describes the files of open data: a data package, with the Table Schema of each."""

from collections.abc import Iterable, Sequence

from rapportpv.core.identite import Identite
from rapportpv.export.donnees.champs import Champ, Table
from rapportpv.export.donnees.subventions import SCDL
from rapportpv.export.json import dump

_SCHEMA_SCDL = (
    "https://schema.data.gouv.fr/schemas/scdl/subventions/2.1.1/schema.json"  # its page, not read
)


def describe(identite: Identite, tables: Iterable[Table]) -> str:
    """The data package, a resource a table."""
    return dump(
        {
            "profile": "tabular-data-package",
            "name": f"politique-de-la-ville-{identite.annee}",
            "title": f"Politique de la ville {identite.annee}, {identite.epci}",
            "version": identite.arrete_le.isoformat(),
            "resources": [_describe_table(table) for table in tables],
        }
    )


def _describe_table(table: Table) -> dict[str, object]:
    return {
        "name": table.nom.replace("_", "-"),
        "title": table.titre,
        "path": name_csv(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        **({"homepage": _SCHEMA_SCDL} if table.nom == SCDL else {}),
        "schema": {"fields": [_describe_champ(champ) for champ in _check(table.champs)]},
    }


def name_csv(table: Table) -> str:
    """The file of a table."""
    return f"{table.nom.replace('_', '-')}.csv"


def _describe_champ(champ: Champ) -> dict[str, str]:
    unite = {"unit": champ.unite} if champ.unite else {}
    return {"name": champ.nom, "title": champ.titre, "type": champ.type, **unite}


def _check(champs: Sequence[Champ]) -> Sequence[Champ]:
    """The columns, whose names are all different."""
    assert len({champ.nom for champ in champs}) == len(champs)
    return champs
