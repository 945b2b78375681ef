"""What became of the projects of a batch: a line for each that failed, then how many did not."""

from __future__ import annotations

from fractions import Fraction

from rapportpv.console.flux import write
from rapportpv.console.tables import write_table
from rapportpv.core.lot import Issue, Lot, Resultat
from rapportpv.french.typographie import format_decimal, format_texte

_MOTS = {  # of one, of several
    Issue.FAIT: ("fait", "faits"),
    Issue.INCHANGE: ("inchangé", "inchangés"),
    Issue.REFUSE: ("refusé", "refusés"),
    Issue.ARRETE: ("arrêté", "arrêtés"),
}


def write_lot(lot: Lot, annee: int, option: str) -> None:
    """The projects that failed, and why; then all of them in a sentence."""
    manques = [resultat for resultat in lot.resultats if resultat.issue.is_failure]
    if manques:
        lignes = [[r.projet, _MOTS[r.issue][0], _tell(r)] for r in manques]
        write_table("", ["Projet", "", "Pourquoi"], lignes)
    comptes = [_count(n, *_MOTS[issue]) for issue in Issue if (n := lot.count(issue))]
    projets = _count(len(lot.resultats), "projet", "projets")
    duree = format_decimal(Fraction(lot.secondes), 1)
    write(format_texte(f"{projets} : {', '.join(comptes)}, en {duree} s."))
    if any(resultat.issue is Issue.REFUSE and resultat.erreurs for resultat in manques):
        exemple = next(r for r in manques if r.issue is Issue.REFUSE and r.erreurs)
        write(
            format_texte(
                f"Pour tout lire d’un projet : « rapportpv check {annee} --dossier "
                f"{option}/{exemple.projet} »."
            )
        )


def _count(combien: int, un: str, plusieurs: str) -> str:
    return f"{format_decimal(Fraction(combien), 0)} {un if combien == 1 else plusieurs}"


def _tell(resultat: Resultat) -> str:
    if not resultat.erreurs:
        return resultat.raison
    erreurs = _count(resultat.erreurs, "erreur", "erreurs")
    return format_texte(f"{erreurs} : {resultat.raison}")
