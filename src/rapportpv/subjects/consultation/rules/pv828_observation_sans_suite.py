"""Le rapport est dit définitif, et une observation n’a pas de réponse.

## Pourquoi c’est gênant
Le décret n° 2015-1118 veut que le conseil, en approuvant le rapport, indique les suites réservées
aux observations. Le rapport définitif imprime chaque observation à côté de sa suite.

## Exemple fautif
« annee.toml » écrit « version = "definitif" » ; dans la feuille « Consultation », Orge a une
observation (« Ajouter la rénovation du stade ») et rien dans la colonne « Suite donnée ».

## À écrire plutôt
Dans la colonne « Suite donnée » : « Inscrite à la programmation suivante », par exemple ; ou,
dans « annee.toml », « version = "projet" ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.identite import Version
from rapportpv.subjects.consultation.aides import list_instances


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each observation without an answer, in a definitive report."""
    if dossier.annee.version is not Version.DEFINITIF:
        return
    for instance in list_instances(dossier):
        if instance.observations and not instance.suite:
            yield PV828.at(
                instance.lieu("suite_donnee", "observations"),
                valeur=instance.observations,
                instance=instance.nom,
            )


PV828 = Rule(
    "PV828",
    "observation-sans-suite",
    Severite.ERREUR,
    message=(
        "Le rapport est dit « definitif », et les observations de « {instance} » n’ont pas "
        "de réponse. Remplissez la colonne « Suite donnée »."
    ),
    doc=__doc__,
    check=check,
)
