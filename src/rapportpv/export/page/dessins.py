"""A drawing of a document, made of Word's shapes, as outlines and texts of SVG."""

import textwrap

from rapportpv.core.couleur import tint
from rapportpv.export.accessible.ooxml import Element, local, w
from rapportpv.export.page.blocs import Dessin, Forme, Motif, Trait
from rapportpv.export.page.ooxml import a, read_entier, wps
from rapportpv.export.page.textes import read_texte

_UNITE = 360
"""EMU in a unit of the SVG: a hundredth of a millimetre."""

_POINT = 12700
_ENTIER = 100_000  # thousandths of a percent: all of a colour
_INTERLIGNE = 1.22
_HAUT_DE_LETTRE = 0.92
_CADRATIN, _CADRATIN_SERRE = 0.5, 0.4  # the width of a letter: on the safe side, and at least
_EMPLOIS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_THEME = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2"}
_MOTIFS = {  # squares of 100, drawn with the colour of the ground
    "dkHorz": "M0 25H100M0 75H100",
    "dkVert": "M25 0V100M75 0V100",
    "smGrid": "M0 50H100M50 0V100",
    "lgGrid": "M0 0H100M0 0V100",
    "wdUpDiag": "M-25 25L25 -25M0 100L100 0M75 125L125 75",
    "wdDnDiag": "M75 -25L125 25M0 0L100 100M-25 75L25 125",
    "diagCross": "M0 0L100 100M100 0L0 100",
}
_ANCRAGES = {"center": "middle", "right": "end", "end": "end"}


class Feuille:
    """A drawing as it is read: its shapes, and the patterns that they ask for."""

    def __init__(self, theme: dict[str, str], numero: int) -> None:
        self._theme, self._numero = theme, numero
        self._motifs: dict[tuple[str, str, str], Motif] = {}

    def read(self, dessin: Element, etendue: Element, titre: str, alt: str) -> Dessin | None:
        """The drawing; None when nothing of it can be drawn."""
        formes = tuple(f for forme in dessin.iter(wps("wsp")) if (f := self._read_forme(forme)))
        largeur, hauteur = (_unite(read_entier(etendue, cote)) for cote in ("cx", "cy"))
        if not formes or not largeur or not hauteur:
            return None
        motifs = tuple(self._motifs.values())
        return Dessin(titre or alt, alt, largeur, hauteur, formes, motifs, self._numero)

    def _read_forme(self, forme: Element) -> Forme | None:
        proprietes = forme.find(wps("spPr"))
        place = None if proprietes is None else proprietes.find(a("xfrm"))
        if proprietes is None or place is None:
            return None
        x, y = (_unite(read_entier(place.find(a("off")), axe)) for axe in "xy")
        cotes = (_unite(read_entier(place.find(a("ext")), cote)) for cote in ("cx", "cy"))
        large, haut = cotes
        ligne = proprietes.find(a("ln"))
        trait = "none" if ligne is None else self._fill(ligne)
        fond, textes = self._fill(proprietes), self._read_textes(forme, (x, y, large, haut))
        if fond == trait == "none" and not textes:
            return None
        tirets = ligne is not None and ligne.find(a("prstDash")) is not None
        epaisseur = _unite(read_entier(ligne, "w", 9525))
        return Forme(_trace(proprietes, x, y, large, haut), fond, trait, epaisseur, tirets, textes)

    def _fill(self, proprietes: Element) -> str:
        """What fills a shape or a line: a colour, a pattern or nothing."""
        plein = proprietes.find(a("solidFill"))
        if plein is not None:
            return self._colour(plein)
        motif = proprietes.find(a("pattFill"))
        if motif is None:
            return "none"
        devant, derriere = (
            "none" if (lieu := motif.find(a(nom))) is None else self._colour(lieu)
            for nom in ("fgClr", "bgClr")
        )
        cle = motif.get("prst", ""), devant, derriere
        if cle[0] not in _MOTIFS:
            return derriere
        nom = f"motif-{self._numero}-{len(self._motifs) + 1}"
        self._motifs.setdefault(cle, Motif(nom, _MOTIFS[cle[0]], devant, derriere))
        return f"url(#{self._motifs[cle].nom})"

    def _colour(self, lieu: Element) -> str:
        for couleur in lieu:
            if local(couleur) == "srgbClr":
                return f"#{_six(couleur.get('val', ''))}"
            if local(couleur) == "schemeClr":
                nom = couleur.get("val", "")
                pleine = self._theme.get(_EMPLOIS.get(nom, nom), "808080")
                return f"#{_lighten(pleine, couleur)}"
        return "none"

    def _read_textes(self, forme: Element, boite: tuple[int, int, int, int]) -> tuple[Trait, ...]:
        """The lines of text of a box, one below the other, where Word puts them."""
        cadre, corps = forme.find(wps("txbx")), forme.find(wps("bodyPr"))
        if cadre is None:
            return ()
        x, y, largeur, hauteur = boite
        marges = _unite(read_entier(corps, "lIns")) + _unite(read_entier(corps, "rIns"))
        lignes = [
            (ligne, texte, _read_corps(ligne))
            for ligne in cadre.iter(w("p"))
            for texte in _fold(read_texte(ligne), _read_corps(ligne), largeur - marges)
        ]
        en_haut = corps is not None and corps.get("anchor") == "t"
        prise = sum(round(taille * _INTERLIGNE) for _, _, taille in lignes)
        haut = y if en_haut else y + (hauteur - prise) // 2
        textes = []
        for ligne, texte, taille in lignes:
            bord = ligne.find(f"{w('pPr')}/{w('jc')}")
            ancrage = _ANCRAGES.get("" if bord is None else bord.get(w("val"), ""), "start")
            pied = haut + round(taille * _HAUT_DE_LETTRE)
            ou = _bord(x, largeur, ancrage, corps)
            textes.append(Trait(ou, pied, texte, taille, *self._read_encre(ligne), ancrage))
            haut += round(taille * _INTERLIGNE)
        return tuple(textes)

    def _read_encre(self, ligne: Element) -> tuple[str, bool, bool]:
        """The colour of a line, and whether it is bold, and in italics."""
        couleur = next(ligne.iter(w("color")), None)
        gras, italique = (next(ligne.iter(w(nom)), None) is not None for nom in "bi")
        if couleur is None:
            return f"#{self._theme.get('dk1', '000000')}", gras, italique
        nom = couleur.get(w("themeColor"), "")
        brute = _six(couleur.get(w("val"), ""))
        return f"#{self._theme.get(_THEME.get(nom, nom), brute)}", gras, italique


