"""Un texte porte le nom d’une partie que le rapport n’a pas.

## Pourquoi c’est gênant
Chaque texte entre dans le rapport par le nom de son fichier : « evolution.md », « 2-evolution.md »
ou « evolution.docx ». Sous un autre nom, il n’est imprimé nulle part, sans que rien ne le montre.
Un modèle du dossier « modeles » peut nommer d’autres parties.

## Exemple fautif
« 2022/textes/evolutoin.md »

## À écrire plutôt
« 2022/textes/evolution.md »
"""

from rapportpv.core.anomalie import Rule, Severite

PV612 = Rule(
    "PV612",
    "section-inconnue",
    Severite.ALERTE,
    message=(
        "Aucune partie du rapport ne s’appelle « {valeur} » : ce texte ne serait imprimé nulle "
        "part. Corrigez le nom du fichier, ou ajoutez « textes.{valeur} » à un modèle du "
        "dossier « modeles »."
    ),
    doc=__doc__,
)
