"""The state of the consultation as a table, and what became of a batch of letters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rapportpv.console.anomalies import write_resume
from rapportpv.console.fabrication import ETATS, write_gardees
from rapportpv.console.flux import format_chemin, write
from rapportpv.console.tables import write_table
from rapportpv.export.lecture import clean, format_nombre
from rapportpv.french.typographie import format_date, format_texte
from rapportpv.subjects.consultation.avis import RECUS, Avis, Consultes, Etat

if TYPE_CHECKING:
    from rapportpv.commands.courriers import Envoi

_ENTETES = ("Instance", "Type", "Envoyé le", "Au plus tard le", "Reçu le", "Avis", "")
_NOMMES = 3


def write_consultation(annee: int, consultes: Consultes) -> None:
    """A line for each body, then the counts, and whom to remind."""
    titre = format_texte(f"Consultation {annee}, au {format_date(consultes.au)}")
    write_table(titre, _ENTETES, [_line(avis) for avis in consultes.avis])
    write(format_texte(f"{_count(consultes)}."))
    if consultes.a_relancer:
        noms = ", ".join(clean(avis.instance) for avis in consultes.a_relancer)
        write(format_texte(f"À relancer : {noms}."))


def _line(avis: Avis) -> tuple[str, ...]:
    return (
        clean(avis.instance),
        clean(avis.type),
        _day(avis.envoye_le),
        _day(avis.limite),
        _day(avis.recu_le),
        avis.etat.value,
        _follow(avis),
    )


def _follow(avis: Avis) -> str:
    """What is to be done; on the day of sending, nothing yet."""
    if avis.hors_delai:
        return "réponse hors délai"
    if avis.du_jour and avis.etat is Etat.ATTENDU:
        return f"envoyée, attendue le {_day(avis.limite)}" if avis.limite else "envoyée"
    return "à relancer" if avis.a_relancer else ""


def _day(jour: date | None) -> str:
    return f"{jour:%d/%m/%Y}" if jour else "–"


def _count(consultes: Consultes) -> str:
    """«5 instances : 2 avis reçus (1 favorable, 1 réservé), 3 réputés favorables, 0 attendu»."""
    sens = (
        format_nombre(n, mot)
        for etat, mot in (
            (Etat.FAVORABLE, "favorable"),
            (Etat.RESERVE, "réservé"),
            (Etat.DEFAVORABLE, "défavorable"),
        )
        if (n := consultes.count(etat))
    )
    detail = ", ".join(sens)
    recus = consultes.count(*RECUS)
    parties = [
        f"{recus} avis {'reçu' if recus < 2 else 'reçus'}{f' ({detail})' if detail else ''}",
        _agree(consultes.count(Etat.REPUTE_FAVORABLE), "réputé favorable", "réputés favorables"),
        format_nombre(consultes.count(Etat.ATTENDU), "attendu"),
    ]
    if a_envoyer := consultes.count(Etat.A_ENVOYER):
        parties.append(f"{a_envoyer} à envoyer")
    return f"{format_nombre(len(consultes.avis), 'instance')} : {', '.join(parties)}"


def _agree(nombre: int, singulier: str, pluriel: str) -> str:
    return f"{nombre} {singulier if nombre < 2 else pluriel}"


def write_envoi(envoi: Envoi) -> None:
    """What became of each letter, or why there is none."""
    if envoi.bloque:
        write_resume(envoi.controle, err=True)
        write("Aucun courrier n’a été écrit.", err=True)
    elif not envoi.lettres:
        au = f" au {format_date(envoi.consultes.au)}" if envoi.consultes else ""
        write(f"Aucun courrier à écrire{au}.")
    for lettre in envoi.lettres:
        write(f"{ETATS[lettre.etat.name]} : {format_chemin(lettre.chemin)}")
    write_gardees(lettre.gardee for lettre in envoi.lettres if lettre.gardee)
    if envoi.autres:
        premiers, reste = envoi.autres[:_NOMMES], len(envoi.autres) - _NOMMES
        noms = ", ".join(format_chemin(chemin) for chemin in premiers)
        noms += f" et {format_nombre(reste, 'autre')}" if reste > 0 else ""
        write(
            format_texte(f"D’un autre envoi, à ne pas expédier avec celui-ci : {noms}."),
            err=True,
        )
