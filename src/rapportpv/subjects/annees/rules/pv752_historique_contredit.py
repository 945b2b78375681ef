"""« historique.xlsx » donne un chiffre d’une année, et le dossier de cette année en donne un autre.

## Pourquoi c’est gênant
Le rapport prend le chiffre du dossier, dont chaque cellule est connue. Si c’est l’autre qui a été
publié, le lecteur verra deux chiffres différents de la même année.

## Exemple fautif
« historique.xlsx » donne 24 000 € en 2023 pour « programmation.total » ; les classeurs du dossier
« 2023 » en donnent 26 000.

## À écrire plutôt
Le même montant des deux côtés ; ou rien dans « historique.xlsx » pour une année qui a son dossier.
"""

from collections.abc import Iterator, Mapping

from rapportpv.core.anomalie import Anomalie, Rule, Severite, Stage
from rapportpv.core.chiffre import Bilan, Chiffre
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement


def check(dossier: Dossier, bilan: Bilan) -> Iterator[Anomalie]:
    """Each cell of the workbook that is not what the folder of its year adds up to."""
    juges: dict[int, Mapping[str, Chiffre]] = {
        annee.annee: annee.chiffres for annee in dossier.passe.annees if annee.dossier
    }
    juges[dossier.millesime] = bilan.chiffres
    for annee in dossier.passe.historique:
        siens = juges.get(annee.annee, {})
        for nom, chiffre in annee.chiffres.items():
            if nom in siens and siens[nom].valeur != chiffre.valeur:
                fichier, feuille, cellule = chiffre.sources[0].split(" › ")
                yield PV752.at(
                    Emplacement(fichier, feuille, (cellule,)),
                    valeur=chiffre.affiche,
                    annee=annee.annee,
                    nom=nom,
                    juste=siens[nom].affiche,
                )


PV752 = Rule(
    "PV752",
    "historique-contredit",
    Severite.ALERTE,
    message=(
        "« {valeur} » est écrit ici pour « {nom} » en {annee}, et les classeurs de l’année donnent "
        "{juste} : c’est ce que le rapport reprend. Corrigez l’un des deux, ou videz cette cellule."
    ),
    doc=__doc__,
    check=check,
    stage=Stage.CHIFFRES,
)
