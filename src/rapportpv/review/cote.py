"""A document read for its regions: the edited one, or the one that the year would build."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from rapportpv.review.lieux import Lieux, list_parties
from rapportpv.word.ooxml import Element, parse
from rapportpv.word.paquet import Paquet
from rapportpv.word.regions import Ancre, Region
from rapportpv.word.releves import mask, read_contenu
from rapportpv.word.reperage import Trouvailles, locate
from rapportpv.word.styles import Styles, read_styles


class Cote(Struct, frozen=True):
    """The package, the roots of the parts that hold words, and the regions found in them."""

    paquet: Paquet
    parties: Mapping[str, str]
    racines: dict[str, Element]
    trouvailles: Trouvailles
    masques: dict[Element, str]

    @property
    def regions(self) -> Mapping[str, Region]:
        """The regions, by bookmark."""
        return self.trouvailles.regions

    def read(self, region: Region) -> str:
        """What a region says."""
        return read_contenu(region, self.paquet, self.masques)

    def place(self) -> Lieux:
        """Where the regions are."""
        regions = [*self.regions.values(), *self.trouvailles.surplus]
        return Lieux(self.racines, self.parties, styles_of(self.paquet), regions)


def open_cote(paquet: Paquet, ancres: Iterable[Ancre]) -> Cote:
    """The document with its regions of those anchors found."""
    parties = list_parties(paquet)
    racines = {part: parse(paquet.parts[part]) for part in parties}
    trouvailles = locate(racines, ancres)
    return Cote(paquet, parties, racines, trouvailles, mask(trouvailles.regions))


def styles_of(paquet: Paquet) -> Styles:
    """The styles of a document."""
    parts = [p for p in paquet.related(paquet.document, "styles") if p in paquet.parts]
    return read_styles(parse(paquet.parts[parts[0]]) if parts else None)
