"""A LibreOffice document read as a person reads it."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.relecture import CORPS, Place
from rapportpv.core.zip import ArchiveIllisibleError, read_zip
from rapportpv.review.lecture.errors import DocumentIllisibleError
from rapportpv.review.lecture.grille import finish_table
from rapportpv.review.lecture.passage import (
    ZONE_DE_TEXTE,
    Bloc,
    Cellule,
    DocumentLu,
    Passage,
    TableauLu,
    shorten,
)

Element: TypeAlias = etree._Element

_ESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXTE, _TABLE = f"{{{_ESPACE}text:1.0}}", f"{{{_ESPACE}table:1.0}}"
_DESSIN = f"{{{_ESPACE}drawing:1.0}}"
_LIEN = "{http://www.w3.org/1999/xlink}href"
_PARTIES = {"header": "en-tête de page", "footer": "pied de page"}
_TUS = frozenset(
    {f"{_TEXTE}tracked-changes", f"{_TEXTE}sequence-decls", f"{_TEXTE}forms"}
    | {f"{{{_ESPACE}office:1.0}}annotation", f"{{{_ESPACE}office:1.0}}forms"}
)
_PAGES = frozenset(f"{_TEXTE}{nom}" for nom in ("page-number", "page-count"))
_REPETEES = 200  # columns that a cell may stand for


def read_odt(contenu: bytes, nom: str) -> DocumentLu:
    """All that the document says. Raises DocumentIllisibleError."""
    try:
        parts = read_zip(contenu)
        racine = _parse(parts["content.xml"])
        styles = _parse(parts["styles.xml"]) if "styles.xml" in parts else None
    except (ArchiveIllisibleError, KeyError, etree.XMLSyntaxError) as cause:
        raison = "il est abîmé, chiffré, ou n’est pas un document de LibreOffice"
        raise DocumentIllisibleError(nom, raison) from cause
    lecteur = _Lecteur(parts)
    corps = racine.find(f".//{{{_ESPACE}office:1.0}}text")
    if corps is not None:
        lecteur.read(corps)
    for element in () if styles is None else styles.iter():
        sorte = str(element.tag).rpartition("}")[2]
        if sorte in _PARTIES and str(element.tag).endswith(f"style:1.0}}{sorte}"):
            lecteur.place = Place(_PARTIES[sorte])
            lecteur.read(element)
    return DocumentLu(tuple(lecteur.blocs))


def _parse(contenu: bytes) -> Element:
    return etree.fromstring(contenu, etree.XMLParser(resolve_entities=False, no_network=True))


class _Lecteur(Struct):
    """Reads the blocks of a document."""

    parts: dict[str, bytes]
    place: Place = field(default_factory=Place)
    blocs: list[Bloc] = field(default_factory=list)
    legende: str = ""
    _annexes: list[tuple[str, Element]] = field(default_factory=list)

    def read(self, conteneur: Element) -> None:
        """The blocks under an element."""
        for element in conteneur:
            if element.tag in _TUS:
                continue
            if element.tag in (f"{_TEXTE}p", f"{_TEXTE}h"):
                self.blocs.extend(self._read_paragraphe(element))
                self._read_annexes()
            elif element.tag == f"{_TABLE}table":
                self._read_table(element)
            else:
                self.read(element)

    def _read_paragraphe(self, element: Element) -> Iterator[Passage]:
        texte = "".join(self._texts(element))
        propre = " ".join(texte.split())
        if not propre:
            return
        if element.tag == f"{_TEXTE}h" and self.place.partie == CORPS:
            self.place = replace(self.place, titre=propre)
        self.legende = propre if propre.startswith(("Tableau", "Figure")) else ""
        yield Passage(texte, replace(self.place, debut=shorten(propre)))

    def _texts(self, element: Element) -> Iterator[str]:
        """What an element shows; frames and notes are kept for after the paragraph."""
        yield element.text or ""
        for fils in element:
            tag = str(fils.tag)
            if tag == f"{_TEXTE}s":
                yield " " * min(int(fils.get(f"{_TEXTE}c", "1") or 1), 100)
            elif tag in (f"{_TEXTE}tab", f"{_TEXTE}line-break"):
                yield " "
            elif tag == f"{_TEXTE}note":
                self._annexes.append(("note", fils))
            elif tag in (f"{_DESSIN}frame", f"{_DESSIN}custom-shape"):
                self._annexes.append((ZONE_DE_TEXTE, fils))
            elif tag in _PAGES:
                pass  # numbers that nobody typed
            elif tag not in _TUS and isinstance(fils.tag, str):
                yield from self._texts(fils)
            yield fils.tail or ""

    def _read_annexes(self) -> None:
        """The notes and the frames of the paragraph that was just read, its charts too."""
        annexes, self._annexes = self._annexes, []
        for partie, element in annexes:
            avant = self.place
            self.place = replace(avant, partie=partie)
            corps = element.find(f"{_TEXTE}note-body")
            self.read(element if corps is None else corps)
            for objet in element.iter(f"{_DESSIN}object"):
                self._read_chart(objet.get(_LIEN, "").removeprefix("./"))
            self.place = avant

    def _read_chart(self, chemin: str) -> None:
        contenu = self.parts.get(f"{chemin}/content.xml")
        if contenu is None:
            return
        try:
            racine = _parse(contenu)
        except etree.XMLSyntaxError:
            return
        self.place = replace(self.place, partie="graphique")
        for tableau in racine.iter(f"{_TABLE}table"):
            self._read_table(tableau)

    def _read_table(self, tableau: Element) -> None:
        legende, self.legende = self.legende, ""
        place = replace(self.place, tableau=legende)
        entetes, rangees = 0, list[tuple[Cellule, ...]]()
        for rangee in tableau.iter(f"{_TABLE}table-row"):
            parent = rangee.getparent()
            if parent is not None and parent.tag == f"{_TABLE}table-header-rows":
                entetes += 1
            rangees.append(tuple(self._read_row(rangee)))
        self.blocs.extend(finish_table(TableauLu(tuple(rangees), entetes, place)))
        self._read_annexes()

    def _read_row(self, rangee: Element) -> Iterator[Cellule]:
        for case in rangee:
            if case.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            paragraphes = case.iter(f"{_TEXTE}p", f"{_TEXTE}h")
            passages = tuple(p for e in paragraphes for p in self._read_paragraphe(e))
            for _ in range(min(int(case.get(f"{_TABLE}number-columns-repeated", "1")), _REPETEES)):
                yield Cellule(passages)
