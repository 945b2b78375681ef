"""La délibération est demandée, et il manque de quoi l’écrire.

## Pourquoi c’est gênant
La délibération se fait de la feuille « Séance » de « seance.xlsx » (les présents, les procurations,
les excusés) et du bloc [seance] de « annee.toml » (la date, le lieu, le vote). Le rapport se passe
de l’un et de l’autre.

## Exemple fautif
Le dossier « 2022 » n’a pas de « seance.xlsx », ou « annee.toml » n’a pas de bloc [seance] ; on
lance « rapportpv build 2022 deliberation ».

## À écrire plutôt
Le dossier « 2022 » a les deux. L’exemple fourni montre l’un et l’autre.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportpv.model.anomalie import Anomalie, Rule, Severite
from rapportpv.model.colonnes import SEANCE
from rapportpv.model.emplacement import Emplacement

if TYPE_CHECKING:
    from rapportpv.model.dossier import Dossier

PV817 = Rule(
    "PV817",
    "seance-incomplete",
    Severite.ERREUR,
    message="La délibération ne peut pas s’écrire : il manque {valeur}. {conseil}",
    doc=__doc__,
)


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """What the délibération lacks; told when it is asked for, not of every year."""
    manques = [
        (f"{dossier.millesime}/{SEANCE.fichier}", "la feuille des présents"),
        (f"{dossier.millesime}/annee.toml", "le bloc [seance]"),
    ]
    presents = (SEANCE.nom in dossier.annexes, dossier.annee.seance is not None)
    absents = [quoi for quoi, present in zip(manques, presents, strict=True) if not present]
    if absents:
        conseils = (f"Ajoutez {quoi} dans « {fichier} »." for fichier, quoi in absents)
        yield PV817.at(
            Emplacement(absents[0][0]),
            valeur=" et ".join(quoi for _, quoi in absents),
            conseil=" ".join(conseils),
        )
