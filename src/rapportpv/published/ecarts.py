"""What differs between two states of a year, or between the figures of two years."""

from fractions import Fraction

from msgspec import Struct

from rapportpv.core.chiffre import Unite


class EcartChiffre(Struct, frozen=True):
    """A figure that is not what it was, as printed and exact; None where there was or is none.

    `places`: the cells that moved it («programmation.xlsx › L37»). `sources`: all that it adds up.
    """

    nom: str
    libelle: str
    unite: Unite
    avant: str | None
    apres: str | None
    valeur_avant: Fraction | None = None
    valeur_apres: Fraction | None = None
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def is_visible(self) -> bool:
        """Whether the change shows once the figure is rounded and printed."""
        return self.avant != self.apres


class EcartTableau(Struct, frozen=True):
    """A table whose lines changed: those that are gone, and those that have come."""

    nom: str
    titre: str
    retirees: tuple[tuple[str, ...], ...]
    ajoutees: tuple[tuple[str, ...], ...]


class EcartTexte(Struct, frozen=True):
    """A text that changed: «modifié», «ajouté» or «retiré»."""

    fichier: str
    etat: str


class EcartDocument(Struct, frozen=True):
    """Something that the document says of itself, as printed: its version, its date."""

    libelle: str
    avant: str
    apres: str


class Ecarts(Struct, frozen=True):
    """All that differs; `depuis` names what is compared with, None when nothing was published."""

    annee: int
    depuis: str | None
    chiffres: tuple[EcartChiffre, ...] = ()
    tableaux: tuple[EcartTableau, ...] = ()
    textes: tuple[EcartTexte, ...] = ()
    document: tuple[EcartDocument, ...] = ()
    contrat: str | None = None  # the new one, between two years that are not under the same

    def __bool__(self) -> bool:
        """Whether there is anything to publish."""
        rien = not (self.chiffres or self.tableaux or self.textes or self.document)
        return self.depuis is None or not rien

    @property
    def visibles(self) -> tuple[EcartChiffre, ...]:
        """The figures whose change shows."""
        return tuple(ecart for ecart in self.chiffres if ecart.is_visible)
