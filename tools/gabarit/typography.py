"""French typography, applied to the prose and never to the Jinja tags inside it."""

import re

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_RULES = (
    (re.compile("'"), "\u2019"),
    (re.compile("« "), f"«{NO_BREAK}"),
    (re.compile(" »"), f"{NO_BREAK}»"),
    (re.compile(" ([:%€])"), rf"{NO_BREAK}\1"),
    (re.compile(" ([;!?])"), rf"{NARROW}\1"),
)


def french(source: str) -> str:
    """Return `source` with French apostrophes and unbreakable spaces."""
    return "".join(part if _TAG.fullmatch(part) else _prose(part) for part in _TAG.split(source))


def _prose(text: str) -> str:
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
