"""Charts that have lost their name: LibreOffice calls them «Object1» when it saves a template."""

import re
from collections.abc import Container

from rapportpv.word.ooxml import WP, Element, ancestor, c, flatten, w

_ANONYME = re.compile(r"Object\d+")
_TABLEAU = re.compile(r"\btableaux\.(\w+)")


def name_graphiques(gabarit: Element, tableaux: Container[str]) -> None:
    """Name each of them after the table that the template names last before it."""
    dernier = ""
    for paragraphe in gabarit.iter(w("p")):
        for lien in paragraphe.iter(c("chart")):
            cadre = ancestor(lien, f"{{{WP}}}inline", f"{{{WP}}}anchor")
            identite = None if cadre is None else cadre.find(f"{{{WP}}}docPr")
            if identite is None or not _ANONYME.fullmatch(identite.get("name", "")):
                continue
            if dernier:
                identite.set("name", dernier)
        for nom in _TABLEAU.findall(flatten(paragraphe)):
            dernier = nom if nom in tableaux else dernier
