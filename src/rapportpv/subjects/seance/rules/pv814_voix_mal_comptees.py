"""Les voix ne sont pas autant que les votants.

## Pourquoi c’est gênant
Les voix pour, les voix contre, les abstentions et ceux qui ne prennent pas part au vote font
ensemble les présents et les procurations au moment du vote. Sans le numéro de la question
(« question », sous [seance]), le programme cherche s’il y a une question où elles le font.

## Exemple fautif
Il y a 97 présents et 26 procurations ; « annee.toml » écrit, sous [seance], « vote = { sens =
"majorité", pour = 120, contre = 10, abstentions = 2 } ».

## À écrire plutôt
« vote = { sens = "majorité", pour = 111, contre = 10, abstentions = 2 } »
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.subjects.seance.aides import count_votants, read_appel


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The votes that do not add up to those who could vote."""
    appel, reglage = read_appel(dossier), dossier.annee.seance
    if not appel.rangs or reglage is None or reglage.vote.comptes is None or appel.douteux:
        return
    votants, compte = count_votants(appel, reglage.question), reglage.vote.comptes
    juste = compte in votants if reglage.vote.is_whole else compte <= max(votants)
    if not juste:
        bornes = sorted({min(votants), max(votants)})
        yield PV814.at(
            Emplacement(f"{dossier.millesime}/annee.toml", None, ("seance, vote",)),
            valeur=str(compte),
            votants=" à ".join(map(str, bornes)),
            feuille=appel.nom,
        )


PV814 = Rule(
    "PV814",
    "voix-mal-comptees",
    Severite.ERREUR,
    message=(
        "{valeur} voix et abstentions sont comptées, pour {votants} votants (présents et "
        "procurations). Corrigez le vote, ou la feuille « {feuille} »."
    ),
    doc=__doc__,
    check=check,
)
