"""Deux feuilles du classeur peuvent être la bonne.

## Pourquoi c’est gênant
Aucune feuille n’a le nom attendu, et plusieurs ont les en-têtes obligatoires et des lignes :
une partie des projets manquerait, ou un brouillon serait lu à la place de la version à jour.

## Exemple fautif
« programmation.xlsx » a une feuille « Version de mars » et une feuille « Version de juin », aux
mêmes en-têtes.

## À écrire plutôt
Celle qui compte s’appelle « Programmation » ; l’autre est mise de côté dans rapportpv.toml, bloc
[feuilles], clé « ignorer ».
"""

from rapportpv.core.anomalie import Rule, Severite

PV014 = Rule(
    "PV014",
    "deux-feuilles-candidates",
    Severite.ERREUR,
    message=(
        "Aucune feuille ne s’appelle « {feuille} », et plusieurs ont ses en-têtes : {candidates}. "
        "Réunissez leurs lignes dans une seule feuille, « {feuille} », si chacune est une partie "
        "du tableau (un pilier, un financeur, un appel à projets) ; si l’une remplace les autres, "
        "donnez-lui ce nom."
    ),
    doc=__doc__,
)
