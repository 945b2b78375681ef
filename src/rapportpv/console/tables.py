"""Tables and pages: the figures of a year, the catalogue of anomalies."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rapportpv.console.flux import open_console, printable, write
from rapportpv.core.anomalie import Rule
from rapportpv.export.pages import format_page

if TYPE_CHECKING:
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
    """A table, as wide as its texts."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = open_console(sys.stdout)
    table = Table(box=box.SIMPLE_HEAD if _has_boxes(console.encoding) else box.ASCII2)
    table.title, table.title_justify, table.title_style = Text(titre), "left", "bold"
    droite = set(a_droite)
    for rang, entete in enumerate(entetes):
        table.add_column(Text(entete), justify="right" if rang in droite else "left")
    for rang, ligne in enumerate(lignes):
        if total and rang == len(lignes) - 1:
            table.add_section()
        table.add_row(*(Text(printable(cellule, console.encoding)) for cellule in ligne))
    console.print(table)


def _has_boxes(encodage: str | None) -> bool:
    return (encodage or "").lower().startswith("utf")
