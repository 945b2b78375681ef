"""The changes that a person has judged to change no answer, by exact place, each with the reason."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from tests.mutation.mutants import Mutant

EQUIVALENTS = Path(__file__).with_name("equivalents.toml")


def load_equivalents(chemin: Path = EQUIVALENTS) -> dict[str, str]:
    """The reason of each change that is judged the same, by its key."""
    lu = tomllib.loads(chemin.read_text("utf-8"))
    return {cle: groupe["raison"] for groupe in lu["sorte"] for cle in groupe["changements"]}


def part_equivalents(
    vivants: Iterable[Mutant], equivalents: Iterable[str]
) -> tuple[list[Mutant], list[Mutant]]:
    """Those that live and are judged the same, and those that live though they change an answer."""
    juges, restent, connus = [], [], set(equivalents)
    for mutant in vivants:
        (juges if mutant.cle in connus else restent).append(mutant)
    return juges, restent
