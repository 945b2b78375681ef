"""Une ligne est la copie d’une autre, et le projet est compté deux fois.

## Pourquoi c’est gênant
Même intitulé, même opérateur, même endroit ou même numéro de dossier, mêmes montants : une ligne
recopiée pour être changée, et oubliée. Le total du rapport compte ses montants deux fois.

## Exemple fautif
| N° dossier | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 23-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| 23-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |

## À écrire plutôt
| N° dossier | Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- |
| 23-001 | Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from collections.abc import Iterator
from fractions import Fraction

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import format_euros
from rapportpv.subjects.programmation.copies import find_copies, find_memes_lignes


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project that another row says again, word for word and amount for amount."""
    programmation = dossier.programmation
    for lignes in find_copies(dossier):
        premiere, feuille = lignes[0], programmation.feuille
        yield PV408.at(
            feuille.lieu(lignes, "numero" if "numero" in feuille.colonnes else "intitule"),
            valeur=str(
                feuille.frame.at[premiere, "numero"] or feuille.frame.at[premiere, "intitule"]
            ),
            fois={2: "deux", 3: "trois"}.get(len(lignes), len(lignes)),
            somme=format_euros(Fraction(programmation.sommes[premiere] * (len(lignes) - 1), 100)),
        )
    for autre in dossier.autres.values():
        for lignes, cents in find_memes_lignes(autre):
            mots = [str(v) for v in autre.frame.loc[lignes[0]] if isinstance(v, str) and v]
            yield PV408.at(
                autre.lieu(lignes, "montant"),
                valeur=" – ".join(mots[:3]),
                fois={2: "deux", 3: "trois"}.get(len(lignes), len(lignes)),
                somme=format_euros(Fraction(cents * (len(lignes) - 1), 100)),
            )


PV408 = Rule(
    "PV408",
    "projet-compte-deux-fois",
    Severite.ERREUR,
    message=(
        "Le projet « {valeur} » est écrit {fois} fois, avec les mêmes mots et les mêmes montants : "
        "{somme} sont comptés en trop. Gardez une seule ligne, ou corrigez ce qui les distingue."
    ),
    doc=__doc__,
    check=check,
)
