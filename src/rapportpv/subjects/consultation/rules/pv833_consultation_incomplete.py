"""La consultation est à moitié dite : ses dates, ou la liste des instances, manquent.

## Pourquoi c’est gênant
Les dates sont dans « annee.toml », sous [consultation] ; les instances et leurs avis, dans
« consultation.xlsx ». Sans les dates, rien ne dit quand un silence vaut avis favorable ; sans les
instances, le rapport définitif n’imprime pas les avis ni les suites que le décret n° 2015-1118
demande.

## Exemple fautif
L’année a « consultation.xlsx », et « annee.toml » n’a pas de bloc [consultation].

## À écrire plutôt
Dans « annee.toml », sous [consultation] : « transmission_le = 2024-07-03 » et
« avis_au_plus_tard_le = 2024-10-03 », ou « delai = "3 mois" ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.identite import Version
from rapportpv.french.typographie import format_texte
from rapportpv.subjects.consultation.sheet import CONSULTATION

_SANS_DATES = (
    "« annee.toml » ne dit pas quand le projet est soumis pour avis. Ajoutez-y le bloc "
    "[consultation], avec « transmission_le » et « avis_au_plus_tard_le »."
)
_SANS_INSTANCES = (
    "Le rapport est dit « definitif », et « consultation.xlsx » manque : les avis et leurs suites "
    "n’y seront pas. Ajoutez ce classeur, avec une ligne par instance consultée."
)


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The dates that the bodies wait for, or the bodies that a definitive report waits for."""
    annee, feuille = dossier.annee, dossier.feuille(CONSULTATION)
    if feuille is not None and annee.consultation is None:
        if annee.version is Version.PROJET:  # else PV505 tells it
            lieu = Emplacement(f"{dossier.millesime}/annee.toml", None, ("consultation",))
            yield PV833.at(lieu, manque=format_texte(_SANS_DATES))
    elif feuille is None and annee.consultation and annee.version is Version.DEFINITIF:
        fichier = f"{dossier.millesime}/{CONSULTATION.fichier}"
        yield PV833.at(Emplacement(fichier), manque=format_texte(_SANS_INSTANCES))


PV833 = Rule(
    "PV833",
    "consultation-incomplete",
    Severite.ALERTE,
    message=("{manque}"),
    doc=__doc__,
    check=check,
)
