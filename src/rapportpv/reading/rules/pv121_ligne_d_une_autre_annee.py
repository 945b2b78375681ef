"""Des lignes disent être d’une autre année que celle du rapport.

## Pourquoi c’est gênant
Un registre tenu d’une année sur l’autre a une colonne « Année » : lu en entier, il ajoute aux
montants de l’année ceux des années d’avant.

## Exemple fautif
Dans le dossier 2023 :

| Année | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 2022 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 9000 |
| 2023 | Chantier jeunes | Le Club | Cohésion sociale | soutenue | 12000 |

## À écrire plutôt
| Année | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 2023 | Chantier jeunes | Le Club | Cohésion sociale | soutenue | 12000 |

Si la colonne dit autre chose (l’année d’une première demande, par exemple), mettez-la de côté dans
rapportpv.toml, sous « ignorer », bloc [colonnes.programmation].
"""

from rapportpv.core.anomalie import Rule, Severite

PV121 = Rule(
    "PV121",
    "ligne-d-une-autre-annee",
    Severite.ERREUR,
    message=(
        "La colonne « {valeur} » ({lettre}) dit {annees} : {lignes}, {montants}, que le rapport "
        "ajouterait à ceux de l’année."
    ),
    doc=__doc__,
)
