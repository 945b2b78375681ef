"""Les financeurs donnent plus que ce que l’action coûte.

## Pourquoi c’est gênant
Une action ne reçoit pas plus que son coût total. L’un des montants, ou le coût, est faux.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | Coût total | ANCT | Région |
| --- | --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 14000 | 12000 | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | Coût total | ANCT | Région |
| --- | --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 18000 | 12000 | 3000 |
"""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import format_euros


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project whose grants are more than its cost, when that is given."""
    feuille = dossier.programmation.feuille
    sommes = dossier.programmation.sommes
    couts = feuille.frame["cout_total"].dropna()
    for ligne, cout in zip(couts.index.tolist(), couts.tolist(), strict=True):
        somme = sommes.get(ligne, 0)
        if 0 < cout < somme and ligne not in feuille.refusees:
            yield PV304.at(
                feuille.lieu([ligne], "cout_total"),
                valeur=format_euros(Fraction(cout, 100)),
                action=feuille.frame["intitule"].loc[ligne],
                somme=format_euros(Fraction(somme, 100)),
                ecart=format_euros(Fraction(somme - cout, 100)),
            )


PV304 = Rule(
    "PV304",
    "financements-superieurs-au-cout",
    Severite.ALERTE,
    message=(
        "« {action} » coûte {valeur}, et ses financeurs donnent {somme} : {ecart} de trop. "
        "Corrigez le coût total, ou le montant qui est faux."
    ),
    doc=__doc__,
    check=check,
)
