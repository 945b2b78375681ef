"""Questions to whoever is at the terminal."""

import sys

from rapportpv.french.typographie import format_texte


def ask(question: str, defaut: str = "") -> str | None:
    """The answer, the default for an empty one; None when nobody is there to answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    propose = f" [{defaut}]" if defaut else ""
    try:
        return input(format_texte(f"{question}{propose} : ")).strip() or defaut
    except EOFError:
        return None
