"""Un texte demande d’écrire un chiffre d’une façon qui n’existe pas.

## Pourquoi c’est gênant
Le chiffre serait imprimé comme d’ordinaire, et non comme le texte le demande. Un texte connaît
`sans_decimale`, `accorde` et `date_longue`.

## Exemple fautif
    {{ piliers.emploi.taux | sans_decimal }}

## À écrire plutôt
    {{ piliers.emploi.taux | sans_decimale }}
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.textes import FILTRES
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.typographie import format_liste


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each filter of the texts that is none."""
    connus = Lexique(tuple(Entree(nom, nom) for nom in FILTRES))
    for texte in dossier.textes or ():
        for ecrit in texte.accolades():
            if ecrit.genre == "filtre":
                proche = connus.suggest(ecrit.ecrit, ressemblance="orthographe")
                yield PV615.at(
                    texte.lieu(ecrit.debut),
                    valeur=ecrit.ecrit,
                    suggestion=f"Écrivez « {proche} »." if proche else None,
                    connus=format_liste(FILTRES),
                )


PV615 = Rule(
    "PV615",
    "filtre-inconnu",
    Severite.ERREUR,
    message="Le filtre « {valeur} » n’existe pas. Les filtres possibles sont {connus}.",
    doc=__doc__,
    check=check,
)
