"""La convocation est partie trop tard.

## Pourquoi c’est gênant
Les membres du conseil sont convoqués cinq jours francs au moins avant la séance (article L. 2121-12
du code général des collectivités territoriales) : ni le jour de la convocation ni celui de la
séance ne comptent. Une urgence peut raccourcir ce délai : la délibération le dit alors. Un
règlement intérieur qui demande davantage se dit dans « rapportpv.toml », sous [conseil] :
« jours_francs_de_convocation = 6 ».

## Exemple fautif
« annee.toml » écrit, sous [seance], « date = 2023-06-27 » et « convocation_le = 2023-06-22 ».

## À écrire plutôt
« convocation_le = 2023-06-21 », si c’est bien le jour où la convocation est partie.
"""

from collections.abc import Iterator
from datetime import timedelta

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.typographie import format_date


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The session that was called too late."""
    reglage, jours = dossier.annee.seance, dossier.reglages.conseil.jours_francs_de_convocation
    if reglage is None:
        return
    limite = reglage.date - timedelta(days=jours + 1)
    if reglage.convocation_le > limite:
        yield PV816.at(
            Emplacement(f"{dossier.millesime}/annee.toml", None, ("seance, convocation_le",)),
            valeur=reglage.convocation_le.isoformat(),
            convoque=format_date(reglage.convocation_le),
            seance=format_date(reglage.date),
            limite=format_date(limite),
            jours=jours,
        )


PV816 = Rule(
    "PV816",
    "convocation-tardive",
    Severite.ALERTE,
    message=(
        "Convoqué le {convoque} pour une séance du {seance}, le conseil devait l’être au plus tard "
        "le {limite} ({jours} jours francs). Corrigez la date, ou dites l’urgence dans la "
        "délibération."
    ),
    doc=__doc__,
    check=check,
)
