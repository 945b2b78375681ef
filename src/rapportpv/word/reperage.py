"""Where the regions are in a document: by control, by title, or by bookmark."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from rapportpv.word.noms import etiquette
from rapportpv.word.ooxml import Element, ancestor, c, tag_of, w
from rapportpv.word.regions import Ancre, Genre, Region, has_texte, is_dead, live_runs

_ENTRE_DEUX = tuple(
    map(
        w,
        (
            *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
            *("commentRangeStart", "commentRangeEnd"),
        ),
    )
)


_BORDS = (w("hdr"), w("ftr"))
_CORPS = (w("body"), w("tc"), *_BORDS)
_COPIE = re.compile(r"_Copy_\d+$")


class Trouvailles(Struct):
    """The regions of a document by bookmark; the anchors that are doubled, by name."""

    regions: dict[str, Region] = field(default_factory=dict)
    doubles: dict[str, Ancre] = field(default_factory=dict)
    surplus: list[Region] = field(default_factory=list)  # copies of a control, without a bookmark


def locate(racines: Mapping[str, Element], ancres: Iterable[Ancre]) -> Trouvailles:
    """Where those regions are, over the parts of a document."""
    attendues = {ancre.signet: ancre for ancre in ancres}
    reperes = _Reperes(racines)
    attendues |= {ancre.signet: ancre for ancre in reperes.list_copies(attendues)}
    trouvailles = Trouvailles()
    en_attente: list[Ancre] = []
    for ancre in attendues.values():
        debuts = reperes.debuts.get(ancre.signet, [])
        seul = len(debuts) == 1 or reperes.is_split(debuts)
        region = reperes.resolve(ancre, *debuts[0]) if seul else None
        if region is not None:
            trouvailles.regions[ancre.signet] = region
        elif len(debuts) > 1 and ancre.genre is not Genre.TEXTE:
            trouvailles.doubles[ancre.signet] = ancre
        else:
            en_attente.append(ancre)
    _match_rest(reperes, en_attente, attendues, trouvailles)
    return trouvailles


def original_of(signet: str) -> str:
    """The bookmark that one of LibreOffice's is a copy of; itself, if it is none."""
    return _COPIE.sub("", signet)


def _match_rest(
    reperes: "_Reperes",
    en_attente: Sequence[Ancre],
    attendues: Mapping[str, Ancre],
    trouvailles: Trouvailles,
) -> None:
    """Give the controls that no bookmark claimed to the anchors of their name, if they suffice."""
    libres = reperes.list_unclaimed(attendues.values())
    voulues: dict[tuple[str, Genre], list[Ancre]] = {}
    for ancre in en_attente:
        voulues.setdefault((ancre.nom, ancre.genre), []).append(ancre)
    for cle, regions in libres.items():
        siennes = voulues.get(cle, [])
        if len(regions) <= len(siennes):
            for ancre, region in zip(siennes, regions, strict=False):
                trouvailles.regions[ancre.signet] = Region(
                    ancre, region.part, region.contenus, region.controle, region.debut
                )
        elif siennes:
            trouvailles.doubles.update({ancre.signet: ancre for ancre in siennes})
        else:
            trouvailles.surplus += [r for r in regions if r.ancre.nom and _has_tag(r.controle)]


def _has_tag(controle: Element | None) -> bool:
    return controle is not None and tag_of(controle) is not None


