"""Une commune a des actions dans « dsu.xlsx », et « annee.toml » ne dit pas qu’elle a la dotation.

## Pourquoi c’est gênant
Le rapport donnerait les actions d’une commune qui n’a pas reçu la dotation de solidarité urbaine
cette année-là ; ou bien la liste d’« annee.toml » est à compléter.

## Exemple fautif
La feuille « DSU » a une ligne « Valmont » ; « annee.toml » écrit, sous [dsu],
« communes = ["Orge"] ».

## À écrire plutôt
Dans « annee.toml », « communes = ["Orge", "Valmont"] » ; ou la feuille « DSU » sans cette ligne.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import VAGUES, place_key
from rapportpv.subjects.dsu.communes import is_connue, list_declarees
from rapportpv.subjects.dsu.sheet import DSU
from rapportpv.subjects.territoire.lieux import split_cells


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each commune of the sheet that the settings of the year do not name.

    One that is no commune of the territory is another fault.
    """
    feuille = dossier.feuille(DSU)
    if feuille is None:
        return
    declarees = list_declarees(dossier)
    noms = split_cells(feuille, "commune")
    for nom, lignes in noms.groupby(noms):
        cle = place_key(str(nom))
        if cle not in declarees and cle not in VAGUES and is_connue(dossier, cle):
            connues = ", ".join(declarees.values()) or "aucune"
            yield PV213.at(feuille.lieu(lignes.index, "commune"), valeur=str(nom), connues=connues)


PV213 = Rule(
    "PV213",
    "dsu-commune-non-declaree",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est pas parmi les communes qui ont reçu la dotation de solidarité urbaine "
        "d’après « annee.toml » ({connues}). Ajoutez-la sous [dsu], ou corrigez cette feuille."
    ),
    doc=__doc__,
    check=check,
)
