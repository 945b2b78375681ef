"""The limits of the house: no file of the program over 300 lines, no function over 40."""

import ast
from collections.abc import Iterator

from tests.conftest import DEPOT

FICHIER, FONCTION = 300, 40


def list_fonctions(texte: str) -> Iterator[tuple[str, int]]:
    """Each function or method, with its number of lines, docstring and all."""
    for noeud in ast.walk(ast.parse(texte)):
        if isinstance(noeud, ast.FunctionDef | ast.AsyncFunctionDef):
            assert noeud.end_lineno is not None
            yield noeud.name, noeud.end_lineno - noeud.lineno + 1


def list_sources() -> Iterator[tuple[str, str]]:
    for chemin in sorted((DEPOT / "src").rglob("*.py")):
        yield chemin.relative_to(DEPOT).as_posix(), chemin.read_text("utf-8")


def list_exces(sources: Iterator[tuple[str, str]]) -> list[str]:
    """What goes over a limit, a line each."""
    exces = []
    for nom, texte in sources:
        if (lignes := texte.count("\n")) > FICHIER:
            exces.append(f"{nom} : {lignes} lines, {FICHIER} at most")
        exces += [
            f"{nom}, {fonction} : {longueur} lines, {FONCTION} at most"
            for fonction, longueur in list_fonctions(texte)
            if longueur > FONCTION
        ]
    return exces


def test_no_file_and_no_function_is_too_long():
    assert len(list(list_sources())) > 300
    assert list_exces(list_sources()) == []


def test_what_is_too_long_is_seen():
    corps = "    pass\n" * FONCTION
    longue = f"class A:\n    async def dit(self):\n{corps.replace('    ', '        ')}\n"
    juste = f"def dit():\n{corps.removesuffix('    pass' + chr(10))}"
    fichier = "x = 1\n" * (FICHIER + 1)
    assert list_exces(iter([("a.py", longue), ("b.py", juste), ("c.py", fichier)])) == [
        "a.py, dit : 41 lines, 40 at most",
        "c.py : 301 lines, 300 at most",
    ]
