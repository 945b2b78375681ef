"""Rows of data whose amounts are the sums of the rows above them."""

import re
from collections.abc import Collection, Iterator
from operator import add, sub

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
    cumuls = [cumul.par_ligne for cumul in colonnes]
    courants = [0] * len(cumuls)
    debuts: dict[tuple[int, ...], int] = {}  # by what is above, the rank of the first row below
    payees: list[int] = []
    deguises: dict[int, list[int]] = {}
    for ligne, est_debut in _list_rows(feuille):
        siens = [par_ligne.get(ligne, 0) for par_ligne in cumuls]
        if est_debut:
            debuts.setdefault(tuple(courants), len(payees))
        if not any(siens):
            continue
        debut = debuts.get(tuple(map(sub, courants, siens)))
        if debut is not None and len(payees) - debut > 1:
            dessus = payees[debut:]
            sommees = [
                [n for n in dessus if n in par_ligne]
                for par_ligne, sien in zip(cumuls, siens, strict=True)
                if sien
            ]
            if _is_telling(feuille, ligne, sommees):
                deguises[ligne] = sorted({n for lignes in sommees for n in lignes})
        payees.append(ligne)
        courants = list(map(add, courants, siens))
    return deguises


def _list_rows(feuille: Feuille) -> Iterator[tuple[int, bool]]:
    """The rows of data and those that begin a block: headings, totals, another pilier."""
    groupes = next((feuille.frame[c] for c in _GROUPES if c in feuille.frame), None)
    par_ligne = {} if groupes is None else groupes.to_dict()
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
