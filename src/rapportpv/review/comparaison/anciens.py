"""What the later document has no more, made again for it: words and looks, none of the rest."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from rapportpv.core.relecture import Place
from rapportpv.review.comparaison.blocs import Bloc, Para, Rangee, Table
from rapportpv.review.comparaison.texte import NUMERO, OBJET, Piece, note_of
from rapportpv.review.comparaison.zones import Cote
from rapportpv.word.ooxml import XML_SPACE, Element, make, make_texte, parse, w

_DU_PARAGRAPHE = tuple(
    map(
        w,
        (
            *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd"),
            *("tabs", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
        ),
    )
)
_DES_MOTS = tuple(
    map(
        w,
        (
            *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color"),
            *("sz", "szCs", "highlight", "u", "shd", "vertAlign", "lang"),
        ),
    )
)
_STYLES = tuple(map(w, ("pStyle", "rStyle", "tblStyle")))
_REFAITS = frozenset(("SEQ", "PAGE", "NUMPAGES", "SECTIONPAGES"))  # which refer to nothing else
_SIGNES = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}


class Copiste(Struct, dict=True):
    """Makes in the later document what stood in the former one."""

    avant: Cote
    apres: Cote

    def make_bloc(self, bloc: Bloc) -> Element:
        """A paragraph or a table, with its words."""
        return self.make_para(bloc) if isinstance(bloc, Para) else self._make_table(bloc)

    def make_para(self, para: Para) -> Element:
        """A paragraph, with its words and its style."""
        proprietes = self._clean(para.element.find(w("pPr")), _DU_PARAGRAPHE, "pPr")
        element = make("p", *_some(proprietes))
        element.extend(self.make_runs(para, 0, len(para.dit.texte)))
        return element

    def make_runs(self, para: Para, debut: int, fin: int) -> Iterator[Element]:
        """The runs that say a stretch of a paragraph."""
        dedans = (p for p in para.dit.pieces if p.fin > debut and p.debut < fin)
        for nom, pieces in groupby(dedans, lambda piece: piece.nom):
            runs: list[Element] = []
            for piece in pieces:
                a, b = max(debut, piece.debut), min(fin, piece.fin)
                runs += self._make_run(piece, piece.texte[a - piece.debut : b - piece.debut])
            code = nom.removeprefix(NUMERO)
            refait = code != nom and code.split()[0].upper() in _REFAITS
            yield from _wrap(code, runs) if refait else runs

    def make_rangee(self, rangee: Rangee) -> Element:
        """A row, with its cells."""
        proprietes = deepcopy(rangee.element.find(w("trPr")))
        cases = []
        for case in rangee.cases:
            look = deepcopy(case.element.find(w("tcPr")))
            blocs = [self.make_bloc(bloc) for bloc in case.blocs]
            if not blocs or blocs[-1].tag != w("p"):
                blocs.append(make("p"))
            cases.append(make("tc", *_some(look), *blocs))
        return make("tr", *_some(proprietes), *cases)

    def _make_table(self, table: Table) -> Element:
        proprietes, grille = (table.element.find(w(nom)) for nom in ("tblPr", "tblGrid"))
        element = make("tbl", *(deepcopy(e) for e in _some(proprietes, grille)))
        self._forget_styles(element)
        element.extend(self.make_rangee(rangee) for rangee in table.rangees)
        return element

    def _make_run(self, piece: Piece, texte: str) -> Iterator[Element]:
        contenu: Element | None
        if texte == OBJET:
            contenu = self._make_note(piece.element)
        elif texte in _SIGNES:
            contenu = make(_SIGNES[texte])
        else:
            contenu = make_texte(texte)
        if contenu is not None:
            run = next(iter(piece.element.iterancestors(w("r"))), None)
            look = None if run is None else run.find(w("rPr"))
            yield make("r", *_some(self._clean(look, _DES_MOTS, "rPr")), contenu)

    def _make_note(self, appel: Element) -> Element | None:
        """The call of a note that is put back among those of the later document."""
        genre, identifiant = note_of(appel) or ("", "")
        note = self.avant.note(genre, identifiant) if genre else None
        racine = self.apres.root(self.apres.related(genre)) if genre else None
        if note is None or racine is None:
            return None  # a picture, or nowhere to put a note: it is told in the list
        numeros = [int(n.get(w("id"), "0")) for n in racine]
        numero = str(max(numeros, default=0) + 1)
        copie = make(genre[:-1], id=numero)
        blocs = self.avant.read(self.avant.related(genre), note, Place())
        copie.extend(self.make_bloc(bloc) for bloc in blocs)
        _number(copie, genre)
        racine.append(copie)
        return make(f"{genre[:-1]}Reference", id=numero)

    def _clean(self, proprietes: Element | None, noms: tuple[str, ...], nom: str) -> Element | None:
        """The properties that mean the same in the later document."""
        if proprietes is None:
            return None
        gardees = [deepcopy(e) for e in proprietes if e.tag in noms]
        propre = make(nom, *gardees)
        self._forget_styles(propre)
        return propre if len(propre) else None

    def _forget_styles(self, element: Element) -> None:
        """Leave out the styles and the lists that the later document has not."""
        for style in [*element.iter(*_STYLES)]:
            if style.get(w("val")) not in self._connus:
                _remove(style)
        for liste in [*element.iter(w("numPr"))]:
            numero = liste.find(w("numId"))
            if numero is None or numero.get(w("val")) not in self._listes:
                _remove(liste)

    @cached_property
    def _connus(self) -> frozenset[str | None]:
        return frozenset(style.get(w("styleId")) for style in self._elements("styles", "style"))

    @cached_property
    def _listes(self) -> frozenset[str | None]:
        return frozenset(n.get(w("numId")) for n in self._elements("numbering", "num"))

    def _elements(self, sorte: str, nom: str) -> Iterator[Element]:
        paquet = self.apres.paquet
        for part in paquet.related(paquet.document, sorte):
            if part in paquet.parts:
                yield from parse(paquet.parts[part]).iter(w(nom))


def _wrap(code: str, runs: Sequence[Element]) -> Iterator[Element]:
    """The runs of a number, as the field that Word works it out with."""
    instruction = make("instrText")
    instruction.text = f" {code} "
    instruction.set(XML_SPACE, "preserve")
    avant = (make("fldChar", fldCharType="begin"), instruction)
    for element in (*avant, make("fldChar", fldCharType="separate")):
        yield make("r", element)
    yield from runs
    yield make("r", make("fldChar", fldCharType="end"))


def _number(note: Element, genre: str) -> None:
    """Begin a note with the mark that Word numbers."""
    premier = next(note.iter(w("p")), None)
    if premier is not None:
        rang = int(len(premier) > 0 and premier[0].tag == w("pPr"))
        premier.insert(rang, make("r", make(f"{genre[:-1]}Ref")))


def _some(*elements: Element | None) -> Iterable[Element]:
    return [e for e in elements if e is not None]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
