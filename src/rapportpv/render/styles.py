"""The styles of a document: which paragraphs are headings, and what the entries look like."""

from dataclasses import dataclass, field

from rapportpv.render.ooxml import Element, w


@dataclass(frozen=True)
class Styles:
    """Paragraph styles by id and by their English name, which Word never translates."""

    ids: dict[str, str] = field(default_factory=dict)  # name in lower case → id
    noms: dict[str, str] = field(default_factory=dict)  # id → name in lower case

    def niveau(self, paragraphe: Element) -> int | None:
        """The level of a heading, None for any other paragraph."""
        nom = self.nom_of(paragraphe)
        if nom.startswith("heading ") and nom[8:].isdigit():
            return int(nom[8:])
        return None

    def nom_of(self, paragraphe: Element) -> str:
        """The name of a paragraph's style, in lower case."""
        style = paragraphe.find(f"{w('pPr')}/{w('pStyle')}")
        identifiant = "" if style is None else style.get(w("val"), "")
        return self.noms.get(identifiant, identifiant.lower())


def read_styles(racine: Element | None) -> Styles:
    """The styles of a `styles.xml`."""
    styles = Styles()
    for style in () if racine is None else racine.iter(w("style")):
        nom = style.find(w("name"))
        identifiant = style.get(w("styleId"))
        if nom is None or identifiant is None or style.get(w("type")) != "paragraph":
            continue
        libelle = nom.get(w("val"), "").lower()
        styles.ids[libelle] = identifiant
        styles.noms[identifiant] = libelle
    return styles
