"""Le rapport est dit définitif, et une instance peut encore répondre, ou n’a pas été consultée.

## Pourquoi c’est gênant
Le conseil approuve le rapport une fois chacun consulté et chaque délai passé. Un silence ne vaut
avis favorable qu’au lendemain de la date limite, et pour qui a reçu le projet.

## Exemple fautif
« annee.toml » écrit « version = "definitif" », « arrete_le = 2024-11-26 » et, sous
[consultation], « delai = "3 mois" » ; le projet n’est parti que le 02/09/2024 pour Orge, qui a
jusqu’au 2 décembre.

## À écrire plutôt
« version = "projet" », ou la date de l’approbation si elle vient plus tard : « arrete_le =
2024-12-10 ».
"""

from collections.abc import Iterator
from datetime import date

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.identite import Version
from rapportpv.french.echeance import is_in_time
from rapportpv.french.typographie import format_date
from rapportpv.subjects.consultation.aides import Consultee, list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each body that nobody has asked, or that may still answer, in a definitive report."""
    annee = dossier.annee
    if annee.version is not Version.DEFINITIF or annee.consultation is None:
        return
    if is_in_time(annee.approuve_le, annee.consultation.avis_au_plus_tard_le):
        return  # PV505 tells it, once for all
    for instance in list_instances(dossier):
        raison = _find_raison(instance, annee.approuve_le)
        if raison and not instance.refusee:
            lieu = instance.lieu("envoye_le", "instance")
            yield PV832.at(lieu, instance=instance.nom, raison=raison)


def _find_raison(instance: Consultee, approuve_le: date) -> str:
    if instance.recu_le or instance.sens:
        return ""
    if instance.envoye_le is None:
        return "n’a pas été consultée : la date d’envoi manque"
    if instance.limite and is_in_time(approuve_le, instance.limite):
        return f"peut répondre jusqu’au {format_date(instance.limite)}"
    return ""


PV832 = Rule(
    "PV832",
    "definitif-avis-attendu",
    Severite.ERREUR,
    message=(
        "Le rapport est dit « definitif », et « {instance} » {raison}. Corrigez la version "
        "en « projet », ou la date qui est fausse."
    ),
    doc=__doc__,
    check=check,
)
