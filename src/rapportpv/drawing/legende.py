"""What stands below a map: its colours and patterns, its numbers, its scale."""

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from rapportpv.core.dessin import MM, Ecrit, Fond, Forme, Rectangle, Trace, Trait
from rapportpv.drawing.formes import Pave, join
from rapportpv.drawing.texte import height, line_height, measure, wrap
from rapportpv.french.typographie import INSECABLE, format_decimal

CORPS = 9
PASTILLE, HAUT_PASTILLE = 8 * MM, 4 * MM
ECART = 5 * MM
_AIR = 2 * MM
_BARRE_MAX = 40 * MM
_RONDS = tuple(rond * 10**puissance for puissance in range(1, 6) for rond in (1, 2, 5))


class Cle(Struct, frozen=True):
    """An entry: how it is drawn, what it says, what is listed below it («1. Les Tilleuls»)."""

    texte: str
    fond: Fond | None = None
    trait: Trait | None = None
    liste: tuple[str, ...] = ()


def flow(paves: Sequence[Pave], largeur: int) -> Pave:
    """Entries side by side, on as many rows as it takes."""
    places, x, y, haut = [], 0, 0, 0
    for pave in paves:
        if x and x + pave.largeur > largeur:
            x, y = 0, y + haut + _AIR
            haut = 0
        places.append((x, y))
        x, haut = x + pave.largeur + ECART, max(haut, pave.hauteur)
    return join(paves, places)


def columns(cles: Sequence[Cle], largeur: int) -> Pave:
    """Entries with what is listed below each, in columns of one width, three at most."""
    nombre = min(3, len(cles))
    large = (largeur - ECART * (nombre - 1)) // nombre
    paves = [draw_cle(cle, large) for cle in cles]
    rangs = [paves[debut : debut + nombre] for debut in range(0, len(paves), nombre)]
    hauteurs = [max(pave.hauteur for pave in rang) + _AIR for rang in rangs]
    hauts = list(accumulate(hauteurs, initial=0))
    places = [
        (colonne * (large + ECART), hauts[rang])
        for rang, siens in enumerate(rangs)
        for colonne in range(len(siens))
    ]
    return join(paves, places)


def stack(paves: Sequence[Pave]) -> Pave:
    """Blocks one below the other."""
    hauts = accumulate((pave.hauteur + _AIR for pave in paves[:-1]), initial=0)
    return join(paves, [(0, y) for y in hauts])


def draw_cle(cle: Cle, largeur: int | None = None) -> Pave:
    """An entry as wide as its text, or as it is told."""
    debut = PASTILLE + 2 * MM
    libelle = Ecrit(cle.texte, CORPS, gras=bool(cle.liste))
    large = measure(cle.texte, CORPS, gras=libelle.gras) + MM
    if largeur is not None:
        large = largeur - debut
    haut = max(HAUT_PASTILLE, height(wrap(libelle, large)))
    haut_pastille = (haut - HAUT_PASTILLE) // 2
    formes: list[Forme] = [
        Rectangle("Légende", 0, haut_pastille, PASTILLE, HAUT_PASTILLE, cle.fond, cle.trait),
        Rectangle("Légende", debut, 0, large, haut, ecrits=(libelle,)),
    ]
    if cle.liste:
        ecrits = tuple(Ecrit(texte, CORPS) for texte in cle.liste)
        lignes = tuple(ligne for ecrit in ecrits for ligne in wrap(ecrit, large))
        suite = height(lignes)
        liste = Rectangle("Légende", debut, haut + MM, large, suite, ecrits=ecrits, en_haut=True)
        formes.append(liste)
        haut += MM + suite
    return Pave(debut + large, haut, tuple(formes))


def draw_echelle(metre: float, *, environ: bool = False) -> Pave:
    """The scale bar: the longest round distance that fits; `metre` is that many EMU.

    `environ`: distances are about right, and it says so.
    """
    metres = max((rond for rond in _RONDS if rond * metre <= _BARRE_MAX), default=_RONDS[0])
    long, haut = round(metres * metre), line_height(CORPS)
    unite, valeur = ("km", metres // 1000) if metres >= 1000 else ("m", metres)
    texte = f"{'environ ' * environ}{format_decimal(valeur, 0)}{INSECABLE}{unite}"
    milieu, cran = haut // 2, MM
    barre = Trace(
        "Échelle",
        (
            ((0, milieu), (long, milieu)),
            ((0, milieu - cran), (0, milieu + cran)),
            ((long, milieu - cran), (long, milieu + cran)),
        ),
        trait=Trait("tx1"),
    )
    large = measure(texte, CORPS) + MM
    ecrit = Rectangle("Échelle", long + 2 * MM, 0, large, haut, ecrits=(Ecrit(texte, CORPS),))
    return Pave(long + 2 * MM + large, haut, (barre, ecrit))
