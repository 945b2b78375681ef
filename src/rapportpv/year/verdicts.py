"""What a project makes of its anomalies: their severity, and those that it accepts."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.rangees import records
from rapportpv.core.settings.reglages import Acceptee, Reglages
from rapportpv.french.lexique import Entree, Lexique, fold
from rapportpv.reading.rules.pv010_reglage_invalide import PV010
from rapportpv.reading.rules.pv013_acceptation_sans_objet import PV013
from rapportpv.year.catalogue import CATALOGUE

_REGLAGES = "rapportpv.toml"
_REGLES = Lexique(tuple(Entree(rule.code, rule.code, (rule.nom,)) for rule in CATALOGUE))
_CE_QUI_NOMME = (
    ("numero", "statut"),  # a project of the programming, by its N° dossier
    ("operateur", "intitule"),
    ("commune", "operation"),
    ("nom", "prenom"),
    ("instance",),
    ("nom",),
    ("commune",),
)


def name_causes(anomalies: Iterable[Anomalie], dossier: Dossier) -> list[Anomalie]:
    """The anomalies with what they are about: a project, else the value, else the place."""
    feuilles = {(f.fichier, f.nom): f for f in dossier.feuilles}
    return [
        replace(a, cle=_cle(a, feuilles.get((a.lieu.fichier, a.lieu.feuille or ""))))
        for a in anomalies
    ]


class Verdict(Struct, frozen=True):
    """The anomalies that are left, and how many the project accepts."""

    restantes: list[Anomalie]
    acceptees: int


def judge(anomalies: Iterable[Anomalie], reglages: Reglages, millesime: int) -> Verdict:
    """The anomalies at the severity that the project gives them, without those that it accepts.

    An acceptance or a severity that serves nothing is an anomaly in its turn.
    """
    voulues = {_cause(a.code, a.cle): a for a in reglages.acceptees if a.annee in (None, millesime)}
    restantes, servies, acceptees = [], set(), 0
    for anomalie in anomalies:
        cause = _cause(anomalie.rule.code, anomalie.cle)
        if cause in voulues:
            servies.add(cause)
            acceptees += 1
        else:
            restantes.append(anomalie)
    severites = {_REGLES.find(nom): severite for nom, severite in reglages.severite.items()}
    restantes += [_tell_unused(a) for cause, a in voulues.items() if cause not in servies]
    restantes += [_tell_unknown(nom) for nom in reglages.severite if not _REGLES.find(nom)]
    return Verdict([_weigh(anomalie, severites) for anomalie in restantes], acceptees)


def _cause(code: str, cle: str) -> tuple[str, str]:
    return _REGLES.find(code) or code, fold(cle)


def _weigh(anomalie: Anomalie, severites: Mapping[str | None, Severite]) -> Anomalie:
    return replace(anomalie, severite=severites.get(anomalie.rule.code, anomalie.severite))


def _cle(anomalie: Anomalie, feuille: Feuille | None) -> str:
    lieu = anomalie.lieu
    if feuille is not None:
        lignes = {int(chiffres[0]) for c in lieu.cellules if (chiffres := re.findall(r"\d+$", c))}
        noms = {_identity(feuille, ligne) for ligne in lignes} - {""}
        if len(noms) == 1:
            return noms.pop()
    return anomalie.valeur or str(Emplacement(lieu.fichier, lieu.feuille))


def _identity(feuille: Feuille, numero: int) -> str:
    """What names the row wherever it moves: «2022-014», «Les Amis – Aide aux devoirs»."""
    frame = feuille.frame
    if numero not in frame.index:
        return ""
    ligne: Mapping[Any, Any] = records(frame.loc[[numero]])[0]
    for champs in _CE_QUI_NOMME:
        if all(str(ligne.get(champ, "") or "") for champ in champs):
            return " – ".join(str(ligne[champ]) for champ in champs if champ != "statut")
    return ""


def _tell_unused(acceptee: Acceptee) -> Anomalie:
    lieu = Emplacement(_REGLAGES, None, ("acceptees",))
    return PV013.at(lieu, valeur=acceptee.cle, code=acceptee.code)


def _tell_unknown(nom: str) -> Anomalie:
    proche = _REGLES.suggest(nom)
    return PV010.at(
        Emplacement(_REGLAGES, None, ("severite",)),
        valeur=nom,
        suggestion=f"Écrivez « {proche} »." if proche else None,
        raison=f"« {nom} » n’est ni le code ni le nom d’une anomalie",
    )
