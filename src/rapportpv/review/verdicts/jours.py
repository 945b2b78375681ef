"""The days that a project knows: those of its settings, of its session, of its consultation."""

from collections.abc import Iterator
from datetime import date

from rapportpv.core.dossier import Dossier
from rapportpv.core.settings.reglage import Reglage
from rapportpv.review.nombres.ecrits import find_nombres

_NOMS = {
    "arrete_le": "date d’arrêté",
    "date": "date",
    "convocation_le": "convocation",
    "reception_le": "réception par le contrôle de légalité",
    "publication_le": "publication",
    "transmission_le": "transmission pour avis",
    "avis_au_plus_tard_le": "date limite des avis",
    "deliberation_le": "délibération",
    "au": "date d’état de la consultation",
}


def list_jours(dossier: Dossier) -> dict[date, str]:
    """Each day that the year knows, and what it is called."""
    jours: dict[date, str] = {}
    for jour, nom in (*_walk(dossier.annee, "annee.toml"), *_in_sheets(dossier)):
        jours.setdefault(jour, nom)
    return jours


def _walk(reglage: Reglage, chemin: str) -> Iterator[tuple[date, str]]:
    """The days of the settings, and those that are written in their texts."""
    for champ in type(reglage).model_fields:
        valeur = getattr(reglage, champ)
        ici = f"{chemin} › {champ}"
        if isinstance(valeur, date):
            yield valeur, f"{_NOMS.get(champ, champ)} ({ici})"
        elif isinstance(valeur, Reglage):
            yield from _walk(valeur, ici)
        else:
            textes = valeur if isinstance(valeur, tuple) else (valeur,)
            for texte in textes:
                if isinstance(texte, str):
                    yield from ((n.jour, ici) for n in find_nombres(texte) if n.jour)


def _in_sheets(dossier: Dossier) -> Iterator[tuple[date, str]]:
    """The days that the sheets hold."""
    for feuille in dossier.autres.values():
        for colonne in feuille.frame.columns:
            for valeur in feuille.frame[colonne].dropna().unique():
                if isinstance(valeur, date):
                    yield valeur, f"{feuille.fichier} › {feuille.nom}"
