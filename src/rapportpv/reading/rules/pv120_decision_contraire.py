"""Une colonne qui n’est pas lue décide autrement que ce qui est compté.

## Pourquoi c’est gênant
« Refusé », en face d’un montant, dit qu’il n’a pas été accordé ; le rapport, qui ne lit pas cette
colonne, le compterait. De deux colonnes de décision, une seule est lue : si c’est la mauvaise,
rien n’est compté.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | Décision | ANCT |
| --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | accordée | 12000 |
| Chantier jeunes | Le Club | Cohésion sociale | soutenue | refusée | 8000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Cohésion sociale | refusée |  |

Un avis qui n’est pas la décision (celui d’un service, par exemple) se met de côté dans
rapportpv.toml, sous « ignorer », bloc [colonnes.programmation].
"""

from rapportpv.core.anomalie import Rule, Severite

PV120 = Rule(
    "PV120",
    "decision-contraire",
    Severite.ERREUR,
    message=(
        "La colonne « {valeur} » ({lettre}) n’est pas lue, et elle dit {mots} : {lignes}, "
        "{montants}, {constat}."
    ),
    doc=__doc__,
)
