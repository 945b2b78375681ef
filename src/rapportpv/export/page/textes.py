"""The words of a paragraph as HTML: escaped, with what is strong, linked or noted."""

import re
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from rapportpv.export.accessible.ooxml import Element, local, w
from rapportpv.export.page.ooxml import Docx, r, walk

_SURES = re.compile(r"(?:https?://|mailto:|tel:)", re.I)
_INVISIBLES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffe\uffff]")
_FORMES = {"b": "strong", "i": "em"}
_ETEINT = frozenset({"0", "false", "off", "none"})
_STYLES = {"strong": "b", "emphasis": "i", "intense emphasis": "i"}


class Morceau(NamedTuple):
    """A run of text in one look."""

    formes: tuple[str, ...]
    lien: str
    html: Markup


class Textes:
    """What turns paragraphs into HTML, and counts the notes that they call."""

    def __init__(self, docx: Docx) -> None:
        self._docx = docx
        self.notes: dict[tuple[str, str], int] = {}
        self.ancres: dict[str, str] = {}
        self.appels = True

    def write(self, paragraphe: Element) -> Markup:
        """The paragraph as HTML, without its drawings."""
        morceaux = list(self._list(paragraphe))
        parties = []
        for (formes, lien), suite in groupby(morceaux, lambda m: (m.formes, m.lien)):
            html = Markup("").join(morceau.html for morceau in suite)
            for forme in formes if html.strip() else ():
                html = Markup("<{0}>{1}</{0}>").format(forme, html)
            parties.append(Markup('<a href="{}">{}</a>').format(lien, html) if lien else html)
        return Markup("").join(parties).strip()

    def _list(self, paragraphe: Element) -> "list[Morceau]":
        morceaux: list[Morceau] = []
        champ = 0  # the words of a field's instruction are not of the text
        for element in walk(paragraphe):
            if local(element) == "fldChar":
                champ = _follow(champ, element.get(w("fldCharType"), ""))
            elif element.tag == w("r") and not _is_in_drawing(element, paragraphe):
                html = self._write_run(element, visible=champ != 1)
                if html:
                    morceaux.append(Morceau(self._formes(element), self._lien(element), html))
        return morceaux

    def _write_run(self, run: Element, *, visible: bool) -> Markup:
        html = Markup("")
        for element in run:
            if not visible:
                continue
            match local(element):
                case "t":
                    html += _INVISIBLES.sub("", element.text or "")
                case "noBreakHyphen":
                    html += "\u2011"
                case "tab":
                    html += " "
                case "br" | "cr" if element.get(w("type")) in {None, "textWrapping"}:
                    html += Markup("<br>")
                case "footnoteReference" | "endnoteReference" if self.appels:
                    html += self._call(local(element)[:-9], element.get(w("id"), ""))
        return html

    def _call(self, sorte: str, identifiant: str) -> Markup:
        """The mark of a note, which leads to it; only the first one is come back to."""
        deja = (sorte, identifiant) in self.notes
        numero = self.notes.setdefault((sorte, identifiant), len(self.notes) + 1)
        ancre = Markup("") if deja else Markup(' id="appel-{}"').format(numero)
        return Markup(
            '<sup class="appel"><a href="#note-{0}"{1} aria-label="Note\u00a0{0}">{0}</a></sup>'
        ).format(numero, ancre)

    def _formes(self, run: Element) -> tuple[str, ...]:
        proprietes = run.find(w("rPr"))
        if proprietes is None:
            return ()
        dites = {local(e) for e in proprietes if e.get(w("val"), "").lower() not in _ETEINT}
        style = proprietes.find(w("rStyle"))
        if style is not None:
            connu = self._docx.styles.get(style.get(w("val"), ""))
            dites.add(_STYLES.get(connu.nom, "") if connu else "")
        haut = proprietes.find(w("vertAlign"))
        exposant = {"superscript": "sup", "subscript": "sub"}.get(
            "" if haut is None else haut.get(w("val"), "")
        )
        return tuple(f for n, f in _FORMES.items() if n in dites) + (
            (exposant,) if exposant else ()
        )

    def _lien(self, run: Element) -> str:
        lien = next(run.iterancestors(w("hyperlink")), None)
        if lien is None:
            return ""
        ancre = self.ancres.get(lien.get(w("anchor"), ""))
        if ancre:
            return f"#{ancre}"
        adresse = self._docx.relations.get(lien.get(r("id"), ""), "")
        return adresse if _SURES.match(adresse) else ""


def _follow(champ: int, sorte: str) -> int:
    """Where a field stands: 1 in its instruction, 2 in what it shows, 0 out of it."""
    return {"begin": 1, "separate": 2, "end": 0}.get(sorte, champ)


def _is_in_drawing(run: Element, paragraphe: Element) -> bool:
    for parent in run.iterancestors():
        if parent is paragraphe:
            return False
        if local(parent) == "txbxContent":
            return True
    return False


def read_texte(paragraphe: Element) -> str:
    """The plain words of a paragraph."""
    return " ".join("".join(e.text or "" for e in walk(paragraphe) if local(e) == "t").split())
