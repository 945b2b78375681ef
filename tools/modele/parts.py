"""What the templates look like: the parts of their packages, as XML indented for git."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates"
PARTS = TEMPLATES / "parties"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PIECES = ["morceaux"]


def part(name: str, folders: Sequence[str], **values: object) -> str:
    """Return the XML of a part, from the first of these folders that has it.

    ``@name@`` stands for one of `values`, or for what the root of ``name.xml`` holds.
    """
    return _DECLARATION + _expand(_lines(name, folders), folders, values)


def piece(name: str, **values: object) -> str:
    """Return what a named piece holds: a drawing, properties of a paragraph, a block."""
    return _expand(_lines(f"{name}.xml", _PIECES)[1:-1], _PIECES, values)


def _expand(lines: Sequence[str], folders: Sequence[str], values: Mapping[str, object]) -> str:
    def include(found: re.Match[str]) -> str:
        if found[1] in values:
            return str(values[found[1]])
        return _expand(_lines(f"{found[1]}.xml", folders)[1:-1], folders, values)

    return re.sub(r"@([A-Za-z][\w-]*)@", include, "".join(lines))


def _lines(name: str, folders: Sequence[str]) -> tuple[str, ...]:
    return _read(name, tuple(folders))


@cache
def _read(name: str, folders: tuple[str, ...]) -> tuple[str, ...]:
    paths = [PARTS / folder / name for folder in folders]
    path = next((path for path in paths if path.is_file()), paths[-1])
    return tuple(line.strip() for line in path.read_text("utf-8").splitlines())
