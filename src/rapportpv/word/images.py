"""Pictures: each a part of the package, once, and a drawing in line with the text or behind it."""

import re
from html import escape

from msgspec import Struct

from rapportpv.core.prose import Image
from rapportpv.word.marques import show_texte
from rapportpv.word.ooxml import RELATIONS, Element, make_all
from rapportpv.word.paquet import Paquet

EMU_PAR_PIXEL = 9525  # at 96 dots an inch
_EXTENSIONS = {"jpg": "jpeg"}
_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIF = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_ENTIER = 100_000  # a share of a side, in the thousandths of a percent of `srcRect`


class Zone(Struct, frozen=True):
    """The room that there is: its width and the height that may be taken, in EMU."""

    largeur: int
    hauteur: int

    def fit(self, largeur: int, hauteur: int) -> tuple[int, int]:
        """That size, made smaller in proportion if need be, never larger."""
        largeur, hauteur = max(largeur, 1), max(hauteur, 1)
        if largeur > self.largeur:
            largeur, hauteur = self.largeur, hauteur * self.largeur // largeur
        if hauteur > self.hauteur:
            largeur, hauteur = largeur * self.hauteur // hauteur, self.hauteur
        return max(largeur, 1), max(hauteur, 1)


class Repere(Struct, frozen=True):
    """What a frame is placed from, in one direction: at one of its edges, or so many EMU away."""

    de: str
    bord: str = ""
    ecart: int = 0


class Cadre(Struct, frozen=True):
    """A place on the page, across and down, and its size in EMU."""

    travers: Repere
    bas: Repere
    largeur: int
    hauteur: int

    def cut(self, largeur: int, hauteur: int) -> tuple[int, int]:
        """What to cut on each side of a picture of that size, then above and below, to fill it."""
        large, haute = largeur * self.hauteur, hauteur * self.largeur
        if large > haute:
            return (large - haute) * _ENTIER // (2 * large), 0
        return 0, (haute - large) * _ENTIER // (2 * max(haute, 1))


class _Pose(Struct, frozen=True):
    """The XML that differs between two pictures: their frame, what they say, what is cut."""

    debut: str
    fin: str
    identite: str  # the end of `docPr`, its description first
    enroulement: str = ""
    coupe: str = ""


class Medias:
    """The pictures of a document: the same bytes are one part."""

    def __init__(self, paquet: Paquet) -> None:
        self._paquet = paquet
        self._parts: dict[bytes, str] = {}

    def draw(self, part: str, image: Image, alt: str, zone: Zone) -> Element:
        """The run that shows a picture in a part, as large as the zone allows."""
        taille = zone.fit(image.largeur * EMU_PAR_PIXEL, image.hauteur * EMU_PAR_PIXEL)
        debut = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        pose = _Pose(debut, "</wp:inline>", f'descr="{_attribut(alt)}"/>')
        return self._draw(part, image, taille, pose)

    def fill(self, part: str, image: Image, cadre: Cadre) -> Element:
        """The run that fills a frame with a picture, behind the text: a decoration."""
        cote, dessus = cadre.cut(image.largeur, image.hauteur)
        debut = (
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
            'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f"{_position('H', cadre.travers)}{_position('V', cadre.bas)}"
        )
        pose = _Pose(
            debut,
            "</wp:anchor>",
            f'descr="">{_DECORATIF}</wp:docPr>',
            enroulement="<wp:wrapNone/>",
            coupe=f'<a:srcRect l="{cote}" t="{dessus}" r="{cote}" b="{dessus}"/>',
        )
        return self._draw(part, image, (cadre.largeur, cadre.hauteur), pose)

    def _draw(self, part: str, image: Image, taille: tuple[int, int], pose: _Pose) -> Element:
        cible = self._paquet.reach(part, f"{RELATIONS}/image", self._part(image))
        nom = _attribut(image.fichier.rpartition("/")[2])
        cotes = f'cx="{taille[0]}" cy="{taille[1]}"'
        (run,) = make_all(
            f"<w:r><w:drawing>{pose.debut}<wp:extent {cotes}/>{pose.enroulement}"
            f'<wp:docPr id="0" name="{nom}" {pose.identite}'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_URI}"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="{nom}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{cible}"/>{pose.coupe}<a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {cotes}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            f"</a:graphic>{pose.fin}</w:drawing></w:r>"
        )
        return run

    def _part(self, image: Image) -> str:
        if image.octets not in self._parts:
            extension = _EXTENSIONS.get(image.format.lower(), image.format.lower())
            nom = self._paquet.free_name(self._paquet.beside(f"media/image1.{extension}"))
            self._paquet.extensions.setdefault(extension, f"image/{extension}")
            self._paquet.parts[nom] = image.octets
            self._parts[image.octets] = nom
        return self._parts[image.octets]


def _attribut(texte: str) -> str:
    return escape(re.sub(r"[ \n]+", " ", show_texte(texte)).strip())


def _position(sens: str, repere: Repere) -> str:
    ou = f"<wp:align>{repere.bord}</wp:align>"
    if not repere.bord:
        ou = f"<wp:posOffset>{repere.ecart}</wp:posOffset>"
    return f'<wp:position{sens} relativeFrom="{repere.de}">{ou}</wp:position{sens}>'
