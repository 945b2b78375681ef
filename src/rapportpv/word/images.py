"""Pictures: each a part of the package, once, and a drawing in line with the text."""

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


class Medias:
    """The pictures of a document: the same bytes are one part."""

    def __init__(self, paquet: Paquet) -> None:
        self._paquet = paquet
        self._parts: dict[bytes, str] = {}

    def draw(self, part: str, image: Image, alt: str, zone: Zone) -> Element:
        """The run that shows a picture in a part, as large as the zone allows."""
        cible = self._paquet.reach(part, f"{RELATIONS}/image", self._part(image))
        largeur, hauteur = zone.fit(image.largeur * EMU_PAR_PIXEL, image.hauteur * EMU_PAR_PIXEL)
        nom = _attribut(image.fichier.rpartition("/")[2])
        taille = f'cx="{largeur}" cy="{hauteur}"'
        (run,) = make_all(
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {taille}/><wp:docPr id="0" name="{nom}" descr="{_attribut(alt)}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_URI}"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="{nom}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{cible}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {taille}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r>"
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
