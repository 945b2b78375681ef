"""Un contour de la carte n’est pas un quartier de la feuille « Quartiers ».

## Pourquoi c’est gênant
On ne sait ni son type, ni sa commune, ni son référent : il est dessiné sans eux. C’est souvent une
faute de frappe dans la propriété « nom » ou « code » du contour.

## Exemple fautif
« carte.geojson » a un contour « Les Tileuls », et la feuille « Quartiers » une ligne
« Les Tilleuls ».

## À écrire plutôt
La propriété « nom » du contour est « Les Tilleuls ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.carte.appariement import Appariement
from rapportpv.subjects.territoire.sheet import QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each contour that is none of the sheet's quartiers, when there is a sheet."""
    carte, feuille = dossier.carte, dossier.feuille(QUARTIERS)
    if carte is None or feuille is None or feuille.frame.empty:
        return
    appariement = Appariement(feuille, carte.quartiers)
    noms = feuille.frame["nom"]
    for contour in appariement.inconnus:
        ligne = appariement.proches.get(contour.rang)
        suggestion = f"Écrivez « {noms[ligne]} »." if ligne is not None else None
        yield PV707.at(carte.lieu([contour]), valeur=contour.libelle, suggestion=suggestion)


PV707 = Rule(
    "PV707",
    "contour-inconnu",
    Severite.ALERTE,
    message=(
        "Le contour « {valeur} » n’est pas dans la feuille « Quartiers » de territoire.xlsx. "
        "Corrigez son nom ou son code, ou ajoutez le quartier à cette feuille."
    ),
    doc=__doc__,
    check=check,
)
