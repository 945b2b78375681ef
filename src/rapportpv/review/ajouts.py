"""A part that the document lacks, put where the template has it: its caption and heading too."""

from collections.abc import Iterator

from rapportpv.review.cote import Cote, styles_of
from rapportpv.review.greffe import Greffe
from rapportpv.review.plume import Plume
from rapportpv.word.ooxml import Element, flatten, w
from rapportpv.word.regions import Region
from rapportpv.word.styles import Styles


class Ajouts:
    """Finds where new parts go, in the edited document."""

    def __init__(self, edite: Cote, neuf: Cote) -> None:
        self._edite = edite
        self._neuf = neuf
        self._styles = styles_of(neuf.paquet)
        siens = styles_of(edite.paquet)
        corps = edite.racines[edite.paquet.document]
        self._titres = {_key(p): p for p in corps.iter(w("p")) if siens.niveau(p)}
        self._seuls = _index_paragraphes(corps)
        self._blocs = dict(_iter_blocs(edite))
        self._leurs: dict[Element, list[str]] = {}
        for signet, bloc in _iter_blocs(neuf):
            self._leurs.setdefault(bloc, []).append(signet)

    def add(self, region: Region, plume: Plume, greffe: Greffe) -> list[Element]:
        """Put a part in; what was carried, nothing when it has no place of its own."""
        bloc = _top(region.contenus[0]) if region.part == self._neuf.paquet.document else None
        if bloc is None:
            return []
        groupe = self._gather(bloc)
        groupe = [*self._list_above(groupe[0]), *groupe]
        copies = greffe.carry(groupe, region.part, self._edite.paquet.document)
        apres = self._find_place(groupe[0])
        for source, copie in zip(groupe, copies, strict=True):
            if apres is None:
                _append(self._edite.racines[self._edite.paquet.document], copie)
            else:
                apres.addnext(copie)
            apres = copie
            plume.add_bloc(copie)
            if source.tag == w("p") and self._styles.niveau(source):
                self._titres[_key(source)] = copie
        self._blocs[region.ancre.signet] = copies[-1]
        return copies

    def _gather(self, bloc: Element) -> list[Element]:
        """A part with its caption; with all since its heading, when the document has it not."""
        suite = [bloc]
        for precedent in bloc.itersiblings(preceding=True):
            if precedent in self._leurs or precedent.tag != w("p"):
                break
            suite.append(precedent)
            if self._styles.niveau(precedent):
                return (
                    suite[::-1]
                    if _key(precedent) not in self._titres
                    else _caption(suite, self._styles)
                )
        return _caption(suite, self._styles)

    def _list_above(self, premier: Element) -> list[Element]:
        """The headings over a part, in the template, that the document has not."""
        niveau = self._styles.niveau(premier) if premier.tag == w("p") else None
        titres: list[Element] = []
        for precedent in premier.itersiblings(w("p"), preceding=True):
            sien = self._styles.niveau(precedent)
            if sien and (niveau is None or sien < niveau):
                if _key(precedent) in self._titres:
                    break
                niveau = sien
                titres.append(precedent)
        return titres[::-1]

    def _find_place(self, premier: Element) -> Element | None:
        """After what is just before it in the template, of what the document has."""
        for precedent in premier.itersiblings(preceding=True):
            for signet in self._leurs.get(precedent, ()):
                if signet in self._blocs:
                    return self._blocs[signet]
            if precedent.tag == w("p"):
                semblables = self._titres if self._styles.niveau(precedent) else self._seuls
                meme = semblables.get(_key(precedent))
                if meme is not None:
                    return _top(meme)
        return None


def _caption(suite: list[Element], styles: Styles) -> list[Element]:
    """A part, and the paragraph before it if it is a caption."""
    legende = [p for p in suite[1:2] if styles.nom_of(p) == "caption"]
    return [*legende, suite[0]]


def _iter_blocs(cote: Cote) -> Iterator[tuple[str, Element]]:
    """The blocks of the body that hold a region, after its bookmark."""
    for signet, region in cote.regions.items():
        if region.part == cote.paquet.document and region.contenus:
            bloc = _top(region.contenus[0])
            if bloc is not None:
                yield signet, bloc


def _index_paragraphes(racine: Element) -> dict[str, Element]:
    """The paragraphs of the body by what they say, those that nothing else says."""
    par_cle: dict[str, list[Element]] = {}
    for paragraphe in racine.iterfind(f"{w('body')}/{w('p')}"):
        par_cle.setdefault(_key(paragraphe), []).append(paragraphe)
    return {cle: siens[0] for cle, siens in par_cle.items() if cle and len(siens) == 1}


def _top(element: Element) -> Element | None:
    """The block of the body that an element is in."""
    for bloc in (element, *element.iterancestors()):
        parent = bloc.getparent()
        if parent is not None and parent.tag == w("body"):
            return bloc
    return None


def _append(racine: Element, bloc: Element) -> None:
    """Put a block last in the body, before the properties of its section."""
    corps = racine.find(w("body"))
    if corps is None:
        return
    if len(corps) and corps[-1].tag == w("sectPr"):
        corps[-1].addprevious(bloc)
    else:
        corps.append(bloc)


def _key(paragraphe: Element) -> str:
    return " ".join(flatten(paragraphe).casefold().split())
