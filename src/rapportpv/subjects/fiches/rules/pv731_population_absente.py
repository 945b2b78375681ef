"""Les habitants d’un quartier ne sont pas dits : sa fiche n’aura pas les crédits par habitant.

## Pourquoi c’est gênant
Les crédits par habitant sont ce que l’on compare d’abord d’un quartier à l’autre ; sans la
population, la fiche imprime « Non renseigné ». Une population de zéro est une case mal remplie.

Cette anomalie ne se dit qu’aux projets qui demandent une fiche par quartier ([fiches] dans
rapportpv.toml).

## Exemple fautif
Le bloc [fiches] est dans rapportpv.toml, et la feuille « Quartiers » a une case vide dans la
colonne « Population ».

## À écrire plutôt
Le nombre d’habitants que publie l’Insee pour ce quartier : 1240, par exemple.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.subjects.territoire.sheet import QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The quartiers without inhabitants, in one anomaly."""
    reglage, feuille = dossier.reglages.fiches, dossier.feuille(QUARTIERS)
    if reglage is None or reglage.par is not Maille.QUARTIER or feuille is None:
        return
    population = feuille.frame["population"]
    vides = feuille.frame.index[population.isna() | (population == 0)]
    lisibles = [ligne for ligne in vides if ligne not in feuille.refusees]
    if lisibles:
        combien = "d’un quartier" if len(lisibles) == 1 else f"de {len(lisibles)} quartiers"
        yield PV731.at(feuille.lieu(lisibles, "population"), combien=combien)


PV731 = Rule(
    "PV731",
    "population-absente",
    Severite.INFO,
    message=(
        "Les habitants {combien} ne sont pas dits : pas de crédits par habitant dans sa fiche. "
        "Écrivez la population que publie l’Insee."
    ),
    doc=__doc__,
    check=check,
)
