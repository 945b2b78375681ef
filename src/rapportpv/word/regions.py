"""The regions of a document: what the program wrote, found again by control, title or bookmark.

A word processor may lose any two of the three. A bookmark is unique, so it says which of the
regions that share a name this one is; a control says exactly how far it goes.
"""

from enum import StrEnum

from msgspec import Struct

from rapportpv.word.noms import signet, signet_graphique
from rapportpv.word.ooxml import Element, ancestor, child, tag_of, w

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MORTS = (w("del"), w("moveFrom"), f"{{{MC}}}Fallback")
_CLOS = (*_MORTS, w("txbxContent"))
_TEXTES = ("textes.", "focus.")
_DESSINS = "dessins."
_CHARTE = "charte."


class Genre(StrEnum):
    """What a region holds."""

    CHIFFRE = "chiffre"  # words within a paragraph: a figure, a date
    TABLEAU = "tableau"
    GRAPHIQUE = "graphique"
    DESSIN = "dessin"
    IMAGE = "image"  # a photo or a logo that stands in a frame, the picture of a cover
    TEXTE = "texte"  # what the year's own texts say


RETOUCHABLES = frozenset((Genre.TEXTE, Genre.IMAGE))
"""What comes from the year's own files, to be worked over in the document."""


class Ancre(Struct, frozen=True):
    """What a region is known by: its bookmark, unique, and its name, that several may share."""

    signet: str
    nom: str
    genre: Genre


class Region(Struct, frozen=True):
    """A region found in a part.

    `contenus`: the runs of a figure; the element whose rows a table's are; the run of a chart, of
    a drawing or of a picture; the blocks of a text.
    """

    ancre: Ancre
    part: str
    contenus: tuple[Element, ...]
    controle: Element | None = None
    debut: Element | None = None


def list_ancres(racine: Element) -> list[Ancre]:
    """The anchors of a part as `build` leaves it, in order."""
    ancres = []
    for debut in racine.iter(w("bookmarkStart")):
        nom_de_signet = debut.get(w("name"), "")
        suivant = debut.getnext()
        en_ligne = suivant is not None and suivant.tag == w("sdt")
        candidats = [suivant] if en_ligne and suivant is not None else []
        for controle in (*candidats, *debut.iterancestors(w("sdt"))):
            nom = tag_of(controle) or ""
            genre = _genre(nom, nom_de_signet, controle if controle is suivant else None)
            if genre is not None:
                ancres.append(Ancre(nom_de_signet, nom, genre))
                break
    return ancres


def _genre(nom: str, signet_lu: str, en_ligne: Element | None) -> Genre | None:
    """What the control of that name holds, if that bookmark is its own."""
    if nom and _is_repeat(signet_lu, signet_graphique(nom)):
        return Genre.GRAPHIQUE
    if not nom or not _is_repeat(signet_lu, signet(nom)):
        return None
    if en_ligne is not None:
        return Genre.CHIFFRE if next(en_ligne.iter(w("drawing")), None) is None else Genre.IMAGE
    if nom.startswith(_DESSINS):
        return Genre.DESSIN
    if nom.startswith(_CHARTE):
        return Genre.IMAGE
    return Genre.TEXTE if nom.startswith(_TEXTES) else Genre.TABLEAU


def _is_repeat(nom: str, base: str) -> bool:
    return nom == base or (nom.startswith(f"{base}_") and nom[len(base) + 1 :].isdecimal())


def is_dead(element: Element) -> bool:
    """Whether an element is in a deletion, or in the copy that old readers see."""
    return next(element.iterancestors(*_MORTS), None) is not None


def live_runs(element: Element) -> list[Element]:
    """The runs under an element that are part of its text; those of its drawings are not."""
    runs = list(element.iter(w("r")))
    if all(run.getparent() is element for run in runs):  # the most common, told at once
        return [] if not runs or element.tag in _CLOS or is_dead(element) else runs
    boite = _box_of(element)
    return [r for r in runs if not is_dead(r) and _box_of(r) is boite]


def is_plain(element: Element) -> bool:
    """Whether every run under an element is part of its text."""
    return not is_dead(element) and next(element.iter(*_CLOS), None) is None


def _box_of(element: Element) -> Element | None:
    """The text box that an element is in."""
    return ancestor(element, w("txbxContent"))


def has_texte(run: Element) -> bool:
    """Whether a run holds words."""
    return child(run, w("t")) is not None
