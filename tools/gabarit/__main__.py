"""Write every built-in template into ``templates/``."""

import sys
from pathlib import Path

from . import package, rapport

TEMPLATES = Path(__file__).parents[2] / "templates"


def main() -> None:
    """Write the templates and name each file written."""
    TEMPLATES.mkdir(exist_ok=True)
    path = TEMPLATES / "rapport.docx"
    path.write_bytes(package.build(rapport.BODY, rapport.CHARTS))
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
