"""Une commune n’est pas dans la feuille « Communes ».

## Pourquoi c’est gênant
Ce qui la concerne n’est compté pour aucune commune du contrat. C’est souvent une faute de frappe.
Dans une cellule, plusieurs communes se séparent par un point-virgule. (Ne concerne que les projets
dont « territoire.xlsx » a une feuille « Communes ».)

## Exemple fautif
La feuille « Communes » a une ligne « Valmont », et la programmation nomme « Valmnt ».

## À écrire plutôt
La programmation nomme « Valmont ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import index_by_key
from rapportpv.subjects.territoire.lieux import check_lieux, list_lieux
from rapportpv.subjects.territoire.sheet import COMMUNES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each commune named somewhere that is not in the sheet of communes, when there is one."""
    feuille = dossier.feuille(COMMUNES)
    if feuille is None or feuille.frame.empty:
        return
    connues = index_by_key(feuille.frame["commune"])
    for noms in list_lieux(dossier, "commune"):
        yield from check_lieux(PV208, dossier, connues, noms)


PV208 = Rule(
    "PV208",
    "commune-inconnue",
    Severite.ALERTE,
    message=(
        "Commune inconnue : « {valeur} » n’est pas dans la feuille « Communes » de "
        "territoire.xlsx. Corrigez la cellule, ou ajoutez la commune à cette feuille."
    ),
    doc=__doc__,
    check=check,
)
