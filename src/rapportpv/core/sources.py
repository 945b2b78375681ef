"""The cells that a figure comes from, written down when somebody asks for them."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import overload


class Sources(Sequence[str]):
    """Places as people quote them, each once.

    Of a large sheet they are long lists of ranges, and a check quotes none.
    """

    def __init__(self, *parties: Callable[[], Iterable[str]]) -> None:
        """Those that each function makes, in order."""
        self._parties = parties

    @cached_property
    def _dites(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(place for partie in self._parties for place in partie()))

    @overload
    def __getitem__(self, rang: int) -> str: ...
    @overload
    def __getitem__(self, rang: slice) -> tuple[str, ...]: ...
    def __getitem__(self, rang: int | slice) -> str | tuple[str, ...]:
        return self._dites[rang]

    def __len__(self) -> int:
        return len(self._dites)

    def __eq__(self, autres: object) -> bool:
        return isinstance(autres, Sequence) and self._dites == tuple(autres)

    def __hash__(self) -> int:
        return hash(self._dites)

    def __repr__(self) -> str:
        return repr(self._dites)


def join_sources(*toutes: Iterable[str]) -> Sources:
    """All those places, without asking for any of them yet."""
    return Sources(*(lambda siennes=siennes: siennes for siennes in toutes))
