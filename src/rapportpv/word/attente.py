"""Rows that wait: those of a long table that differ from a row before them by their texts alone.

Each pass over a document would look at them all, to find in each what it found in the first. They
stay out of the tree; the row that they follow, its head, is there for them all. What needs them
reads them through here, and they are written with the part, at the end.
"""

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from rapportpv.word.marques import FERME, MARQUE
from rapportpv.word.ooxml import Element, ancestor, serialise, w
from rapportpv.word.styles import Styles

_TR, _P, _T = map(w, ("tr", "p", "t"))
_MOTS = {w("tc"), _P, w("r"), _T, w("br"), w("tab"), w("noBreakHyphen")}
_PROPRIETES = tuple(map(w, ("tblPrEx", "trPr", "tcPr", "pPr", "rPr")))
_BORNE = "rapportpv-rangees"
_TROU = FERME  # no text of a document holds this sign, once its marks are gone

Textes = Sequence[str]
"""What a row says, `w:t` by `w:t`."""


class Attente:
    """The rows of a document that wait, by their heads."""

    def __init__(self) -> None:
        self._suites: dict[Element, list[Textes]] = {}  # the texts of the head come first

    def add(self, tete: Element, textes: Textes) -> None:
        """Have a row wait after another that is like it."""
        self._suites.setdefault(tete, [_read(tete)]).append(textes)

    def count(self, tableau: Element) -> int:
        """How many rows a table has."""
        return sum(len(self.textes(rangee)) for rangee in tableau.iterchildren(_TR))

    def textes(self, rangee: Element) -> Sequence[Textes]:
        """What a row says, and what those say that wait for it."""
        return self._suites.get(rangee) or [_read(rangee)]

    def show(self, rangee: Element) -> Iterator[Element]:
        """A row, and those that wait for it: the same element, that says what they say in turn."""
        yield rangee
        if suite := self._suites.get(rangee):
            for textes in suite[1:]:
                _show(rangee, textes)
                yield rangee
            _show(rangee, suite[0])

    def spread(self, noms: Collection[str], styles: Styles) -> None:
        """Put into the tree the rows that have a paragraph in one of these styles."""
        for tete, suite in list(self._suites.items()):
            if any(styles.nom_of(paragraphe) in noms for paragraphe in tete.iter(_P)):
                for textes in reversed(suite[1:]):
                    copie = deepcopy(tete)
                    _show(copie, textes)
                    tete.addnext(copie)
                del self._suites[tete]

    def serialise(self, racine: Element) -> bytes:
        """The bytes of a part, its rows with it; the tree is as it was."""
        tetes = [rangee for rangee in racine.iter(_TR) if rangee in self._suites]
        for tete in tetes:
            tete.addprevious(etree.ProcessingInstruction(_BORNE))
            tete.addnext(etree.ProcessingInstruction(_BORNE))
            _show(tete, [_TROU] * len(self._suites[tete][0]))
        morceaux = serialise(racine).split(f"<?{_BORNE} ?>".encode())
        for rang, tete in enumerate(tetes):
            morceaux[2 * rang + 1] = _expand(morceaux[2 * rang + 1], self._suites[tete])
            _show(tete, self._suites[tete][0])
            _remove_bornes(tete)
        return b"".join(morceaux)


def is_simple(rangee: Element) -> bool:
    """Whether other rows may wait for this one: it holds words, and nothing that is counted.

    A row that is in another one is copied with it, and those that wait would not be.
    """
    if rangee.tail or ancestor(rangee, _TR) is not None:
        return False
    nue = all(element.tag in _MOTS for element in _iter_contenus(rangee))
    pleine = all(texte.text is not None for texte in rangee.iter(_T))  # else written `<w:t/>`
    dite = "".join(_read(rangee))
    return nue and pleine and "\n" not in dite and MARQUE.search(dite) is None


def _iter_contenus(element: Element) -> Iterator[Element]:
    """What is under an element, properties left aside."""
    for enfant in element:
        if enfant.tag not in _PROPRIETES:
            yield enfant
            yield from _iter_contenus(enfant)


def _read(rangee: Element) -> list[str]:
    return [texte.text or "" for texte in rangee.iter(_T)]


def _show(rangee: Element, textes: Textes) -> None:
    for element, texte in zip(rangee.iter(_T), textes, strict=True):
        element.text = texte


def _expand(modele: bytes, suite: Sequence[Textes]) -> bytes:
    """The row once for each of the texts, which take the place of its holes."""
    trou = _TROU.encode()
    motif = modele.replace(b"%", b"%%").replace(trou, b"%b")
    tous = _escape(_TROU.join(map(_TROU.join, suite))).split(trou)
    combien = len(suite[0])
    rangees = (motif % tuple(tous[n : n + combien]) for n in range(0, len(tous), combien))
    return b"".join(rangees)


def _escape(texte: str) -> bytes:
    """The text as lxml writes it; it refuses what is not XML."""
    element = etree.Element("x")
    element.text = texte
    return etree.tostring(element, encoding="UTF-8", xml_declaration=False)[3:-4]


def _remove_bornes(tete: Element) -> None:
    parent = tete.getparent()
    for borne in (tete.getprevious(), tete.getnext()):
        if parent is not None and borne is not None:
            parent.remove(borne)
