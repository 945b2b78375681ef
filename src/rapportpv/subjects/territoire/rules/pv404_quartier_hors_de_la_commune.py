"""Un quartier n’est dans aucune des communes de la ligne.

## Pourquoi c’est gênant
L’action est comptée pour un quartier et pour une commune qui ne sont pas au même endroit : l’un
des deux est faux.

## Exemple fautif
La feuille « Quartiers » place « Les Tilleuls » à Valmont. Dans la programmation, la ligne
« Aide aux devoirs » a la commune « Orge » et le quartier « Les Tilleuls ».

## À écrire plutôt
La commune « Valmont » et le quartier « Les Tilleuls », ou la commune « Orge » et l’un de ses
quartiers. Une action sur plusieurs communes les sépare par un point-virgule : « Orge; Valmont ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.french.lexique import normalise
from rapportpv.french.lieux import place_key
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each known quartier of a row that is in none of the row's communes.

    All the communes must be known: those that are not are another fault.
    """
    quartiers, feuille = dossier.feuille(QUARTIERS), dossier.programmation.feuille
    if quartiers is None or not {"communes", "quartiers"} <= feuille.colonnes.keys():
        return
    situes = _locate(quartiers)
    if (territoire := dossier.feuille(COMMUNES)) is None:
        connues = {commune for communes in situes.values() for commune in communes}
    else:
        connues = {place_key(commune) for commune in territoire.frame["commune"]}
    for (lieux, cites), lignes in feuille.frame.groupby(["communes", "quartiers"]):
        communes = _split(str(lieux))
        if not communes or not communes.keys() <= connues:
            continue
        for cle, quartier in _split(str(cites)).items():
            siennes = situes.get(cle, {})
            sues = siennes and siennes.keys() <= connues
            if sues and not siennes.keys() & communes.keys():
                yield PV404.at(
                    feuille.lieu(lignes.index, "quartiers"),
                    valeur=quartier,
                    siennes=", ".join(siennes.values()),
                    feuille=quartiers.nom,
                    communes="; ".join(communes.values()),
                )


def _locate(quartiers: Feuille) -> dict[str, dict[str, str]]:
    """The communes of each quartier, by its name and by its code; two of one name share theirs."""
    situes: dict[str, dict[str, str]] = {}
    for ligne in quartiers.rangees.values():
        for nom in (ligne["nom"], ligne["code"]):
            situes.setdefault(place_key(nom), {}).update(_split(ligne["communes"]))
    situes.pop("", None)
    return situes


def _split(cellule: str) -> dict[str, str]:
    """The names of a cell, by what their spellings share."""
    noms = (normalise(nom) for nom in cellule.split(";"))
    return {place_key(nom): nom for nom in noms if place_key(nom)}


PV404 = Rule(
    "PV404",
    "quartier-hors-de-la-commune",
    Severite.ALERTE,
    message=(
        "Le quartier « {valeur} » est à {siennes} d’après la feuille « {feuille} » ; la ligne dit "
        "« {communes} ». Corrigez le quartier, ou ajoutez la commune."
    ),
    doc=__doc__,
    check=check,
)
