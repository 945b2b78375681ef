"""Tables and pages: the figures of a year, the catalogue of anomalies."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from rapportpv.console.flux import fold_words, open_console, printable, write
from rapportpv.core.anomalie import Rule
from rapportpv.export.pages import format_page
from rapportpv.french.typographie import INSECABLE

if TYPE_CHECKING:
    from rich.table import Table

    from rapportpv.core.chiffre import Bilan, Tableau


def write_bilan(bilan: Bilan, *, sources: bool) -> None:
    """The tables, then the figures by name, perhaps with their cells."""
    for tableau in bilan.tableaux.values():
        if tableau.lignes:
            _write_tableau(tableau)
    entetes = ("Chiffre", "Valeur", "Sources") if sources else ("Chiffre", "Valeur")
    lignes = [
        (c.nom, c.affiche, "\n".join(c.sources)) if sources else (c.nom, c.affiche)
        for c in bilan.chiffres.values()
    ]
    write_table("Chiffres", entetes, lignes, a_droite={1})


def write_catalogue(catalogue: Iterable[Rule]) -> None:
    """The anomalies, a line each."""
    lignes = [(rule.code, rule.severite.value, rule.nom, rule.titre) for rule in catalogue]
    write_table("Anomalies", ("Code", "Sévérité", "Nom", "Ce qui ne va pas"), lignes)


def write_page(rule: Rule) -> None:
    """The page of an anomaly."""
    write(format_page(rule))


def _write_tableau(tableau: Tableau) -> None:
    lignes = [*tableau.lignes, *filter(None, [tableau.total])]
    chiffrees = {
        rang
        for rang, c in enumerate(tableau.colonnes)
        if not all(isinstance(ligne.cellules[c.nom], str) for ligne in tableau.lignes)
    }
    write_table(
        tableau.titre,
        [colonne.libelle for colonne in tableau.colonnes],
        [[str(ligne.cellules[c.nom]) for c in tableau.colonnes] for ligne in lignes],
        a_droite=chiffrees,
        total=tableau.total is not None,
    )


def write_table(
    titre: str,
    entetes: Sequence[str],
    lignes: Sequence[Sequence[str]],
    *,
    a_droite: Iterable[int] = (),
    total: bool = False,
) -> None:
    """A table, as wide as its texts; row by row where its words do not fit side by side."""
    console = open_console(sys.stdout)
    montrees = [[printable(c, console.encoding) for c in ligne] for ligne in lignes]
    for marge, traits in ((1, False), (1, True), (0, True)):
        place = console.width - _cost(len(entetes), marge)
        largeurs = share_width([entetes, *montrees], place, traits=traits)
        if largeurs is not None:
            plies = [
                [
                    fold_words(c, w, suite=0, traits=traits)
                    for c, w in zip(li, largeurs, strict=True)
                ]
                for li in (entetes, *montrees)
            ]
            trame = _Trame(plies, largeurs, frozenset(a_droite), marge, total=total)
            console.print(_make_table(titre, trame, boites=_has_boxes(console.encoding)))
            return
    _write_rows(titre, entetes, montrees, console.width)


class _Trame(Struct, frozen=True):
    """Rows that are folded to the widths of their columns, the headings first."""

    lignes: Sequence[Sequence[str]]
    largeurs: Sequence[int]
    droite: frozenset[int]
    marge: int
    total: bool


def _make_table(titre: str, trame: _Trame, *, boites: bool) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    forme = box.SIMPLE_HEAD if boites else box.ASCII2
    table = Table(box=forme, padding=(0, trame.marge))
    table.title, table.title_justify, table.title_style = Text(titre), "left", "bold"
    entetes, *lignes = trame.lignes
    for rang, (entete, largeur) in enumerate(zip(entetes, trame.largeurs, strict=True)):
        cote: Literal["left", "right"] = "right" if rang in trame.droite else "left"
        table.add_column(Text(entete), justify=cote, no_wrap=True, width=largeur)
    for rang, ligne in enumerate(lignes):
        if trame.total and rang == len(lignes) - 1:
            table.add_section()
        table.add_row(*map(Text, ligne))
    return table


def share_width(
    lignes: Sequence[Sequence[str]], place: int, *, traits: bool = False
) -> list[int] | None:
    """The width of each column, so that no word is cut; None when the longest do not fit.

    A column that has room for its texts has no more; the others share what is left alike. With
    `traits`, a word may be folded at its hyphens.
    """
    colonnes = list(zip(*lignes, strict=True))
    entieres = [max(map(_measure, cellules)) for cellules in colonnes]
    if sum(entieres) <= place:
        return entieres
    moindres = [
        max(_measure(fold_words(c, 1, suite=0, traits=traits)) for c in cellules)
        for cellules in colonnes
    ]
    bornes = list(zip(moindres, entieres, strict=True))
    plafonds = (
        [max(moindre, min(haut, entiere)) for moindre, entiere in bornes]
        for haut in range(max(entieres), 0, -1)
    )
    return next((largeurs for largeurs in plafonds if sum(largeurs) <= place), None)


def _measure(cellule: str) -> int:
    return max(map(len, cellule.split("\n")))


def _cost(colonnes: int, marge: int) -> int:
    """What the frame of a table takes: margins, and a sign on each side of a column."""
    return colonnes * (1 + 2 * marge) + 1


def _write_rows(
    titre: str, entetes: Sequence[str], lignes: Sequence[Sequence[str]], largeur: int
) -> None:
    """Each row as lines, «Envoyé le : 03/07/2023», when a terminal is too narrow for a table."""
    write(titre)
    for ligne in lignes:
        write("")
        for entete, cellule in zip(entetes, ligne, strict=True):
            if cellule:
                texte = f"{entete}{INSECABLE}: {cellule}" if entete else cellule
                write(fold_words(texte, largeur), plier=False)
    write("")


def _has_boxes(encodage: str | None) -> bool:
    return (encodage or "").lower().startswith("utf")
