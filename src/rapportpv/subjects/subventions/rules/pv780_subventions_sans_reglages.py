"""Les données ouvertes sont demandées, et il manque ce qui est commun aux subventions de l’année.

## Pourquoi c’est gênant
Le format des données ouvertes (SCDL « subventions ») veut pour chaque subvention le SIRET de
l’intercommunalité, la date de la convention et la date du versement. Les classeurs ne les ont pas :
le bloc [subventions] de « annee.toml » les dit une fois pour toutes. Rien d’autre n’en a besoin :
le rapport et les autres fichiers de « rapportpv export » se font sans.

## Exemple fautif
« annee.toml » n’a pas de bloc [subventions], ou ce bloc n’a pas de « convention_le ». On lance
« rapportpv export 2022 ».

## À écrire plutôt
Dans « 2022/annee.toml », par exemple :

    [subventions]
    siret = "732 829 320 00074"
    convention_le = 2022-06-28
    verse_le = 2022-09-15
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite, Stage
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.settings.reglages_subventions import Subventions
from rapportpv.french.typographie import format_enumeration
from rapportpv.subjects.subventions.aides import list_aides

_REQUIS = ("siret", "convention_le", "verse_le")


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """What the settings lack, once there is a grant to publish."""
    reglage = dossier.annee.subventions or Subventions()
    manques = [nom for nom in _REQUIS if getattr(reglage, nom) is None]
    if manques and list_aides(dossier):
        lieu = Emplacement(f"{dossier.millesime}/annee.toml › subventions")
        yield PV780.at(lieu, valeur=format_enumeration(f"« {nom} »" for nom in manques))


PV780 = Rule(
    "PV780",
    "subventions-sans-reglages",
    Severite.ERREUR,
    message=(
        "Le fichier SCDL des subventions ne peut pas s’écrire : il manque {valeur}. "
        "Ajoutez-les au bloc [subventions]."
    ),
    doc=__doc__,
    check=check,
    stage=Stage.SUBVENTIONS,
)
