"""A paragraph cut into words, each of which knows the elements that say it."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from rapportpv.review.lecture.ligne_docx import name_of
from rapportpv.word.ooxml import Element, w

OBJET = "\ufffc"
"""What stands in a text for a picture, a chart or the call of a note."""

AUTRES_FORMES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
NUMERO = "#"
"""How the names of what Word numbers by itself begin; the code of the field comes then."""

_SIGNES = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_OBJETS = frozenset((*map(w, ("drawing", "pict", "object")), AUTRES_FORMES))
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_SANS_TEXTE = frozenset(map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText")))
_NUMEROS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SEQ", "PAGEREF", "NOTEREF", "LISTNUM")
_MOT = re.compile(
    r"\d+(?:(?:[\u202f\u00a0.,]\d+)|(?: \d{3}(?!\d)))*(?:[\u202f\u00a0 ]?[€%])?"
    r"|\w+|\s|[^\w\s]"
)


class Piece(Struct):
    """An element that says something, and where in its paragraph.

    `nom`: the figure or the field that it is of.
    """

    element: Element
    texte: str
    debut: int
    nom: str = ""

    @property
    def fin(self) -> int:
        """Where it ends."""
        return self.debut + len(self.texte)


class Mot(Struct, frozen=True):
    """A word, a number with its unit, a sign, a space; or all that a named figure says."""

    texte: str
    debut: int
    nom: str = ""

    @property
    def fin(self) -> int:
        """Where it ends."""
        return self.debut + len(self.texte)


class Texte(Struct):
    """What a paragraph says: its pieces, its words; the fields that are whole in it."""

    pieces: list[Piece] = field(default_factory=list)
    champs: list[list[Element]] = field(default_factory=list)
    texte: str = ""
    mots: tuple[Mot, ...] = ()

    @property
    def objets(self) -> list[Piece]:
        """The pictures, charts and calls of notes, in their order."""
        return [piece for piece in self.pieces if piece.texte == OBJET]

    @property
    def serre(self) -> str:
        """The words with single spaces."""
        return " ".join(self.texte.replace(OBJET, " ").split())

    @property
    def masque(self) -> str:
        """The same, with each figure and each number of Word by its name."""
        return " ".join("".join(f"[{m.nom}]" if m.nom else m.texte for m in self.mots).split())


class _Champ(Struct):
    """A field that is open; `elements` are those that make it, without its result."""

    code: str = ""
    resultat: bool = False
    elements: list[Element] = field(default_factory=list)
    texte: "Texte | None" = None


class Lecteur(Struct):
    """Reads the paragraphs of a part in their order: a field may go over several."""

    champs: list[_Champ] = field(default_factory=list)
    _texte: Texte = field(default_factory=Texte)
    _longueur: int = 0

    def read(self, paragraphe: Element) -> Texte:
        """What a paragraph says."""
        self._texte, self._longueur = Texte(), 0
        self._walk(paragraphe, "")
        self._texte.texte = "".join(piece.texte for piece in self._texte.pieces)
        self._texte.mots = tuple(_cut(self._texte.pieces))
        return self._texte

    def _walk(self, element: Element, nom: str) -> None:
        for fils in element:
            if not isinstance(fils.tag, str):
                continue
            if fils.tag == w("fldChar") or fils.tag == w("instrText"):
                self._follow(fils)
            elif fils.tag in _SANS_TEXTE:
                continue
            elif fils.tag == w("sdt"):
                self._walk_control(fils, nom)
            elif (dit := _say(fils)) is not None:
                self._add(fils, dit, nom)
            elif fils.tag == w("fldSimple"):
                self._walk(fils, nom or _name_number(fils.get(w("instr"), "")))
            else:
                self._walk(fils, nom)

    def _walk_control(self, controle: Element, nom: str) -> None:
        contenu = controle.find(w("sdtContent"))
        if contenu is not None:
            self._walk(contenu, nom or name_of(controle))

    def _add(self, element: Element, dit: str, nom: str) -> None:
        if not all(champ.resultat for champ in self.champs) or not dit:
            return
        nom = nom or next(filter(None, (_name_number(c.code) for c in self.champs)), "")
        self._texte.pieces.append(Piece(element, dit, self._longueur, nom))
        self._longueur += len(dit)

    def _follow(self, element: Element) -> None:
        """Keep track of the fields that open and close."""
        sorte = element.get(w("fldCharType"))
        if element.tag == w("fldChar") and sorte == "begin":
            self.champs.append(_Champ(texte=self._texte))
        if not self.champs:
            return
        champ = self.champs[-1]
        champ.elements.append(element)
        if element.tag == w("instrText"):
            champ.code += element.text or ""
        elif sorte == "separate":
            champ.resultat = True
        elif sorte == "end":
            self.champs.pop()
            if champ.texte is self._texte:
                self._texte.champs.append(champ.elements)


def _name_number(code: str) -> str:
    """What the words of a field are called when Word numbers them; nothing for another field."""
    propre = " ".join(code.split())
    return f"{NUMERO}{propre}" if propre.upper().startswith(_NUMEROS) else ""


def _say(element: Element) -> str | None:
    """What an element says by itself; None for one that only holds others."""
    if element.tag == w("t"):
        return element.text or ""
    if element.tag == w("br"):
        return "" if element.get(w("type"), "textWrapping") != "textWrapping" else "\n"
    if element.tag in _OBJETS or element.tag in _NOTES:
        return OBJET
    return _SIGNES.get(str(element.tag))


def note_of(element: Element) -> tuple[str, str] | None:
    """The kind of notes that an element calls, and the id of its own."""
    genre = _NOTES.get(str(element.tag))
    return None if genre is None else (genre, element.get(w("id"), ""))


def _cut(pieces: list[Piece]) -> Iterator[Mot]:
    """The words; neighbours of one figure are one, whatever it says."""
    rang = 0
    while rang < len(pieces):
        premiere = pieces[rang]
        suite = [premiere]
        while rang + len(suite) < len(pieces) and pieces[rang + len(suite)].nom == premiere.nom:
            suite.append(pieces[rang + len(suite)])
        texte = "".join(piece.texte for piece in suite)
        if premiere.nom:
            yield Mot(texte, premiere.debut, premiere.nom)
        else:
            for trouve in _MOT.finditer(texte):
                yield Mot(trouve[0], premiere.debut + trouve.start())
        rang += len(suite)