def _lighten(pleine: str, couleur: Element) -> str:
    """A colour of the theme as the tint that is asked for."""
    garde, ajout = (couleur.find(a(nom)) for nom in ("lumMod", "lumOff"))
    if garde is None and ajout is None:
        return pleine
    parts = (read_entier(garde, "val", _ENTIER), read_entier(ajout, "val"))
    return tint(pleine, *(part / _ENTIER for part in parts))


def _fold(texte: str, corps: int, largeur: int) -> list[str]:
    """The lines of a text in a box, as near as can be told without its font."""
    signes = max(4, int(largeur / (corps * _CADRATIN)))
    if len(texte) * corps * _CADRATIN_SERRE <= largeur:
        return [texte] if texte else []
    return textwrap.wrap(texte, signes)


def _bord(x: int, largeur: int, ancrage: str, corps: Element | None) -> int:
    gauche, droite = (_unite(read_entier(corps, cote, 0)) for cote in ("lIns", "rIns"))
    if ancrage == "middle":
        return x + largeur // 2
    return x + largeur - droite if ancrage == "end" else x + gauche


def _trace(proprietes: Element, x: int, y: int, largeur: int, hauteur: int) -> str:
    """The outline of a shape: a rectangle, unless it has points of its own."""
    chemins = list(proprietes.iter(a("path")))
    if not chemins:
        return f"M{x} {y}h{largeur}v{hauteur}h{-largeur}z"
    return "".join(_follow(chemin, x, y, largeur, hauteur) for chemin in chemins)


def _follow(chemin: Element, x: int, y: int, largeur: int, hauteur: int) -> str:
    sur_l, sur_h = read_entier(chemin, "w"), read_entier(chemin, "h")
    pas: list[str] = []
    for geste in chemin:
        if local(geste) == "close":
            pas.append("z")
            continue
        lettre = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "quadBezTo": "Q"}.get(local(geste))
        lus = ((read_entier(p, "x"), read_entier(p, "y")) for p in geste.iter(a("pt")))
        points = (
            f"{x + _part(px, sur_l, largeur)} {y + _part(py, sur_h, hauteur)}" for px, py in lus
        )
        pas.append(lettre + " ".join(points) if lettre else "")
    return "".join(pas)


def _part(valeur: int, sur: int, cote: int) -> int:
    return round(valeur * cote / sur) if sur else 0


def _read_corps(ligne: Element) -> int:
    """The size of a line's letters, in units."""
    taille = next(ligne.iter(w("sz")), None)
    return round(read_entier(taille, w("val"), 22) / 2 * _POINT / _UNITE)


def _unite(emu: int) -> int:
    return round(emu / _UNITE)


def _six(texte: str) -> str:
    est_six = len(texte) == 6 and all(signe in "0123456789abcdefABCDEF" for signe in texte)
    return texte.upper() if est_six else "000000"
