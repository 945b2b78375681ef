"""Write every built-in template into ``templates/``."""

import sys
from collections.abc import Callable
from pathlib import Path

from . import courrier, deliberation, package, rapport

TEMPLATES = Path(__file__).parents[2] / "templates"


BUILDERS: dict[str, Callable[[], bytes]] = {
    "rapport": lambda: package.build(rapport.BODY, rapport.CHARTS),
    "deliberation": deliberation.deliberation,
    "courrier": courrier.courrier,
    "relance": courrier.relance,
}


def main() -> None:
    """Write the templates and name each file written."""
    TEMPLATES.mkdir(exist_ok=True)
    for name, build in BUILDERS.items():
        path = TEMPLATES / f"{name}.docx"
        path.write_bytes(build())
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
