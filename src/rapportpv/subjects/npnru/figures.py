"""The urban renewal programme: its operations, and what each maître d'ouvrage has in hand."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import (
    ILLISIBLE,
    NON_RENSEIGNE,
    SANS_OBJET,
    Recolte,
    compte,
    montant,
    texte,
)
from rapportpv.core.rangees import records
from rapportpv.core.sujet import Sujet
from rapportpv.french.lexique import fold, squash
from rapportpv.subjects.npnru.sheet import OPERATIONS_NPNRU

OPERATIONS = Figure("npnru.operations", Unite.NOMBRE, "Renouvellement urbain : opérations")
TOTAL = Figure("npnru.total", Unite.EUROS, "Renouvellement urbain : montant")

_OPERATIONS = {
    "quartier": "Quartier",
    "operation": "Opération",
    "maitre_d_ouvrage": "Maître d’ouvrage",
    "etat": "État",
    "montant": "Montant",
}
_MAITRES = {
    "maitre_d_ouvrage": "Maître d’ouvrage",
    "nombre": "Nombre d’opérations",
    "montant": "Montant",
}


def sum_npnru(dossier: Dossier) -> Recolte:
    """The figures `npnru.*` and the tables `npnru`, `npnru_par_maitre_d_ouvrage`.

    Nothing without an operation; no total without an amount.
    """
    recolte, feuille = Recolte(), dossier.feuille(OPERATIONS_NPNRU)
    if feuille is None or feuille.frame.empty:
        return recolte
    lignes = feuille.frame.index
    sources = feuille.sources_de(lignes, "operation")
    combien = recolte.add(OPERATIONS.of(len(lignes), sources))
    total: Cellule = SANS_OBJET
    if feuille.frame["montant"].notna().any():
        sources = feuille.sources_de(lignes, "montant")
        total = recolte.add(TOTAL.of(int(feuille.frame["montant"].sum()), sources))
    maitres = _group(feuille)
    recolte.add_tableau(
        "npnru",
        "Opérations de renouvellement urbain, par maître d’ouvrage",
        _OPERATIONS,
        [_ligne(operation) for operations in maitres for operation in operations],
        {
            "quartier": "Total",
            "operation": combien,
            "maitre_d_ouvrage": SANS_OBJET,
            "etat": SANS_OBJET,
            "montant": total,
        },
    )
    recolte.add_tableau(
        "npnru_par_maitre_d_ouvrage",
        "Renouvellement urbain, par maître d’ouvrage",
        _MAITRES,
        [_sum(operations) for operations in maitres],
        {"maitre_d_ouvrage": "Total", "nombre": combien, "montant": total},
    )
    for nom in recolte.tableaux:
        recolte.cite(nom, feuille.sources_de(lignes, *_OPERATIONS))
    return recolte


def _group(feuille: Feuille) -> list[list[dict[str, Any]]]:
    """The operations of each maître d'ouvrage, however spelt, by the alphabet.

    Each is written as it is first; a cell that was refused is not one that was left blank.
    """
    groupes: dict[str, list[dict[str, Any]]] = {}
    numeros = feuille.frame.index.tolist()
    for numero, operation in zip(numeros, records(feuille.frame), strict=True):
        if pd.isna(operation["montant"]):
            operation["montant"] = None if numero in feuille.refusees else SANS_OBJET
        siennes = groupes.setdefault(squash(operation["maitre_d_ouvrage"]), [])
        premiere = siennes[0] if siennes else operation
        siennes.append({**operation, "maitre_d_ouvrage": premiere["maitre_d_ouvrage"]})
    return sorted(groupes.values(), key=lambda siennes: fold(siennes[0]["maitre_d_ouvrage"]))


def _ligne(operation: dict[str, Any]) -> Ligne:
    return Ligne(
        {
            "quartier": texte(operation["quartier"]),
            "operation": texte(operation["operation"]),
            "maitre_d_ouvrage": texte(operation["maitre_d_ouvrage"]),
            "etat": texte(operation["etat"], NON_RENSEIGNE),
            "montant": _montant(operation["montant"]),
        }
    )


def _sum(operations: Sequence[dict[str, Any]]) -> Ligne:
    """The line of a maître d'ouvrage."""
    lus = [o["montant"] for o in operations if o["montant"] not in {None, SANS_OBJET}]
    return Ligne(
        {
            "maitre_d_ouvrage": texte(operations[0]["maitre_d_ouvrage"]),
            "nombre": compte(len(operations)),
            "montant": montant(sum(lus)) if lus else SANS_OBJET,
        }
    )


def _montant(lu: int | str | None) -> Cellule:
    if lu is None:
        return ILLISIBLE
    return lu if isinstance(lu, str) else montant(lu)


SUJET = Sujet("npnru", plans=(OPERATIONS_NPNRU,), recoltes=(sum_npnru,), groupes=("npnru",))
