"""The tables of a PDF: what their header cells are the headers of.

LibreOffice 7.4 makes header cells of the rows that are repeated on each page, and no other. What
has none only places things side by side: it is no table for who listens to it.
"""

from pikepdf import Name, Pdf

from rapportpv.export.accessible import arbre
from rapportpv.export.accessible.arbre import Tag

_CASES = ("TH", "TD")


def mark_headers(pdf: Pdf) -> None:
    """Say of each header cell what it heads; no table is left without one."""
    for enfant in arbre.children(pdf.Root.StructTreeRoot):
        for element in list(arbre.walk(enfant)):
            if arbre.genre(element) == "Table":
                _mark(element)


def _mark(tableau: Tag) -> None:
    rangees = list(_rows(tableau))
    entetes = [r for r in rangees if _is_header(r)]
    if not entetes:
        _undo(tableau)
        return
    for rangee in rangees:
        cases = _cells(rangee)
        if rangee in entetes:
            for case in cases:
                arbre.set_attribute(case, "Table", Scope=Name.Column)
        elif len(cases) > 1:
            cases[0].S = Name.TH
            arbre.set_attribute(cases[0], "Table", Scope=Name.Row)


def _rows(tableau: Tag) -> list[Tag]:
    rangees = []
    for enfant in arbre.children(tableau):
        if arbre.genre(enfant) == "TR":
            rangees.append(enfant)
        elif arbre.genre(enfant) in ("THead", "TBody", "TFoot"):
            rangees += [r for r in arbre.children(enfant) if arbre.genre(r) == "TR"]
    return rangees


def _cells(rangee: Tag) -> list[Tag]:
    return [c for c in arbre.children(rangee) if arbre.genre(c) in _CASES]


def _is_header(rangee: Tag) -> bool:
    cases = _cells(rangee)
    return bool(cases) and all(arbre.genre(c) == "TH" for c in cases)


def _undo(tableau: Tag) -> None:
    """Make blocks of a table that only places things side by side."""
    for rangee in _rows(tableau):
        for case in _cells(rangee):
            case.S = Name.Div
            if "/A" in case:
                del case["/A"]
        rangee.S = Name.Div
    for enfant in arbre.children(tableau):
        enfant.S = Name.Div
    tableau.S = Name.Div
