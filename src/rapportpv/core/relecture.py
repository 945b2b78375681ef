"""What a proofreading says of a document: each number, its place, its figure, its verdict."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field

from rapportpv.french.typographie import INSECABLE


class Verdict(StrEnum):
    """What a number is, held against the figures of the year."""

    CONTREDIT = "contredit un chiffre"
    SANS_SOURCE = "sans source"
    ARRONDI = "bien arrondi"
    JUSTE = "juste"
    HORS_SUJET = "n’est pas un chiffre"


CORPS = "corps"
"""The part of a document that is neither header, note, text box nor chart."""


class Place(Struct, frozen=True):
    """Where a number is, as a person finds it: part, heading, table, row, column, first words."""

    partie: str = CORPS
    titre: str = ""
    debut: str = ""
    tableau: str = ""
    ligne: str = ""
    colonne: str = ""
    page: int | None = None

    def __str__(self) -> str:
        """«Crédits spécifiques › tableau « Crédits par financeur » › ligne « Total »»."""
        return " › ".join(self._list())

    def _list(self) -> Iterator[str]:
        if self.page is not None:
            yield f"page {self.page}"
        if self.partie != CORPS:
            yield self.partie
        if self.titre:
            yield self.titre
        if self.tableau or self.ligne or self.colonne:
            yield f"tableau {_quote(self.tableau)}" if self.tableau else "tableau"
            yield from (f"ligne {_quote(self.ligne)}",) if self.ligne else ()
            yield from (f"colonne {_quote(self.colonne)}",) if self.colonne else ()
        elif self.debut:
            yield _quote(self.debut)


def _quote(texte: str) -> str:
    return f"«{INSECABLE}{texte}{INSECABLE}»"


class NombreRelu(Struct, frozen=True):
    """A number as it is written, and what became of it.

    `nom`: the figure that it says or contradicts, which is worth `juste`. `cause`: why it is near,
    or why it is no figure. `sources`: the cells of the figure.
    """

    ecrit: str
    place: Place
    verdict: Verdict
    nom: str = ""
    libelle: str = ""
    juste: str = ""
    cause: str = ""
    sources: tuple[str, ...] = ()
    sur: bool = False  # its content control names the figure


class AdditionFausse(Struct, frozen=True):
    """A printed total or share that the cells of its own table contradict."""

    place: Place
    ecrit: str
    juste: str
    calcul: str  # «la somme de la colonne»


class Relecture(Struct, frozen=True):
    """A document that was proofread: whose, of which year, dated by itself."""

    fichier: str
    annee: int
    epci: str
    version: str
    date: str
    nombres: tuple[NombreRelu, ...] = ()
    additions: tuple[AdditionFausse, ...] = ()
    remarques: tuple[str, ...] = field(default=())
    empreinte: str = ""  # SHA-256 of the file that was read

    def of(self, *verdicts: Verdict) -> tuple[NombreRelu, ...]:
        """The numbers of those verdicts, in the order of the document."""
        return tuple(n for n in self.nombres if n.verdict in verdicts)

    @property
    def is_contredite(self) -> bool:
        """Whether a number contradicts a figure, or a table itself."""
        return bool(self.additions or self.of(Verdict.CONTREDIT))
