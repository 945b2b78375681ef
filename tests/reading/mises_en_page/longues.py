"""Sheets of one row a grant."""

from collections.abc import Iterable
from typing import Any

from tests.reading.mises_en_page.table import ENTETES, LARGEUR, PROJETS, Lignes


def _grants() -> Iterable[tuple[list[Any], str | None, Any]]:
    for projet in PROJETS:
        montants = [(ENTETES[c], projet[c]) for c in range(7, LARGEUR) if projet[c]]
        yield from ((projet, *paire) for paire in montants or [(None, None)])


def long_one_row_a_grant() -> Lignes:
    titres = [*ENTETES[:7], "Financeur", "Montant"]
    return [titres, *([*projet[:7], payeur, montant] for projet, payeur, montant in _grants())]


def long_numbered_with_subtotals_by_funder() -> Lignes:
    numeros = {id(projet): f"23-{n}" for n, projet in enumerate(PROJETS, start=1)}
    lignes: Lignes = [["N° dossier", *ENTETES[:6], "Financeur", "Montant"]]
    for payeur in (*ENTETES[7:], None):
        siennes = [(p, m) for p, qui, m in _grants() if qui == payeur]
        lignes += [[numeros[id(p)], *p[:6], payeur, m] for p, m in siennes]
        if payeur:
            lignes.append([f"Total {payeur}", *[None] * 7, sum(m for _, m in siennes)])
    return [*lignes, ["TOTAL", *[None] * 7, 32000.50]]
