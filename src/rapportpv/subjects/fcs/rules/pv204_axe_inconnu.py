"""L’axe du Fonds de Cohésion Sociale n’est pas reconnu.

## Pourquoi c’est gênant
Le projet n’apparaîtrait dans le tableau d’aucun axe.

## Exemple fautif
Feuille « FCS »

| N° | Axe | Opérateur | Intitulé | Montant |
| --- | --- | --- | --- | --- |
| 1 | 9. Autres projets | Les Amis | Fête de quartier | 500 |

## À écrire plutôt
Feuille « FCS »

| N° | Axe | Opérateur | Intitulé | Montant |
| --- | --- | --- | --- | --- |
| 1 | Axe 1 | Les Amis | Fête de quartier | 500 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.fcs.sheet import FCS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each FCS project's axe that the settings do not know."""
    if (feuille := dossier.feuille(FCS)) is not None:
        yield from check_reference(PV204, feuille, "axe", dossier.reglages.axes)


PV204 = Rule(
    "PV204",
    "axe-inconnu",
    Severite.ERREUR,
    message=(
        "Axe inconnu : « {valeur} ». Axes du fonds : {connus}. Corrigez "
        "la cellule ou le titre de la partie, ou déclarez l’axe dans rapportpv.toml, bloc "
        "[[axe_fcs]]."
    ),
    doc=__doc__,
    check=check,
)
