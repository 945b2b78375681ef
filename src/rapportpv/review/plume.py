"""Words changed in a document: plainly, or as the tracked changes that Word itself makes."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from datetime import date
from itertools import count

from msgspec import Struct, field

from rapportpv.word.ooxml import WP, Element, ancestor, make, make_texte, w

AUTEUR = "rapportpv"
_TEXTE = tuple(
    map(w, ("t", "br", "cr", "tab", "noBreakHyphen", "softHyphen", "lastRenderedPageBreak"))
)


class Numeros(Struct):
    """Identifiers that nothing in the document has yet."""

    annotations: Iterable[int]
    dessins: Iterable[int]
    controles: Iterable[int]

    def next_annotation(self) -> str:
        """The id of one more bookmark or tracked change."""
        return str(next(iter(self.annotations)))

    def next_dessin(self) -> str:
        """The id of one more drawing."""
        return str(next(iter(self.dessins)))

    def next_controle(self) -> str:
        """The id of one more control."""
        return str(next(iter(self.controles)))


def read_numeros(racines: Iterable[Element]) -> Numeros:
    """The identifiers that are free in those parts."""
    annotations, dessins, controles = 0, 0, 0
    for racine in racines:
        for element in racine.iter():
            if element.tag == f"{{{WP}}}docPr":
                dessins = max(dessins, _entier(element.get("id")))
            elif element.tag == w("id"):
                controles = max(controles, _entier(element.get(w("val"))))
            else:
                annotations = max(annotations, _entier(element.get(w("id"))))
    bornes = (n % 2**30 + 1 for n in (annotations, dessins, controles))
    return Numeros(*(count(borne) for borne in bornes))


def _entier(valeur: str | None) -> int:
    return int(valeur) if valeur and valeur.isdecimal() else 0


class Plume(Struct):
    """Writes into a document; with a `jour`, as changes of that day that a person may refuse."""

    numeros: Numeros
    jour: date | None = None
    ecrits: list[Element] = field(default_factory=list)

    @property
    def suivi(self) -> bool:
        """Whether changes are tracked."""
        return self.jour is not None

    def write(self, runs: Sequence[Element], texte: str) -> Element:
        """The run that says that text in place of those, in the look of the first."""
        anciens = [_isolate(run) for run in runs]
        neuf = make_run(anciens[0], texte)
        if not self.suivi:
            anciens[0].addprevious(neuf)
            _remove(*anciens)
            return neuf
        dedans = ancestor(anciens[0], w("ins")) is not None
        suppressions = [self.cut(run) for run in anciens]
        suppressions[0].addnext(neuf)
        if not dedans:
            self._insert(neuf)
        return neuf

    def erase(self, runs: Sequence[Element]) -> None:
        """Take words away."""
        for run in [_isolate(run) for run in runs]:
            if self.suivi:
                self.cut(run)
            else:
                _remove(run)

    def add(self, neuf: Element) -> None:
        """Make a change of a run that was just put into the document."""
        if self.suivi:
            self._insert(neuf)

    def swap(self, ancien: Element, neuf: Element) -> None:
        """A run in place of another."""
        if not self.suivi:
            _replace(ancien, neuf)
            return
        self.cut(ancien).addnext(neuf)
        self._insert(neuf)

    def cut(self, run: Element) -> Element:
        """A run told as deleted, where it stands."""
        suppression = self._mark("del")
        run.addprevious(suppression)
        suppression.append(run)
        for texte in run.findall(w("t")):
            texte.tag = w("delText")
        return suppression

    def add_row(self, ligne: Element) -> None:
        """Make a change of a row that was just put into a table."""
        if self.suivi:
            _mark_row(ligne, self._mark("ins"))
            for run in _loose_runs(ligne):
                self._insert(run)

    def cut_row(self, ligne: Element) -> None:
        """Take a row away."""
        if not self.suivi:
            _remove(ligne)
            return
        _mark_row(ligne, self._mark("del"))
        for run in _loose_runs(ligne):
            self.cut(run)

    def add_bloc(self, bloc: Element) -> None:
        """Make a change of a paragraph or a table that was just put into the document."""
        if not self.suivi:
            return
        for ligne in list(bloc.iter(w("tr"))):
            self.add_row(ligne)
        for paragraphe in [bloc] if bloc.tag == w("p") else list(bloc.iter(w("p"))):
            if ancestor(paragraphe, w("tr")) is None:
                self._mark_paragraph(paragraphe, "ins")
                for run in _loose_runs(paragraphe):
                    self._insert(run)

    def cut_bloc(self, bloc: Element) -> None:
        """Take a paragraph or a table away."""
        if not self.suivi:
            _remove(bloc)
            return
        for ligne in list(bloc.iter(w("tr"))):
            self.cut_row(ligne)
        for paragraphe in [bloc] if bloc.tag == w("p") else list(bloc.iter(w("p"))):
            if ancestor(paragraphe, w("tr")) is None:
                self._mark_paragraph(paragraphe, "del")
                for run in _loose_runs(paragraphe):
                    self.cut(run)

    def _mark_paragraph(self, paragraphe: Element, genre: str) -> None:
        """Say that the paragraph's own mark is a change."""
        proprietes = paragraphe.find(w("pPr"))
        if proprietes is None:
            proprietes = make("pPr")
            paragraphe.insert(0, proprietes)
        look = proprietes.find(w("rPr"))
        if look is None:
            look = make("rPr")
            suite = [e for e in proprietes if e.tag in (w("sectPr"), w("pPrChange"))]
            if suite:
                suite[0].addprevious(look)
            else:
                proprietes.append(look)
        look.insert(0, self._mark(genre))

    def _insert(self, run: Element) -> None:
        insertion = self._mark("ins")
        run.addprevious(insertion)
        insertion.append(run)

    def _mark(self, genre: str) -> Element:
        """The mark of a change."""
        assert self.jour is not None  # only where changes are tracked
        quand = f"{self.jour.isoformat()}T00:00:00Z"
        return make(genre, id=self.numeros.next_annotation(), author=AUTEUR, date=quand)


