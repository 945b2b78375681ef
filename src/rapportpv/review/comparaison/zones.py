"""Two documents set side by side: body, headers, notes, text boxes."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from lxml import etree
from msgspec import Struct, field

from rapportpv.core.relecture import Place
from rapportpv.review.comparaison.accepter import accept_changes
from rapportpv.review.comparaison.apparier import (
    Ajoute,
    PairePara,
    Retire,
    Suite,
    iter_paras,
    pair_blocs,
)
from rapportpv.review.comparaison.blocs import Bloc, LecteurDeBlocs, Para
from rapportpv.review.comparaison.texte import note_of
from rapportpv.review.lecture.styles_docx import Styles, read_styles
from rapportpv.word.ooxml import R_ID, Element, flatten, parse, w
from rapportpv.word.paquet import Paquet

_ENTETES = {"headerReference": "en-tête de page", "footerReference": "pied de page"}
_NOTES = {"footnotes": "note de bas de page", "endnotes": "note de fin"}
_BOITE = "zone de texte"
_Entetes: TypeAlias = dict[tuple[int, str, str], str]  # section, kind, pages: the part
_APPELEES = frozenset((_BOITE, *_NOTES.values()))


class Zone(Struct, eq=False):
    """A part of both documents, or a note, or a text box; either element may lack.

    `appelee`: it hangs on a paragraph, with which it comes and goes.
    """

    avant: Element | None
    apres: Element | None
    suite: Suite
    appelee: bool = False


class Cote(Struct, dict=True):
    """A document that is compared: its package, the roots of its parts, their tracked changes."""

    paquet: Paquet
    racines: dict[str, Element] = field(default_factory=dict)
    suivi: bool = False

    @cached_property
    def styles(self) -> Styles:
        """The styles of its paragraphs."""
        return read_styles(self.paquet)

    def root(self, part: str) -> Element | None:
        """The root of a part, its tracked changes accepted."""
        if part not in self.racines:
            try:
                racine = parse(self.paquet.parts[part])
            except (KeyError, etree.XMLSyntaxError):
                return None
            self.suivi |= accept_changes(racine)
            self.racines[part] = racine
        return self.racines[part]

    def read(self, part: str, element: Element | None, place: Place) -> list[Bloc]:
        """The blocks under an element of a part."""
        if element is None:
            return []
        return LecteurDeBlocs(self.paquet, part, self.styles, place).read(element)

    def related(self, sorte: str) -> str:
        """The part of the notes of that kind."""
        return next(iter(self.paquet.related(self.paquet.document, sorte)), "")

    def note(self, sorte: str, identifiant: str) -> Element | None:
        """A note, by its kind and its number."""
        racine = self.root(self.related(sorte))
        notes = () if racine is None else racine
        return next((n for n in notes if n.get(w("id")) == identifiant), None)


class Appariement(Struct):
    """Two documents, all their zones paired; the first is the body."""

    avant: Cote
    apres: Cote
    zones: list[Zone] = field(default_factory=list)

    def run(self) -> "Appariement":
        """Pair all that both documents hold."""
        siens, leurs = (c.root(c.paquet.document) for c in (self.avant, self.apres))
        corps = [None if r is None else r.find(w("body")) for r in (siens, leurs)]
        parts = self.avant.paquet.document, self.apres.paquet.document
        self._add(parts, corps[0], corps[1], Place())
        for nom, avant, apres in self._list_headers(siens, leurs):
            place = Place(partie=nom)
            self._add((avant, apres), self.avant.root(avant), self.apres.root(apres), place)
        return self

    def _add(
        self, parts: tuple[str, str], avant: Element | None, apres: Element | None, place: Place
    ) -> None:
        blocs = self.avant.read(parts[0], avant, place), self.apres.read(parts[1], apres, place)
        zone = Zone(avant, apres, pair_blocs(*blocs), place.partie in _APPELEES)
        self.zones.append(zone)
        for paire in list(iter_paras(zone.suite)):
            self._add_inside(parts, paire)

    def _add_inside(self, parts: tuple[str, str], sort: PairePara | Retire | Ajoute) -> None:
        """What hangs on a paragraph: its notes, its text boxes."""
        avant = _holders(sort.avant if isinstance(sort, PairePara) else _old(sort))
        apres = _holders(sort.apres if isinstance(sort, PairePara) else _new(sort))
        siens, leurs = ([t for t, *_ in cote] for cote in (avant, apres))
        paires = dict(_zip_kinds(siens, leurs))
        for rang, (genre, element, place) in enumerate(avant):
            autre = apres[paires[rang]][1] if rang in paires else None
            self._add_holder(parts, genre, (element, autre), place)
        for rang, (genre, element, place) in enumerate(apres):
            if rang not in paires.values():
                self._add_holder(parts, genre, (None, element), place)

    def _add_holder(
        self,
        parts: tuple[str, str],
        genre: str,
        appels: tuple[Element | None, Element | None],
        place: Place,
    ) -> None:
        if genre == _BOITE:
            self._add(parts, *appels, Place(partie=_BOITE, titre=place.titre))
            return
        avant, apres = (
            None if appel is None else cote.note(genre, appel.get(w("id"), ""))
            for cote, appel in zip((self.avant, self.apres), appels, strict=True)
        )
        siennes = self.avant.related(genre), self.apres.related(genre)
        self._add(siennes, avant, apres, Place(partie=_NOTES[genre], titre=place.titre))

    def _list_headers(
        self, siens: Element | None, leurs: Element | None
    ) -> Iterator[tuple[str, str, str]]:
        """The headers and footers that stand at the same place of both, and those of one only.

        Word processors write those of first and of even pages, or not: one that says what another
        says is no other.
        """
        avant, apres = (_headers(c, r) for c, r in ((self.avant, siens), (self.apres, leurs)))
        gauche, droite = set[str](), set[str]()
        for cle in [c for c in avant if c in apres]:
            if avant[cle] not in gauche and apres[cle] not in droite:
                gauche.add(avant[cle])
                droite.add(apres[cle])
                yield _ENTETES[cle[1]], avant[cle], apres[cle]
        yield from (
            (n, part, "") for n, part in _alone(self.avant, avant, gauche, self.apres, apres)
        )
        yield from (
            (n, "", part) for n, part in _alone(self.apres, apres, droite, self.avant, avant)
        )


def _alone(
    cote: Cote, parts: _Entetes, vues: set[str], autre: Cote, autres: _Entetes
) -> Iterator[tuple[str, str]]:
    """The headers and footers of a document that say what none of the other says."""
    dits = {(genre, _say(autre, part)) for (_, genre, _), part in autres.items()}
    for (_, genre, _), part in parts.items():
        if part not in vues and (genre, _say(cote, part)) not in dits:
            vues.add(part)
            yield _ENTETES[genre], part


def _say(cote: Cote, part: str) -> str:
    racine = cote.root(part)
    return "" if racine is None else flatten(racine)


def _headers(cote: Cote, racine: Element | None) -> _Entetes:
    """The parts of headers and footers, by section, kind and pages."""
    trouvees = {}
    for rang, section in enumerate(() if racine is None else racine.iter(w("sectPr"))):
        for element in section:
            genre = str(element.tag).rpartition("}")[2]
            relation = cote.paquet.by_id(cote.paquet.document, element.get(R_ID))
            if genre in _ENTETES and relation is not None:
                trouvees[rang, genre, element.get(w("type"), "default")] = relation.cible
    return trouvees


def _old(sort: Retire | Ajoute) -> Para | None:
    return sort.quoi if isinstance(sort, Retire) and isinstance(sort.quoi, Para) else None


def _new(sort: Retire | Ajoute) -> Para | None:
    return sort.quoi if isinstance(sort, Ajoute) and isinstance(sort.quoi, Para) else None


def _holders(para: Para | None) -> list[tuple[str, Element, Place]]:
    """The calls of notes and the text boxes of a paragraph."""
    trouves = []
    for piece, figure in zip(
        () if para is None else para.dit.objets, () if para is None else para.figures, strict=True
    ):
        assert para is not None  # it has pieces
        if figure is None:
            genre, _ = note_of(piece.element) or ("", "")
            trouves.append((genre, piece.element, para.place))
        elif figure.boite is not None:
            trouves.append((_BOITE, figure.boite, para.place))
    return trouves


def _zip_kinds(siens: Sequence[str], leurs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The n-th of a kind with the n-th."""
    for genre in dict.fromkeys(siens):
        gauche = [rang for rang, g in enumerate(siens) if g == genre]
        droite = [rang for rang, g in enumerate(leurs) if g == genre]
        yield from zip(gauche, droite, strict=False)
