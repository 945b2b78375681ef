"""The programming by commune and by quartier.

An action on several of them is counted once, whole, on a line of its own: nothing says how its
money is shared out, and a share made up by us would be quoted as a fact.
"""

from collections.abc import Iterable, Mapping

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

_PLUSIEURS, _ENSEMBLE, _HORS = "+plusieurs", "+ensemble", "+hors"
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
    codes = zip(frame["code"], frame["nom"], strict=True)
    autres = {place_key(code): place_key(nom) for code, nom in codes if code}
    return _sum(dossier, _QUARTIERS, index_by_key(frame["nom"]), autres)


def _sum(
    dossier: Dossier, repartition: Repartition, connus: Mapping[str, str], autres: Mapping[str, str]
) -> Recolte:
    """`connus` are the names of the territory by key, `autres` the other keys of these names."""
    recolte = Recolte()
    territoire = dossier.reglages.territoire
    partout = {*ENSEMBLE, place_key(territoire.sigle), place_key(territoire.epci)}
    libelles, cles = dict(connus), {}
    for texte in most_frequent(cells(dossier, repartition.champ)):
        noms = index_by_key(texte.split(";"))
        cles[texte] = _classify({autres.get(cle, cle) for cle in noms}, partout)
        for cle, nom in noms.items():
            libelles.setdefault(autres.get(cle, cle), nom)
    if all(cle.startswith("+") for cle in cles.values()):
        return recolte  # nothing is of one place alone: the table would say nothing
    libelles |= {
        _PLUSIEURS: f"Plusieurs {repartition.champ}",
        _ENSEMBLE: "Ensemble du territoire",
        _HORS: "Hors quartiers",
        NON_PRECISE: "Non précisé",
    }
    add_repartition(recolte, dossier, repartition, cles, libelles)
    return recolte


def _classify(cles: Iterable[str], partout: set[str]) -> str:
    """The line of a cell that names these places."""
    nommes = set(cles) - NULLE_PART
    if not nommes:
        return NON_PRECISE
    if nommes & partout:
        return _ENSEMBLE
    if len(nommes) > 1 or nommes & PLUSIEURS:
        return _PLUSIEURS
    return _HORS if nommes & HORS else nommes.pop()
