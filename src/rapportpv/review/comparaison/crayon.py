"""What the tracked changes of a comparison take beside words: ends, fields, content controls."""

from msgspec import Struct, field

from rapportpv.review.comparaison.blocs import Para
from rapportpv.review.comparaison.coupe import run_of
from rapportpv.review.plume import Plume
from rapportpv.word.ooxml import Element, ancestor, make, w

_CHAMP = (w("fldChar"), w("instrText"))


class Crayon(Plume):
    """A pen that also marks the end of paragraphs, and what is new in them."""

    def cut(self, run: Element) -> Element:
        """A run told as deleted, where it stands; the code of a field too."""
        suppression = super().cut(run)
        for code in run.findall(w("instrText")):
            code.tag = w("delInstrText")
        return suppression

    def mark_end(self, paragraphe: Element, genre: str) -> None:
        """Say that the end of a paragraph is new, or is taken out."""
        self._mark_paragraph(paragraphe, genre)

    def add_words(self, para: Para) -> None:
        """Make a change of all the words of a paragraph; a field that goes on after it stays."""
        entiers = {e for champ in para.dit.champs for e in champ}
        for run in [*para.element.iter(w("r"))]:
            if any(e.tag in _CHAMP and e not in entiers for e in run):
                continue
            if _within(run, para.element):
                self.add(run)

    def add_fields(self, racine: Element) -> None:
        """Make a change of the code of the fields that go over paragraphs and are all new."""
        ouverts: list[_Champ] = []
        for element in [*racine.iter(*_CHAMP, w("t"))]:
            if element.tag == w("t"):
                neuf = ancestor(element, w("ins")) is not None
                for champ in ouverts:
                    champ.dits.append(neuf)
                continue
            sorte = element.get(w("fldCharType"))
            if sorte == "begin":
                ouverts.append(_Champ())
            if ouverts:
                ouverts[-1].elements.append(element)
            if sorte == "end" and ouverts:
                champ = ouverts.pop()
                runs = dict.fromkeys(r for e in champ.elements if (r := run_of(e)) is not None)
                for run in runs if champ.dits and all(champ.dits) else ():
                    if ancestor(run, w("ins")) is None:
                        self.add(run)

    def mark_controls(self, racine: Element) -> None:
        """Say that the content controls all of which is new are new themselves.

        Else, refused, they would stay, and be empty. Word marks both of their ends.
        """
        for controle in [*racine.iter(w("sdt"))]:
            contenu = controle.find(w("sdtContent"))
            if contenu is None or _is_in_cell(controle) or not _is_new(contenu):
                continue
            debuts = self._mark("customXmlInsRangeStart"), self._mark("customXmlInsRangeStart")
            fins = [make("customXmlInsRangeEnd", id=d.get(w("id"), "")) for d in debuts]
            controle.addprevious(debuts[0])
            contenu.insert(0, fins[0])
            contenu.append(debuts[1])
            controle.addnext(fins[1])


class _Champ(Struct):
    """A field that is open: what makes it, and whether each of its words is new."""

    elements: list[Element] = field(default_factory=list)
    dits: list[bool] = field(default_factory=list)


def _is_in_cell(controle: Element) -> bool:
    """Whether a control goes with its row, or is all that a cell holds."""
    ligne = ancestor(controle, w("tr"))
    proprietes = None if ligne is None else ligne.find(w("trPr"))
    neuve = proprietes is not None and proprietes.find(w("ins")) is not None
    parent = controle.getparent()
    return neuve or (parent is not None and parent.tag == w("tc"))


def _is_new(contenu: Element) -> bool:
    """Whether all that a content control holds was put in: its runs, and its paragraphs."""
    runs = [*contenu.iter(w("r"))]
    fins = [p for p in contenu.iter(w("p")) if ancestor(p, w("tr"), w("txbxContent")) is None]
    return (
        bool(runs)
        and all(ancestor(r, w("ins"), w("txbxContent")) is not None for r in runs)
        and all(p.find(f"{w('pPr')}/{w('rPr')}/{w('ins')}") is not None for p in fins)
    )


def _within(run: Element, paragraphe: Element) -> bool:
    """Whether a run is of that paragraph itself, and not of a text box in it."""
    return next(iter(run.iterancestors(w("p"))), None) is paragraphe
