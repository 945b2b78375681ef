"""Un montant écrit comme un texte n’est pas additionné par la formule qui le couvre.

## Pourquoi c’est gênant
Excel n’additionne pas un texte, même s’il ressemble à un nombre : le total de la feuille ne compte
pas ce montant, alors que le rapport le compte. Sans formule au-dessus de lui, un montant écrit en
texte ne gêne pas.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12 000 € |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| Total |  |  |  | =SUM(E2:E3) |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
| Total |  |  |  | =SUM(E2:E3) |
"""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.french.typographie import format_decimal
from rapportpv.reading.montant import read_montant


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each amount typed as text that a sum of its sheet goes over."""
    for feuille in dossier.feuilles:
        for case, texte in feuille.trame.textes.items():
            cents = read_montant(texte) or 0
            montant = format_decimal(Fraction(cents, 100), 2 if cents % 100 else 0)
            nombre = "".join(c for c in montant if not c.isspace())
            yield PV112.at(
                Emplacement(feuille.fichier, feuille.nom, (cell_name(case),)),
                valeur=texte,
                suggestion=f"Écrivez le nombre {nombre}.",
                cents=cents,
            )


PV112 = Rule(
    "PV112",
    "nombre-en-texte",
    Severite.ERREUR,
    message=(
        "« {valeur} » est un texte : la formule du total, dans Excel, ne l’additionne pas. "
        "Écrivez un nombre, et laissez le format de la cellule ajouter les espaces et le signe €."
    ),
    doc=__doc__,
    plusieurs=(
        "{nombre} montants sont des textes ({exemples}), {somme} en tout : les formules des "
        "totaux, dans Excel, ne les additionnent pas. Sélectionnez-les, choisissez « Données › "
        "Convertir », et laissez le format des cellules ajouter les espaces et le signe €."
    ),
    check=check,
)
