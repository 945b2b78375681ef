"""The later document with all that changed as tracked changes.

Accepted as a whole, it says what the later document says; refused as a whole, what the former one
said. A picture that changed is the later one: Word cannot track it.
"""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from itertools import groupby, takewhile

from msgspec import Struct

from rapportpv.core.zip import write_zip
from rapportpv.review.comparaison.anciens import Copiste
from rapportpv.review.comparaison.apparier import (
    Ajoute,
    PairePara,
    PaireRangee,
    PaireTable,
    RangeeAjoutee,
    RangeeRetiree,
    Retire,
    Sort,
    Suite,
)
from rapportpv.review.comparaison.blocs import Bloc, Para
from rapportpv.review.comparaison.coupe import cut_para, run_of
from rapportpv.review.comparaison.crayon import Crayon
from rapportpv.review.comparaison.mots import Ecart
from rapportpv.review.comparaison.texte import Piece
from rapportpv.review.comparaison.zones import Appariement
from rapportpv.review.plume import read_numeros
from rapportpv.word.archive import stamp
from rapportpv.word.ooxml import Element, serialise, w
from rapportpv.word.paquet import close_paquet


def track(appariement: Appariement, jour: date) -> bytes:
    """The later document, its changes tracked and dated that day; both sides are used up."""
    apres = appariement.apres
    copiste = Copiste(appariement.avant, apres)
    for sorte in ("footnotes", "endnotes"):
        apres.root(apres.related(sorte))
    plume = Crayon(read_numeros(apres.racines.values()), jour)
    marqueur = Marqueur(plume, copiste)
    for zone in appariement.zones:
        if zone.apres is not None and not (zone.appelee and zone.avant is None):
            marqueur.mark(zone.apres, zone.suite)
    for part, racine in apres.racines.items():
        plume.add_fields(racine)
        plume.mark_controls(racine)
        apres.paquet.parts[part] = serialise(racine)
    return write_zip(stamp(close_paquet(apres.paquet)), serree=True)


class Marqueur(Struct):
    """Marks what changed, container by container."""

    plume: Crayon
    copiste: Copiste

    def mark(self, conteneur: Element, suite: Suite) -> None:
        """Mark the blocks of the body, of a header, of a note, of a cell."""
        elements: list[Element] = []
        precedent: Element | None = None
        for rang, sort in enumerate(suite):
            if isinstance(sort, Retire):
                element = self.copiste.make_bloc(sort.quoi)
                _place(element, precedent, _next_bloc(suite, rang), conteneur)
            else:
                element = _bloc_of(sort).element
            elements.append(element)
            precedent = element
            self._mark_one(sort, element)
        self._mark_ends(suite, elements)

    def _mark_one(self, sort: Sort, element: Element) -> None:
        match sort:
            case PairePara():
                self._mark_para(sort)
            case PaireTable():
                self._mark_table(sort)
            case Ajoute() if isinstance(sort.quoi, Para):
                self.plume.add_words(sort.quoi)
            case Ajoute():
                self.plume.add_bloc(element)
            case Retire() if isinstance(sort.quoi, Para):
                for run in element.findall(w("r")):
                    self.plume.cut(run)
            case Retire():
                for ligne in element.findall(w("tr")):
                    self.plume.cut_row(ligne)

    def _mark_ends(self, suite: Suite, elements: Sequence[Element]) -> None:
        """Mark the ends of paragraphs: each goes with what follows it.

        The last paragraph of a container can neither come nor go: when it is new, or taken out, it
        is the end of the one before that is.
        """
        genres = [_genre(sort) for sort in suite]
        for _, groupe in groupby(range(len(suite)), lambda rang: elements[rang].getparent()):
            _shift([*groupe], elements, genres)
        for element, genre in zip(elements, genres, strict=True):
            if genre and element.tag == w("p"):
                self.plume.mark_end(element, genre)

    def _mark_table(self, paire: PaireTable) -> None:
        precedente: Element | None = None
        for rang, sort in enumerate(paire.rangees):
            if isinstance(sort, RangeeRetiree):
                element = self.copiste.make_rangee(sort.quoi)
                suite = (s for s in paire.rangees[rang:] if not isinstance(s, RangeeRetiree))
                suivante = next((_row_of(s) for s in suite), None)
                _place(element, precedente, suivante, paire.apres.element)
                self.plume.cut_row(element)
            elif isinstance(sort, RangeeAjoutee):
                element = sort.quoi.element
                self.plume.add_row(element)
            else:
                element = sort.apres.element
                for case in sort.cases:
                    self.mark(case.apres.element, case.suite)
            precedente = element

    def _mark_para(self, paire: PairePara) -> None:
        """Mark the words that came, then put back those that went."""
        if not paire.ecarts:
            return
        para = paire.apres
        for run in cut_para(para.element, para.dit, paire.ecarts):
            self.plume.add(run)
        for ecart in paire.ecarts:
            if ecart.debut < ecart.fin:
                runs = [*self.copiste.make_runs(paire.avant, ecart.debut, ecart.fin)]
                self._put_back(para, ecart, runs)

    def _put_back(self, para: Para, ecart: Ecart, runs: Sequence[Element]) -> None:
        """Put words that went where they stood, before those that came."""
        precedent: Element | None = None
        for run in runs:
            if precedent is None:
                _put(para, ecart, run)
            else:
                precedent.addnext(run)
            precedent = self.plume.cut(run)


