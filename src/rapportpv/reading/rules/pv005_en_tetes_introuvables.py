"""La feuille n’a pas de ligne d’en-têtes.

## Pourquoi c’est gênant
Sans en-têtes, aucune colonne ne dit ce qu’elle contient.

## Exemple fautif
La feuille « Programmation » commence directement par « Aide aux devoirs », « Les Amis », « 12
000 ».

## À écrire plutôt
Une ligne « Intitulé de l’action », « Opérateur », « Pilier », « Statut », « ANCT » au-dessus des
données.
"""

from rapportpv.core.anomalie import Rule, Severite

PV005 = Rule(
    "PV005",
    "en-tetes-introuvables",
    Severite.ERREUR,
    message=(
        "Aucune ligne d’en-têtes dans les 60 premières lignes de cette feuille. Ajoutez au-"
        "dessus des données une ligne avec au moins : {attendus}."
    ),
    doc=__doc__,
)
