"""The pictures, charts and drawings that a paragraph holds."""

from base64 import b64encode
from collections.abc import Iterator
from itertools import count

from msgspec.structs import replace

from rapportpv.export.accessible.ooxml import Element, parse, w, wp
from rapportpv.export.page.blocs import Dessin, Image
from rapportpv.export.page.dessins import Feuille
from rapportpv.export.page.graphiques import read_graphique
from rapportpv.export.page.ooxml import Docx, a, c, r, read_entier, walk, wps
from rapportpv.export.page.traces import Graphique

_EMU_PAR_PIXEL = 9525
_DECORATIF = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SIGNATURES = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


class Figures:
    """What reads drawings, and numbers them through the page."""

    def __init__(self, docx: Docx, theme: dict[str, str]) -> None:
        self._docx, self._theme = docx, theme
        self._numeros = count(1)

    def list(self, paragraphe: Element) -> Iterator[Image | Graphique | Dessin]:
        """The drawings of a paragraph, but for those that only decorate."""
        for dessin in walk(paragraphe):
            if dessin.tag != w("drawing"):
                continue
            dit = next(dessin.iter(wp("docPr")), None)
            if dit is None or next(dit.iter(_DECORATIF), None) is not None:
                continue
            lu = self._read(dessin, dit.get("title", ""), dit.get("descr", ""))
            if lu is not None:
                yield lu

    def _read(self, dessin: Element, titre: str, alt: str) -> Image | Graphique | Dessin | None:
        etendue = next(dessin.iter(wp("extent")), None)
        if etendue is None:
            return None
        if (graphique := next(dessin.iter(c("chart")), None)) is not None:
            return self._read_graphique(graphique.get(r("id"), ""), titre, alt)
        if next(dessin.iter(wps("wsp")), None) is not None:
            return Feuille(self._theme, next(self._numeros)).read(dessin, etendue, titre, alt)
        image = next(dessin.iter(a("blip")), None)
        return None if image is None else self._read_image(image.get(r("embed"), ""), etendue, alt)

    def _read_graphique(self, relation: str, titre: str, alt: str) -> Graphique | None:
        part = self._docx.parts.get(self._docx.relations.get(relation, ""))
        lu = None if part is None else read_graphique(parse(part), titre, alt)
        return None if lu is None else replace(lu, numero=next(self._numeros))

    def _read_image(self, relation: str, etendue: Element, alt: str) -> Image | None:
        """The picture, if a browser can show it."""
        contenu = self._docx.parts.get(self._docx.relations.get(relation, ""), b"")
        sorte = next((sorte for debut, sorte in _SIGNATURES if contenu.startswith(debut)), None)
        if sorte is None:
            return None
        largeur, hauteur = (
            max(1, round(read_entier(etendue, cote) / _EMU_PAR_PIXEL)) for cote in ("cx", "cy")
        )
        adresse = f"data:{sorte};base64,{b64encode(contenu).decode('ascii')}"
        return Image(adresse, alt, largeur, hauteur)
