"""Le même projet est écrit deux fois.

## Pourquoi c’est gênant
Son montant est compté deux fois, et il y a un projet de trop dans le nombre des projets déposés.
Deux lignes de même opérateur et de même intitulé sont admises quand leurs communes ou leurs
quartiers diffèrent. Il en est ainsi d’une opération de renouvellement urbain et de son maître
d’ouvrage.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| AIDE AUX DEVOIRS | Les Amis | Cohésion sociale | soutenue | 8000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.reading.doublons import (
    Groupe,
    find_piliers_doubles,
    group_by_numero,
    group_by_projet,
)
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.npnru.sheet import OPERATIONS_NPNRU
from rapportpv.subjects.programmation.copies import find_copies, find_memes_lignes, find_versions

if TYPE_CHECKING:
    import pandas as pd

_LIEUX = ("communes", "quartiers", "commune", "quartier")


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project that is on several rows of a wide programming, or of the FCS sheet.

    So of an operation of the NPNRU, in one quartier.
    """
    programmation = dossier.programmation
    if not programmation.longue:
        ailleurs = {lignes for _, lignes, _ in find_piliers_doubles(dossier)}
        ailleurs |= set(find_copies(dossier))
        ailleurs |= set(find_versions(dossier))
        yield from _check(programmation.feuille, ailleurs)
    if (fcs := dossier.feuille(FCS)) is not None:
        yield from _check(fcs, _list_memes(fcs), "axe")
    if (npnru := dossier.feuille(OPERATIONS_NPNRU)) is not None:
        yield from _check_operations(npnru)


def _check(feuille: Feuille, ailleurs: Set[Groupe], *rang: str) -> Iterator[Anomalie]:
    """The numbers of the FCS may start again with each axis (`rang`)."""
    frame = feuille.frame
    dits = {frozenset(lignes) for lignes in ailleurs}
    for libelle, lignes in group_by_projet(feuille):
        if frozenset(lignes) not in dits and not _differ(frame, lignes):
            dits.add(frozenset(lignes))
            lieu = feuille.lieu(lignes, "intitule")
            yield PV402.at(lieu, valeur=libelle, quoi="Le projet", autrement="l’intitulé")
    deja = set(chain.from_iterable(dits))
    for numero, lignes in group_by_numero(feuille, *rang):
        if not deja.issuperset(lignes):
            lieu = feuille.lieu(lignes, "numero")
            yield PV402.at(lieu, valeur=numero, quoi="Le numéro", autrement="le numéro")


def _list_memes(feuille: Feuille) -> set[Groupe]:
    """The rows that are the same in every column: PV408 tells them."""
    return {lignes for lignes, _ in find_memes_lignes(feuille)}


def _check_operations(feuille: Feuille) -> Iterator[Anomalie]:
    memes = _list_memes(feuille)
    for libelle, lignes in group_by_projet(feuille, "maitre_d_ouvrage", "operation"):
        if lignes not in memes and not _differ(feuille.frame, lignes):
            lieu = feuille.lieu(lignes, "operation")
            yield PV402.at(lieu, valeur=libelle, quoi="L’opération", autrement="son nom")


def _differ(frame: pd.DataFrame, lignes: Groupe) -> bool:
    """Whether each row says another place than the others."""
    for colonne in _LIEUX:
        lieux = [str(frame.at[ligne, colonne]) for ligne in lignes if colonne in frame]
        if lieux and all(lieux) and len(set(lieux)) == len(lieux):
            return True
    return False


PV402 = Rule(
    "PV402",
    "doublon",
    Severite.ALERTE,
    message=(
        "{quoi} « {valeur} » est écrit deux fois ou plus. Gardez une seule ligne, ou corrigez "
        "{autrement}."
    ),
    doc=__doc__,
    check=check,
)
