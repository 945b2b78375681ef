"""Two documents set side by side: what each block of one is in the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from rapportpv.core.relecture import Place
from rapportpv.review.comparaison.accepter import accept_changes
from rapportpv.review.comparaison.aligner import align, gaps
from rapportpv.review.comparaison.blocs import (
    Bloc,
    Case,
    LecteurDeBlocs,
    Para,
    Rangee,
    Table,
)
from rapportpv.review.comparaison.mots import Ecart, diff_mots
from rapportpv.review.comparaison.texte import note_of
from rapportpv.review.lecture.styles_docx import Styles, read_styles
from rapportpv.word.ooxml import R_ID, Element, parse, w
from rapportpv.word.paquet import Paquet

_ENTETES = {"headerReference": "en-tête de page", "footerReference": "pied de page"}
_NOTES = {"footnotes": "note de bas de page", "endnotes": "note de fin"}
_BOITE = "zone de texte"
_APPELEES = frozenset((_BOITE, *_NOTES.values()))


@dataclass(eq=False)
class PairePara:
    """A paragraph in both; `force`: it is another one, in the same place."""

    avant: Para
    apres: Para
    ecarts: tuple[Ecart, ...]
    force: bool = False


@dataclass(eq=False)
class PaireRangee:
    """A row in both, and its cells one by one; none when it has another number of them."""

    avant: Rangee
    apres: Rangee
    cases: list["PaireCase"] = field(default_factory=list)


@dataclass(eq=False)
class PaireCase:
    """A cell in both."""

    avant: Case
    apres: Case
    suite: "Suite"


@dataclass(eq=False)
class PaireTable:
    """A table in both, its rows in their order."""

    avant: Table
    apres: Table
    rangees: list["SortRangee"]


@dataclass(eq=False)
class Retire:
    """What the later document has no more."""

    quoi: Bloc


@dataclass(eq=False)
class Ajoute:
    """What only the later document has."""

    quoi: Bloc


@dataclass(eq=False)
class RangeeRetiree:
    """A row that is gone."""

    quoi: Rangee


@dataclass(eq=False)
class RangeeAjoutee:
    """A row that is new."""

    quoi: Rangee


SortRangee: TypeAlias = PaireRangee | RangeeRetiree | RangeeAjoutee
Sort: TypeAlias = PairePara | PaireTable | Retire | Ajoute
Suite: TypeAlias = list[Sort]


@dataclass(eq=False)
class Zone:
    """A part of both documents, or a note, or a text box; either element may lack.

    `appelee`: it hangs on a paragraph, with which it comes and goes.
    """

    avant: Element | None
    apres: Element | None
    suite: Suite
    appelee: bool = False


@dataclass
class Cote:
    """A document that is compared: its package, the roots of its parts, their tracked changes."""

    paquet: Paquet
    styles: Styles = field(init=False)
    racines: dict[str, Element] = field(default_factory=dict)
    suivi: bool = False

    def __post_init__(self) -> None:
        self.styles = read_styles(self.paquet)

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


@dataclass
class Appariement:
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
        """The headers and footers that stand at the same place of both, and those of one only."""
        avant, apres = (_headers(c, r) for c, r in ((self.avant, siens), (self.apres, leurs)))
        vues: set[tuple[str, str]] = set()
        deja: tuple[set[str], set[str]] = set(), set()
        for cle in [*avant, *(c for c in apres if c not in avant)]:
            paire = avant.get(cle, ""), apres.get(cle, "")
            paire = tuple("" if p in d else p for p, d in zip(paire, deja, strict=True))  # type: ignore[assignment]
            if any(paire) and paire not in vues:
                vues.add(paire)
                deja[0].update(filter(None, paire[:1]))
                deja[1].update(filter(None, paire[1:]))
                yield _ENTETES[cle[1]], *paire


def _headers(cote: Cote, racine: Element | None) -> dict[tuple[int, str, str], str]:
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


def iter_paras(suite: Suite) -> Iterator[PairePara | Retire | Ajoute]:
    """The paragraphs of a sequence, those of cells too."""
    for sort in suite:
        if isinstance(sort, PaireTable):
            for rangee in sort.rangees:
                if isinstance(rangee, PaireRangee):
                    for case in rangee.cases:
                        yield from iter_paras(case.suite)
        elif isinstance(sort, PairePara) or isinstance(sort.quoi, Para):
            yield sort


def pair_blocs(avant: Sequence[Bloc], apres: Sequence[Bloc]) -> Suite:
    """The blocks of a container, in their order: kept, taken out, put in."""
    pleins = [r for r, b in enumerate(avant) if not b.is_vide]
    leurs = [r for r, b in enumerate(apres) if not b.is_vide]
    sures = [
        (pleins[i], leurs[j])
        for i, j in align([avant[r].article for r in pleins], [apres[r].article for r in leurs])
    ]
    paires = list(sures)
    for i, k, j, m in gaps(sures, len(avant), len(apres)):  # the blank ones, in their order
        vides = (r for r in range(i, k) if avant[r].is_vide)
        paires += zip(vides, (r for r in range(j, m) if apres[r].is_vide), strict=False)
    paires.sort()
    forcee = _pair_last(paires, avant, apres)
    suite: Suite = []
    i = j = 0
    for k, m in (*paires, *filter(None, [forcee]), (len(avant), len(apres))):
        suite += (Retire(bloc) for bloc in avant[i:k])
        suite += (Ajoute(bloc) for bloc in apres[j:m])
        if k < len(avant) and m < len(apres):
            suite.append(_pair(avant[k], apres[m], force=(k, m) == forcee))
        i, j = k + 1, m + 1
    return suite


def _pair_last(
    paires: list[tuple[int, int]], avant: Sequence[Bloc], apres: Sequence[Bloc]
) -> tuple[int, int] | None:
    """The last paragraphs: whatever they say, what holds them cannot be without one."""
    if not avant or not apres or not isinstance(avant[-1], Para) or not isinstance(apres[-1], Para):
        return None
    dernieres = len(avant) - 1, len(apres) - 1
    if paires and (paires[-1][0] == dernieres[0] or paires[-1][1] == dernieres[1]):
        return None
    return dernieres


def _pair(avant: Bloc, apres: Bloc, *, force: bool = False) -> Sort:
    if isinstance(avant, Para) and isinstance(apres, Para):
        return PairePara(avant, apres, diff_mots(avant.dit, apres.dit), force)
    assert isinstance(avant, Table)  # a table is only ever like a table
    assert isinstance(apres, Table)
    return PaireTable(avant, apres, _pair_rows(avant.rangees, apres.rangees))


def _pair_rows(avant: Sequence[Rangee], apres: Sequence[Rangee]) -> list[SortRangee]:
    """The rows of a table, in their order."""
    paires = align([r.article for r in avant], [r.article for r in apres])
    sorts: list[SortRangee] = []
    i = j = 0
    for k, m in (*paires, (len(avant), len(apres))):
        sorts += (RangeeRetiree(rangee) for rangee in avant[i:k])
        sorts += (RangeeAjoutee(rangee) for rangee in apres[j:m])
        if k < len(avant):
            sorts.append(_pair_row(avant[k], apres[m]))
        i, j = k + 1, m + 1
    return sorts


def _pair_row(avant: Rangee, apres: Rangee) -> PaireRangee:
    cases = [
        PaireCase(a, b, pair_blocs(a.blocs, b.blocs))
        for a, b in zip(avant.cases, apres.cases, strict=True)
    ]
    return PaireRangee(avant, apres, cases)
