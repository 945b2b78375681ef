"""A table of Word as a grid: merged cells stand at each place that they cover."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.relecture import Place
from rapportpv.review.lecture.grille import finish_table
from rapportpv.review.lecture.ligne_docx import iter_children, name_of
from rapportpv.review.lecture.passage import Bloc, Cellule, Passage, TableauLu
from rapportpv.word.ooxml import Element, w


class LecteurDeBlocs(Protocol):
    """What reads the paragraphs of a part."""

    place: Place
    legende: str

    def read_paragraphe(self, element: Element, *, en_cellule: bool = False) -> Iterator[Bloc]:
        """The paragraph, and what stands beside it."""


class LecteurDeTableau(Struct):
    """Reads a table, and those inside its cells after it."""

    lecteur: LecteurDeBlocs
    nom: str = ""
    _dessus: dict[int, Cellule] = field(default_factory=dict)
    _suite: list[Bloc] = field(default_factory=list)

    def read(self, tableau: Element) -> Iterator[Bloc]:
        """The table, or its passages when it only lays a page out, then what its cells hold."""
        place = replace(self.lecteur.place, tableau=self.lecteur.legende or _caption(tableau))
        entetes, rangees = 0, list[tuple[Cellule, ...]]()
        for rangee, _ in iter_children(tableau, w("tr")):
            proprietes = rangee.find(w("trPr"))
            if proprietes is not None and proprietes.find(w("del")) is not None:
                continue  # a row that is taken out, in tracked changes
            if len(rangees) == entetes and _is_header(proprietes):
                entetes += 1
            rangees.append(tuple(self._read_row(rangee, proprietes)))
        self.lecteur.legende = ""
        lu = TableauLu(tuple(rangees), entetes, place, self.nom)
        yield from finish_table(lu)
        yield from self._suite

    def _read_row(self, rangee: Element, proprietes: Element | None) -> Iterator[Cellule]:
        rang = 0
        avant = None if proprietes is None else proprietes.find(w("gridBefore"))
        for _ in range(_count(avant, 0)):
            yield Cellule()
            rang += 1
        for case, nom in iter_children(rangee, w("tc")):
            largeur = _count(case.find(f"{w('tcPr')}/{w('gridSpan')}"), 1)
            fusion = case.find(f"{w('tcPr')}/{w('vMerge')}")
            if fusion is not None and fusion.get(w("val"), "continue") == "continue":
                cellule = replace(self._dessus.get(rang, Cellule()), suite=True)
            else:
                cellule = Cellule(tuple(self._read_cell(case, nom)))
            for decalage in range(largeur):
                self._dessus[rang + decalage] = cellule
                yield replace(cellule, suite=cellule.suite or decalage > 0)
            rang += largeur

    def _read_cell(self, conteneur: Element, nom: str) -> Iterator[Passage]:
        """The paragraphs of a cell; what is not plain text is kept for after the table."""
        for element in conteneur:
            if element.tag == w("p"):
                for bloc in self.lecteur.read_paragraphe(element, en_cellule=True):
                    if isinstance(bloc, Passage) and bloc.place.partie == self.lecteur.place.partie:
                        yield bloc
                    else:
                        self._suite.append(bloc)
            elif element.tag == w("tbl"):
                legende, self.lecteur.legende = self.lecteur.legende, ""
                self._suite.extend(LecteurDeTableau(self.lecteur).read(element))
                self.lecteur.legende = legende
            elif element.tag == w("sdt"):
                contenu = element.find(w("sdtContent"))
                if contenu is not None:
                    yield from self._read_cell(contenu, name_of(element) or nom)
            elif element.tag in (w("ins"), w("moveTo"), w("customXml")):
                yield from self._read_cell(element, nom)


def _caption(tableau: Element) -> str:
    legende = tableau.find(f"{w('tblPr')}/{w('tblCaption')}")
    return "" if legende is None else legende.get(w("val"), "")


def _is_header(proprietes: Element | None) -> bool:
    marque = None if proprietes is None else proprietes.find(w("tblHeader"))
    return marque is not None and marque.get(w("val"), "1") not in ("0", "false", "off")


def _count(element: Element | None, sinon: int) -> int:
    valeur = "" if element is None else element.get(w("val"), "")
    return min(int(valeur), 63) if valeur.isdecimal() else sinon  # columns that Word allows