def _put(para: Para, ecart: Ecart, run: Element) -> None:
    """Put a run at a place of a paragraph: in a figure only when that figure itself changed."""
    avant = [p for p in para.dit.pieces if p.fin <= ecart.vers][-1:]
    apres = [p for p in para.dit.pieces if p.debut >= ecart.vers][:1]
    if ecart.vers < ecart.jusque:
        _wrapped(apres[0]).addprevious(run)
    elif avant and apres and _parent(avant[0]) is _parent(apres[0]):
        _wrapped(avant[0]).addnext(run)
    elif avant:
        _climb(_wrapped(avant[0]), para.element).addnext(run)
    elif apres:
        _climb(_wrapped(apres[0]), para.element).addprevious(run)
    else:
        para.element.append(run)


def _wrapped(piece: Piece) -> Element:
    """The run of a piece, or the mark of a change around it."""
    run = run_of(piece.element)
    assert run is not None  # words are in runs
    parent = run.getparent()
    return parent if parent is not None and parent.tag == w("ins") else run


def _parent(piece: Piece) -> Element | None:
    return _wrapped(piece).getparent()


def _climb(element: Element, sommet: Element) -> Element:
    """What holds an element right under another."""
    while (parent := element.getparent()) is not None and parent is not sommet:
        element = parent
    return element


def _place(
    element: Element, precedent: Element | None, suivant: Element | None, conteneur: Element
) -> None:
    """Put an element between two others, outside of what holds only one of them."""
    if precedent is not None and suivant is not None:
        if precedent.getparent() is suivant.getparent():
            precedent.addnext(element)
            return
        autour = {conteneur, *precedent.iterancestors()}
        while (parent := suivant.getparent()) is not None and parent not in autour:
            suivant = parent
        suivant.addprevious(element)
    elif precedent is not None:
        _climb(precedent, conteneur).addnext(element)
    elif suivant is not None:
        _climb(suivant, conteneur).addprevious(element)
    else:
        rang = sum(e.tag != w("sectPr") for e in conteneur)
        conteneur.insert(rang, element)


def _next_bloc(suite: Suite, rang: int) -> Element | None:
    """The next block that the later document has."""
    restes = (sort for sort in suite[rang:] if not isinstance(sort, Retire))
    return next((_bloc_of(sort).element for sort in restes), None)


def _bloc_of(sort: Sort) -> Bloc:
    return sort.quoi if isinstance(sort, Ajoute | Retire) else sort.apres


def _row_of(sort: PaireRangee | RangeeAjoutee | RangeeRetiree) -> Element:
    return sort.apres.element if isinstance(sort, PaireRangee) else sort.quoi.element


def _genre(sort: Sort) -> str:
    """What the end of a paragraph is marked as."""
    return {Ajoute: "ins", Retire: "del"}.get(type(sort), "")


def _shift(groupe: Sequence[int], elements: Sequence[Element], genres: list[str]) -> None:
    """Give the marks of the last paragraphs of a container to those before them."""
    queue = [*takewhile(lambda rang: genres[rang], reversed(groupe))][::-1]
    if not queue or len(queue) == len(groupe) or not _is_last(elements[queue[-1]]):
        return
    garde, dernier = queue[0] - 1, queue[-1]
    if all(elements[rang].tag == w("p") for rang in (garde, *queue)):
        genres[garde:dernier] = genres[garde + 1 : dernier + 1]
        genres[dernier] = ""
        _swap_looks(elements[garde], elements[dernier], genres[garde])


def _is_last(element: Element) -> bool:
    """Whether no block follows in what holds an element."""
    return next(element.itersiblings(w("p"), w("tbl"), w("sdt"), w("customXml")), None) is None


def _swap_looks(garde: Element, dernier: Element, genre: str) -> None:
    """When what ends a container is taken out, the paragraph that stays keeps its look.

    Joined, two paragraphs look like the second.
    """
    if genre != "del":
        return
    ancien, look = dernier.find(w("pPr")), garde.find(w("pPr"))
    if ancien is not None:
        dernier.remove(ancien)
    if look is not None:
        copie = deepcopy(look)
        for section in copie.findall(w("sectPr")):
            copie.remove(section)
        dernier.insert(0, copie)
