"""Une ligne est la copie d’une autre, et le projet est compté deux fois.

## Pourquoi c’est gênant
Même numéro de dossier, même intitulé, même opérateur, mêmes montants : une ligne recopiée pour
être changée, et oubliée. Le total du rapport compte ses montants deux fois.

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

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_euros
from rapportpv.subjects.programmation.doublons import Groupe

if TYPE_CHECKING:
    from rapportpv.core.dossier import Dossier, Programmation

PV408 = Rule(
    "PV408",
    "projet-compte-deux-fois",
    Severite.ERREUR,
    message=(
        "Le projet « {valeur} » est écrit {fois} fois, avec les mêmes mots et les mêmes montants : "
        "{somme} sont comptés en trop. Gardez une seule ligne, ou corrigez ce qui les distingue."
    ),
    doc=__doc__,
)

_TEXTES = ["numero", "intitule", "operateur", "pilier", "communes", "quartiers", "thematique"]


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each supported project that another row says again, word for word and amount for amount."""
    programmation = dossier.programmation
    for lignes in find_copies(programmation):
        premiere, feuille = lignes[0], programmation.feuille
        yield PV408.at(
            feuille.lieu(lignes, "numero" if "numero" in feuille.colonnes else "intitule"),
            valeur=str(
                feuille.frame.at[premiere, "numero"] or feuille.frame.at[premiere, "intitule"]
            ),
            fois={2: "deux", 3: "trois"}.get(len(lignes), len(lignes)),
            somme=format_euros(Fraction(programmation.sommes[premiere] * (len(lignes) - 1), 100)),
        )


def find_copies(programmation: Programmation) -> Iterator[Groupe]:
    """The rows of each project of a wide sheet that is written several times, all the same."""
    if programmation.longue:
        return
    montants: dict[int, list[tuple[str, int]]] = {}
    subventions = programmation.soutenues[["projet", "financeur", "montant"]]
    for projet, financeur, cents in subventions.itertuples(index=False):
        montants.setdefault(int(projet), []).append((str(financeur), int(cents)))
    frame = programmation.feuille.frame
    soutenues = frame[frame["statut"] == SOUTENUE]
    doubles = soutenues[soutenues.duplicated(["operateur", "intitule"], keep=False)]
    groupes: dict[tuple[object, ...], list[int]] = {}
    for ligne, *mots in doubles[_TEXTES].itertuples():
        if siens := montants.get(int(ligne)):
            dits = mots[:4] if mots[0] else mots  # without a number, all must be the same
            cle = (*(fold(str(mot)) for mot in dits), *sorted(siens))
            groupes.setdefault(cle, []).append(int(ligne))
    yield from (tuple(lignes) for lignes in groupes.values() if len(lignes) > 1)
