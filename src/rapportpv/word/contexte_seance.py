"""What a template can name of the assembly, of its session, and of the consultation's dates."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from msgspec import Struct

from rapportpv.core.settings.reglages_seance import (
    Civilite,
    Commission,
    Conseil,
    Personne,
    ReglageSeance,
    Vote,
)
from rapportpv.french.article import is_feminin
from rapportpv.french.duree import format_duree
from rapportpv.french.heure import format_heure
from rapportpv.subjects.seance.seance import Presence, Procuration, Seance
from rapportpv.word.marques import show_texte
from rapportpv.word.matiere import Matiere
from rapportpv.word.vues import Groupe
from rapportpv.word.vues_nommees import Jour


class Heure(time):
    """An hour that prints in French."""

    def __str__(self) -> str:
        return format_heure(self)


class EluMontre(Struct, frozen=True):
    """A line of a list: prints as the délibération has it."""

    nom: str
    prenom: str
    mandataire: str
    questions: str
    texte: str

    def __str__(self) -> str:
        return self.texte

    def noms(self) -> list[str]:
        """What can follow the name of the member."""
        return ["nom", "prenom", "mandataire", "questions", "texte"]


def name_seance(matiere: Matiere, chiffres: Groupe) -> dict[str, Any]:
    """The groups `conseil`, `seance` and `procedure`; an empty one is false in a template.

    `chiffres` are the figures of the session, which keep their names.
    """
    seance = _name_reglage(matiere.seance) if matiere.seance else {}
    return {
        "conseil": Groupe("conseil", _name_conseil(matiere.conseil)),
        "seance": Groupe("seance", {**chiffres, **seance}),
        "procedure": Groupe("procedure", _name_procedure(matiere.seance)),
    }


def _name_conseil(conseil: Conseil | None) -> dict[str, Any]:
    if conseil is None:
        return {}
    textes = {
        nom: show_texte(valeur) for nom, valeur in dict(conseil).items() if isinstance(valeur, str)
    }
    membres = conseil.membres_en_exercice or ""
    return {**textes, "feminin": is_feminin(conseil.nom), "membres_en_exercice": membres}


def _name_procedure(seance: Seance | None) -> dict[str, Any]:
    """What follows the session, when the year tells the dates of its consultation."""
    if seance is None or seance.consultation is None:
        return {}
    debut, fin = seance.consultation.transmission_le, seance.consultation.avis_au_plus_tard_le
    return {
        "transmission_le": _jour(debut),
        "avis_au_plus_tard_le": _jour(fin),
        "delai": format_duree(debut, fin),
    }


def _name_reglage(seance: Seance) -> dict[str, Any]:
    reglage = seance.reglage
    return {
        "instances": show_texte(seance.instances),
        "consultes": Groupe("seance.consultes", {"feminin": seance.feminines}),
        "date": _jour(reglage.date),
        "heure": Heure(reglage.heure.hour, reglage.heure.minute),
        **{nom: show_texte(getattr(reglage, nom)) for nom in _TEXTES},
        **{nom: _jour(getattr(reglage, nom)) for nom in _JOURS},
        "question": reglage.question or "",
        "president": _name_personne("seance.president", reglage.president),
        "secretaire": _name_personne("seance.secretaire", reglage.secretaire),
        "signataire": _name_signataire(reglage),
        "commission": _name_commission(reglage.commission),
        "vote": _name_vote(reglage.vote),
        "visas": [_name_visa(visa) for visa in reglage.visas],
        "liste_presents": _name_elus(seance.presents),
        "liste_procurations": _name_elus(seance.procurations),
        "liste_excuses": _name_elus(seance.excuses),
    }


_TEXTES = ("lieu", "affichage", "numero", "rubrique", "rapporteur", "mise_a_disposition")
_JOURS = ("convocation_le", "reception_le", "publication_le")


def _name_personne(chemin: str, personne: Personne, **autres: Any) -> Groupe:
    return Groupe(
        chemin,
        {
            "civilite": personne.civilite.value,
            "nom": show_texte(personne.nom),
            "feminin": personne.civilite is Civilite.MADAME,
            **autres,
        },
    )


def _name_signataire(reglage: ReglageSeance) -> Groupe:
    signataire = reglage.signataire
    return _name_personne(
        "seance.signataire",
        signataire,
        qualite=show_texte(signataire.qualite),
        par_delegation=signataire.par_delegation,
    )


def _name_commission(commission: Commission | None) -> Groupe:
    membres: dict[str, Any] = {}
    if commission is not None:
        membres = {
            "nom": show_texte(commission.nom),
            "date": _jour(commission.date),
            "avis": show_texte(commission.avis),
        }
    return Groupe("seance.commission", membres)


def _name_vote(vote: Vote) -> Groupe:
    comptes = {
        "pour": vote.pour,
        "contre": vote.contre,
        "abstentions": vote.abstentions,
        "sans_prendre_part": vote.sans_prendre_part,
    }
    detail = [
        (vote.pour, "voix pour", "voix pour"),
        (vote.contre, "voix contre", "voix contre"),
        (vote.abstentions, "abstention", "abstentions"),
        (vote.sans_prendre_part or None, "membre n’y prenant pas part", "n’y prenant pas part"),
    ]
    textes = (
        f"{n}\u00a0{un if n < 2 else plusieurs}" for n, un, plusieurs in detail if n is not None
    )
    connus = {nom: "" if compte is None else compte for nom, compte in comptes.items()}
    return Groupe("seance.vote", {"sens": vote.sens.value, **connus, "detail": list(textes)})


def _name_visa(visa: str) -> str:
    """The text without the «Vu» that the template says."""
    texte = show_texte(visa.strip())
    return texte[3:] if texte[:3].casefold() == "vu " else texte


def _name_elus(lignes: Sequence[Presence | Procuration]) -> list[EluMontre]:
    return [
        EluMontre(
            show_texte(ligne.elu.nom),
            show_texte(ligne.elu.prenom),
            show_texte(ligne.mandataire) if isinstance(ligne, Procuration) else "",
            str(ligne.fenetre),
            show_texte(str(ligne)),
        )
        for ligne in lignes
    ]


def _jour(jour: date | None) -> Jour | str:
    return Jour(jour.year, jour.month, jour.day) if jour else ""
