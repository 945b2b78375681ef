"""A change put into the program that is already loaded, or into the one that is being loaded."""

import ast
import functools
import gc
import importlib.abc
import importlib.machinery
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from types import CodeType, FunctionType, ModuleType
from typing import Any


class GreffeError(Exception):
    """The change cannot be made in what is loaded."""


class Vivants:
    """The functions of the program that are alive, and what remembers answers; looked for once."""

    def __init__(self) -> None:
        self.fonctions: dict[str, list[FunctionType]] = defaultdict(list)
        self._memoires: list[Any] = []
        for objet in gc.get_objects():
            if isinstance(objet, FunctionType):
                self.fonctions[objet.__code__.co_filename].append(objet)
            elif isinstance(objet, functools._lru_cache_wrapper) and _is_ours(objet):
                self._memoires.append(objet)

    def forget(self) -> None:
        """Empty what functions remember of their former answers."""
        for memoire in self._memoires:
            memoire.cache_clear()


def _is_ours(objet: Any) -> bool:
    return getattr(objet, "__module__", "").startswith("rapportpv.")


def graft_code(fonctions: Sequence[FunctionType], code: CodeType) -> None:
    """Give each function the code that it has in a module compiled anew."""
    neufs = {(c.co_qualname, c.co_firstlineno): c for c in _walk(code)}
    faits = 0
    for fonction in fonctions:
        cle = fonction.__code__.co_qualname, fonction.__code__.co_firstlineno
        neuf = neufs.get(cle)
        if neuf is None:
            continue
        if neuf.co_freevars != fonction.__code__.co_freevars:
            raise GreffeError
        fonction.__code__ = neuf
        faits += 1
    if not faits:
        raise GreffeError


def graft_constantes(module: ModuleType, sain: ast.Module, arbre: ast.Module) -> None:
    """Put the constants that a change of a module gives everywhere the old ones are."""
    temoin, neuf = _work_out(module, sain), _work_out(module, arbre)
    changees = {
        nom: neuf.get(nom)
        for nom, valeur in vars(module).items()
        if not nom.startswith("__") and valeur == temoin.get(nom) and valeur != neuf.get(nom)
    }
    if not changees:
        raise GreffeError
    for nom, autre in changees.items():
        valeur = getattr(module, nom)
        for ou in list(sys.modules.values()):
            if getattr(ou, "__dict__", {}).get(nom) is valeur:  # by name: every 3 is one object
                setattr(ou, nom, autre)


def _work_out(module: ModuleType, arbre: ast.Module) -> dict[str, Any]:
    """The names of a module, its constants worked out once more from its own functions."""
    constantes = [n for n in arbre.body if isinstance(n, (ast.Assign, ast.AnnAssign))]
    noms = dict(vars(module))
    exec(compile(ast.Module(constantes, []), str(module.__file__), "exec"), noms)
    return noms


class Chargeur(importlib.abc.MetaPathFinder):
    """Loads one module from a tree instead of its file."""

    def __init__(self, nom: str, arbre: ast.Module) -> None:
        self._nom, self._arbre = nom, arbre

    def find_spec(self, nom: str, chemins: Any, cible: Any = None) -> Any:
        """The module as it is found, with a loader of its own."""
        if nom != self._nom:
            return None
        spec = importlib.machinery.PathFinder.find_spec(nom, chemins)
        assert spec is not None
        assert spec.origin is not None
        arbre = self._arbre

        class Source(importlib.machinery.SourceFileLoader):
            def get_code(self, fullname: str) -> CodeType:
                return compile(arbre, self.path, "exec")

        spec.loader = Source(nom, spec.origin)
        return spec


def _walk(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constante in code.co_consts:
        if isinstance(constante, CodeType):
            yield from _walk(constante)
