"""The text of a paragraph of Word as a person reads it, and what stands in it."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct, field

from rapportpv.review.lecture.passage import Zone
from rapportpv.word.ooxml import Element, tag_of, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_EFFACES = frozenset(map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "delText", "rt")))
_SIGNES = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): " ",
    w("cr"): " ",
    w("noBreakHyphen"): "\u2011",
}
_OBJETS = frozenset(map(w, ("drawing", "pict", "object")))
_APPELS = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
_NUMEROTATION = ("PAGE", "NUMPAGES", "SECTIONPAGES", "SEQ", "PAGEREF", "NOTEREF", "LISTNUM", "TOC")


class Morceau(Struct):
    """A text of a run, and where it begins in its paragraph."""

    element: Element
    texte: str
    debut: int


class Ligne(Struct):
    """What stands in a paragraph: texts, controls, numbering, objects, notes."""

    morceaux: list[Morceau] = field(default_factory=list)
    controles: list[Zone] = field(default_factory=list)
    numerotes: list[Zone] = field(default_factory=list)
    objets: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    longueur: int = 0

    @property
    def texte(self) -> str:
        """The whole text."""
        return "".join(morceau.texte for morceau in self.morceaux)


class _Champ(Struct):
    """A field of Word that is open: its code, and whether its result has begun."""

    code: str = ""
    resultat: bool = False

    @property
    def numerote(self) -> bool:
        return self.code.strip().upper().startswith(_NUMEROTATION)


class LecteurDeLigne(Struct):
    """Reads the paragraphs of a part in order: a field may go over several of them."""

    champs: list[_Champ] = field(default_factory=list)

    def read(self, paragraphe: Element) -> Ligne:
        """What stands in a paragraph."""
        ligne = Ligne()
        self._walk(paragraphe, ligne)
        return ligne

    def _walk(self, element: Element, ligne: Ligne) -> None:
        for fils in element:
            tag = fils.tag
            if not isinstance(tag, str) or tag in _EFFACES or _is_hidden(fils):
                continue
            if tag == w("t"):
                self._add(fils, unicodedata.normalize("NFC", fils.text or ""), ligne)
            elif tag in _SIGNES:
                self._add(fils, _SIGNES[tag], ligne)
            elif tag in _OBJETS:
                ligne.objets.append(fils)
            elif tag in _APPELS:
                ligne.notes.append((_APPELS[tag], fils.get(w("id"), "")))
            elif tag in (w("fldChar"), w("instrText")):
                self._follow(fils)
            else:
                self._walk_inside(fils, ligne)

    def _walk_inside(self, element: Element, ligne: Ligne) -> None:
        """What an element wraps: a run, a link, an insertion, a control, a field."""
        if element.tag == f"{_MC}AlternateContent":
            self._walk_choice(element, ligne)
        elif element.tag == w("sdt"):
            self._walk_control(element, ligne)
        elif element.tag == w("fldSimple"):
            self.champs.append(_Champ(element.get(w("instr"), ""), resultat=True))
            self._walk(element, ligne)
            self.champs.pop()
        else:
            self._walk(element, ligne)

    def _walk_choice(self, element: Element, ligne: Ligne) -> None:
        """The first of the forms that an object has: the others say the same."""
        for forme in element:
            self._walk(forme, ligne)
            return

    def _walk_control(self, controle: Element, ligne: Ligne) -> None:
        contenu = controle.find(w("sdtContent"))
        if contenu is None:
            return
        debut = ligne.longueur
        self._walk(contenu, ligne)
        if nom := name_of(controle):
            ligne.controles.append(Zone(debut, ligne.longueur, nom))

    def _follow(self, element: Element) -> None:
        """Keep track of the fields that open and close."""
        sorte = element.get(w("fldCharType"))
        if element.tag == w("instrText"):
            if self.champs and not self.champs[-1].resultat:
                self.champs[-1].code += element.text or ""
        elif sorte == "begin":
            self.champs.append(_Champ())
        elif sorte == "separate" and self.champs:
            self.champs[-1].resultat = True
        elif sorte == "end" and self.champs:
            self.champs.pop()

    def _add(self, element: Element, texte: str, ligne: Ligne) -> None:
        if not all(champ.resultat for champ in self.champs):
            return  # the code of a field, which nobody sees
        ligne.morceaux.append(Morceau(element, texte, ligne.longueur))
        fin = ligne.longueur + len(texte)
        if any(champ.numerote for champ in self.champs):
            ligne.numerotes.append(Zone(ligne.longueur, fin))
        ligne.longueur = fin


def name_of(controle: Element) -> str:
    """What a content control is called: its tag, else its title, which LibreOffice keeps."""
    nom = tag_of(controle)
    if not nom:
        alias = controle.find(f"{w('sdtPr')}/{w('alias')}")
        nom = None if alias is None else alias.get(w("val"))
    return nom or ""


def _is_hidden(run: Element) -> bool:
    """Whether a run does not show."""
    if run.tag != w("r"):
        return False
    cache = run.find(f"{w('rPr')}/{w('vanish')}")
    return cache is not None and cache.get(w("val"), "1") not in ("0", "false", "off")


def iter_children(element: Element, *noms: str) -> Iterator[tuple[Element, str]]:
    """The rows of a table, the cells of a row, through what may wrap them; their control's name."""
    for fils in element:
        if fils.tag in noms:
            yield fils, ""
        elif fils.tag == w("sdt"):
            contenu = fils.find(w("sdtContent"))
            if contenu is not None:
                nom = name_of(fils)
                yield from ((e, plus_pres or nom) for e, plus_pres in iter_children(contenu, *noms))
        elif fils.tag in (w("ins"), w("moveTo"), w("customXml"), w("smartTag")):
            yield from iter_children(fils, *noms)
