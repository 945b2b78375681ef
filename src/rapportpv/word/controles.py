"""Content controls: each figure and each generated region carries its name in the document."""

from collections.abc import Iterator
from copy import deepcopy

from rapportpv.word.marques import MARQUE, Marques, Segment, strip_marques
from rapportpv.word.noms import etiquette, signet
from rapportpv.word.ooxml import WP, Element, controls_around, make, make_texte, tag_of, w

_PARENTS = frozenset(map(w, ("p", "hyperlink", "sdtContent", "ins", "fldSimple", "smartTag")))
_FERMES = tuple(map(w, ("text", "date", "comboBox", "dropDownList", "picture", "checkbox")))


def make_controle(nom: str, *contenu: Element) -> Element:
    """A content control named after a figure or a table; its id is given at the end."""
    titre = etiquette(nom)
    proprietes = make("sdtPr", make("alias", val=titre), make("tag", val=titre), make("id", val=""))
    return make("sdt", proprietes, make("sdtContent", *contenu))


def name_region(elements: list[Element], nom: str) -> Element:
    """The content control of that name around neighbours: the template's, or a new one."""
    for controle in controls_around(elements[0]):
        if tag_of(controle) == etiquette(nom):
            _complete(controle, nom)
            return controle
    parent = elements[0].getparent()
    assert parent is not None  # what is wrapped is in a document
    rang = parent.index(elements[0])
    controle = make_controle(nom, *elements)
    parent.insert(rang, controle)
    return controle


def add_signet(element: Element, nom: str) -> None:
    """A bookmark around an element, unless it has it; its id is given at the end."""
    avant = element.getprevious()
    if avant is None or avant.get(w("name")) != nom:
        element.addprevious(make("bookmarkStart", id="", name=nom))
        element.addnext(make("bookmarkEnd", id=""))


def anchor_signet(region: Element, nom: str) -> None:
    """A bookmark in the first paragraph of a region, where LibreOffice would keep it too.

    Around a table, LibreOffice moves or doubles it.
    """
    paragraphe = next(region.iter(w("p")))
    debut = make("bookmarkStart", id="", name=nom)
    paragraphe.insert(0 if paragraphe.find(w("pPr")) is None else 1, debut)
    paragraphe.append(make("bookmarkEnd", id=""))


def _complete(controle: Element, nom: str) -> None:
    """The title that a control of the template lacks."""
    proprietes = controle.find(w("sdtPr"))
    assert proprietes is not None  # it has a tag
    tag = proprietes.find(w("tag"))
    if tag is not None and proprietes.find(w("alias")) is None:
        tag.addprevious(make("alias", val=etiquette(nom)))


def strip_elsewhere(racine: Element) -> None:
    """Remove the marks from what is not a text of the document: field codes, drawings."""
    for element in racine.iter():
        if element.tag != w("t") and element.text and MARQUE.search(element.text):
            element.text = strip_marques(element.text)
    for dessin in racine.iter(f"{{{WP}}}docPr"):
        for attribut in ("descr", "title"):
            if attribut in dessin.attrib:
                dessin.set(attribut, strip_marques(dessin.get(attribut, "")))


def wrap_chiffres(racine: Element, marques: Marques) -> None:
    """Put each marked figure into a content control of its own; no mark is left in a text."""
    runs: dict[Element, None] = {}
    for texte in racine.iter(w("t")):
        if not ((lu := texte.text) and MARQUE.search(lu)):
            continue
        run = texte.getparent()
        if run is not None and _accepts(run):
            runs[run] = None
        else:
            texte.text = strip_marques(lu)
    for run in runs:
        _split_run(run, marques)


def _accepts(run: Element) -> bool:
    """Whether a control can stand in place of this run."""
    parent = run.getparent()
    return run.tag == w("r") and parent is not None and parent.tag in _PARENTS


def _split_run(run: Element, marques: Marques) -> None:
    """Replace a run by runs of the same look, the figures among them in controls."""
    for pieces, cible in _groups(run, marques):
        morceau = make("r", *pieces)
        morceau.attrib.update(run.attrib)
        style = run.find(w("rPr"))
        if style is not None:
            morceau.insert(0, deepcopy(style))
        run.addprevious(morceau)
        if isinstance(cible, str) and not _in_closed_control(morceau, cible):
            add_signet(name_region([morceau], cible), signet(cible))
    parent = run.getparent()
    assert parent is not None  # checked by _accepts
    parent.remove(run)


def _in_closed_control(run: Element, nom: str) -> bool:
    """Whether a control of another name that takes no other inside is around the run."""
    for controle in controls_around(run):
        proprietes = controle.find(w("sdtPr"))
        if tag_of(controle) == etiquette(nom) or proprietes is None:
            continue
        if any(proprietes.find(ferme) is not None for ferme in _FERMES):
            return True
    return False


def _groups(run: Element, marques: Marques) -> Iterator[tuple[list[Element], object]]:
    """The contents of a run, cut where a figure begins or ends."""
    pieces: list[Element] = []
    for enfant in list(run):
        if enfant.tag == w("rPr"):
            continue
        if enfant.tag != w("t"):
            pieces.append(enfant)
            continue
        for segment in marques.split(enfant.text or ""):
            if _is_chiffre(segment):
                if pieces:
                    yield pieces, None
                yield [make_texte(segment.texte)], segment.cible
                pieces = []
            elif segment.texte:
                pieces.append(make_texte(segment.texte))
    if pieces:
        yield pieces, None


def _is_chiffre(segment: Segment) -> bool:
    return isinstance(segment.cible, str)
