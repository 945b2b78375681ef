"""The page of an anomaly: one text, shown by `explain` and printed in the documentation."""

import re

from rapportpv.core.anomalie import Rule


def format_page(rule: Rule) -> str:
    """The page as the terminal shows it."""
    return f"{rule.code} {rule.nom} ({rule.severite})\n\n{(rule.doc or '').strip()}"


def format_chapitre(rule: Rule) -> str:
    """The same page as a chapter of a longer Markdown document."""
    titre, _, page = format_page(rule).partition("\n\n")
    sans_titres = re.sub(r"^## (.*)$", r"**\1**\n", page, flags=re.MULTILINE)
    return f"## {titre}\n\n{sans_titres}\n"
