"""Un dossier a deux lignes, dont les montants diffèrent.

## Pourquoi c’est gênant
Même numéro, même opérateur, même intitulé, au même endroit : l’une est peut-être un état ancien de
l’autre, et le total compte les deux ; ou ce sont deux parts d’un seul projet, et le rapport en
compte deux. Rien dans le classeur ne le dit.

## Exemple fautif
| N° dossier | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 23-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| 23-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 9000 |

## À écrire plutôt
| N° dossier | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 23-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 9000 |

Deux parts d’un projet se réunissent sur une ligne ; deux projets ont chacun leur numéro, ou leurs
communes, ou leurs quartiers.
"""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import format_enumeration, format_euros
from rapportpv.subjects.programmation.copies import find_versions


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each dossier whose rows are of one project and have not the same amounts."""
    programmation = dossier.programmation
    feuille = programmation.feuille
    for lignes in find_versions(dossier):
        sommes = (format_euros(Fraction(programmation.sommes[n], 100)) for n in lignes)
        yield PV409.at(
            feuille.lieu(lignes, "numero"),
            valeur=str(feuille.frame.at[lignes[0], "numero"]),
            fois={2: "deux", 3: "trois"}.get(len(lignes), len(lignes)),
            sommes=format_enumeration(sommes),
        )


PV409 = Rule(
    "PV409",
    "dossier-en-deux-etats",
    Severite.ERREUR,
    message=(
        "Le dossier « {valeur} » est écrit {fois} fois, avec des montants différents : {sommes}. "
        "Gardez la bonne ligne si l’une remplace l’autre, ou réunissez-les si ce sont des parts "
        "d’un même projet."
    ),
    doc=__doc__,
    check=check,
)
