"""How a check ends on a terminal: what it read, what it left out, what the report will lack."""

from collections.abc import Iterable

from rapportpv.console.flux import write
from rapportpv.export.inventaire import (
    DECRET,
    SANS_OBJET,
    format_absentes,
    format_decret,
    format_laisses,
    format_lus,
)
from rapportpv.export.releve import Releve
from rapportpv.french.typographie import format_texte


def write_inventaires(releve: Releve, *, valeurs: bool = True) -> None:
    """A few lines a year, then what is left out of them all."""
    for inventaire in releve.inventaires:
        lus = format_lus(inventaire, releve.livres, valeurs=valeurs)
        _write_liste(f"Lu pour {inventaire.millesime} :", lus)
        if absentes := format_absentes(inventaire):
            titre = format_texte(f"Absent du rapport {inventaire.millesime} :")
            write(f"{titre} {absentes}.")
        if demandees := format_decret(inventaire):
            _write_liste(f"{DECRET.format(annee=inventaire.millesime)} :", demandees)
            write(f"  {format_texte(SANS_OBJET)}")
    laisses = list(format_laisses(releve.inventaires, valeurs=valeurs))
    if laisses:
        _write_liste("Laissé de côté :", laisses)
    else:
        write(format_texte("Laissé de côté : rien."))


def _write_liste(titre: str, lignes: Iterable[str]) -> None:
    toutes = [f"  {ligne}" for ligne in lignes]
    for ligne in [format_texte(titre), *toutes] if toutes else ():
        write(ligne)
