"""Captions found beside what they tell of."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from rapportpv.core.prose import Bloc, Contenu, Fragment, Paragraphe, TableauSimple

_MARQUE = re.compile(r"\s*(?:tableau[\s\u00a0]*\d*[\s\u00a0]*)?:[\s\u00a0]+", re.IGNORECASE)


def attach_legendes(blocs: Iterable[Bloc]) -> list[Bloc]:
    """The blocks, a paragraph «: légende» or «Tableau : légende» made that of the table above."""
    faits: list[Bloc] = []
    for bloc in blocs:
        dernier = faits[-1] if faits else None
        legende = _read_legende(bloc) if isinstance(bloc, Paragraphe) else ()
        if legende and isinstance(dernier, TableauSimple) and not dernier.legende:
            faits[-1] = replace(dernier, legende=legende)
        else:
            faits.append(bloc)
    return faits


def _read_legende(paragraphe: Paragraphe) -> Contenu:
    premier, *suite = paragraphe.contenu
    marque = _MARQUE.match(premier.texte) if isinstance(premier, Fragment) else None
    if marque is None or not isinstance(premier, Fragment):
        return ()
    reste = premier.texte[marque.end() :]
    return (*((replace(premier, texte=reste),) if reste else ()), *suite)
