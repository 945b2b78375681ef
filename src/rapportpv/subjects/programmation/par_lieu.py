"""The programming by commune and by quartier.

An action on several of them is counted once, whole, on a line of its own: nothing says how its
money is shared out, and a share made up by us would be quoted as a fact.
"""

from collections.abc import Iterable, Mapping

import pandas as pd

from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.french.lieux import ENSEMBLE, HORS, NULLE_PART, PLUSIEURS, index_by_key, place_key
from rapportpv.subjects.programmation.repartition import (
    NON_PRECISE,
    Repartition,
    add_repartition,
    cells,
    most_frequent,
)
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS

PLUS_D_UN, PARTOUT, _HORS = "+plusieurs", "+ensemble", "+hors"
"""What stands for the key of a place when a cell names several, all of them, or none."""

_COMMUNES = Repartition(
    "par_commune", "Programmation par commune", "communes", "commune", "Commune"
)
_QUARTIERS = Repartition(
    "par_quartier", "Programmation par quartier", "quartiers", "quartier", "Quartier"
)


def sum_par_commune(dossier: Dossier) -> Recolte:
    """The table `par_commune`; nothing when no supported action is in one alone."""
    feuille = dossier.feuille(COMMUNES)
    communes = feuille.frame["commune"] if feuille is not None else ()
    return _sum(dossier, _COMMUNES, index_by_key(communes), {})


def sum_par_quartier(dossier: Dossier) -> Recolte:
    """The table `par_quartier`, in the same way; a quartier may be named by its code."""
    feuille = dossier.feuille(QUARTIERS)
    if feuille is None:
        return _sum(dossier, _QUARTIERS, {}, {})
    frame = feuille.frame
    return _sum(dossier, _QUARTIERS, index_by_key(frame["nom"]), index_codes(frame))


def _sum(
    dossier: Dossier, repartition: Repartition, connus: Mapping[str, str], autres: Mapping[str, str]
) -> Recolte:
    """`connus` are the names of the territory by key, `autres` the other keys of these names."""
    recolte = Recolte()
    libelles, cles = dict(connus), {}
    for texte, noms in read_lieux(dossier, repartition.champ).items():
        nommees = {autres.get(cle, cle): nom for cle, nom in noms.items()}
        cles[texte] = classify(nommees, list_partout(dossier))
        for cle, nom in nommees.items():
            libelles.setdefault(cle, nom)
    if all(cle.startswith("+") for cle in cles.values()):
        return recolte  # nothing is of one place alone: the table would say nothing
    libelles |= {
        PLUS_D_UN: f"Plusieurs {repartition.champ}",
        PARTOUT: "Ensemble du territoire",
        _HORS: "Hors quartiers",
        NON_PRECISE: "Non précisé",
    }
    add_repartition(recolte, dossier, repartition, cles, libelles)
    return recolte


def index_codes(frame: pd.DataFrame) -> dict[str, str]:
    """The keys of the quartiers that are named by their code: by it, that of their name."""
    codes = zip(frame["code"], frame["nom"], strict=True)
    return {place_key(code): place_key(nom) for code, nom in codes if code}


def read_lieux(dossier: Dossier, champ: str) -> dict[str, dict[str, str]]:
    """The names in each cell of that column of the supported actions, by what spellings share."""
    return {texte: index_by_key(texte.split(";")) for texte in most_frequent(cells(dossier, champ))}


def list_partout(dossier: Dossier) -> set[str]:
    """The keys of what stands for the whole territory."""
    territoire = dossier.reglages.territoire
    return {*ENSEMBLE, place_key(territoire.sigle), place_key(territoire.epci)}


def classify(cles: Iterable[str], partout: set[str]) -> str:
    """The line of a cell that names these places: the key of the only one, else one with a sign."""
    nommes = set(cles) - NULLE_PART
    if not nommes:
        return NON_PRECISE
    if nommes & partout:
        return PARTOUT
    if len(nommes) > 1 or nommes & PLUSIEURS:
        return PLUS_D_UN
    return _HORS if nommes & HORS else nommes.pop()
