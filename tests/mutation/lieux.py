"""Where a line stands: its function, and its statement there."""

import ast
from collections.abc import Iterable, Iterator


def list_lieux(source: str) -> dict[int, tuple[str, int]]:
    """For each line of a body, its function, and how far below its head the statement begins."""
    lieux: dict[int, tuple[str, int]] = {}
    for nom, fonction in _walk(ast.parse(source).body, ""):
        for noeud in ast.walk(fonction):  # what is inside comes after what holds it
            if isinstance(noeud, ast.stmt) and noeud is not fonction:
                lieu = nom, noeud.lineno - fonction.lineno
                lieux |= dict.fromkeys(_list_lignes(noeud), lieu)
    return lieux


def _walk(corps: Iterable[ast.stmt], avant: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for noeud in corps:
        if isinstance(noeud, ast.ClassDef):
            yield from _walk(noeud.body, f"{avant}{noeud.name}.")
        elif isinstance(noeud, ast.FunctionDef):
            yield avant + noeud.name, noeud


def _list_lignes(noeud: ast.stmt) -> range:
    """The lines of a statement; of its head, when it holds others."""
    corps = getattr(noeud, "body", None)
    fin = corps[0].lineno - 1 if corps else noeud.end_lineno or 0
    return range(noeud.lineno, max(noeud.lineno, fin) + 1)
