"""What became of the open data of a year."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_resume
from rapportpv.console.flux import format_chemin, write
from rapportpv.french.typographie import format_euros, format_texte

if TYPE_CHECKING:
    from rapportpv.commands.export import Donnees


def write_donnees(donnees: Donnees, *, valeurs: bool = True) -> None:
    """What was written, what was not and why, and who is above the threshold."""
    if donnees.dossier is None:
        write_resume(donnees.controle, err=True)
        write("Aucune donnée n’a été écrite.", err=True)
        return
    write(
        format_texte(
            f"Données écrites : {format_chemin(donnees.dossier)} ({len(donnees.fichiers)} fichiers)"
        )
    )
    if donnees.manques:
        write("Sans le fichier SCDL des subventions, que ces anomalies empêchent.", err=True)
    if donnees.sans_carte:
        write(
            "Sans les quartiers en GeoJSON : la carte est en Lambert 93, et il faut l’extra "
            "« carte » pour la mettre en degrés.",
            err=True,
        )
    if donnees.cumuls:
        write(format_texte("Au-delà de 23 000 € dans l’année, à publier (organismes privés) :"))
        for cumul in donnees.cumuls if valeurs else ():
            doute = "" if any(a.prive for a in cumul.aides) else ", type à vérifier"
            montant = format_euros(Fraction(cumul.cents, 100))
            write(format_texte(f"  {cumul.aides[0].beneficiaire} : {montant}{doute}"))
        if not valeurs:
            write(format_texte(f"  {len(donnees.cumuls)} bénéficiaires"))
