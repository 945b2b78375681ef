"""Une action soutenue n’est dans aucune fiche.

## Pourquoi c’est gênant
Une fiche montre les actions d’un quartier, ou d’une commune : celles qui lui sont propres, et
celles qu’il partage. Une action dont le lieu est vide, « hors QPV », « multi-quartiers » sans
autre précision, ou absent de la liste, n’est dans aucune : ses crédits manquent à toutes les
fiches. Le rapport le dit, avec le montant.

Cette anomalie ne se dit qu’aux projets qui demandent des fiches ([fiches] dans rapportpv.toml).

## Exemple fautif
Le bloc [fiches] est dans rapportpv.toml, et la colonne « Quartier(s) » est vide sur la ligne
d’une action soutenue.

## À écrire plutôt
Dans « Quartier(s) », le nom ou le code d’un quartier de territoire.xlsx ; de plusieurs, séparés
par un point-virgule ; ou « Tous les quartiers ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The supported actions that no sheet shows, in one anomaly."""
    from rapportpv.subjects.fiches.lieux import CHAMPS, list_lieux, share_actions

    reglage, feuille = dossier.reglages.fiches, dossier.programmation.feuille
    if reglage is None or not list_lieux(dossier):
        return
    champ, lignes = CHAMPS[reglage.par], share_actions(dossier).ailleurs
    if lignes and champ in feuille.colonnes:
        combien = (
            "Une action soutenue n’est" if len(lignes) == 1 else f"{len(lignes)} actions ne sont"
        )
        yield PV730.at(feuille.lieu(lignes, champ), combien=combien)


PV730 = Rule(
    "PV730",
    "action-sans-fiche",
    Severite.INFO,
    message=(
        "{combien} dans aucune fiche : leur lieu est vide, vague ou absent de la liste. Écrivez un "
        "ou plusieurs noms de territoire.xlsx, séparés par un point-virgule."
    ),
    doc=__doc__,
    check=check,
)
