"""What runs inside a paragraph: texts, figures, links, notes, as runs of Word."""

from collections.abc import Iterable
from itertools import groupby
from urllib.parse import quote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.prose import Appel, EnLigne, Fragment, Note, Retour
from rapportpv.word.marques import show_texte
from rapportpv.word.ooxml import R_ID, Element, make, make_texte
from rapportpv.word.paragraphes import make_run
from rapportpv.word.redaction import Redaction

_PROTOCOLES = frozenset({"http", "https", "mailto", "tel"})
_ADMIS = "%/:=&?~#+!$,;'@()*[]"
_LIEN = '<w:color w:val="0563C1"/><w:u w:val="single"/>'


class Encre(Struct, frozen=True):
    """How a passage is written: in which part, on what properties; bold where it is a heading."""

    redaction: Redaction
    part: str
    base: Element | None = None
    deja_gras: bool = False  # «Strong» in a bold style would undo it
    notes: bool = True

    def write(self, contenu: Iterable[EnLigne]) -> list[Element]:
        """The runs and links of a content."""
        elements: list[Element] = []
        for lien, morceaux in groupby(contenu, key=_lien):
            adresse = _adresse(lien)
            runs = [run for morceau in morceaux for run in self._write(morceau, lie=bool(adresse))]
            if adresse and runs:
                hyperlien = make("hyperlink", *runs, history="1")
                hyperlien.set(R_ID, self.redaction.link(self.part, adresse))
                runs = [hyperlien]
            elements += runs
        return elements

    def _write(self, morceau: EnLigne, *, lie: bool) -> list[Element]:
        match morceau:
            case Fragment():
                texte = show_texte(morceau.texte.replace("\n", " "))
                return self._run(texte, morceau.gras, morceau.italique, lie) if texte else []
            case Appel():
                affiche = self.redaction.call(morceau.expression)
                return self._run(affiche, morceau.gras, morceau.italique, lie)
            case Retour():
                return [make_run([make("br")], "", self.base)]
            case Note() if self.notes:
                return [self.redaction.notes.add(lambda part: self._note(part, morceau))]
        return []

    def _note(self, part: str, note: Note) -> list[Element]:
        return replace(self, part=part, base=None, deja_gras=False, notes=False).write(note.contenu)

    def _run(self, texte: str, gras: bool, italique: bool, lie: bool) -> list[Element]:
        proprietes = self._look(gras and not self.deja_gras, italique, lie)
        return [make_run([make_texte(texte)], proprietes, self.base)]

    def _look(self, gras: bool, italique: bool, lie: bool) -> str:
        """The template's own character styles, one at most; else what they stand for."""
        voulus = (
            (lie, "hyperlink", _LIEN),
            (gras, "strong", "<w:b/><w:bCs/>"),
            (italique, "emphasis", "<w:i/><w:iCs/>"),
        )
        style, direct = "", ""
        for voulu, nom, sinon in voulus:
            connu = self.redaction.styles.find(nom, sorte="character") if voulu else None
            if connu and not style:
                style = f'<w:rStyle w:val="{connu}"/>'
            elif voulu:
                direct += sinon
        return style + direct


def _lien(morceau: EnLigne) -> str:
    return morceau.lien if isinstance(morceau, Fragment) else ""


def _adresse(lien: str) -> str:
    """The address as a relationship may hold it; nothing for one that leads nowhere outside."""
    try:
        protocole = urlsplit(lien.strip()).scheme.lower()
    except ValueError:
        return ""
    return quote(lien.strip(), safe=_ADMIS) if protocole in _PROTOCOLES else ""
