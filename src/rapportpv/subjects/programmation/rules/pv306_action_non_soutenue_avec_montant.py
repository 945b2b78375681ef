"""Une action qui n’est pas soutenue a un montant.

## Pourquoi c’est gênant
Seules les actions soutenues comptent dans les totaux : ce montant n’y est pas. S’il est bien
accordé, le statut est faux.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | refusée | 8000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | refusée |  |
"""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.typographie import format_euros
from rapportpv.subjects.programmation.sheet import STATUTS

_AUTRES = {entree.code: entree.libelle for entree in STATUTS.entrees if entree.code != SOUTENUE}


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project with money that was refused, put off, withdrawn, or is still being looked at."""
    feuille, sommes = dossier.programmation.feuille, dossier.programmation.sommes
    autres = feuille.frame[feuille.frame["statut"].isin(list(_AUTRES))]
    mots = (autres[colonne].tolist() for colonne in ("intitule", "statut"))
    for ligne, intitule, statut in zip(autres.index.tolist(), *mots, strict=True):
        if somme := sommes.get(ligne):
            yield PV306.at(
                feuille.lieu([ligne], "statut"),
                valeur=_AUTRES[statut],
                action=intitule,
                cents=somme,
                somme=format_euros(Fraction(somme, 100)),
            )


PV306 = Rule(
    "PV306",
    "action-non-soutenue-avec-montant",
    Severite.ALERTE,
    message=(
        "« {action} » est {valeur}, et ses {somme} ne comptent donc pas. Corrigez son statut, ou "
        "videz ses montants."
    ),
    doc=__doc__,
    plusieurs=(
        "{nombre} actions qui ne sont pas soutenues ont des montants, {somme} en tout, qui ne "
        "comptent donc pas : {exemples}. Si c’est ce qu’elles demandaient, c’est sans effet ; si "
        "l’une d’elles est soutenue, corrigez son statut."
    ),
    check=check,
)
