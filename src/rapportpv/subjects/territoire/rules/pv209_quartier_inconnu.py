"""Un quartier n’est pas dans la feuille « Quartiers ».

## Pourquoi c’est gênant
L’action n’est comptée pour aucun quartier du contrat. C’est souvent une faute de frappe. Dans une
cellule, plusieurs quartiers se séparent par un point-virgule ; chacun se désigne par son nom ou par
son code. (Ne concerne que les projets dont « territoire.xlsx » a une feuille « Quartiers ».)

## Exemple fautif
La feuille « Quartiers » a une ligne « Les Tilleuls », et la programmation nomme « Les Tileuls ».

## À écrire plutôt
La programmation nomme « Les Tilleuls ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import index_by_key
from rapportpv.subjects.territoire.lieux import check_lieux, list_lieux
from rapportpv.subjects.territoire.sheet import QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each quartier named somewhere that is not in the sheet of quartiers, when there is one."""
    territoire = dossier.feuille(QUARTIERS)
    if territoire is None or territoire.frame.empty:
        return
    frame = territoire.frame
    connus = index_by_key(frame["nom"]) | index_by_key(frame.loc[frame["code"] != "", "code"])
    for noms in list_lieux(dossier, "quartier"):
        yield from check_lieux(PV209, dossier, connus, noms)


PV209 = Rule(
    "PV209",
    "quartier-inconnu",
    Severite.ALERTE,
    message=(
        "Quartier inconnu : « {valeur} » n’est pas dans la feuille « Quartiers » de "
        "territoire.xlsx. Corrigez la cellule, ou ajoutez le quartier à cette feuille."
    ),
    doc=__doc__,
    check=check,
)