class _Reperes:
    """The bookmarks and the controls of all the parts."""

    def __init__(self, racines: Mapping[str, Element]) -> None:
        self._racines = racines
        self.debuts: dict[str, list[tuple[str, Element]]] = {}
        self._controles: list[tuple[str, Element]] = []
        self._fins: dict[tuple[str, str], Element] = {}
        self._pris: set[Element] = set()
        for part, racine in racines.items():
            for element in racine.iter(w("bookmarkStart"), w("bookmarkEnd"), w("sdt")):
                if element.tag == w("bookmarkEnd"):
                    self._fins[part, element.get(w("id"), "")] = element
                elif is_dead(element):
                    continue
                elif element.tag == w("sdt"):
                    self._controles.append((part, element))
                else:
                    nom = element.get(w("name"), "")
                    self.debuts.setdefault(nom, []).append((part, element))

    def list_copies(self, attendues: Mapping[str, Ancre]) -> list[Ancre]:
        """The anchors of the headers and footers that LibreOffice makes two of."""
        copies = []
        for nom, debuts in self.debuts.items():
            ancre = attendues.get(original_of(nom))
            bords = all(self._racines[part].tag in _BORDS for part, _ in debuts)
            if ancre is not None and nom not in attendues and bords:
                copies.append(Ancre(nom, ancre.nom, ancre.genre))
        return copies

    def resolve(self, ancre: Ancre, part: str, debut: Element) -> Region | None:
        """The region that a bookmark begins; None when nothing of its kind is there."""
        controle = _control_at(debut, etiquette(ancre.nom))
        contenus = _contents(ancre.genre, controle) if controle is not None else ()
        if not contenus:
            contenus = self._contents_at(ancre.genre, part, debut)
        elif ancre.genre is Genre.CHIFFRE and not _has_tag(controle):
            # LibreOffice, which drops tags, makes one control of two that begin together.
            dedans = self._contents_at(ancre.genre, part, debut)
            contenus = tuple(run for run in contenus if run in dedans) or contenus
        vide = ancre.genre is Genre.CHIFFRE and controle is not None
        if not contenus and not vide:
            return None
        if controle is not None and contenus_in(controle, contenus):
            self._pris.add(controle)
        else:
            controle = None
        return Region(ancre, part, contenus, controle, debut)

    def _contents_at(self, genre: Genre, part: str, debut: Element) -> tuple[Element, ...]:
        """What a bookmark alone leads to."""
        match genre:
            case Genre.CHIFFRE:
                fin = self._fins.get((part, debut.get(w("id"), "")))
                return tuple(_runs_between(debut, fin))
            case Genre.TABLEAU:
                tbl = ancestor(debut, w("tbl"))
                return () if tbl is None else (tbl,)
            case Genre.GRAPHIQUE | Genre.DESSIN | Genre.IMAGE:
                return tuple(_run_of_drawing(debut, genre))
        return tuple(_blocs_between(debut, self._last_end(debut)))

    def is_split(self, debuts: Sequence[tuple[str, Element]]) -> bool:
        """Whether these are one bookmark: LibreOffice begins again one that several blocks hold."""
        ouverts = [id_ for id_ in map(self._key, debuts) if id_ not in self._fins]
        return len({part for part, _ in debuts}) == 1 and len(ouverts) == len(debuts) - 1 > 0

    def _key(self, debut: tuple[str, Element]) -> tuple[str, str]:
        return debut[0], debut[1].get(w("id"), "")

    def _last_end(self, debut: Element) -> Element | None:
        """The end of a bookmark, or of what LibreOffice began again under its name."""
        fins = (self._fins.get(self._key(d)) for d in self.debuts[debut.get(w("name"), "")])
        return next((fin for fin in fins if fin is not None), None)

    def list_unclaimed(self, ancres: Iterable[Ancre]) -> dict[tuple[str, Genre], list[Region]]:
        """The controls of those names that no bookmark leads to, by name and kind."""
        connues = Counter((etiquette(a.nom), a.genre, a.nom) for a in ancres)
        genres: dict[str, list[tuple[Genre, str]]] = {}
        for titre, genre, nom in connues:
            genres.setdefault(titre, []).append((genre, nom))
        libres: dict[tuple[str, Genre], list[Region]] = {}
        for part, controle in self._controles:
            if controle in self._pris:
                continue
            for genre, nom in genres.get(_title_of(controle), ()):
                contenus = _contents(genre, controle)
                if contenus:
                    region = Region(Ancre("", nom, genre), part, contenus, controle)
                    libres.setdefault((nom, genre), []).append(region)
                    break
        return libres


def contenus_in(controle: Element, contenus: Sequence[Element]) -> bool:
    """Whether the contents of a region are inside that control (or it holds none)."""
    return not contenus or any(a is controle for a in contenus[0].iterancestors(w("sdt")))


