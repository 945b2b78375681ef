"""Une commune a reçu la dotation de solidarité urbaine, et « dsu.xlsx » n’en donne aucune action.

## Pourquoi c’est gênant
Quand une commune signataire a reçu cette dotation, le décret n° 2015-1118 demande que le rapport
dise les actions menées sur son territoire : le tableau la laisserait de côté.

## Exemple fautif
« annee.toml » écrit, sous [dsu], « communes = ["Orge", "Valmont"] » ; la feuille « DSU » n’a que
des lignes « Valmont ».

## À écrire plutôt
Une ligne « Orge » au moins dans la feuille « DSU » ; ou « annee.toml » sans Orge.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lieux import place_key
from rapportpv.subjects.dsu.communes import is_connue, list_declarees
from rapportpv.subjects.dsu.sheet import DSU
from rapportpv.subjects.territoire.lieux import split_cells


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each commune that the settings of the year name and the sheet does not.

    None when the sheet has a name that is no commune's: it may be this one, misspelt.
    """
    feuille = dossier.feuille(DSU)
    if feuille is None or feuille.refusees:
        return
    nommees = {place_key(nom) for nom in split_cells(feuille, "commune")}
    if all(is_connue(dossier, cle) for cle in nommees):
        for cle, commune in list_declarees(dossier).items():
            if cle not in nommees:
                lieu = Emplacement(f"{dossier.millesime}/annee.toml", None, ("dsu", "communes"))
                yield PV214.at(lieu, valeur=commune, fichier=feuille.fichier)


PV214 = Rule(
    "PV214",
    "dsu-commune-sans-action",
    Severite.ALERTE,
    message=(
        "D’après ce fichier, « {valeur} » a reçu la dotation de solidarité urbaine, et "
        "« {fichier} » n’en donne aucune action. Ajoutez-y ses actions, ou retirez-la d’ici."
    ),
    doc=__doc__,
    check=check,
)
