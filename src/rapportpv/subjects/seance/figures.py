"""The session: its three lists, in the order of the sheet, and how many are in each."""

from rapportpv.core.chiffre import Figure, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.core.rangees import Rangee, records
from rapportpv.core.settings.instances import Instance
from rapportpv.core.settings.ressort import Ressort
from rapportpv.core.sujet import Sujet
from rapportpv.french.typographie import format_enumeration
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.subjects.seance.seance import (
    Elu,
    Fenetre,
    Presence,
    Procuration,
    Seance,
    read_fenetre,
)
from rapportpv.subjects.seance.sheet import EXCUSE, PRESENT, PROCURATION, SEANCE

FIGURES = {
    PRESENT: Figure("seance.presents", Unite.NOMBRE),
    PROCURATION: Figure("seance.procurations", Unite.NOMBRE),
    EXCUSE: Figure("seance.excuses", Unite.NOMBRE),
}
"""The figures, by the quality of the members that each counts."""

_AUTRE = "autre"  # names nobody


def count_seance(dossier: Dossier) -> Recolte:
    """The figures `seance.*`: the members of each quality; nothing without the sheet."""
    recolte, feuille = Recolte(), dossier.feuille(SEANCE)
    if feuille is None:
        return recolte
    for qualite, figure in FIGURES.items():
        siennes = feuille.frame[feuille.frame["qualite"] == qualite]
        membres = {_elu(ligne).cles[0] for ligne in records(siennes)}
        sources = feuille.sources_de(siennes.index, "nom")
        recolte.add(figure.of(len(membres), sources))
    return recolte


def read_seance(dossier: Dossier) -> Seance | None:
    """The session, or None unless the year has both its sheet and its block of settings."""
    feuille, reglage = dossier.feuille(SEANCE), dossier.annee.seance
    if feuille is None or reglage is None:
        return None
    lignes, instances = feuille.rangees.values(), _instances(dossier)
    return Seance(
        reglage,
        tuple(_presence(ligne) for ligne in lignes if ligne["qualite"] == PRESENT),
        tuple(_procuration(ligne) for ligne in lignes if ligne["qualite"] == PROCURATION),
        tuple(_presence(ligne) for ligne in lignes if ligne["qualite"] == EXCUSE),
        dossier.annee.consultation,
        format_enumeration([instance.au_pluriel for instance in instances]) if instances else "",
        all(instance.feminin for instance in instances),
    )


def _instances(dossier: Dossier) -> list[Instance]:
    """Those who are consulted beside the communes: of the year's sheet, else of the settings."""
    feuille = dossier.feuille(CONSULTATION)
    types = set(feuille.frame["type"]) if feuille is not None else None
    return [
        instance
        for instance in dossier.reglages.instance
        if instance.une_par is not Ressort.COMMUNE
        and (instance.code != _AUTRE if types is None else instance.code in types)
    ]


def _presence(ligne: Rangee) -> Presence:
    return Presence(_elu(ligne), _fenetre(ligne))


def _procuration(ligne: Rangee) -> Procuration:
    return Procuration(_elu(ligne), ligne["mandataire"], _fenetre(ligne))


def _elu(ligne: Rangee) -> Elu:
    return Elu(ligne["nom"], ligne["prenom"])


def _fenetre(ligne: Rangee) -> Fenetre:
    return read_fenetre(ligne["a_partir_de_la_question"], ligne["jusqu_a_la_question"])


SUJET = Sujet("seance", plans=(SEANCE,), recoltes=(count_seance,), groupes=("seance",))
