"""Un texte appelle un chiffre d’une façon que le programme ne sait pas suivre.

## Pourquoi c’est gênant
Quand c’est le nom qui est faux, le plus proche est proposé. Ici, c’est la suite qui ne va pas : ce
mot n’existe pas après ce nom, ou ce filtre ne s’y applique pas. Le document montrerait les
accolades à la place du chiffre.

## Exemple fautif
Dans « 2022/textes/evolution.md » : « Le {{ contrat.libelle }} a été signé en 2015. »

## À écrire plutôt
« Le {{ contrat.nom }} a été signé en 2015. »
"""

from rapportpv.core.anomalie import Rule, Severite

PV909 = Rule(
    "PV909",
    "appel-impossible",
    Severite.ERREUR,
    message="Le texte appelle « {valeur} », qui ne donne aucun chiffre.",
    doc=__doc__,
)
