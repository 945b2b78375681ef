"""What make mutation changes, and that it puts the change where the tests look."""

import ast
import sys
from types import ModuleType

import pytest

from tests.mutation.greffe import GreffeError, graft_code, graft_constantes
from tests.mutation.mutants import Mutant, list_mutants, mutate
from tests.mutation.page import format_mutants

SOURCE = '''
"""A module."""
BORNE: int = 3

def inside(valeur: int, debut: int = 1) -> bool:
    """Whether it is inside."""
    return debut <= valeur and valeur < BORNE

class Boite:
    def join(self, textes):
        return "".join(sorted(t for t, _ in zip(textes, textes, strict=True) if t))
'''


def changes(source: str) -> list[tuple[str, str, str]]:
    return [(m.fonction, m.avant, m.apres) for m in list_mutants("a.py", source)]


def test_operators_conditions_constants_words_and_calls_are_changed():
    dits = changes(SOURCE)
    for attendu in (
        ("", "3", "4"),
        ("", "1", "2"),  # an argument by default is worked out when the module is loaded
        ("inside", "debut <= valeur and valeur < BORNE", "debut <= valeur or valeur < BORNE"),
        ("inside", "debut <= valeur and valeur < BORNE", "valeur < BORNE"),
        ("inside", "valeur < BORNE", "valeur <= BORNE"),
        ("inside", "return debut <= valeur and valeur < BORNE", "return None"),
        ("Boite.join", "''", "'XX'"),
    ):
        assert attendu in dits
    assert any("list(" in apres for _, _, apres in dits)


def test_types_docstrings_and_what_tells_nothing_are_left_alone():
    for _, avant, apres in changes(SOURCE):
        assert "A module" not in avant
        assert "Whether" not in avant
        assert (avant, apres) != ("True", "False")
    assert changes("x: int = y") == []
    assert changes("from a import b") == []


def load(source_ou_arbre) -> ModuleType:
    module = ModuleType("a")
    module.__file__ = "a.py"
    exec(compile(source_ou_arbre, "a.py", "exec"), module.__dict__)
    return module


def find(source: str, avant: str, apres: str) -> Mutant:
    return next(m for m in list_mutants("a.py", source) if (m.avant, m.apres) == (avant, apres))


def test_each_change_compiles_and_keeps_the_lines():
    mutants = list(list_mutants("a.py", SOURCE))
    assert len(mutants) > 12
    for mutant in mutants:
        assert load(mutate(SOURCE, mutant)).inside.__code__.co_firstlineno == 5


def test_a_function_that_is_alive_is_changed():
    module = load(SOURCE)
    inside = module.inside
    assert not inside(3)
    mutant = find(SOURCE, "valeur < BORNE", "valeur <= BORNE")
    graft_code([inside], compile(mutate(SOURCE, mutant), "a.py", "exec"))
    assert inside(3)
    with pytest.raises(GreffeError):
        graft_code([], compile(SOURCE, "a.py", "exec"))


def test_a_constant_is_changed_where_it_is_read():
    module = load(SOURCE)
    sain = ast.parse(SOURCE)
    mutant = find(SOURCE, "3", "4")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "a", module)
        graft_constantes(module, sain, mutate(SOURCE, mutant))
    assert module.inside(3)
    with pytest.raises(GreffeError):
        graft_constantes(load(SOURCE), sain, sain)


def test_the_page_says_how_many_were_seen():
    mutants = [Mutant("reading/kinds.py", n, 0, "f", 1, "a", "b") for n in range(8)]
    mutants.append(Mutant("core/somme.py", 0, 0, "f", 1, "a", "b"))
    page = format_mutants(mutants, mutants[:1])
    assert "| nature des lignes | 8 | 7 | 87,5\u00a0% |" in page
    assert "| totaux imprimés | 1 | 1 | 100,0\u00a0% |" in page
    assert page.endswith("| ensemble | 9 | 8 | 88,9\u00a0% |")