def _title_of(controle: Element) -> str:
    """The tag of a control, or its title."""
    titre = controle.find(f"{w('sdtPr')}/{w('alias')}")
    return tag_of(controle) or ("" if titre is None else titre.get(w("val"))) or ""


def _control_at(debut: Element, titre: str) -> Element | None:
    """The control of that tag or title that a bookmark stands before, or in."""
    suivant = debut.getnext()
    while suivant is not None and suivant.tag in _ENTRE_DEUX:
        suivant = suivant.getnext()
    if suivant is not None and suivant.tag == w("sdt") and _title_of(suivant) == titre:
        return suivant
    return next((s for s in debut.iterancestors(w("sdt")) if _title_of(s) == titre), None)


def _contents(genre: Genre, controle: Element) -> tuple[Element, ...]:
    """What a control holds, if it is of that kind."""
    contenu = controle.find(w("sdtContent"))
    if contenu is None:
        return ()
    blocs = [e for e in contenu if e.tag in (w("p"), w("tbl"), w("tr"), w("sdt"))]
    match genre:
        case Genre.CHIFFRE:
            en_bloc = any(e.tag in (w("p"), w("tbl"), w("tr"), w("tc")) for e in contenu)
            return () if en_bloc else tuple(r for r in live_runs(contenu) if has_texte(r))
        case Genre.TABLEAU:
            tbl = next(contenu.iter(w("tbl")), None)
            if any(e.tag == w("tr") for e in blocs):
                return (contenu,)
            return () if tbl is None else (tbl,)
        case Genre.GRAPHIQUE | Genre.DESSIN | Genre.IMAGE:
            return tuple(_drawings(contenu, genre))[:1]
    return tuple(blocs)


def _drawings(racine: Element, genre: Genre) -> Iterator[Element]:
    """The runs that hold a chart, or another drawing, and are not in one themselves."""
    for dessin in racine.iter(w("drawing")):
        run = ancestor(dessin, w("r"))
        graphique = next(dessin.iter(c("chart")), None) is not None
        if run is not None and not is_dead(dessin) and graphique is (genre is Genre.GRAPHIQUE):
            yield run


def _run_of_drawing(debut: Element, genre: Genre) -> list[Element]:
    """The run of the drawing that a bookmark is in, or that its paragraph holds."""
    dehors = [*debut.iterancestors(w("drawing"))]
    if dehors:
        run = ancestor(dehors[-1], w("r"))
        return [] if run is None else [run]
    paragraphe = ancestor(debut, w("p"))
    return [] if paragraphe is None else list(_drawings(paragraphe, genre))[:1]


def _blocs_between(debut: Element, fin: Element | None) -> Iterator[Element]:
    """The blocks from that of a bookmark's beginning to that of its end, if they are neighbours."""
    premier, dernier = _bloc_of(debut), None if fin is None else _bloc_of(fin)
    if premier is None or dernier is None:
        return
    suite = [premier, *premier.itersiblings()]
    if dernier in suite:
        yield from suite[: suite.index(dernier) + 1]


def _bloc_of(element: Element) -> Element | None:
    """The outermost control, or the paragraph or table, of a body or a cell that holds it."""
    for bloc in (element, *element.iterancestors()):
        parent = bloc.getparent()
        if parent is not None and parent.tag in _CORPS:
            return bloc
    return None


def _runs_between(debut: Element, fin: Element | None) -> Iterator[Element]:
    """The runs with words between the two ends of a bookmark, in its paragraph."""
    paragraphe = ancestor(debut, w("p"))
    if fin is None or paragraphe is None or ancestor(fin, w("p")) is not paragraphe:
        return
    dernier = fin.getprevious()
    while dernier is not None and dernier.tag in _ENTRE_DEUX:
        dernier = dernier.getprevious()
    if dernier is not None and dernier.tag == w("sdt"):
        # LibreOffice moves a beginning to that of the control around; the end stays.
        yield from (run for run in live_runs(dernier) if has_texte(run))
        return
    dedans = False
    for element in paragraphe.iter(w("r"), debut.tag, fin.tag):
        if element is fin:
            return
        dedans = dedans or element is debut
        if dedans and element.tag == w("r") and has_texte(element) and not is_dead(element):
            yield element
