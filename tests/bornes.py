"""Bounds of computing time that hold on a slower or busier machine, and still fail for a quadratic.

A bound is said in CPU seconds of the machine that it was set on, alone. What takes longer is held
to a unit of plain work timed just after it: where that takes twice as long, the bound is twice as
large. (Two programs on the two threads of one core take 1.7 times as long each.)
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

_UNITE = 0.0176  # CPU seconds of the unit of work, when nothing else runs
_MOT = re.compile(r"(\w)(\d+)")


def _work() -> float:
    debut = process_time()
    mots = {f"m{n}": _MOT.sub(r"\2\1", f"m{n} m{n * n}") for n in range(5000)}
    sorted(mots.values(), key=lambda mot: mot[::-1])
    return process_time() - debut


def is_under(passees: float, secondes: float) -> bool:
    """Whether what took that long would take less than the bound, alone on its machine."""
    return passees < secondes or passees < secondes * max(_work() for _ in range(20)) / _UNITE


@contextmanager
def under(secondes: float) -> Iterator[None]:
    """Fails when what is done inside takes more CPU seconds than that."""
    debut = process_time()
    yield
    passees = process_time() - debut
    assert is_under(passees, secondes), f"{passees:.1f} s"
