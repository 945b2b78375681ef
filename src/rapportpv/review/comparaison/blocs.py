"""The blocks of a document, with their places: paragraphs, tables, rows, cells."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.relecture import Place
from rapportpv.review.comparaison.aligner import Article
from rapportpv.review.comparaison.objets import Figure, read_figure
from rapportpv.review.comparaison.texte import Lecteur, Texte, note_of
from rapportpv.review.lecture.ligne_docx import name_of
from rapportpv.review.lecture.passage import shorten
from rapportpv.review.lecture.styles_docx import Styles
from rapportpv.word.ooxml import Element, w
from rapportpv.word.paquet import Paquet

_SOMMAIRE = re.compile(r"(?:TOC|TM|Contents) ?\d", re.IGNORECASE)
_NUMERO = re.compile(r"^\w+\s\d+\W*")  # of a caption
_LONGUEUR = 4_000  # signs by which a thing is told to be like another


class Para(Struct, eq=False, dict=True):
    """A paragraph: what it says, where it is; `sommaire` when Word writes it from the headings."""

    element: Element
    dit: Texte
    place: Place
    figures: tuple[Figure | None, ...] = ()
    sommaire: bool = False

    @cached_property
    def article(self) -> Article:
        """What it is told by: with its pictures, then by its words, then by its figures."""
        images = tuple(f.empreinte for f in self.figures if f is not None)
        exacte = ("p", self.dit.texte, images)
        return Article((exacte, exacte[:2], ("p", self.dit.masque)), self.texte, "p")

    @property
    def texte(self) -> str:
        """Its words, in short."""
        return self.dit.serre[:_LONGUEUR]

    @property
    def is_vide(self) -> bool:
        """Whether it says nothing."""
        return not self.dit.texte.strip()


class Case(Struct, eq=False, dict=True):
    """A cell: its blocks."""

    element: Element
    blocs: tuple["Bloc", ...]

    @cached_property
    def texte(self) -> str:
        """All its words."""
        return " ".join(filter(None, (bloc.texte for bloc in self.blocs)))

    @cached_property
    def cles(self) -> tuple[object, object]:
        """Its words as they are, and with its figures by their names."""
        cles = [bloc.article.cles for bloc in self.blocs]
        return tuple(c[1] for c in cles), tuple(c[-1] for c in cles)


class Rangee(Struct, eq=False, dict=True):
    """A row: its cells, what it is called."""

    element: Element
    cases: tuple[Case, ...]
    entete: bool = False
    place: Place = field(default_factory=Place)

    @property
    def texte(self) -> str:
        """All its words."""
        return " | ".join(case.texte for case in self.cases)

    @cached_property
    def article(self) -> Article:
        """What it is told by: its words, its words but for figures, then its label."""
        cles = [case.cles for case in self.cases]
        libelle = ("l", len(cles), self.libelle)
        exacte, masquee = tuple(c[0] for c in cles), tuple(c[1] for c in cles)
        return Article((exacte, masquee, libelle), self.texte[:_LONGUEUR], str(len(cles)))

    @property
    def libelle(self) -> str:
        """What the row is called: its first cell with letters in it."""
        textes = [case.texte for case in self.cases if case.texte]
        parlants = (t for t in textes if sum(map(str.isalpha, t)) > 1)
        return shorten(next(parlants, next(iter(textes), "")))


class Table(Struct, eq=False, dict=True):
    """A table: its rows; `nom` is that of the content control around it."""

    element: Element
    rangees: tuple[Rangee, ...]
    place: Place
    nom: str = ""

    @cached_property
    def texte(self) -> str:
        """All its words."""
        return "\n".join(r.texte for r in self.rangees)[:_LONGUEUR]

    @cached_property
    def article(self) -> Article:
        """What it is told by: its words, its name or caption, its headings."""
        cles = [tuple(case.cles for case in r.cases) for r in self.rangees]
        exacte = ("t", tuple(tuple(c[0] for c in r) for r in cles))
        titre = ("t", self.nom or _NUMERO.sub("", self.place.tableau) or exacte)
        entete = ("t", "", self.rangees[0].texte if self.rangees else "")
        return Article((exacte, titre, entete), self.texte, "t")

    @property
    def is_vide(self) -> bool:
        """Whether it says nothing: a table is never told as blank."""
        return False


Bloc = Para | Table


class LecteurDeBlocs(Struct):
    """Reads the blocks of a part, in their order, and keeps track of where it is."""

    paquet: Paquet
    part: str
    styles: Styles
    place: Place = field(default_factory=Place)
    legende: str = ""
    mots: Lecteur = field(default_factory=Lecteur)

    def read(self, conteneur: Element, nom: str = "", *, en_cellule: bool = False) -> list[Bloc]:
        """The blocks under the body, a header, a note, a cell."""
        blocs: list[Bloc] = []
        for element in conteneur:
            if element.tag == w("p"):
                blocs.append(self._read_para(element, en_cellule=en_cellule))
            elif element.tag == w("tbl"):
                blocs.append(self._read_table(element, nom))
            elif element.tag == w("sdt"):
                contenu = element.find(w("sdtContent"))
                if contenu is not None:
                    blocs += self.read(contenu, name_of(element) or nom, en_cellule=en_cellule)
            elif element.tag == w("customXml"):
                blocs += self.read(element, nom, en_cellule=en_cellule)
        return blocs

    def _read_para(self, element: Element, *, en_cellule: bool) -> Para:
        dit = self.mots.read(element)
        figures = tuple(
            None if note_of(p.element) else read_figure(p.element, self.paquet, self.part)
            for p in dit.objets
        )
        sommaire = _SOMMAIRE.match(_style(element)) is not None
        if not en_cellule and not sommaire:
            self._situate(element, dit.serre)
        return Para(element, dit, replace(self.place, debut=shorten(dit.serre)), figures, sommaire)

    def _situate(self, element: Element, texte: str) -> None:
        """Keep the heading under which all that follows stands, and the caption of what is next."""
        if not texte:
            return
        if self.styles.is_titre(element):
            self.place = replace(self.place, titre=texte)
            self.legende = ""
        else:
            self.legende = texte if self.styles.is_legende(element, texte) else ""

    def _read_table(self, element: Element, nom: str) -> Table:
        place = replace(self.place, tableau=self.legende or _caption(element))
        self.legende, avant = "", self.place
        self.place = place
        rangees = tuple(self._read_row(ligne) for ligne in iter_parts(element, w("tr")))
        self.place = avant
        colonnes = _columns(rangees)
        for rangee in rangees:
            rangee.place = replace(place, ligne=rangee.libelle)
            for case, colonne in zip(rangee.cases, colonnes, strict=False):
                _place(case, replace(rangee.place, colonne="" if rangee.entete else colonne))
        return Table(element, rangees, place, nom)

    def _read_row(self, ligne: Element) -> Rangee:
        marque = ligne.find(f"{w('trPr')}/{w('tblHeader')}")
        entete = marque is not None and marque.get(w("val"), "1") not in ("0", "false", "off")
        cases = tuple(
            Case(case, tuple(self.read(case, en_cellule=True)))
            for case in iter_parts(ligne, w("tc"))
        )
        return Rangee(ligne, cases, entete)


def iter_parts(element: Element, nom: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through what may wrap them."""
    for fils in element:
        if fils.tag == nom:
            yield fils
        elif fils.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from iter_parts(fils, nom)


def _columns(rangees: tuple[Rangee, ...]) -> tuple[str, ...]:
    """The headings of the columns, when the first row has them."""
    if not rangees or not rangees[0].entete:
        return ()
    return tuple(shorten(case.texte) for case in rangees[0].cases)


def _place(case: Case, place: Place) -> None:
    for bloc in case.blocs:
        if isinstance(bloc, Para):
            bloc.place = replace(place, debut=bloc.place.debut)


def _style(paragraphe: Element) -> str:
    style = paragraphe.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val"), "")


def _caption(tableau: Element) -> str:
    legende = tableau.find(f"{w('tblPr')}/{w('tblCaption')}")
    return "" if legende is None else legende.get(w("val"), "")
