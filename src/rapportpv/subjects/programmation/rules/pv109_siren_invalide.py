"""Le SIREN du territoire est faux.

## Pourquoi c’est gênant
Le SIREN désigne l’intercommunalité dans les données ouvertes. Il a 9 chiffres, dont une clé qui
trahit un chiffre mal recopié.

## Exemple fautif
« siren = "732829321" » dans « rapportpv.toml ».

## À écrire plutôt
« siren = "732829320" ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.identifiants import check_siren
from rapportpv.reading.codes import tell_faute

_LIEU = Emplacement("rapportpv.toml", None, ("territoire, siren",))


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The territory's SIREN, when it is not one."""
    siren = dossier.reglages.territoire.siren
    if siren is not None and (faute := check_siren(siren)):
        yield tell_faute(PV109, _LIEU, siren, faute)


PV109 = Rule(
    "PV109",
    "siren-invalide",
    Severite.ERREUR,
    message=(
        "« {valeur} » n’est pas un SIREN : {raison}. Corrigez « siren » d’après "
        "annuaire-entreprises.data.gouv.fr, ou supprimez ce réglage."
    ),
    doc=__doc__,
    check=check,
)
