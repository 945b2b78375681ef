"""Un même SIRET est écrit pour beaucoup d’opérateurs.

## Pourquoi c’est gênant
Une cellule recopiée vers le bas donne à tous le SIRET du premier : les données ouvertes leur
attribueraient les subventions d’un autre. Aucun montant du rapport n’en dépend.

## Exemple fautif
| Intitulé de l’action | Opérateur | SIRET | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | 732 829 320 00074 | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | 732 829 320 00074 | Emploi | soutenue | 8000 |
| Jardin partagé | Terre et Fleurs | 732 829 320 00074 | Emploi | soutenue | 5000 |
| Forum des métiers | Mission locale | 732 829 320 00074 | Emploi | soutenue | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | SIRET | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | 732 829 320 00074 | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | | Emploi | soutenue | 8000 |
| Jardin partagé | Terre et Fleurs | | Emploi | soutenue | 5000 |
| Forum des métiers | Mission locale | | Emploi | soutenue | 3000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.identifiants import compact
from rapportpv.subjects.programmation.operateurs import RECOPIE, list_noms, operator_keys


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each SIRET that more opérateurs share than spellings of one name could explain."""
    feuille = dossier.programmation.feuille
    for siret, graphies in list_noms(dossier).items():
        noms = set(operator_keys(graphies)) if len(graphies) > RECOPIE else ()
        if len(noms) > RECOPIE:
            memes = feuille.frame["siret"].map(compact) == siret
            lieu = feuille.lieu(feuille.frame.index[memes], "siret")
            yield PV215.at(lieu, valeur=siret, nombre=len(noms))


PV215 = Rule(
    "PV215",
    "siret-partage",
    Severite.ALERTE,
    message=(
        "Le SIRET {valeur} est écrit pour {nombre} opérateurs : il a sans doute été recopié vers "
        "le bas. Corrigez-le pour chacun, ou videz la cellule s’il n’est pas connu."
    ),
    doc=__doc__,
    check=check,
)
