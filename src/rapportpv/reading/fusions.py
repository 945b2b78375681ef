"""Merged cells over rows of data: what they mean, and when nobody can tell."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Case, Emplacement, cell_name
from rapportpv.core.somme import Plage
from rapportpv.reading.headers import Entete
from rapportpv.reading.kinds import Genre
from rapportpv.reading.rules.pv016_fusion_sur_donnees import PV016
from rapportpv.reading.trame import Ligne


def spread_merged(lignes: Sequence[Ligne], entete: Entete, montants: Mapping[str, int]) -> None:
    """Give each row of data the number merged over it; an amount belongs to the first alone."""
    connues, premiere = set(entete.colonnes.values()), entete.ligne + 1
    for haut, gauche, bas, _ in entete.grille.fusions:
        if haut < premiere or bas == haut or gauche not in connues:
            continue
        commune = gauche not in montants.values()
        valeur = entete.grille.cell((haut, gauche)) if commune else None
        for _, genre, cellules in lignes[haut - premiere + 1 : bas - premiere + 1]:
            if genre is Genre.DONNEES and gauche <= len(cellules):
                cellules[gauche - 1] = valeur


def find_fusions(
    lignes: Sequence[Ligne], entete: Entete, montants: Mapping[str, int]
) -> Iterator[tuple[Plage, str]]:
    """The merged cells that are ambiguous, and what it is that they span."""
    donnees = [numero for numero, genre, _ in lignes if genre is Genre.DONNEES]
    connues = set(entete.colonnes.values())
    for plage in entete.grille.fusions:
        haut, gauche, bas, droite = plage
        rang = bisect_left(donnees, haut)
        sur_donnees = haut > entete.ligne and rang < len(donnees) and donnees[rang] <= bas
        if not sur_donnees or _is_nothing(entete.grille.cell((haut, gauche))):
            continue
        colonnes = {c for c in connues if gauche <= c <= droite}
        if len(colonnes) > 1 or (colonnes and gauche not in colonnes):
            yield plage, "colonnes"
        elif bas > haut and gauche in montants.values():
            yield plage, "lignes"


def tell_fusions(
    fusions: Sequence[tuple[Plage, str]], entete: Entete, fichier: str
) -> list[Anomalie]:
    """An anomaly for each of them, at its first cell."""
    return [
        PV016.at(
            Emplacement(fichier, entete.grille.nom, (cell_name((haut, gauche)),)),
            valeur=str(entete.grille.cell((haut, gauche))),
            plage=f"{cell_name((haut, gauche))}:{cell_name((bas, droite))}",
            quoi=quoi,
        )
        for (haut, gauche, bas, droite), quoi in fusions
    ]


def list_cases(plage: Plage, entete: Entete) -> Iterator[Case]:
    """The cells of a rectangle in the known columns, as far down as the sheet goes."""
    haut, gauche, bas, droite = plage
    colonnes = [c for c in set(entete.colonnes.values()) if gauche <= c <= droite]
    fin = min(bas, len(entete.grille.lignes))
    return ((ligne, c) for ligne in range(haut, fin + 1) for c in colonnes)


def _is_nothing(valeur: Any) -> bool:
    return valeur is None or str(valeur).strip() in {"", "-", "–", "—"}
