"""Lists that Word itself numbers: the template's, or definitions added to its `numbering.xml`."""

from msgspec import Struct

from rapportpv.word.ooxml import RELATIONS, Element, make, make_all, parse, serialise, w
from rapportpv.word.paquet import Paquet
from rapportpv.word.styles import Styles

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_NIVEAUX = 9
_PAS = 360  # twentieths of a point by which a level is indented
_PUCES = ("\u2022", "\u2013", "\u25e6")


class Puce(Struct, frozen=True):
    """How an item of a list is written: its style, its numbering if the style has not got it."""

    style: str
    retrait: int  # twentieths of a point
    num: str | None = None
    ilvl: int = 0

    @property
    def proprietes(self) -> str:
        """The properties of the item's paragraph, as XML."""
        num = f'<w:ilvl w:val="{self.ilvl}"/><w:numId w:val="{self.num}"/>' if self.num else ""
        return f"<w:numPr>{num}</w:numPr>" if num else ""


class Listes:
    """The lists of a document; those that it lacks are added when asked for."""

    def __init__(self, paquet: Paquet, styles: Styles) -> None:
        self._paquet = paquet
        self._styles = styles
        parts = paquet.related(paquet.document, "numbering")[:1]
        self._part = parts[0] if parts else ""
        contenu = paquet.parts.get(self._part)
        self._racine = make("numbering") if contenu is None else parse(contenu)
        self._abstraits: dict[str, str] = {}
        self._puces: dict[int, Puce] = {}
        self._change = False

    def bulleted(self, niveau: int) -> Puce:
        """The items of a bulleted list; 0 is the highest level."""
        if niveau not in self._puces:
            self._puces[niveau] = self._bulleted(niveau)
        return self._puces[niveau]

    def numbered(self, niveau: int, debut: int) -> Puce:
        """The items of one numbered list, that starts at its own number."""
        style = self._style("list number", niveau)
        abstrait, ilvl = self._of_style(style)
        definition = self._lvl(abstrait, ilvl)
        if definition is None or _numbers_nothing(definition):
            style = style or self._styles.need_liste()
            abstrait, ilvl = self._own("numeros"), min(niveau, _NIVEAUX - 1)
        num = self._add_num(abstrait)
        depart = make("lvlOverride", make("startOverride", val=str(debut)), ilvl=str(ilvl))
        num.append(depart)
        retrait = _retrait(self._lvl(abstrait, ilvl), niveau)
        return Puce(style or "", retrait, num.get(w("numId")), ilvl)

    def close(self) -> None:
        """Write what was added into the package."""
        if not self._change:
            return
        if not self._part:
            self._part = self._paquet.beside("numbering.xml")
            self._paquet.types[self._part] = _TYPE
            self._paquet.relate(self._paquet.document, f"{RELATIONS}/numbering", self._part)
        self._paquet.parts[self._part] = serialise(self._racine)

    def _bulleted(self, niveau: int) -> Puce:
        style = self._style("list bullet", niveau)
        abstrait, ilvl = self._of_style(style)
        definition = self._lvl(abstrait, ilvl)
        if definition is not None:
            return Puce(style or "", _retrait(definition, niveau))
        style = self._style("list bullet", 0) or self._styles.need_liste()
        abstrait, ilvl = self._own("puces"), min(niveau, _NIVEAUX - 1)
        num = self._nums().get(abstrait)
        num = self._add_num(abstrait) if num is None else num
        return Puce(style, _retrait(self._lvl(abstrait, ilvl), niveau), num.get(w("numId")), ilvl)

    def _style(self, nom: str, niveau: int) -> str | None:
        return self._styles.find(f"{nom} {niveau + 1}" if niveau else nom)

    def _of_style(self, style: str | None) -> tuple[str, int]:
        """The definition that a style numbers its paragraphs with, and its level there."""
        element = self._styles.element(style) if style else None
        numero = None if element is None else element.find(f"{w('pPr')}/{w('numPr')}")
        identifiant = None if numero is None else numero.find(w("numId"))
        if numero is None or identifiant is None:
            return "", 0
        ilvl = numero.find(w("ilvl"))
        for num in self._racine.iterchildren(w("num")):
            if num.get(w("numId")) == identifiant.get(w("val")):
                return _abstrait(num), 0 if ilvl is None else int(ilvl.get(w("val"), "0"))
        return "", 0

    def _lvl(self, abstrait: str, ilvl: int) -> Element | None:
        for definition in self._racine.iterchildren(w("abstractNum")):
            if definition.get(w("abstractNumId")) == abstrait:
                niveaux = definition.iterchildren(w("lvl"))
                return next((n for n in niveaux if n.get(w("ilvl")) == str(ilvl)), None)
        return None

    def _nums(self) -> dict[str, Element]:
        """A list for each definition."""
        return {_abstrait(num): num for num in self._racine.iterchildren(w("num"))}

    def _own(self, sorte: str) -> str:
        """The id of our own definition, added the first time."""
        if sorte not in self._abstraits:
            definitions = list(self._racine.iterchildren(w("abstractNum")))
            pris = {definition.get(w("abstractNumId")) for definition in definitions}
            libre = next(str(n) for n in range(len(pris) + 1) if str(n) not in pris)
            (definition,) = make_all(_definition(libre, sorte))
            _insert(self._racine, definition, ("num", "numIdMacAtCleanup"))
            self._abstraits[sorte] = libre
            self._change = True
        return self._abstraits[sorte]

    def _add_num(self, abstrait: str) -> Element:
        pris = {num.get(w("numId")) for num in self._racine.iterchildren(w("num"))}
        libre = next(str(n) for n in range(1, len(pris) + 2) if str(n) not in pris)
        num = make("num", make("abstractNumId", val=abstrait), numId=libre)
        _insert(self._racine, num, ("numIdMacAtCleanup",))
        self._change = True
        return num


def _definition(identifiant: str, sorte: str) -> str:
    niveaux = "".join(_niveau(n, sorte) for n in range(_NIVEAUX))
    return (
        f'<w:abstractNum w:abstractNumId="{identifiant}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{niveaux}</w:abstractNum>'
    )


def _niveau(niveau: int, sorte: str) -> str:
    forme, texte = "bullet", _PUCES[niveau % len(_PUCES)]
    if sorte == "numeros":
        forme, texte = "decimal", f"%{niveau + 1}."  # as they are typed
    return (
        f'<w:lvl w:ilvl="{niveau}"><w:start w:val="1"/><w:numFmt w:val="{forme}"/>'
        f'<w:lvlText w:val="{texte}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{_PAS * (niveau + 1)}" w:hanging="{_PAS}"/></w:pPr></w:lvl>'
    )


def _insert(racine: Element, element: Element, avant: tuple[str, ...]) -> None:
    """Put an element before the first of those that must follow it."""
    suivant = next(racine.iterchildren(*map(w, avant)), None)
    if suivant is None:
        racine.append(element)
    else:
        suivant.addprevious(element)


def _abstrait(num: Element) -> str:
    cible = num.find(w("abstractNumId"))
    return "" if cible is None else cible.get(w("val"), "")


def _numbers_nothing(definition: Element) -> bool:
    forme = definition.find(w("numFmt"))
    return forme is not None and forme.get(w("val")) in {"bullet", "none"}


def _retrait(definition: Element | None, niveau: int) -> int:
    retrait = None if definition is None else definition.find(f"{w('pPr')}/{w('ind')}")
    gauche = "" if retrait is None else retrait.get(w("left")) or retrait.get(w("start")) or ""
    return int(gauche) if gauche.isdigit() else _PAS * (niveau + 1)
