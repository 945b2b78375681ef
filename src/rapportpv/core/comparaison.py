"""What changed from a document to another: figures by name, words, tables, pictures."""

from enum import StrEnum

from msgspec import Struct

from rapportpv.core.relecture import Place


class Sorte(StrEnum):
    """What became of a thing; the words are those that follow its name."""

    AJOUTE = "ajouté"
    RETIRE = "retiré"
    MODIFIE = "modifié"
    DEPLACE = "déplacé"


class Objet(StrEnum):
    """What changed."""

    PARAGRAPHE = "paragraphe"
    TABLEAU = "tableau"
    LIGNE = "ligne"
    COLONNE = "colonne"
    CELLULE = "cellule"
    IMAGE = "image"
    GRAPHIQUE = "graphique"
    DESSIN = "dessin"  # a map, an organisation chart: shapes of Word


class Trait(StrEnum):
    """What became of some words."""

    GARDE = "="
    OTE = "-"
    MIS = "+"


class Fragment(Struct, frozen=True):
    """Some words of a paragraph that changed, and what became of them."""

    trait: Trait
    texte: str


class ChiffreChange(Struct, frozen=True):
    """A named figure that is written otherwise, and all the places where it is."""

    nom: str
    avant: str
    apres: str
    places: tuple[Place, ...]


class Changement(Struct, frozen=True):
    """A thing that changed. `place` is in the later document, but for what was taken out.

    `depuis`: where what was moved stood. `fragments`: the words of what was changed.
    """

    sorte: Sorte
    objet: Objet
    place: Place
    avant: str = ""
    apres: str = ""
    fragments: tuple[Fragment, ...] = ()
    depuis: Place | None = None


class Comparaison(Struct, frozen=True):
    """Two documents, by the names of their files, and all that changed.

    `mises_en_forme`: how many paragraphs say the same in another look.
    """

    avant: str
    apres: str
    chiffres: tuple[ChiffreChange, ...] = ()
    changements: tuple[Changement, ...] = ()
    mises_en_forme: int = 0
    remarques: tuple[str, ...] = ()

    @property
    def is_vide(self) -> bool:
        """Whether nothing changed that anybody could see."""
        return not (self.chiffres or self.changements or self.mises_en_forme)
