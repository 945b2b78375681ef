"""A content as a text without style, where Word takes no other: titles, table captions."""

import re
from collections.abc import Callable, Iterable

from rapportpv.core.prose import Appel, EnLigne, Fragment, Note
from rapportpv.word.marques import show_texte, strip_marques


def plain(contenu: Iterable[EnLigne], call: Callable[[str], str] = "{{{{ {} }}}}".format) -> str:
    """The content without style nor notes; `call` gives what its figures print."""
    textes = (_plain(morceau, call) for morceau in contenu)
    return re.sub(" +", " ", show_texte("".join(textes)).replace("\n", " ")).strip()


def _plain(morceau: EnLigne, call: Callable[[str], str]) -> str:
    match morceau:
        case Fragment():
            return morceau.texte
        case Appel():
            return strip_marques(call(morceau.expression))
        case Note():
            return ""
    return " "
