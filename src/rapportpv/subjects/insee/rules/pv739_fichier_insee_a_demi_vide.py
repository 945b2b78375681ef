"""Plus de la moitié des valeurs d’un fichier de l’Insee sont vides.

## Pourquoi c’est gênant
L’Insee laisse vide ce qui est couvert par le secret statistique, ou qui n’est pas encore publié.
Le rapport imprime « n. p. » à la place. Au-delà de la moitié, c’est plus souvent le mauvais
fichier, ou un fichier enregistré à moitié.

## Exemple fautif
Des vingt valeurs que le rapport prend dans le fichier, douze cellules sont vides.

## À écrire plutôt
Le fichier tel qu’il est publié. S’il est bien ainsi, il n’y a rien à faire.
"""

from rapportpv.core.anomalie import Rule, Severite

PV739 = Rule(
    "PV739",
    "fichier-insee-a-demi-vide",
    Severite.INFO,
    message=(
        "{combien} des valeurs que le rapport en prend sont vides : secrètes, ou pas encore "
        "publiées. Vérifiez que c’est le bon fichier."
    ),
    doc=__doc__,
)
