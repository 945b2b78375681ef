"""Which paragraphs of a Word document are headings, and which are captions."""

import re

from lxml import etree
from msgspec import Struct, field

from rapportpv.french.lexique import fold
from rapportpv.word.ooxml import Element, parse, w
from rapportpv.word.paquet import Paquet

_TITRE = re.compile(r"(?:heading|titre) ?[1-9]$")
_LEGENDE = re.compile(r"(?:caption|legende)")
_NUMEROTEE = re.compile(r"(?:tableau|table|figure|graphique|fig\.) ?\d+", re.IGNORECASE)
_CORPS_DE_TEXTE = "9"  # the level of outline that is no heading


class Styles(Struct, frozen=True):
    """The identifiers of the styles of headings and of captions."""

    titres: frozenset[str] = frozenset()
    legendes: frozenset[str] = field(default=frozenset())

    def is_titre(self, paragraphe: Element) -> bool:
        """Whether the paragraph is a heading."""
        niveau = paragraphe.find(f"{w('pPr')}/{w('outlineLvl')}")
        if niveau is not None:
            return niveau.get(w("val"), _CORPS_DE_TEXTE) != _CORPS_DE_TEXTE
        return _style(paragraphe) in self.titres

    def is_legende(self, paragraphe: Element, texte: str) -> bool:
        """Whether the paragraph is the caption of a table or of a figure."""
        return _style(paragraphe) in self.legendes or bool(_NUMEROTEE.match(texte))


def _style(paragraphe: Element) -> str:
    style = paragraphe.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")


def read_styles(paquet: Paquet) -> Styles:
    """The styles that the document calls headings and captions, whatever their language."""
    relations = paquet.relations.get(paquet.document, ())
    nom = next((r.cible for r in relations if r.genre == "styles"), "")
    try:
        racine = parse(paquet.parts[nom])
    except (KeyError, etree.XMLSyntaxError):
        return Styles()
    titres, legendes, parents = set(), set(), {}
    for style in racine.iter(w("style")):
        identifiant = style.get(w("styleId"), "")
        parent = style.find(w("basedOn"))
        parents[identifiant] = "" if parent is None else parent.get(w("val"), "")
        libelle = style.find(w("name"))
        plie = fold("" if libelle is None else libelle.get(w("val"), ""))
        niveau = style.find(f"{w('pPr')}/{w('outlineLvl')}")
        if _TITRE.match(plie) or (niveau is not None and niveau.get(w("val")) != _CORPS_DE_TEXTE):
            titres.add(identifiant)
        if _LEGENDE.match(plie):
            legendes.add(identifiant)
    herites = {style for style, parent in parents.items() if parent in titres}
    return Styles(frozenset(titres | herites), frozenset(legendes))
