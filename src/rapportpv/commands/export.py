"""Export: the open data of a year, in a folder, each file whole or not at all."""

from pathlib import Path

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie, Stage, fold_repeated, gather
from rapportpv.core.dossier import Dossier
from rapportpv.core.ecriture import write_all
from rapportpv.export.donnees import geojson, subventions
from rapportpv.export.donnees.bilan import list_tables
from rapportpv.export.donnees.champs import Table, write_csv
from rapportpv.export.donnees.paquet import describe, name_csv
from rapportpv.export.donnees.parquet import check_parquet, write_parquet
from rapportpv.export.json import format_bilan
from rapportpv.subjects.subventions.aides import Cumul, add_up, list_aides, list_grands
from rapportpv.year.controle import Controle, check_annee
from rapportpv.year.epreuves import run_checks


class Donnees(Struct, frozen=True):
    """The open data that was written, or what stands in its way.

    `manques`: what the SCDL's grants lack, and they alone. `cumuls`: the beneficiaries above the
    threshold. `sans_carte`: the map is there, and could not be put in degrees.
    """

    controle: Controle
    dossier: Path | None = None
    fichiers: tuple[str, ...] = ()
    manques: tuple[Anomalie, ...] = ()
    cumuls: tuple[Cumul, ...] = ()
    sans_carte: bool = False


def export_annee(racine: Path, millesime: int, sortie: Path, *, parquet: bool = False) -> Donnees:
    """Write the open data of a year; nothing when an error stands in the way of its report.

    Raises ParquetAbsentError and SortieInaccessibleError.
    """
    if parquet:
        check_parquet()
    controle = check_annee(racine, millesime)
    dossier = controle.dossier
    if dossier is None or controle.is_blocked():
        return Donnees(controle)
    manques = tuple(fold_repeated(gather(run_checks(Stage.SUBVENTIONS, dossier))))
    tables = _list_tables(dossier, controle, scdl=not manques)
    fichiers = {name_csv(table): write_csv(table.champs, table.lignes) for table in tables}
    if parquet:
        fichiers |= {f"{Path(name_csv(t)).stem}.parquet": write_parquet(t) for t in tables}
    fichiers["donnees.json"] = _encode(format_bilan(millesime, controle.bilan))
    fichiers["datapackage.json"] = _encode(describe(dossier.identite(), tables))
    carte = dossier.carte
    dessinable = carte is not None and geojson.can_project(carte)
    if carte is not None and dessinable:
        par_quartier = controle.bilan.tableaux.get("par_quartier")
        quartiers = geojson.format_quartiers(carte, par_quartier, millesime)
        fichiers["quartiers.geojson"] = _encode(quartiers)
    dossier_ecrit = sortie / f"donnees-{millesime}"
    write_all({dossier_ecrit / nom: contenu for nom, contenu in fichiers.items()})
    if manques:  # one of before would be taken for that of today
        (dossier_ecrit / f"{subventions.SCDL}.csv").unlink(missing_ok=True)
    cumuls = list_grands(dossier)
    return Donnees(
        controle,
        dossier_ecrit,
        tuple(fichiers),
        manques,
        cumuls,
        sans_carte=carte is not None and not dessinable,
    )


def _list_tables(dossier: Dossier, controle: Controle, *, scdl: bool) -> list[Table]:
    tables = [*list_tables(controle.bilan)]
    aides = list_aides(dossier)
    if not aides:
        return tables
    cumuls, reglage = add_up(aides), dossier.annee.subventions
    tables += [subventions.make_aides(cumuls, aides), subventions.make_seuil(cumuls)]
    if scdl and reglage is not None:
        tables.append(subventions.make_scdl(dossier.reglages.territoire, reglage, aides))
    return tables


def _encode(texte: str) -> bytes:
    return f"{texte}\n".encode()
