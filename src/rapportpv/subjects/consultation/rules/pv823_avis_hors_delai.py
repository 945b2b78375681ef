"""Une réponse est arrivée après la date limite.

## Pourquoi c’est gênant
Passé le délai, l’avis est réputé favorable, quoi que dise la réponse. Le rapport le dit :
« réputé favorable », avec la date de la réponse et ses observations. Une réponse reçue le dernier
jour est dans les temps.

## Exemple fautif
« annee.toml » écrit, sous [consultation], « avis_au_plus_tard_le = 2024-10-03 » ; dans la feuille
« Consultation », la réponse d’Orge est reçue le 04/10/2024.

## À écrire plutôt
Rien, si la réponse est bien arrivée ce jour-là. Sinon, la date à laquelle elle est arrivée :
« 03/10/2024 ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.echeance import is_in_time
from rapportpv.french.typographie import format_date
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each reply after the deadline."""
    for instance in list_instances(dossier):
        recu, limite = instance.recu_le, instance.limite
        if recu and limite and not is_in_time(recu, limite):
            yield PV823.at(
                instance.lieu("recu_le"),
                valeur=f"{recu:%d/%m/%Y}",
                instance=instance.nom,
                recu=format_date(recu),
                limite=format_date(limite),
            )


PV823 = Rule(
    "PV823",
    "avis-hors-delai",
    Severite.ALERTE,
    message=(
        "La réponse de « {instance} » est reçue le {recu}, après la date limite du {limite} "
        ": son avis est réputé favorable. Corrigez la date si elle est fausse."
    ),
    doc=__doc__,
    check=check,
)
