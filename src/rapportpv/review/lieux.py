"""Where a region is, as a person finds it: the heading above, then the first words, or the row."""

from collections.abc import Iterable, Mapping

from rapportpv.word.ooxml import Element, ancestor, flatten, w
from rapportpv.word.paquet import Paquet
from rapportpv.word.regions import Genre, Region
from rapportpv.word.releves import iter_cells
from rapportpv.word.styles import Styles

_LONGUEUR = 60
_PARTIES = {
    "header": "en-tête",
    "footer": "pied de page",
    "footnotes": "note de bas de page",
    "endnotes": "note de fin",
}


def list_parties(paquet: Paquet) -> dict[str, str]:
    """The parts that hold words, by what they are called in Word; the body is «»."""
    parties = {paquet.document: ""}
    for sorte, nom in _PARTIES.items():
        for part in paquet.related(paquet.document, sorte):
            if part in paquet.parts:
                parties[part] = nom
    return parties


class Lieux:
    """The places of the regions of a document."""

    def __init__(
        self,
        racines: Mapping[str, Element],
        parties: Mapping[str, str],
        styles: Styles,
        regions: Iterable[Region],
    ) -> None:
        self._parties = parties
        self._titres: dict[Element, str] = {}
        voulus = {p for region in regions if (p := anchor_of(region)) is not None}
        for racine in racines.values():
            self._walk(racine, styles, voulus)

    def tell(self, region: Region) -> str:
        """Where a region is."""
        paragraphe = anchor_of(region)
        if paragraphe is None:
            return self._parties.get(region.part, "")
        ou = self._parties.get(region.part) or self._titres.get(paragraphe, "")
        return " › ".join(filter(None, (ou, _words(region, paragraphe))))

    def _walk(self, racine: Element, styles: Styles, voulus: set[Element]) -> None:
        """Note the heading above each paragraph that is asked for."""
        titre = ""
        for paragraphe in racine.iter(w("p")):
            if styles.niveau(paragraphe):
                titre = shorten(flatten(paragraphe)) or titre
            if paragraphe in voulus:
                self._titres[paragraphe] = titre


def anchor_of(region: Region) -> Element | None:
    """The paragraph that a region is in, or that begins it."""
    for element in (*region.contenus, region.controle, region.debut):
        if element is None:
            continue
        paragraphe = element if element.tag == w("p") else ancestor(element, w("p"))
        if paragraphe is None:
            paragraphe = next(element.iter(w("p")), None)
        if paragraphe is not None:
            return paragraphe
    return None


def shorten(texte: str) -> str:
    """The first words of a text."""
    plein = " ".join(texte.split())
    return plein if len(plein) <= _LONGUEUR else f"{plein[: _LONGUEUR - 1].rstrip()}…"


def _words(region: Region, paragraphe: Element) -> str:
    """The first words of the paragraph, or of the row, of a figure."""
    if region.ancre.genre is not Genre.CHIFFRE:
        return ""
    ligne = ancestor(paragraphe, w("tr"))
    if ligne is None:
        return f"« {shorten(flatten(paragraphe))} »"
    premiere = next(iter_cells(ligne), None)
    if premiere is None:
        return ""
    return f"ligne « {shorten(' '.join(map(flatten, premiere.iter(w('p')))))} »"
