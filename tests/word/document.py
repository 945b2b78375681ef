"""A document that has been built, to look into."""

from lxml import etree

from rapportpv.word.archive import read_zip
from rapportpv.word.ooxml import Element, w


class Document:
    """A document that has been built, to look into."""

    def __init__(self, contenu: bytes) -> None:
        self.contenu = contenu
        self.parts = read_zip(contenu)
        self.corps = self.xml("word/document.xml")

    def xml(self, nom: str) -> Element:
        """The root of a part."""
        return etree.fromstring(self.parts[nom])

    def textes(self, nom: str = "word/document.xml") -> list[str]:
        """The text of each paragraph that has one."""
        paragraphes = self.xml(nom).iter(w("p"))
        textes = ("".join(t.text or "" for t in p.iter(w("t"))) for p in paragraphes)
        return [texte for texte in textes if texte]

    def lignes(self) -> list[list[str]]:
        """The cells of each table row."""
        return [
            ["".join(t.text or "" for t in tc.iter(w("t"))) for tc in tr.iter(w("tc"))]
            for tr in self.corps.iter(w("tr"))
        ]

    def controles(self, nom: str = "word/document.xml") -> list[tuple[str, str]]:
        """Each content control: its tag and its text."""
        return [
            (
                sdt.find(f"{w('sdtPr')}/{w('tag')}").get(w("val")),
                "".join(t.text or "" for t in sdt.iter(w("t"))),
            )
            for sdt in self.xml(nom).iter(w("sdt"))
        ]

    def signets(self) -> list[str]:
        """The names of the bookmarks."""
        return [s.get(w("name")) for s in self.corps.iter(w("bookmarkStart"))]
