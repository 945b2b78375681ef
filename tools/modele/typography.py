"""Prose as it is typed and as it is printed; Jinja's tags inside it are left as they are."""

import re

TAG = r"\{\{.*?\}\}|\{%.*?%\}"
_TAGS = re.compile(f"({TAG})")
_NO_BREAK, _NARROW = "\u00a0", "\u202f"
_BOUND = re.compile("(?<=«) | (?=[»:%€])")
_BEFORE_HIGH = re.compile(" (?=[;!?])")
_FREED = re.compile(f"(?<=«){_NO_BREAK}|{_NO_BREAK}(?=[»:%€])|(?<!«){_NARROW}(?=[;!?])")


def printed(source: str) -> str:
    """Return typed prose with French apostrophes and unbreakable spaces, without its escapes."""
    parts = _TAGS.split(source)
    for n in range(0, len(parts), 2):
        prose = re.sub(r"\\(.?)", r"\1", parts[n]).replace("'", "\u2019")
        parts[n] = _BEFORE_HIGH.sub(_NARROW, _BOUND.sub(_NO_BREAK, prose))
    return "".join(parts)


def typed(text: str) -> str:
    """Return printed prose as it is typed: the inverse of `printed`."""
    parts = _TAGS.split(text)
    for n in range(0, len(parts), 2):
        prose = _FREED.sub(" ", parts[n]).replace("\u2019", "'")
        parts[n] = re.sub(r"[\\*‹›|>]", r"\\\g<0>", prose)
    return "".join(parts)
