"""Une date de la délibération n’est pas à sa place.

## Pourquoi c’est gênant
La commission donne son avis avant la séance ; la réception en sous-préfecture et la publication la
suivent ; et le projet de rapport est arrêté le jour où le conseil en délibère. Une délibération
dont les dates se contredisent ne prouve plus rien.

## Exemple fautif
« annee.toml » écrit, sous [seance], « date = 2023-06-27 » et « publication_le = 2023-06-03 ».

## À écrire plutôt
« publication_le = 2023-06-30 »
"""

from collections.abc import Iterator
from datetime import date

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.identite import Version
from rapportpv.french.typographie import format_date


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each date that cannot be with that of the session."""
    for cle, lue, raison in _list_fautes(dossier):
        reglage = dossier.annee.seance
        assert reglage is not None  # it has the dates
        yield PV818.at(
            Emplacement(f"{dossier.millesime}/annee.toml", None, (cle,)),
            valeur=lue.isoformat(),
            seance=format_date(reglage.date),
            raison=raison,
            lue=format_date(lue),
        )


def _list_fautes(dossier: Dossier) -> Iterator[tuple[str, date, str]]:
    annee, reglage = dossier.annee, dossier.annee.seance
    if reglage is None:
        return
    if annee.version is Version.PROJET and annee.arrete_le != reglage.date:
        yield "arrete_le", annee.arrete_le, "le projet est dit arrêté un autre jour"
    if reglage.commission and reglage.commission.date > reglage.date:
        cle = "seance, commission, date"
        yield cle, reglage.commission.date, "la commission s’est réunie après elle"
    if reglage.reception_le and reglage.reception_le < reglage.date:
        yield "seance, reception_le", reglage.reception_le, "la réception est avant elle"
    if reglage.publication_le and reglage.publication_le < reglage.date:
        yield "seance, publication_le", reglage.publication_le, "la publication est avant elle"


PV818 = Rule(
    "PV818",
    "dates-de-seance",
    Severite.ERREUR,
    message=("La séance est du {seance}, et {raison} ({lue}). Corrigez l’une des deux dates."),
    doc=__doc__,
    check=check,
)
