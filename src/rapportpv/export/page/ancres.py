"""The names that links of a page lead to: those of its headings, and of what else is pointed at."""

import re
import unicodedata
from collections.abc import Sequence

from rapportpv.export.accessible.ooxml import Element, w
from rapportpv.export.page.textes import read_texte

_LONGUEUR = 60
RESERVEES = ("contenu", "sommaire", "notes", "titre-du-sommaire")
"""The names that the page keeps for its own parts."""


class Ancres:
    """The name of each place that can be led to."""

    def __init__(self, corps: Element, titres: Sequence[Element]) -> None:
        self._prises = set(RESERVEES)
        self._noms: dict[Element, str] = {}
        self.places: dict[str, str] = {}
        for titre in titres:
            self._name(titre, slug(read_texte(titre)))
        visees = {lien.get(w("anchor"), "") for lien in corps.iter(w("hyperlink"))} - {""}
        for signet in corps.iter(w("bookmarkStart")):
            nom = signet.get(w("name"), "")
            if nom in visees and nom not in self.places:
                self._place(signet, nom)

    def find(self, element: Element) -> str:
        """The name of a paragraph or of a table; nothing when no link leads there."""
        return self._noms.get(element, "")

    def _place(self, signet: Element, nom: str) -> None:
        """Name what a bookmark stands in, or just before."""
        lieu = next(signet.iterancestors(w("tbl"), w("p")), None)
        tableau = next(signet.iterancestors(w("tbl")), None)
        lieu = tableau if tableau is not None else lieu
        lieu = signet.getnext() if lieu is None else lieu
        if lieu is None or lieu.tag not in {w("p"), w("tbl")}:
            return
        if lieu not in self._noms:
            self._name(lieu, slug(nom))
        self.places[nom] = self._noms[lieu]

    def _name(self, element: Element, voulu: str) -> None:
        nom, rang = voulu, 2
        while nom in self._prises:
            nom, rang = f"{voulu}-{rang}", rang + 1
        self._prises.add(nom)
        self._noms[element] = nom


def slug(texte: str) -> str:
    """The words of a text as a name in an address: «les-quartiers»."""
    nu = unicodedata.normalize("NFKD", texte.replace("œ", "oe").replace("’", " "))
    sans_accent = "".join(s for s in nu if not unicodedata.combining(s)).lower()
    mots = re.sub(r"[^a-z0-9]+", "-", sans_accent).strip("-")
    return f"s-{mots[:_LONGUEUR].strip('-')}" if mots else "s"
