"""Une commune qui a un quartier n’a pas été consultée.

## Pourquoi c’est gênant
Le décret n° 2015-1118 soumet le projet aux conseils municipaux concernés. La feuille
« Quartiers » dit lesquels : chaque commune qui a un quartier a une ligne dans la feuille
« Consultation ».

Ce qui a une instance est un réglage : dans un bloc [[instance]] de « rapportpv.toml », « une_par
= "commune" » ou « une_par = "quartier" ». Sans réglage, seules les communes en ont une : rien
n’oblige un quartier à avoir un conseil citoyen.

## Exemple fautif
La feuille « Quartiers » place « Les Tilleuls » à Valmont ; la feuille « Consultation » n’a pas de
ligne pour Valmont.

## À écrire plutôt
Une ligne de plus : « Valmont », type « commune ».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.settings.ressort import Ressort
from rapportpv.french.lexique import fold
from rapportpv.french.lieux import index_by_key, place_key
from rapportpv.subjects.consultation.aides import list_instances, strip_type
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.subjects.territoire.lieux import split_cells
from rapportpv.subjects.territoire.sheet import QUARTIERS

if TYPE_CHECKING:
    from rapportpv.core.settings.instances import Instance

_SORTES = {
    Ressort.COMMUNE: "Une commune qui a un quartier",
    Ressort.QUARTIER: "L’instance d’un quartier",
}


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each commune, or quartier, that should have a body of a type and has none."""
    feuille, quartiers = dossier.feuille(CONSULTATION), dossier.feuille(QUARTIERS)
    if feuille is None or quartiers is None:
        return
    for instance in dossier.reglages.instance:
        if instance.une_par is None:
            continue
        # one of an unknown type may be the one that is looked for: its type is told
        siennes = [
            c.nom
            for c in list_instances(dossier)
            if c.type == instance.code or dossier.reglages.instance_de(c.type) is None
        ]
        for lieu in _list_lieux(quartiers, instance.une_par):
            if not any(_is_of(nom, lieu, instance) for nom in siennes):
                yield PV827.at(
                    Emplacement(feuille.fichier, feuille.nom),
                    valeur=lieu,
                    sorte=_SORTES[instance.une_par],
                    type=instance.libelle,
                )


def _list_lieux(quartiers: Feuille, ressort: Ressort) -> list[str]:
    colonne = "communes" if ressort is Ressort.COMMUNE else "nom"
    noms = split_cells(quartiers, colonne) if ressort is Ressort.COMMUNE else quartiers.frame["nom"]
    return list(index_by_key(map(str, noms)).values())


def _is_of(nom: str, lieu: str, instance: Instance) -> bool:
    """Whether a body is that of a place: «Commune d’Orge» of Orge, «Le Regain – Barlin» of both."""
    if strip_type(nom, instance.libelle) == place_key(lieu):
        return True
    return instance.une_par is Ressort.QUARTIER and fold(lieu) in fold(nom)


PV827 = Rule(
    "PV827",
    "lieu-non-consulte",
    Severite.ALERTE,
    message=(
        "{sorte} n’a pas été consultée : « {valeur} ». Ajoutez sa ligne (type « {type} »), "
        "et soumettez-lui le projet."
    ),
    doc=__doc__,
    check=check,
)
