"""What make mutation changes, and that it puts the change where the tests look."""

import ast
import sys
from types import ModuleType

import pytest

from tests.mutation.__main__ import MODULES, draw, list_all
from tests.mutation.carte import Carte, Passage
from tests.mutation.equivalents import load_equivalents, part_equivalents
from tests.mutation.fourche import NON_GREFFE, TUE, VIVANT, bound_seconds, run_apart
from tests.mutation.greffe import GreffeError, graft_code, graft_constantes
from tests.mutation.journal import Issue, Journal
from tests.mutation.lieux import list_lieux
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
    page = format_mutants(mutants, mutants[:1], mutants[1:3])
    assert "| nature des lignes | 8 | 5 | 1 | 2 | 62,5\u00a0% |" in page
    assert "| totaux imprimés | 1 | 1 | 0 | 0 | 100,0\u00a0% |" in page
    assert page.endswith("| ensemble | 9 | 6 | 1 | 2 | 66,7\u00a0% |")


def test_a_line_stands_in_its_innermost_statement():
    source = "def f(x):\n    if (\n        x\n    ):\n        y = (\n            x)\n    return y\n"
    assert list_lieux(source) == {2: ("f", 1), 3: ("f", 1), 4: ("f", 1)} | {
        5: ("f", 4),
        6: ("f", 4),
        7: ("f", 6),
    }
    assert list_lieux("class C:\n    def f(self):\n        return 1\n") == {3: ("C.f", 1)}


def test_a_change_has_the_same_name_when_lines_move():
    source = "def f(x):\n    return x + 1\n"
    avant, apres = (list(list_mutants("a.py", s)) for s in (source, f"\n\n{source}"))
    assert [m.cle for m in avant] == [m.cle for m in apres]
    assert [m.pas for m in avant] == [m.pas for m in apres] == [1] * len(avant)
    deux = list(list_mutants("a.py", "def f(x):\n    return x + 1, x + 1\n"))
    assert len({m.cle for m in deux}) == len(deux)


def test_a_campaign_goes_on_where_it_was_stopped(tmp_path):
    journal = Journal(tmp_path / "issues.jsonl")
    journal.write(Issue("vu", "s1", 1, True, "tests/test_a.py::test_a"))
    journal.write(Issue("vivant", "s1", 1, False))
    repris = Journal(tmp_path / "issues.jsonl")
    assert repris.is_known("vu", "s1", {"tests/test_a.py::test_a": 1})
    assert not repris.is_known("vu", "s2", {"tests/test_a.py::test_a": 1})  # the file has changed
    assert not repris.is_known("vu", "s1", {"tests/test_a.py::test_a": 2})  # or the test
    assert not repris.is_known("vu", "s1", {})
    assert not repris.is_known("vivant", "s1", {})
    assert (repris.find_tour("vivant", "s1"), repris.find_tour("vivant", "s2")) == (1, 0)


def test_a_mutant_is_tried_with_the_tests_of_its_statement(tmp_path):
    carte = Carte(tmp_path / "carte.json")
    carte.passages = {
        "t1": Passage("x", 1, 0.1, {"a.py f": [1, 3]}),
        "t2": Passage("x", 2, 0.1, {"a.py f": [1]}),
        "t3": Passage("x", 1, 0.1, {"b.py f": [1, 3]}),
    }
    assert carte.find(Mutant("a.py", 0, 0, "f", 9, "a", "b", pas=3)) == ["t1"]
    assert carte.find(Mutant("a.py", 0, 0, "f", 9, "a", "b", pas=7)) == ["t1", "t2"]
    assert carte.find(Mutant("a.py", 0, 0, "f", 9, "a", "b", pas=1), depuis=1) == ["t2"]
    assert carte.find(Mutant("a.py", 0, 0, "", 1, "a", "b")) == ["t1", "t2"]
    carte.save()
    gardee = Carte(tmp_path / "carte.json")
    assert gardee.tour == 3
    assert gardee.keep({"t1": "x", "t2": "changed", "t4": "new"}) == ["t2", "t4"]
    assert list(gardee.passages) == ["t1"]


def test_a_fork_that_fails_loops_or_takes_too_much_is_seen():
    def run(test: str, suivant: str | None) -> bool:
        if test == "loop":
            bound_seconds(0.1)
            while True:
                pass
        return len(bytearray(4 * 2**30)) > 0 if test == "big" else test == "good"

    assert run_apart(lambda: True, ["good"], run) == (VIVANT, "")
    assert run_apart(lambda: False, ["good"], run) == (NON_GREFFE, "")
    for mauvais in ("bad", "loop", "big"):
        assert run_apart(lambda: True, ["good", mauvais, "good"], run) == (TUE, mauvais)


def test_the_changes_judged_the_same_are_still_made():
    """One whose words have gone from the program is to be taken off the list."""
    restent = {m.cle for m in list_all(MODULES)}
    assert [cle for cle in load_equivalents() if cle not in restent] == []
    mutant = Mutant("a.py", 0, 0, "f", 1, "a", "b")
    assert part_equivalents([mutant], [mutant.cle]) == ([mutant], [])
    assert part_equivalents([mutant], []) == ([], [mutant])


def test_the_draw_keeps_its_own_when_others_come():
    mutants = [Mutant("a.py", n, 0, f"f{n}", n, "a", "b") for n in range(100)]
    tires = draw(mutants, 20)
    assert len(tires) == 20
    assert len(set(draw(mutants[1:], 20)) - set(tires)) <= 1
