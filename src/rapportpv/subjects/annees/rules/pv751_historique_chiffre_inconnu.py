"""Une ligne de « historique.xlsx » ne nomme aucun chiffre que le rapport suive d’année en année.

## Pourquoi c’est gênant
La ligne ne serait pas reprise. Une ligne se nomme par le nom du chiffre (« programmation.total »),
par son libellé (« Actions soutenues »), ou par le pilier ou le financeur dont elle donne le
montant. Une part ne se donne pas : elle se calcule. Un pilier vaut pour les années de son contrat.

## Exemple fautif
La première colonne porte « Actions soutenus en tout », ou un pilier du contrat précédent avec un
montant dans la colonne d’une année du nouveau.

## À écrire plutôt
« programmation.actions_soutenues », ou « Actions soutenues » ; le montant d’un pilier, dans les
colonnes des années de son contrat seulement.
"""

from rapportpv.core.anomalie import Rule, Severite

PV751 = Rule(
    "PV751",
    "historique-chiffre-inconnu",
    Severite.ERREUR,
    message=(
        "« {valeur} » n’est pas un chiffre suivi d’année en année, pour {annees}. Écrivez le nom "
        "ou le libellé d’un montant ou d’un nombre, ou un pilier du contrat de cette année, ou un "
        "financeur. Une part ne s’écrit pas : elle se calcule."
    ),
    doc=__doc__,
)
