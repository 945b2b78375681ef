"""What a page is made of: a document read back as headings, texts, tables and figures."""

from collections.abc import Iterator
from itertools import zip_longest

from markupsafe import Markup
from msgspec import Struct, field

from rapportpv.export.page.traces import Graphique


class Titre(Struct, frozen=True):
    """A heading; the title of the page is of level 1."""

    niveau: int
    ancre: str
    contenu: Markup
    sorte: str = "titre"

    @property
    def texte(self) -> str:
        """Its words alone."""
        return self.contenu.striptags()


class Paragraphe(Struct, frozen=True):
    """A paragraph, and what it is for: an introduction, a remark, a caption."""

    contenu: Markup
    classe: str = ""
    ancre: str = ""
    sorte: str = "paragraphe"


class Element(Struct, frozen=True):
    """A line of a list, and the list below it."""

    contenu: Markup
    sous: tuple["Liste", ...] = ()


class Liste(Struct, frozen=True):
    """A list, numbered or not."""

    numerotee: bool
    elements: tuple[Element, ...]
    sorte: str = "liste"


class Cellule(Struct, frozen=True):
    """A cell: how many columns and rows it takes, and whether it is a heading of either."""

    contenu: Markup
    nombre: bool = False
    colonnes: int = 1
    lignes: int = 1
    entete: bool = False


class Rangee(Struct, frozen=True):
    """A row of cells; `titre`: it is one cell wide, over the rows below it."""

    cellules: tuple[Cellule, ...]

    @property
    def titre(self) -> bool:
        """Whether it stands over the rows that follow."""
        return len(self.cellules) == 1


def _unit(cellule: Cellule | None) -> str:
    """What a number counts, the sign after it or «nombre»; nothing for a text."""
    texte = "" if cellule is None else cellule.contenu.striptags().strip()
    if not texte[:1].isdigit():
        return ""
    return texte[-1] if texte[-1] in "€%" else "nombre"


class Tableau(Struct, frozen=True):
    """A table: its caption, what it says, its rows of headings, of data and of totals."""

    legende: Markup  # as it is printed above the table
    titre: str  # as the document calls it, unseen
    description: str
    entetes: tuple[Rangee, ...]
    rangees: tuple[Rangee, ...]
    totaux: tuple[Rangee, ...] = ()
    ancre: str = ""
    numero: int = 0
    sorte: str = "tableau"

    @property
    def triable(self) -> bool:
        """Whether its rows can be put in another order: each stands for itself, in one unit."""
        simples = (c.colonnes == c.lignes == 1 for r in self.rangees for c in r.cellules)
        colonnes = zip_longest(*(r.cellules for r in self.rangees))
        return (
            len(self.entetes) == 1
            and len(self.rangees) > 2
            and all(simples)
            and all(len({*filter(None, map(_unit, colonne))}) < 2 for colonne in colonnes)
        )


class Chiffres(Struct, frozen=True):
    """Figures to be seen first, each with what it counts."""

    titre: str
    couples: tuple[tuple[Markup, Markup], ...]
    sorte: str = "chiffres"


class Image(Struct, frozen=True):
    """A picture, as an address that holds it."""

    adresse: str
    alt: str
    largeur: int
    hauteur: int
    sorte: str = "image"


class Trait(Struct, frozen=True):
    """A text of a drawing."""

    x: int
    y: int
    texte: str
    corps: int
    couleur: str
    gras: bool
    italique: bool
    ancrage: str


class Forme(Struct, frozen=True):
    """A shape of a drawing: its outline, its fill, its line, what is written on it."""

    trace: str
    fond: str = "none"
    trait: str = "none"
    epaisseur: int = 0
    tirets: bool = False
    textes: tuple[Trait, ...] = ()


class Motif(Struct, frozen=True):
    """A pattern that shapes are filled with."""

    nom: str
    trace: str
    couleur: str
    fond: str


class Dessin(Struct, frozen=True):
    """A drawing made of shapes; lengths are thousandths of a millimetre or so."""

    titre: str
    alt: str
    largeur: int
    hauteur: int
    formes: tuple[Forme, ...]
    motifs: tuple[Motif, ...] = ()
    numero: int = 0
    sorte: str = "dessin"


class Figure(Struct, frozen=True):
    """A picture, a chart or a drawing, with its caption."""

    legende: Markup
    contenu: tuple[Image | Graphique | Dessin, ...]
    a_droite: bool = False
    ancre: str = ""
    sorte: str = "figure"


Bloc = Titre | Paragraphe | Liste | Tableau | Chiffres | Figure


class Note(Struct, frozen=True):
    """A note at the end of the page, and how many times the text calls it."""

    numero: int
    contenu: Markup


class Section(Struct, frozen=True):
    """What stands below a heading of level 2; the first one may have none."""

    titre: Titre | None
    blocs: tuple[Bloc, ...]


class Page(Struct, frozen=True):
    """A document as a page shows it."""

    titre: str
    couverture: tuple[Bloc, ...]
    blocs: tuple[Bloc, ...]
    notes: tuple[Note, ...] = ()
    description: str = ""
    auteur: str = ""
    theme: dict[str, str] = field(default_factory=dict)
    police: str = ""

    @property
    def titres(self) -> tuple[Titre, ...]:
        """The headings of the contents."""
        return tuple(b for b in self.blocs if isinstance(b, Titre) and b.niveau <= 3)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The blocks, a heading of level 2 after another."""
        return tuple(_cut(self.blocs))

    @property
    def sommaire(self) -> tuple[tuple[Titre, tuple[Titre, ...]], ...]:
        """The headings of level 2, each with those of level 3 below it."""
        parties: list[tuple[Titre, list[Titre]]] = []
        for titre in self.titres:
            if titre.niveau == 2 or not parties:
                parties.append((titre, []))
            else:
                parties[-1][1].append(titre)
        return tuple((titre, tuple(siens)) for titre, siens in parties)


def _cut(blocs: tuple[Bloc, ...]) -> Iterator[Section]:
    titre: Titre | None = None
    siens: list[Bloc] = []
    for bloc in blocs:
        if isinstance(bloc, Titre) and bloc.niveau == 2:
            if titre or siens:
                yield Section(titre, tuple(siens))
            titre, siens = bloc, []
        else:
            siens.append(bloc)
    if titre or siens:
        yield Section(titre, tuple(siens))
