"""The paragraphs and tables of a fragment of Word put together: lists nested, captions attached."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.prose import (
    Bloc,
    Citation,
    Contenu,
    EnLigne,
    Fragment,
    Illustration,
    Liste,
    Paragraphe,
    TableauSimple,
    Titre,
)
from rapportpv.texts.contenu import make_contenu
from rapportpv.texts.legendes import attach_legendes
from rapportpv.texts.word.styles_word import Forme

_NUMERO = re.compile(
    r"(?:figure|tableau|photo|image|illustration|carte)[\s\u00a0]*\d+[\s\u00a0]*[.:\u2013\u2014-]?\s*",
    re.IGNORECASE,
)
_A_LEGENDE = (Illustration, TableauSimple)


class Morceau(Struct, frozen=True):
    """A paragraph of the body, or a table: its number, its words, what it is."""

    numero: int
    texte: str
    forme: Forme
    elements: tuple[EnLigne | Illustration, ...] = ()
    tableau: TableauSimple | None = None


class _Legende(Struct, frozen=True):
    contenu: Contenu


_Piece: TypeAlias = Bloc | _Legende


def assemble(morceaux: Iterable[Morceau]) -> list[Bloc]:
    """The blocks that those pieces make."""
    pieces: list[_Piece] = []
    for genre, groupe in groupby(morceaux, lambda morceau: morceau.forme.genre):
        suite = list(groupe)
        if genre == "element":
            pieces += _nest(suite)
        elif genre == "citation":
            blocs = tuple(b for m in suite for b in _split(m) if not isinstance(b, _Legende))
            pieces += [Citation(blocs)] if blocs else []
        else:
            pieces += [piece for morceau in suite for piece in _split(morceau)]
    return attach_legendes(_caption(pieces))


def _split(morceau: Morceau) -> Iterator[_Piece]:
    """What a paragraph prints: its words, and on its own each picture that stands in it."""
    if morceau.tableau:
        yield morceau.tableau
    for image, suite in groupby(morceau.elements, lambda e: isinstance(e, Illustration)):
        if image:
            yield from (e for e in suite if isinstance(e, Illustration))
        elif contenu := make_contenu(e for e in suite if not isinstance(e, Illustration)):
            yield _dress(contenu, morceau.forme)


def _dress(contenu: Contenu, forme: Forme) -> _Piece:
    if forme.genre == "titre":
        return Titre(forme.niveau, contenu)
    return _Legende(_strip_numero(contenu)) if forme.genre == "legende" else Paragraphe(contenu)


def _nest(suite: Sequence[Morceau]) -> list[Bloc]:
    """The items as lists, a deeper one inside the item above it."""
    faites: list[Bloc] = []
    rang = 0
    while rang < len(suite):
        forme = suite[rang].forme
        blocs = [b for b in _split(suite[rang]) if not isinstance(b, _Legende)]
        fin = rang + 1
        while fin < len(suite) and suite[fin].forme.niveau > forme.niveau:
            fin += 1
        blocs += _nest(suite[rang + 1 : fin])
        ordonnee = forme.numero is not None
        precedente = faites[-1] if faites else None
        if not blocs:
            pass
        elif isinstance(precedente, Liste) and precedente.ordonnee == ordonnee:
            elements = (*precedente.elements, tuple(blocs))
            faites[-1] = replace(precedente, elements=elements)
        else:
            faites.append(Liste(ordonnee, (tuple(blocs),), forme.numero or 1))
        rang = fin
    return faites


def _caption(pieces: Sequence[_Piece]) -> list[Bloc]:
    """The blocks, each caption given to what stands before it, else to what comes after."""
    faits: list[Bloc] = []
    attente: _Legende | None = None
    for piece in pieces:
        dernier = faits[-1] if faits else None
        if not isinstance(piece, _Legende):
            if attente and isinstance(piece, _A_LEGENDE):
                faits.append(replace(piece, legende=attente.contenu))
            else:
                faits += [Paragraphe(attente.contenu)] if attente else []
                faits.append(piece)
            attente = None
        elif attente is None and isinstance(dernier, _A_LEGENDE) and not dernier.legende:
            faits[-1] = replace(dernier, legende=piece.contenu)
        else:
            faits += [Paragraphe(attente.contenu)] if attente else []
            attente = piece
    return [*faits, Paragraphe(attente.contenu)] if attente else faits


def _strip_numero(contenu: Contenu) -> Contenu:
    """The caption without the number that the report will give it."""
    premier = contenu[0]
    trouve = _NUMERO.match(premier.texte) if isinstance(premier, Fragment) else None
    if trouve is None or not isinstance(premier, Fragment):
        return contenu
    reste = premier.texte[trouve.end() :].lstrip()
    nu = (*((replace(premier, texte=reste),) if reste else ()), *contenu[1:])
    return nu or contenu
