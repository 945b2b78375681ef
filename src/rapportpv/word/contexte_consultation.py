"""What a template can name of the consultation, and of the letter that it is rendered for."""

from datetime import date
from typing import Any

from rapportpv.subjects.consultation.courrier import Courrier
from rapportpv.word.marques import show_texte
from rapportpv.word.matiere import Matiere
from rapportpv.word.vues import Groupe
from rapportpv.word.vues_nommees import Jour

_A_DEFAUT = "instances consultées"


def show_consultation(contexte: dict[str, Any], matiere: Matiere) -> dict[str, Any]:
    """The names of a template, with those of the consultation and of the letter."""
    suivi = matiere.consultes
    if suivi is not None:
        chiffres = contexte.get("consultation") or {}
        dates = {
            "types": show_texte(suivi.types or _A_DEFAUT),
            "au": _jour(suivi.au),
            "transmission_le": suivi.transmission_le and _jour(suivi.transmission_le),
            "avis_au_plus_tard_le": suivi.limite and _jour(suivi.limite),
        }
        contexte["consultation"] = Groupe("consultation", {**chiffres, **dates})
    if matiere.courrier is not None:
        contexte["courrier"] = _show_courrier(matiere.courrier)
    lettre = {nom: show_texte(str(valeur)) for nom, valeur in dict(matiere.lettre).items()}
    contexte["lettre"] = Groupe("lettre", lettre)
    return contexte


def _show_courrier(courrier: Courrier) -> Groupe:
    return Groupe(
        "courrier",
        {
            "destinataire": show_texte(courrier.destinataire),
            "civilite": show_texte(courrier.civilite),
            "instance": show_texte(courrier.instance),
            "nom": show_texte(courrier.nom),
            "l_instance": show_texte(courrier.l_instance),
            "a_l_instance": show_texte(courrier.a_l_instance),
            "de_l_instance": show_texte(courrier.de_l_instance),
            "le": _jour(courrier.le),
            "envoye_le": _jour(courrier.envoye_le),
            "limite": _jour(courrier.limite),
            "signataire": show_texte(courrier.signataire),
        },
    )


def _jour(jour: date) -> Jour:
    return Jour(jour.year, jour.month, jour.day)