def make_run(modele: Element, texte: str) -> Element:
    """A run that looks like another and says that text, its line breaks those of Word."""
    run = make("r")
    look = modele.find(w("rPr"))
    if look is not None:
        run.append(deepcopy(look))
    for rang, ligne in enumerate(texte.split("\n")):
        if rang:
            run.append(make("br"))
        run.append(make_texte(ligne))
    return run


def _isolate(run: Element) -> Element:
    """The run with words alone: what else it holds goes to a run of its own, after it."""
    autres = [e for e in run if e.tag not in (*_TEXTE, w("rPr"))]
    if autres:
        reste = make("r")
        look = run.find(w("rPr"))
        if look is not None:
            reste.append(deepcopy(look))
        reste.extend(autres)
        run.addnext(reste)
    return run


def _loose_runs(element: Element) -> list[Element]:
    """The runs under an element that no change of ours or of others holds yet."""
    dehors = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "txbxContent")))
    return [
        run
        for run in element.iter(w("r"))
        if next((a for a in run.iterancestors(*dehors) if _under(a, element)), None) is None
    ]


def _under(element: Element, racine: Element) -> bool:
    return any(a is racine for a in element.iterancestors())


def _mark_row(ligne: Element, marque: Element) -> None:
    """Put a mark among the properties of a row, where the schema has it."""
    proprietes = ligne.find(w("trPr"))
    if proprietes is None:
        proprietes = make("trPr")
        rang = sum(e.tag in (w("tblPrEx"),) for e in ligne)
        ligne.insert(rang, proprietes)
    change = proprietes.find(w("trPrChange"))
    if change is None:
        proprietes.append(marque)
    else:
        change.addprevious(marque)


def _remove(*elements: Element) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _replace(ancien: Element, neuf: Element) -> None:
    parent = ancien.getparent()
    if parent is not None:
        parent.replace(ancien, neuf)
