"""Shared formulas: the text of one, moved to each cell that shares it."""

import re
from collections.abc import Callable

from rapportpv.core.emplacement import Case, column_letter
from rapportpv.core.somme import column_number

# a text, a quoted sheet, a name or a function (left alone), else a cell
_MORCEAUX = re.compile(
    r"""("(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[[^\]]*\]|[^\W\d]*[\w.]*[^\W\d][\w.]*\(|[\w.]+!)"""
    r"""|(?<![\w.$])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])"""
)


def compile_formule(texte: str, origine: Case) -> Callable[[Case], str]:
    """What gives the text of the formula in another cell, its relative references moved."""
    pieces: list[str | tuple[str, int, str, int]] = []
    fin = 0
    for trouve in _MORCEAUX.finditer(texte):
        if trouve[1] is not None:
            continue
        pieces.append(texte[fin : trouve.start()])
        pieces.append((trouve[2], column_number(trouve[3].upper()), trouve[4], int(trouve[5])))
        fin = trouve.end()
    pieces.append(texte[fin:])

    def write(case: Case) -> str:
        bas, droite = case[0] - origine[0], case[1] - origine[1]
        return "".join(p if isinstance(p, str) else _move(p, bas, droite) for p in pieces)

    return write


def _move(reference: tuple[str, int, str, int], bas: int, droite: int) -> str:
    fixe, colonne, figee, ligne = reference
    colonne += 0 if fixe else droite
    ligne += 0 if figee else bas
    if colonne < 1 or ligne < 1:
        return "#REF!"
    return f"{fixe}{column_letter(colonne)}{figee}{ligne}"
