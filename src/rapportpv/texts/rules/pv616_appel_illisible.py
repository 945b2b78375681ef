"""Un texte appelle un chiffre d’une façon qui ne se lit pas.

## Pourquoi c’est gênant
L’appel s’imprimerait tel quel, accolades comprises. Un appel est un nom de chiffre entre deux
accolades ouvrantes et deux fermantes, suivi, s’il le faut, d’une barre et d’un filtre.

## Exemple fautif
`{{ programmation.total }`, ou `{{ programmation.total + fcs.total }}`

## À écrire plutôt
`{{ programmation.total }}`
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier

_LONGUEUR = 60  # more than that is not a name any more


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each pair of braces of the texts that calls nothing."""
    for texte in dossier.textes or ():
        for ecrit in texte.accolades():
            if ecrit.genre == "illisible":
                yield PV616.at(texte.lieu(ecrit.debut), valeur=ecrit.ecrit[:_LONGUEUR])


PV616 = Rule(
    "PV616",
    "appel-illisible",
    Severite.ERREUR,
    message=(
        "« {valeur} » ne se lit pas comme l’appel d’un chiffre. Écrivez, par exemple, {{{{ "
        "programmation.total }}}}."
    ),
    doc=__doc__,
    check=check,
)
