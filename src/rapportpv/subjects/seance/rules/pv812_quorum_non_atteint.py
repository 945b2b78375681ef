"""Le quorum n’est pas atteint.

## Pourquoi c’est gênant
Le conseil ne délibère valablement que lorsque la majorité de ses membres en exercice est présente
(article L. 2121-17 du code général des collectivités territoriales). Les procurations ne comptent
pas. Le quorum se vérifie si « rapportpv.toml » dit, sous [conseil], le nombre des membres en
exercice ; à la question que donne « question », sous [seance] de « annee.toml », sinon à
l’ouverture.

## Exemple fautif
« rapportpv.toml » écrit, sous [conseil], « membres_en_exercice = 152 », et la feuille « Séance »
n’a que 70 présents.

## À écrire plutôt
La feuille « Séance » a 77 présents au moins.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.subjects.seance.aides import group_elus, read_appel
from rapportpv.subjects.seance.sheet import EXCUSE, PROCURATION


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The session where too few members were there; those who are in doubt count as there."""
    appel, membres = read_appel(dossier), dossier.reglages.conseil.membres_en_exercice
    if not appel.rangs or membres is None:
        return
    reglage = dossier.annee.seance
    question = reglage.question if reglage else None
    surs = [rang for rang in appel.presents if (question or 1) in rang.fenetre]
    douteux = set(appel.tous) - set(appel.rangs)
    possibles = [rang for rang in douteux if rang.qualite not in {EXCUSE, PROCURATION}]
    presents, quorum = len(group_elus([*surs, *possibles])), membres // 2 + 1
    if presents < quorum:
        yield PV812.at(
            Emplacement(appel.fichier, appel.nom),
            valeur=str(presents),
            presents=presents,
            quand=f"à la question {question}" if question else "à l’ouverture",
            quorum=quorum,
            membres=membres,
        )


PV812 = Rule(
    "PV812",
    "quorum-non-atteint",
    Severite.ERREUR,
    message=(
        "Le quorum n’est pas atteint : {presents} présents {quand}, il en faut {quorum} pour "
        "{membres} membres en exercice. Complétez la feuille, ou corrigez membres_en_exercice, "
        "sous [conseil]."
    ),
    doc=__doc__,
    check=check,
)
