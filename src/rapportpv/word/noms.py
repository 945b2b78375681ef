"""The names that Word accepts for our regions, made from the names of figures and tables.

A content control's tag takes 64 characters, a bookmark's name 40 letters, digits and «_»; a name
that is too long, or that would lose a character, is cut and ends with a digest of itself.
"""

import hashlib
import re

_ETIQUETTE_MAX = 64
_SIGNET_MAX = 36  # leaves room for «_999»
_GRAPHIQUE = "graphique"


def etiquette(nom: str) -> str:
    """The tag and the title of the content control that shows this figure or table."""
    return nom if len(nom) <= _ETIQUETTE_MAX else _cut(nom, nom, _ETIQUETTE_MAX)


def signet(nom: str) -> str:
    """The bookmark that doubles a control: `fcs.axes.1.total` → `fcs__axes__1__total`."""
    souche = nom.replace(".", "__")
    admis = re.sub(r"[^A-Za-z0-9_]", "_", souche)
    if not re.match("[A-Za-z]", admis):
        admis = f"x{admis}"
    if admis != souche or len(admis) > _SIGNET_MAX:
        return _cut(admis, nom, _SIGNET_MAX)
    return admis


def signet_graphique(tableau: str) -> str:
    """The bookmark around the chart of a table, whose own bookmark has the plain name."""
    return signet(f"{_GRAPHIQUE}.{tableau}")


def _cut(texte: str, nom: str, longueur: int) -> str:
    empreinte = hashlib.sha256(nom.encode()).hexdigest()[:7]
    return f"{texte[: longueur - 8]}_{empreinte}"
