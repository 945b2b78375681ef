"""Rows of data whose amounts are the sums of the rows above them."""

import re
from collections.abc import Collection, Iterator

from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import fold
from rapportpv.reading.totals.cumul import Cumul

# A sum by chance is to be feared of few rows, or of one column; a word that says it is a total
# makes up for that.
_ASSEZ_DE_LIGNES = {True: (2, 3), False: (3, 5)}
_MOTS = re.compile(r"\b(total|totaux|ensemble|cumul|somme|recapitulatif|toutes?|tous)\b")


def find_deguises(feuille: Feuille, colonnes: Collection[Cumul]) -> dict[int, list[int]]:
    """The rows that are sums in every one of those columns, with the rows that they add up.

    Each is the last of its block, and what it adds up is the whole block above it.
    """
    if "intitule" not in feuille.frame:
        return {}
    debuts = {tuple(c.before(debut) for c in colonnes): debut for debut in feuille.trame.debuts}
    deguises: dict[int, list[int]] = {}
    for ligne in _last_of_blocks(feuille.trame.donnees):
        debut = debuts.get(tuple(c.before(ligne) - c.par_ligne.get(ligne, 0) for c in colonnes))
        sommees = [c.rows(debut or 0, ligne) for c in colonnes if ligne in c.par_ligne]
        if debut is not None and debut < ligne and sommees and _is_telling(feuille, ligne, sommees):
            deguises[ligne] = sorted({n for lignes in sommees for n in lignes})
    return deguises


def _last_of_blocks(donnees: tuple[int, ...]) -> Iterator[int]:
    suivantes = (*donnees[1:], 0)
    return (n for n, suivante in zip(donnees, suivantes, strict=False) if suivante != n + 1)


def _is_telling(feuille: Feuille, ligne: int, sommees: list[list[int]]) -> bool:
    textes = (str(feuille.frame[champ].get(ligne, "")) for champ in ("intitule", "operateur"))
    plusieurs, seule = _ASSEZ_DE_LIGNES[bool(_MOTS.search(fold(" ".join(textes))))]
    return max(map(len, sommees)) >= (plusieurs if len(sommees) > 1 else seule)
