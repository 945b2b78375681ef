"""Rows of data whose amounts are the sums of the rows above them."""

import re
from collections.abc import Collection, Iterator, Sequence

from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import fold
from rapportpv.reading.totals.cumul import Cumul

# A sum by chance is to be feared of few rows, or of one column; a word that says it is a total
# makes up for that.
_GROUPES = ("pilier", "axe")
_ASSEZ_DE_LIGNES = {True: (2, 3), False: (3, 5)}
_MOTS = re.compile(r"\b(total|totaux|ensemble|cumul|somme|recapitulatif|toutes?|tous)\b")


def find_deguises(feuille: Feuille, colonnes: Collection[Cumul]) -> dict[int, list[int]]:
    """The rows that are sums in every one of those columns, with the rows that they add up.

    What each adds up is all that is above it, down from where a block begins.
    """
    if "intitule" not in feuille.frame:
        return {}
    deguises: dict[int, list[int]] = {}
    for ligne, dessus in find_sums(list(_list_rows(feuille)), colonnes):
        cumuls = [cumul.par_ligne for cumul in colonnes]
        sommees = [
            [n for n in dessus if n in par_ligne] for par_ligne in cumuls if par_ligne.get(ligne)
        ]
        if _is_telling(feuille, ligne, sommees):
            deguises[ligne] = sorted({n for lignes in sommees for n in lignes})
    return deguises


def find_sums(
    rangees: Sequence[tuple[int, bool]], colonnes: Collection[Cumul]
) -> Iterator[tuple[int, list[int]]]:
    """The rows whose amounts are the sums of two or more rows above them, and these rows."""
    import numpy as np  # not by those who explain a rule

    lignes = [ligne for ligne, _ in rangees]
    if not lignes or not colonnes:
        return
    numeros = np.array(lignes, "int64")
    siens = np.array([cumul.on(numeros) for cumul in colonnes])
    avant = np.cumsum(siens, axis=1) - siens  # what stands above each row
    cherches = avant - siens
    debuts = np.flatnonzero([est_debut for _, est_debut in rangees])
    # Quick: the sums of all columns together agree in few rows; then each column is looked at.
    payees = np.any(siens != 0, axis=0)
    pareils = np.isin(cherches.sum(axis=0), avant[:, debuts].sum(axis=0)) & payees
    candidats = np.flatnonzero(pareils)
    if not len(candidats):
        return
    premiers: dict[tuple[int, ...], int] = {}
    for rang in debuts.tolist():
        premiers.setdefault(tuple(avant[:, rang].tolist()), rang)
    for rang in candidats.tolist():
        debut = premiers.get(tuple(cherches[:, rang].tolist()), rang)
        dessus = [lignes[debut + n] for n in np.flatnonzero(payees[debut:rang])]
        if len(dessus) > 1:
            yield lignes[rang], dessus


def _list_rows(feuille: Feuille) -> Iterator[tuple[int, bool]]:
    """The rows of data and those that begin a block: headings, totals, another pilier."""
    groupes = next((feuille.frame[c] for c in _GROUPES if c in feuille.frame), None)
    par_ligne = (
        {} if groupes is None else dict(zip(groupes.index.tolist(), groupes.tolist(), strict=True))
    )
    debuts, dernier = set(feuille.trame.debuts), None
    for ligne in sorted({*feuille.trame.donnees, *debuts}):
        groupe = par_ligne.get(ligne, dernier)
        yield ligne, ligne in debuts or groupe != dernier
        dernier = groupe


def _is_telling(feuille: Feuille, ligne: int, sommees: list[list[int]]) -> bool:
    textes = (str(feuille.frame[champ].get(ligne, "")) for champ in ("intitule", "operateur"))
    if len(sommees) > 2 and max(map(len, sommees)) > 1:
        return True  # three columns do not agree by chance
    plusieurs, seule = _ASSEZ_DE_LIGNES[bool(_MOTS.search(fold(" ".join(textes))))]
    return max(map(len, sommees)) >= (plusieurs if len(sommees) > 1 else seule)
