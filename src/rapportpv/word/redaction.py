"""What writing the texts into a document takes: its styles, lists, notes, pictures and figures."""

from collections.abc import Callable

from msgspec import Struct

from rapportpv.word.images import Medias
from rapportpv.word.listes import Listes
from rapportpv.word.notes import Notes
from rapportpv.word.ooxml import RELATIONS, parse, serialise
from rapportpv.word.paquet import Paquet
from rapportpv.word.styles import Styles, read_styles


class Redaction(Struct):
    """One document being written; `call` gives what a text's call to a figure prints."""

    paquet: Paquet
    styles: Styles
    listes: Listes
    notes: Notes
    medias: Medias
    call: Callable[[str], str]

    @property
    def part(self) -> str:
        """The part that texts are put into."""
        return self.paquet.document

    def link(self, part: str, adresse: str) -> str:
        """The id of the relationship of a part to an address outside."""
        return self.paquet.reach(part, f"{RELATIONS}/hyperlink", adresse, externe=True)


def open_redaction(paquet: Paquet, call: Callable[[str], str]) -> Redaction:
    """What writing into that package takes."""
    parts = paquet.related(paquet.document, "styles")[:1]
    styles = read_styles(parse(paquet.parts[parts[0]]) if parts else None)
    listes, notes = Listes(paquet, styles), Notes(paquet, styles)
    return Redaction(paquet, styles, listes, notes, Medias(paquet), call)


def close_redaction(redaction: Redaction) -> None:
    """Write the styles and lists that were added into the package."""
    redaction.listes.close()
    if redaction.styles.ajouts and redaction.styles.racine is not None:
        (part, *_) = redaction.paquet.related(redaction.paquet.document, "styles")
        redaction.paquet.parts[part] = serialise(redaction.styles.racine)
