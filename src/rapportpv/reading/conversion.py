"""Amounts that the settings say are in thousands, read in euros: columns are told one by one."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from rapportpv.french.lexique import fold
from rapportpv.reading.choix import is_montant
from rapportpv.reading.headers import Attendus, Entete
from rapportpv.reading.nombres import read_nombre

_UNITE = re.compile(r"[^\W\d_]|€")


def convert(entete: Entete, attendus: Attendus) -> Entete:
    """The headings over the amounts of those columns in euros; the rest of the sheet as it is."""
    facteurs = dict(_find_facteurs(entete, attendus.unites)) if attendus.unites else {}
    if not facteurs:
        return entete
    lignes = [list(ligne) for ligne in entete.grille.lignes]
    for ligne in lignes[entete.ligne :]:
        for colonne, facteur in facteurs.items():
            if colonne <= len(ligne):
                ligne[colonne - 1] = multiply(ligne[colonne - 1], facteur)
    grille = replace(entete.grille, lignes=lignes)
    return replace(entete, grille=grille, converties=frozenset(facteurs))


def _find_facteurs(entete: Entete, unites: Mapping[str, int]) -> list[tuple[int, int]]:
    """What to multiply each column of amounts by."""
    montants = {c for code, cs in entete.trouvees.items() if is_montant(code) for c in cs}
    titres = ((c, fold(entete.libelles.get(c, ""))) for c in sorted(montants))
    return [(c, unites[titre]) for c, titre in titres if titre in unites]


def multiply(valeur: Any, facteur: int) -> Any:
    """An amount in euros, exact to the cent; what is no amount stays."""
    cents = read_nombre(valeur)
    if cents is None or (isinstance(valeur, str) and _UNITE.search(valeur)):
        return valeur  # «12 k€», «12 000 €» say what they are
    # 7.1234 k€ has more than cents
    justes = round(valeur * facteur * 100) if isinstance(valeur, float) else cents * facteur
    return justes // 100 if justes % 100 == 0 else justes / 100
