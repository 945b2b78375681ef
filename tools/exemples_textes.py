"""The sections that docs/textes.md lists, with what `init` says of each."""

import re

from rapportpv.core.sections import SECTIONS
from rapportpv.scaffold.guides import describe_section


def list_parties() -> str:
    """The file of each section and what goes there, as a Markdown table."""
    lignes = []
    for nom in SECTIONS:
        consigne, obligatoire = describe_section(nom)
        lignes.append(f"| `{nom}` | {'oui' if obligatoire else ''} | {_quote(consigne)} |")
    return "\n".join(
        ("| Fichier | Décret | Ce qui s’y écrit |", "| --- | --- | --- |", *lignes, "")
    )


def _quote(consigne: str) -> str:
    """The names of figures as code: a page that shows braces may take them for its own."""
    return re.sub(r"\{\{.*?\}\}", lambda appel: f"`{appel[0]}`", consigne)
