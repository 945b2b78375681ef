"""Un texte contient une instruction de modèle.

## Pourquoi c’est gênant
Les conditions et les répétitions se font dans les modèles Word ; un texte ne fait qu’appeler des
chiffres. L’instruction ne ferait rien, et ce qu’elle entoure serait imprimé dans tous les cas.

## Exemple fautif
`{% if fcs.total %}Le fonds a soutenu des projets.{% endif %}`

## À écrire plutôt
`Le fonds a soutenu {{ fcs.projets }} projets.`
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The first statement of each text: the others go with it."""
    for texte in dossier.textes or ():
        ecrites = [a for a in texte.accolades() if a.genre == "instruction"]
        for ecrite in ecrites[:1]:
            yield PV614.at(texte.lieu(ecrite.debut), valeur=ecrite.ecrit)


PV614 = Rule(
    "PV614",
    "instruction-dans-un-texte",
    Severite.ERREUR,
    message=(
        "« {valeur} » est une instruction de modèle : un texte ne peut qu’appeler des chiffres "
        "par leur nom. Enlevez-la."
    ),
    doc=__doc__,
    check=check,
)
