"""Le projet est envoyé si tard que l’instance a moins d’un mois pour répondre.

## Pourquoi c’est gênant
Le décret n° 2015-1118 laisse un mois au moins à chaque instance consultée. Envoyé après la date
limite, ou trop près d’elle, le projet n’a pas été soumis pour avis dans les règles.

## Exemple fautif
« annee.toml » écrit, sous [consultation], « avis_au_plus_tard_le = 2024-10-03 » ; dans la feuille
« Consultation », le projet est envoyé à Orge le 15/09/2024.

## À écrire plutôt
« 03/07/2024 », si c’est la date de l’envoi ; sinon, dans « annee.toml », une date limite plus
tardive, ou « delai = "3 mois" », qui court pour chacun à partir de son envoi.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.echeance import add_mois, is_in_time
from rapportpv.french.typographie import format_date
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each sending later than that of the projet, and too late for a month; PV504 tells that."""
    for instance in list_instances(dossier):
        envoye, limite = instance.envoye_le, instance.limite
        consultation = dossier.annee.consultation
        if not (envoye and limite and consultation and envoye > consultation.transmission_le):
            continue
        if consultation.delai is None and not is_in_time(add_mois(envoye), limite):
            apres = envoye > limite
            yield PV825.at(
                instance.lieu("envoye_le"),
                valeur=f"{envoye:%d/%m/%Y}",
                instance=instance.nom,
                envoi=format_date(envoye),
                limite=format_date(limite),
                raison="c’est après" if apres else "c’est moins d’un mois",
            )


PV825 = Rule(
    "PV825",
    "envoi-trop-tardif",
    Severite.ERREUR,
    message=(
        "Le projet est envoyé à « {instance} » le {envoi}, et son avis est attendu au plus "
        "tard le {limite} : {raison}. Corrigez l’une des deux dates."
    ),
    doc=__doc__,
    check=check,
)
