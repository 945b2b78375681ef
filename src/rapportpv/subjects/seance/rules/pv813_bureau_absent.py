"""Le président ou le secrétaire de la séance n’est pas parmi les présents.

## Pourquoi c’est gênant
La délibération nommerait quelqu’un qui, d’après ses propres listes, n’était pas là. C’est souvent
un nom écrit de deux façons.

## Exemple fautif
« annee.toml » écrit, sous [seance], « secretaire = { civilite = "Mme", nom = "AUBRI Anne" } », et
la feuille « Séance » a une présente « AUBRY Anne ».

## À écrire plutôt
« secretaire = { civilite = "Mme", nom = "AUBRY Anne" } »
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.subjects.seance.aides import read_appel
from rapportpv.subjects.seance.seance import cle_elu

_ROLES = {"president": "qui préside la séance", "secretaire": "secrétaire de la séance"}


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The president and the secretary who are not among those present."""
    appel, reglage = read_appel(dossier), dossier.annee.seance
    if not appel.rangs or reglage is None:
        return
    for cle, role in _ROLES.items():
        nom = getattr(reglage, cle).nom
        if cle_elu(nom) not in appel.douteux and not appel.find(nom, appel.presents):
            lieu = Emplacement(f"{dossier.millesime}/annee.toml", None, (f"seance, {cle}, nom",))
            yield PV813.at(
                lieu,
                valeur=nom,
                suggestion=appel.suggest(nom),
                role=role,
                fichier=appel.fichier,
            )


PV813 = Rule(
    "PV813",
    "bureau-absent",
    Severite.ERREUR,
    message=(
        "« {valeur} », {role}, n’est pas parmi les présents de « {fichier} ». Corrigez l’un des "
        "deux fichiers."
    ),
    doc=__doc__,
    check=check,
)
