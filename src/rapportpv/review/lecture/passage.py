"""What a document holds, whatever its format: passages of text and tables, in their order."""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.relecture import Place

ZONE_DE_TEXTE = "zone de texte"
"""The part that the words of a text box are of, those of a drawing too."""

_MOTS = 8  # that a paragraph is told by


class Zone(Struct, frozen=True):
    """A stretch of a text: what a content control names, or what Word numbers by itself."""

    debut: int
    fin: int
    nom: str = ""

    def holds(self, debut: int, fin: int) -> bool:
        """Whether a stretch lies within."""
        return self.debut <= debut and fin <= self.fin


class Passage(Struct, frozen=True):
    """A paragraph as it is read: insertions made, deletions gone.

    `controles`: the named content controls in it. `numerotes`: results of page and sequence fields.
    `ancre`: the rank, in the body, of the paragraph where a comment about it can hang. `alentour`:
    the words beside it that say what its numbers are, such as the legend of a key figure.
    """

    texte: str
    place: Place
    controles: tuple[Zone, ...] = ()
    numerotes: tuple[Zone, ...] = ()
    ancre: int | None = None
    direct: bool = False  # it is that paragraph itself
    alentour: str = ""
    vrac: bool = (
        False  # a line of a table whose columns are lost: its words name none of its numbers
    )


class Cellule(Struct, frozen=True):
    """A cell of a table; one that is merged stands at each place that it covers."""

    passages: tuple[Passage, ...] = ()
    suite: bool = False  # the place of a merged cell that is not its first

    @property
    def texte(self) -> str:
        """What the cell says, on one line."""
        return " ".join(p.texte for p in self.passages if p.texte).strip()


class TableauLu(Struct, frozen=True):
    """A table or the cache of a chart: its rows, the first of which are headings.

    `nom` is what the content control around it says, or the name of the chart.
    """

    rangees: tuple[tuple[Cellule, ...], ...]
    entetes: int
    place: Place
    nom: str = ""
    graphique: bool = False

    @property
    def colonnes(self) -> tuple[str, ...]:
        """The heading of each column, those of several rows together."""
        largeur = max(map(len, self.rangees), default=0)
        return tuple(self._colonne(rang) for rang in range(largeur))

    def _colonne(self, rang: int) -> str:
        textes = (r[rang].texte for r in self.rangees[: self.entetes] if rang < len(r))
        return " ".join(dict.fromkeys(filter(None, textes)))

    @property
    def donnees(self) -> tuple[tuple[Cellule, ...], ...]:
        """The rows under the headings."""
        return self.rangees[self.entetes :]


Bloc: TypeAlias = Passage | TableauLu


class DocumentLu(Struct, frozen=True):
    """All that a document says, in its order, and what could not be read of it."""

    blocs: tuple[Bloc, ...]
    remarques: tuple[str, ...] = field(default=())

    def passages(self) -> Iterator[Passage]:
        """Every paragraph, those of tables too."""
        for bloc in self.blocs:
            if isinstance(bloc, Passage):
                yield bloc
            else:
                cellules = (c for rangee in bloc.rangees for c in rangee if not c.suite)
                yield from (p for cellule in cellules for p in cellule.passages)


def shorten(texte: str) -> str:
    """The first words of a paragraph."""
    mots = texte.split()
    return " ".join(mots[:_MOTS]) + (" …" if len(mots) > _MOTS else "")


def place_cells(tableau: TableauLu) -> TableauLu:
    """The table, each of its passages told by its row and its column."""
    colonnes = tableau.colonnes
    rangees = tuple(
        tuple(
            _place_cell(cellule, tableau.place, ligne, colonnes[rang])
            for rang, cellule in enumerate(rangee)
        )
        for rangee in tableau.rangees
        for ligne in (row_label(rangee),)
    )
    return replace(tableau, rangees=rangees)


def row_label(rangee: tuple[Cellule, ...]) -> str:
    """What a row is called: its first cell that has letters in it, shortened."""
    textes = [cellule.texte for cellule in rangee if cellule.texte]
    parlants = (t for t in textes if sum(map(str.isalpha, t)) > 1)
    return shorten(next(parlants, next(iter(textes), "")))


def is_section(rangee: tuple[Cellule, ...]) -> bool:
    """Whether a row is the title of those below: one cell filled, of several."""
    return len(rangee) > 2 and sum(1 for c in rangee if c.texte and not c.suite) == 1


def row_text(rangee: tuple[Cellule, ...]) -> str:
    """All the words of a row."""
    return " ".join(c.texte for c in rangee if c.texte and not c.suite)


def _place_cell(cellule: Cellule, place: Place, ligne: str, colonne: str) -> Cellule:
    passages = tuple(
        replace(p, place=replace(place, ligne=ligne, colonne=colonne, debut=shorten(p.texte)))
        for p in cellule.passages
    )
    return replace(cellule, passages=passages)
