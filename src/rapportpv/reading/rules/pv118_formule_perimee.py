"""Le résultat enregistré d’une formule n’est plus le bon.

## Pourquoi c’est gênant
Le fichier garde la formule et son dernier résultat. Un outil qui change l’une sans l’autre laisse
un montant qu’Excel remplacera dès qu’il ouvrira le classeur : le rapport et la feuille ne diraient
plus la même chose.

## Exemple fautif
La cellule K12 contient « =5000+2500 », et le fichier a enregistré 5 000.

## À écrire plutôt
Ouvrez le classeur dans Excel ou LibreOffice, laissez-le recalculer, et enregistrez-le.
"""

from rapportpv.core.anomalie import Rule, Severite

PV118 = Rule(
    "PV118",
    "formule-perimee",
    Severite.ERREUR,
    message=(
        "La formule « {valeur} » donne {juste}, et le fichier a enregistré {enregistre}. Ouvrez "
        "le classeur dans Excel ou LibreOffice, laissez-le faire le calcul, et enregistrez-le."
    ),
    doc=__doc__,
)
