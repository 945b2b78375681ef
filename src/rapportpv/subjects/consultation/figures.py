"""The consultation: what each body has answered as of a day, and what its silence means."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rapportpv.core.chiffre import Cellule, Colonne, Figure, Ligne, Tableau, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.identite import Version
from rapportpv.core.quantites import Recolte
from rapportpv.core.settings.reglages import Annee, Reglages
from rapportpv.core.sujet import Sujet
from rapportpv.french.echeance import is_in_time
from rapportpv.subjects.consultation.avis import RECUS, Avis, Consultes, Etat
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.subjects.consultation.themes import sort_by_theme

INSTANCES = Figure("consultation.instances", Unite.NOMBRE)
OBSERVATIONS = Figure("consultation.observations", Unite.NOMBRE)
SUITES = Figure("consultation.suites", Unite.NOMBRE)
FIGURES = {
    Figure("consultation.recus", Unite.NOMBRE): RECUS,
    Figure("consultation.favorables", Unite.NOMBRE): (Etat.FAVORABLE,),
    Figure("consultation.reserves", Unite.NOMBRE): (Etat.RESERVE,),
    Figure("consultation.defavorables", Unite.NOMBRE): (Etat.DEFAVORABLE,),
    Figure("consultation.reputes_favorables", Unite.NOMBRE): (Etat.REPUTE_FAVORABLE,),
    Figure("consultation.attendus", Unite.NOMBRE): (Etat.ATTENDU,),
    Figure("consultation.a_envoyer", Unite.NOMBRE): (Etat.A_ENVOYER,),
}
"""The figures, by the states that each counts."""

_ETATS = {
    "favorable": Etat.FAVORABLE,
    "reserve": Etat.RESERVE,
    "defavorable": Etat.DEFAVORABLE,
}
_COLONNES = (
    Colonne("instance", "Instance"),
    Colonne("type", "Type"),
    Colonne("date", "Reçu le"),
    Colonne("sens", "Avis"),
    Colonne("observations", "Observations"),
    Colonne("suite", "Suite donnée"),
)


def default_day(annee: Annee) -> date:
    """The day that the state is told of when nobody asks for one: never that of the clock.

    A projet is told of as of `au`, else when it is settled or sent, whichever comes last; a
    definitive report, as of its approval.
    """
    consultation = annee.consultation
    if consultation is None or annee.version is Version.DEFINITIF:
        return annee.approuve_le
    return consultation.au or max(annee.arrete_le, consultation.transmission_le)


def read_avis(dossier: Dossier, au: date | None = None) -> Consultes | None:
    """The bodies and their avis as of a day; None without consultation.xlsx."""
    feuille = dossier.feuille(CONSULTATION)
    if feuille is None:
        return None
    jour, consultation = au or default_day(dossier.annee), dossier.annee.consultation
    lignes = feuille.rangees.items()
    return Consultes(
        jour,
        tuple(_read(n, ligne, dossier, jour) for n, ligne in lignes),
        consultation.transmission_le if consultation else None,
        consultation.avis_au_plus_tard_le if consultation else None,
        _name_types(dossier.reglages, set(feuille.frame["type"])),
    )


def _name_types(reglages: Reglages, presents: set[str]) -> str:
    *debut, fin = [i.au_pluriel for i in reglages.instance if i.code in presents] or [""]
    return f"{', '.join(debut)} et {fin}" if debut else fin


def _read(numero: int, ligne: Mapping[Any, Any], dossier: Dossier, au: date) -> Avis:
    consultation = dossier.annee.consultation
    limite = consultation.limit_of(ligne["envoye_le"]) if consultation else None
    etat, hors_delai = _judge(ligne, limite, au)
    repondu = etat in RECUS or hors_delai
    type_ = dossier.reglages.instance_de(ligne["type"])
    return Avis(
        numero,
        ligne["instance"],
        ligne["type"],
        type_.libelle if type_ else ligne["type"],
        ligne["destinataire"],
        ligne["envoye_le"],
        limite,
        ligne["recu_le"] if repondu else None,
        etat,
        ligne["observations"] if repondu else "",
        ligne["suite_donnee"] if repondu else "",
        hors_delai,
        du_jour=ligne["envoye_le"] == au,
        theme=ligne["theme"] if repondu else "",
    )


def _judge(ligne: Mapping[Any, Any], limite: date | None, au: date) -> tuple[Etat, bool]:
    """The state of an avis, and whether an answer came too late."""
    envoye, recu, sens = ligne["envoye_le"], ligne["recu_le"], ligne["sens"]
    connu = (recu is not None and recu <= au) or (recu is None and sens)
    if connu and (recu is None or limite is None or is_in_time(recu, limite)):
        return _ETATS.get(sens, Etat.A_PRECISER), False
    if envoye is None or envoye > au:
        return Etat.A_ENVOYER, False
    if limite is None or is_in_time(au, limite):
        return Etat.ATTENDU, False
    return Etat.REPUTE_FAVORABLE, bool(connu)


def count_consultation(dossier: Dossier) -> Recolte:
    """The figures `consultation.*`, the tables `avis` and `observations_par_theme`.

    Nothing without the workbook.
    """
    recolte, consultes = Recolte(), read_avis(dossier)
    if consultes is None:
        return recolte
    feuille = dossier.autres[CONSULTATION.nom]
    toutes = [avis.ligne for avis in consultes.avis]
    sources = feuille.sources_de(toutes, "instance")
    recolte.add(INSTANCES.of(len(toutes), sources))
    for figure, etats in FIGURES.items():
        lignes = [avis.ligne for avis in consultes.avis if avis.etat in etats]
        sources = feuille.sources_de(lignes or toutes, "recu_le", "sens")
        recolte.add(figure.of(len(lignes), sources))
    _count_texts(recolte, consultes, feuille)
    lignes_ = tuple(_ligne(avis) for avis in consultes.avis)
    recolte.tableaux["avis"] = Tableau("avis", "Avis rendus", _COLONNES, lignes_)
    if (par_theme := sort_by_theme(consultes, feuille)) is not None:
        recolte.tableaux[par_theme.nom] = par_theme
    return recolte


def _count_texts(recolte: Recolte, consultes: Consultes, feuille: Feuille) -> None:
    """How many bodies have made observations, and how many of those have an answer."""
    observees = [avis for avis in consultes.avis if avis.observations]
    suivies = [avis for avis in observees if avis.suite]
    for figure, avis, colonne in (
        (OBSERVATIONS, observees, "observations"),
        (SUITES, suivies, "suite_donnee"),
    ):
        siennes = [a.ligne for a in avis] or [a.ligne for a in consultes.avis]
        sources = feuille.sources_de(siennes, colonne)
        recolte.add(figure.of(len(avis), sources))


def _ligne(avis: Avis) -> Ligne:
    cellules: dict[str, Cellule] = {
        "instance": avis.instance,
        "type": avis.type,
        "date": _format_recu(avis),
        "sens": avis.etat.value,
        "observations": avis.observations,
        "suite": avis.suite,
    }
    return Ligne(cellules, avis.code_type)


def _format_recu(avis: Avis) -> str:
    if avis.recu_le is None:
        return ""
    return f"{avis.recu_le:%d/%m/%Y}{' (hors délai)' if avis.hors_delai else ''}"


SUJET = Sujet(
    "consultation", plans=(CONSULTATION,), recoltes=(count_consultation,), groupes=("consultation",)
)
