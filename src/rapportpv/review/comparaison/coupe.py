"""A paragraph cut so that the words that are new stand in runs of their own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import TypeAlias

from rapportpv.review.comparaison.mots import Ecart
from rapportpv.review.comparaison.texte import Piece, Texte
from rapportpv.word.ooxml import XML_SPACE, Element, make, w

_Etat: TypeAlias = tuple[bool, int]  # whether it is new; how many changes begin before it


def cut_para(element: Element, dit: Texte, ecarts: Sequence[Ecart]) -> list[Element]:
    """The runs that are new, in their order; runs and pieces are cut where a change is."""
    bornes = {borne for ecart in ecarts for borne in (ecart.vers, ecart.jusque)}
    dit.pieces = [morceau for piece in dit.pieces for morceau in _cut_piece(piece, bornes)]
    neuves = _new_pieces(dit.pieces, ecarts)
    coupures = sorted(ecart.vers for ecart in ecarts)
    etats = {
        piece.element: (piece.element in neuves, bisect_right(coupures, piece.debut))
        for piece in dit.pieces
    }
    etats |= dict.fromkeys(_new_fields(element, dit, neuves), (True, 0))
    runs = dict.fromkeys(run for e in etats if (run := run_of(e)) is not None)
    return [neuf for run in runs for neuf in _cut_run(run, etats)]


def run_of(element: Element) -> Element | None:
    """The run that an element is in."""
    return next(iter(element.iterancestors(w("r"))), None)


def _new_pieces(pieces: Sequence[Piece], ecarts: Sequence[Ecart]) -> set[Element]:
    """The elements of the pieces that are in a stretch that is new."""
    neuves: set[Element] = set()
    rang = 0
    for piece in pieces:
        while rang < len(ecarts) and ecarts[rang].jusque <= piece.debut:
            rang += 1
        if rang < len(ecarts) and ecarts[rang].vers <= piece.debut:
            neuves.add(piece.element)
    return neuves


def _new_fields(element: Element, dit: Texte, neuves: set[Element]) -> Iterator[Element]:
    """The code of the fields all the result of which is new."""
    if not dit.champs or not neuves:
        return
    ordre = {e: rang for rang, e in enumerate(element.iter())}
    places = [(ordre[piece.element], piece.element) for piece in dit.pieces]
    for champ in dit.champs:
        debut, fin = ordre[champ[0]], ordre[champ[-1]]
        dedans = [e for place, e in places if debut < place < fin]
        if dedans and all(e in neuves for e in dedans):
            yield from champ


def _cut_piece(piece: Piece, bornes: set[int]) -> Iterator[Piece]:
    """A text cut where a change begins or ends."""
    dedans = sorted(b for b in bornes if piece.debut < b < piece.fin)
    if not dedans or piece.element.tag != w("t"):
        yield piece
        return
    places = [piece.debut, *dedans, piece.fin]
    element = piece.element
    for debut, fin in pairwise(places):
        texte = piece.texte[debut - piece.debut : fin - piece.debut]
        if debut > piece.debut:
            suivant = make("t")
            element.addnext(suivant)
            element = suivant
        element.text = texte
        element.set(XML_SPACE, "preserve")
        yield Piece(element, texte, debut, piece.nom)


def _cut_run(run: Element, etats: dict[Element, _Etat]) -> Iterator[Element]:
    """The new ones of the runs that a run is cut into: each is all new, or not at all."""
    look, courant = run.find(w("rPr")), run
    for rang, ((neuf, _), fils) in enumerate(_group(run, etats)):
        if rang:
            suivant = make("r", *([] if look is None else [deepcopy(look)]))
            courant.addnext(suivant)
            suivant.extend(fils)
            courant = suivant
        if neuf:
            yield courant


def _group(run: Element, etats: dict[Element, _Etat]) -> list[tuple[_Etat, list[Element]]]:
    """What a run holds, cut at each change; what says nothing goes with what is before it."""
    groupes: list[tuple[_Etat, list[Element]]] = []
    attente: list[Element] = []
    for fils in run:
        if fils.tag == w("rPr"):
            continue
        etat = etats.get(fils)
        if etat is None:
            (groupes[-1][1] if groupes else attente).append(fils)
        elif groupes and groupes[-1][0] == etat:
            groupes[-1][1].append(fils)
        else:
            groupes.append((etat, [*attente, fils]))
            attente = []
    return groupes
