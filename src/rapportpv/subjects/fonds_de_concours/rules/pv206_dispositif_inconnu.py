"""Le dispositif du fonds de concours n’est pas reconnu.

## Pourquoi c’est gênant
Les fonds de concours de la politique de la ville et ceux du NPNRU ont chacun leur tableau.

## Exemple fautif
Feuille « Fonds de concours »

| Commune | Opération | Dispositif | Montant |
| --- | --- | --- | --- |
| Valmont | Préau de l’école | Contrat rural | 20000 |

## À écrire plutôt
Feuille « Fonds de concours »

| Commune | Opération | Dispositif | Montant |
| --- | --- | --- | --- |
| Valmont | Préau de l’école | Politique de la Ville | 20000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.reading.references import check_reference
from rapportpv.subjects.fonds_de_concours.sheet import DISPOSITIFS, FONDS_DE_CONCOURS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each grant's dispositif that is not of the list."""
    if (feuille := dossier.feuille(FONDS_DE_CONCOURS)) is not None:
        yield from check_reference(PV206, feuille, "dispositif", DISPOSITIFS)


PV206 = Rule(
    "PV206",
    "dispositif-inconnu",
    Severite.ERREUR,
    message=("Dispositif inconnu : « {valeur} ». Dispositifs possibles : {connus}."),
    doc=__doc__,
    check=check,
)
