"""About how high the blocks of a body are: enough to tell a full page from a nearly empty one.

Nobody but a word processor knows where lines break; here a sign is half as wide as it is high.
"""

from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct, field

from rapportpv.word.attente import Attente
from rapportpv.word.ooxml import WP, Element, child, flatten, style_of, w
from rapportpv.word.styles import Styles
from rapportpv.word.zones import EMU_PAR_TWIP

_CORPS = 24  # half points: Normal, when nothing says
_SIGNE = 4.9  # twips wide for each half point of the letters
_LIGNE = 12.2  # twips high, by half point, single spaced
_SIMPLE = 240
_CELLULE = 170  # twips above and below a text in a cell, together
_ETROIT = 600  # twips: no line is taken for narrower
_LIGNES_TENUES = 10  # of a table with its heading and its total, which is never parted
_LIGNES_GROUPEES = 3  # of a paragraph: two stay together on each page
_ETENDUE = f"{{{WP}}}extent"
_MOTS = w("rStyle")


class _Forme(Struct, frozen=True):
    """What a style makes of a line: letters in half points, spaces in twips, a page break before.

    `lie` when it stays on the page of the next block; `retrait` is taken from its width.
    """

    corps: int
    avant: int
    apres: int
    interligne: int
    saut: bool
    lie: bool
    retrait: int

    def room(self, largeur: int) -> int:
        """How much of a width its lines have."""
        return max(largeur - self.retrait, _ETROIT)


class Regle(Struct, frozen=True):
    """Measures blocks in the styles of a document, on lines that wide (twips)."""

    styles: Styles
    largeur: int
    attente: Attente = field(default_factory=Attente)
    _formes: dict[str, _Forme] = field(default_factory=dict)

    def breaks(self, paragraphe: Element) -> bool:
        """Whether a paragraph's style has it start a page."""
        return self._forme(_style(paragraphe)).saut

    def keeps(self, bloc: Element) -> bool:
        """Whether a paragraph's style has it stay with the next block."""
        return bloc.tag == w("p") and self._forme(_style(bloc)).lie

    def height(self, bloc: Element) -> int:
        """The height of a paragraph, of a table or of what a content control holds."""
        if bloc.tag == w("tbl"):
            colonnes = bloc.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
            grille = [_number(colonne, "w") for colonne in colonnes]
            lignes = (li for tete in bloc.iter(w("tr")) for li in self.attente.show(tete))
            return sum(self._row(ligne, grille) for ligne in lignes)
        if bloc.tag == w("sdt"):
            return sum(map(self.height, unfold(bloc)))
        return self._paragraph(bloc, self.largeur) if bloc.tag == w("p") else 0

    def may_part(self, bloc: Element) -> bool:
        """Whether a page may end within: rows of a long table, lines of a long paragraph."""
        if bloc.tag == w("tbl"):
            return self.attente.count(bloc) > _LIGNES_TENUES
        if bloc.tag != w("p") or next(bloc.iter(_ETENDUE), None) is not None:
            return False
        forme = self._forme(_style(bloc))
        lignes = len(flatten(bloc)) * _SIGNE * forme.corps / forme.room(self.largeur)
        return lignes > _LIGNES_GROUPEES

    def overlap(self, haut: Element, bas: Element) -> int:
        """What two paragraphs share of the space between them: the larger of the two stands."""
        if not haut.tag == bas.tag == w("p"):
            return 0
        return min(self._forme(_style(haut)).apres, self._forme(_style(bas)).avant)

    def _row(self, ligne: Element, grille: Sequence[int]) -> int:
        cellules = [
            sum(
                self._paragraph(p, max(largeur - _CELLULE, _ETROIT))
                for p in unfold(cellule)
                if p.tag == w("p")
            )
            for cellule, largeur in zip(ligne.iter(w("tc")), grille, strict=False)
        ]
        return max(cellules, default=0) + _CELLULE

    def _paragraph(self, paragraphe: Element, largeur: int) -> int:
        if child(child(paragraphe, w("pPr")), w("framePr")) is not None:
            return 0  # beside the text
        forme = self._forme(_style(paragraphe))
        dessins = [_number(e, "cy", nu=True) // EMU_PAR_TWIP for e in paragraphe.iter(_ETENDUE)]
        corps = max(forme.corps, *(self._letters(e) for e in paragraphe.iter(_MOTS)), 0)
        signes = len(flatten(paragraphe)) * _SIGNE * corps
        ligne = _LIGNE * corps * forme.interligne / _SIMPLE
        texte = round(max(1, ceil(signes / forme.room(largeur))) * ligne)
        return forme.avant + forme.apres + max([texte, *dessins])

    def _letters(self, mots: Element) -> int:
        """The half points of words that have a style of their own; 0 when it says none."""
        style = self.styles.element(mots.get(w("val"), ""))
        corps = None if style is None else style.find(f"{w('rPr')}/{w('sz')}")
        return 0 if corps is None else _number(corps, "val")

    def _forme(self, style: str) -> _Forme:
        if style not in self._formes:
            self._formes[style] = self._read(style)
        return self._formes[style]

    def _read(self, style: str) -> _Forme:
        lus: dict[str, int] = {}
        for element in self._lineage(style):
            espace = element.find(f"{w('pPr')}/{w('spacing')}")
            retrait = element.find(f"{w('pPr')}/{w('ind')}")
            for ou, noms in ((espace, ("before", "after", "line")), (retrait, ("left", "right"))):
                for nom in noms:
                    if ou is not None and ou.get(w(nom)):
                        lus.setdefault(nom, _number(ou, nom))
            corps = element.find(f"{w('rPr')}/{w('sz')}")
            if corps is not None:
                lus.setdefault("sz", _number(corps, "val"))
            for nom in ("pageBreakBefore", "keepNext"):
                dit = element.find(f"{w('pPr')}/{w(nom)}")
                if dit is not None:
                    lus.setdefault(nom, int(dit.get(w("val"), "1") not in {"0", "false"}))
        return _Forme(
            lus.get("sz", _CORPS),
            lus.get("before", 0),
            lus.get("after", 0),
            lus.get("line", _SIMPLE),
            bool(lus.get("pageBreakBefore", 0)),
            bool(lus.get("keepNext", 0)),
            lus.get("left", 0) + lus.get("right", 0),
        )

    def _lineage(self, style: str) -> Iterator[Element]:
        """The definition of a style, then of those that it is based on."""
        vus: set[str] = set()
        while style and style not in vus:
            vus.add(style)
            element = self.styles.element(style)
            if element is None:
                return
            yield element
            base = element.find(w("basedOn"))
            style = "" if base is None else base.get(w("val"), "")


def unfold(racine: Element) -> Iterator[Element]:
    """The blocks of a body or of a cell, those of content controls too."""
    for bloc in racine:
        contenu = bloc.find(w("sdtContent")) if bloc.tag == w("sdt") else None
        if bloc.tag == w("sdtContent"):
            contenu = bloc
        if contenu is None:
            yield bloc
        else:
            yield from unfold(contenu)


def _style(paragraphe: Element) -> str:
    style = style_of(paragraphe)
    return "Normal" if style is None else style


def _number(element: Element, attribut: str, *, nu: bool = False) -> int:
    try:
        return int(float(element.get(attribut if nu else w(attribut)) or 0))
    except ValueError:
        return 0
