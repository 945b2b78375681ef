"""Les communes et les conseils citoyens ont moins d’un mois pour donner leur avis.

## Pourquoi c’est gênant
Le décret n° 2015-1118 leur laisse un mois au moins ; au bout du délai, un silence vaut avis
favorable. Une consultation trop courte fragilise le rapport et la délibération.

Le mois se compte de date à date : du 3 juillet au 3 août, du 31 janvier au 28 (ou 29) février.

## Exemple fautif
« annee.toml » écrit, sous [consultation], « transmission_le = 2023-07-03 » et
« avis_au_plus_tard_le = 2023-07-24 ».

## À écrire plutôt
« avis_au_plus_tard_le = 2023-08-03 », ou plus tard.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.echeance import add_mois
from rapportpv.french.typographie import format_date


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The consultation that is shorter than a month."""
    consultation = dossier.annee.consultation
    if consultation is None:
        return
    transmis, attendus = consultation.transmission_le, consultation.avis_au_plus_tard_le
    echeance = add_mois(transmis)
    if attendus >= echeance:
        return
    avant = attendus < transmis
    yield PV504.at(
        Emplacement(
            f"{dossier.millesime}/annee.toml", None, ("consultation, avis_au_plus_tard_le",)
        ),
        valeur=attendus.isoformat(),
        suggestion=f"Écrivez « avis_au_plus_tard_le = {echeance.isoformat()} », ou plus tard.",
        transmis=format_date(transmis),
        attendus=format_date(attendus),
        raison="c’est avant" if avant else "c’est moins d’un mois après",
    )


PV504 = Rule(
    "PV504",
    "consultation-trop-courte",
    Severite.ERREUR,
    message=(
        "Le projet est transmis le {transmis}, et les avis sont attendus au plus tard le "
        "{attendus} : {raison}. Corrigez l’une des deux dates."
    ),
    doc=__doc__,
    check=check,
)
