"""Write the built-in templates from their text; with «lire», their text from the .docx."""

import sys
from pathlib import Path

from .package import build
from .parts import TEMPLATES
from .read import read


def main(arguments: list[str]) -> None:
    """Do it, and name each file written."""
    if arguments[:1] == ["lire"]:
        for path in map(Path, arguments[1:] or sorted(map(str, TEMPLATES.glob("*.docx")))):
            _write(TEMPLATES / f"{path.stem}.txt", read(path.read_bytes()).encode())
        return
    for path in sorted(TEMPLATES.glob("*.txt")):
        docx = build(path.stem, path.read_text("utf-8"))
        tidy = read(docx)
        if build(path.stem, tidy) != docx:
            raise ValueError(f"{path.name}: what is written cannot be read back")
        _write(path, tidy.encode())
        _write(path.with_suffix(".docx"), docx)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
