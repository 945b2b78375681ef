"""The quartiers that the State recognises, and the others."""

from collections.abc import Sequence

import pandas as pd

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, compte, texte
from rapportpv.core.rangees import Rangee, records
from rapportpv.french.typographie import format_enumeration
from rapportpv.subjects.territoire.sheet import COMMUNAUTAIRE, QPV, QUARTIERS

_LIBELLES = {
    QPV: "Quartiers prioritaires de la politique de la ville",
    COMMUNAUTAIRE: "Quartiers communautaires",
}
_COLONNES = {
    "type": "Type",
    "quartiers": "Quartiers",
    "nombre": "Nombre",
    "population": "Population",
}


def count_quartiers_par_type(dossier: Dossier) -> Recolte:
    """The table `quartiers_par_type`; nothing without the sheet «Quartiers».

    The population of a type is told only when that of each of its quartiers is known.
    """
    recolte, feuille = Recolte(), dossier.feuille(QUARTIERS)
    if feuille is None or feuille.frame.empty:
        return recolte
    tous = records(feuille.frame)
    genres = dict.fromkeys([*_LIBELLES, *sorted({q["type"] for q in tous})])
    groupes = {genre: [q for q in tous if q["type"] == genre] for genre in genres}
    lignes = [
        Ligne(_cellules(_LIBELLES.get(genre, genre), siens), genre)
        for genre, siens in groupes.items()
        if siens
    ]
    pied = {**_cellules("Total", tous), "quartiers": SANS_OBJET}
    recolte.add_tableau("quartiers_par_type", "Quartiers par type", _COLONNES, lignes, pied)
    cellules = feuille.sources_de(feuille.frame.index, "nom", "type", "population")
    recolte.cite("quartiers_par_type", cellules)
    return recolte


def _cellules(libelle: str, quartiers: Sequence[Rangee]) -> dict[str, Cellule]:
    populations = [quartier["population"] for quartier in quartiers]
    sues = not any(map(pd.isna, populations))
    return {
        "type": texte(libelle),
        "quartiers": format_enumeration(texte(quartier["nom"]) for quartier in quartiers),
        "nombre": compte(len(quartiers)),
        "population": compte(sum(populations)) if sues else SANS_OBJET,
    }
