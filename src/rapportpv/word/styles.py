"""The styles of a document: which paragraphs are headings, and what its texts are written in."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from rapportpv.word.ooxml import Element, make, make_all, style_of, w

_TITRE = re.compile(r"heading ([1-9])")


class Styles(Struct, frozen=True):
    """Styles by id and by their English name, which Word never translates.

    `ids` and `noms` are those of paragraphs; `autres` those of characters and tables.
    """

    ids: dict[str, str] = field(default_factory=dict)  # name in lower case → id
    noms: dict[str, str] = field(default_factory=dict)  # id → name in lower case
    autres: dict[tuple[str, str], str] = field(default_factory=dict)  # (type, name) → id
    racine: Element | None = None
    ajouts: list[str] = field(default_factory=list)  # the ids of the styles that were added

    def niveau(self, paragraphe: Element) -> int | None:
        """The level of a heading, None for any other paragraph."""
        trouve = _TITRE.fullmatch(self.nom_of(paragraphe))
        return int(trouve[1]) if trouve else None

    def nom_of(self, paragraphe: Element) -> str:
        """The name of a paragraph's style, in lower case."""
        identifiant = style_of(paragraphe) or ""
        return self.noms.get(identifiant, identifiant.lower())

    def find(self, *noms: str, sorte: str = "paragraph") -> str | None:
        """The id of the first of those styles that the document has."""
        connus = ((nom, self.ids.get(nom)) for nom in noms)
        if sorte != "paragraph":
            connus = ((nom, self.autres.get((sorte, nom))) for nom in noms)
        return next((identifiant for _, identifiant in connus if identifiant), None)

    def element(self, identifiant: str | None) -> Element | None:
        """The definition of a style."""
        for style in self._elements():
            if style.get(w("styleId")) == identifiant:
                return style
        return None

    def need_titre(self, niveau: int) -> str:
        """The id of the style of headings of that level, added if need be."""
        nom = f"heading {niveau}"
        parent = self.find(*(f"heading {n}" for n in range(niveau, 0, -1)))
        return self._need(
            nom,
            "paragraph",
            parent,
            "<w:pPr><w:keepNext/><w:keepLines/>"
            f'<w:pageBreakBefore w:val="0"/><w:outlineLvl w:val="{niveau - 1}"/></w:pPr>'
            + ("" if parent else "<w:rPr><w:b/><w:bCs/></w:rPr>"),
        )

    def need_liste(self) -> str:
        """The id of the style of items of lists, which stand close together, added if need be."""
        return self._need(
            "list paragraph", "paragraph", None, "<w:pPr><w:contextualSpacing/></w:pPr>"
        )

    def need_notes(self) -> tuple[str, str]:
        """The ids of the styles of footnotes' texts and of their calls, added if need be."""
        texte = self._need(
            "footnote text",
            "paragraph",
            None,
            '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
        )
        appel = self._need(
            "footnote reference",
            "character",
            None,
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
        )
        return texte, appel

    def _elements(self) -> Iterator[Element]:
        return iter(()) if self.racine is None else self.racine.iter(w("style"))

    def _need(self, nom: str, sorte: str, parent: str | None, proprietes: str) -> str:
        """The id of a style, added as a child of `parent`, or of the default style."""
        connu = self.find(nom, sorte=sorte)
        if connu or self.racine is None:
            return connu or ""
        souche = "".join(mot.capitalize() for mot in nom.split())
        pris = {style.get(w("styleId")) for style in self._elements()}
        libres = (f"{souche}{suffixe}" for suffixe in ("", *range(2, len(pris) + 3)))
        identifiant = next(libre for libre in libres if libre not in pris)
        parent = parent or self._defaut(sorte)
        style = make("style", make("name", val=nom), type=sorte, styleId=identifiant)
        if parent:
            style.append(make("basedOn", val=parent))
        style.append(make("uiPriority", val="99"))
        style.extend(make_all(proprietes))
        self.racine.append(style)
        self.ajouts.append(identifiant)
        _index(self, style)
        return identifiant

    def _defaut(self, sorte: str) -> str | None:
        for style in self._elements():
            if style.get(w("type")) == sorte and style.get(w("default")) in ("1", "true", "on"):
                return style.get(w("styleId"))
        return None


def read_styles(racine: Element | None) -> Styles:
    """The styles of a `styles.xml`."""
    styles = Styles(racine=racine)
    for style in () if racine is None else racine.iter(w("style")):
        _index(styles, style)
    return styles


def _index(styles: Styles, style: Element) -> None:
    nom = style.find(w("name"))
    identifiant, sorte = style.get(w("styleId")), style.get(w("type"), "")
    if nom is None or identifiant is None:
        return
    libelle = nom.get(w("val"), "").lower()
    if sorte == "paragraph":
        styles.ids[libelle] = identifiant
        styles.noms[identifiant] = libelle
    else:
        styles.autres[sorte, libelle] = identifiant
