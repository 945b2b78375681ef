"""Le sens du vote et le nombre des voix se contredisent.

## Pourquoi c’est gênant
Une délibération adoptée à l’unanimité n’a aucune voix contre ; adoptée à la majorité, elle a plus
de voix pour que de voix contre. (À égalité, la voix du président l’emporte : comptez-la.)

## Exemple fautif
« annee.toml » écrit, sous [seance], « vote = { sens = "unanimité", pour = 120, contre = 3 } ».

## À écrire plutôt
« vote = { sens = "majorité", pour = 120, contre = 3 } »
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement

if TYPE_CHECKING:
    from rapportpv.core.settings.reglages_seance import Vote


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The vote whose numbers say otherwise than its words."""
    reglage = dossier.annee.seance
    if reglage is None:
        return
    raison = _raison(reglage.vote)
    if raison:
        lieu = Emplacement(f"{dossier.millesime}/annee.toml", None, ("seance, vote, sens",))
        yield PV815.at(lieu, valeur=reglage.vote.sens.value, raison=raison)


def _raison(vote: Vote) -> str | None:
    if vote.sens.name == "UNANIMITE":
        return f"{vote.contre} voix sont contre" if vote.contre else None
    if vote.pour is None or vote.pour > (vote.contre or 0):
        return None
    return f"les voix pour ({vote.pour}) ne passent pas les voix contre ({vote.contre or 0})"


PV815 = Rule(
    "PV815",
    "vote-contredit",
    Severite.ERREUR,
    message="Le vote est dit acquis {valeur}, et {raison}. Corrigez l’un ou l’autre.",
    doc=__doc__,
    check=check,
)
