"""Paragraphs and runs made whole: their properties in the order that Word requires."""

from collections.abc import Iterable
from copy import deepcopy

from rapportpv.word.ooxml import Element, make, make_all, w

_ORDRE_P = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
)
_ORDRE_R = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_RANGS_P = {w(nom): rang for rang, nom in enumerate(_ORDRE_P.split())}
_RANGS_R = {w(nom): rang for rang, nom in enumerate(_ORDRE_R.split())}
_PROPRES = frozenset(  # what a paragraph does not hand on to those that take its place
    map(w, ("sectPr", "numPr", "pageBreakBefore", "keepNext", "framePr", "rPr", "pPrChange"))
)


def make_paragraphe(
    style: str | None, contenu: Iterable[Element], proprietes: str = "", base: Element | None = None
) -> Element:
    """A paragraph; `proprietes` are XML, and win over those of `base`, a `w:pPr` to be like."""
    siennes = [make("pStyle", val=style)] if style else []
    siennes += make_all(proprietes) if proprietes else []
    paragraphe = make("p")
    ensemble = merge("pPr", siennes, base, _RANGS_P)
    if len(ensemble):
        paragraphe.append(ensemble)
    paragraphe.extend(contenu)
    return paragraphe


def make_run(
    contenu: Iterable[Element], proprietes: str = "", base: Element | None = None
) -> Element:
    """A run; `proprietes` are XML, and win over those of `base`, a `w:rPr` to be like."""
    run = make("r")
    ensemble = merge("rPr", make_all(proprietes) if proprietes else [], base, _RANGS_R)
    if len(ensemble):
        run.append(ensemble)
    run.extend(contenu)
    return run


def set_property(paragraphe: Element, propriete: Element) -> None:
    """Give a paragraph a property, unless it has it."""
    ensemble = paragraphe.find(w("pPr"))
    if ensemble is None:
        ensemble = make("pPr")
        paragraphe.insert(0, ensemble)
    if ensemble.find(propriete.tag) is None:
        ensemble.append(propriete)
        ensemble[:] = sorted(ensemble, key=lambda e: _RANGS_P.get(str(e.tag), len(_RANGS_P)))


def inherit(paragraphe: Element) -> Element:
    """The properties of a paragraph that those which take its place have too."""
    proprietes = paragraphe.find(w("pPr"))
    garde = make("pPr") if proprietes is None else deepcopy(proprietes)
    for element in list(garde):
        if element.tag in _PROPRES:
            garde.remove(element)
    return garde


def merge(nom: str, siennes: list[Element], base: Element | None, rangs: dict[str, int]) -> Element:
    """Properties in order: these, and those of the base that they do not replace."""
    prises = {element.tag for element in siennes}
    autres = [deepcopy(e) for e in (() if base is None else base) if e.tag not in prises]
    ensemble = [*siennes, *autres]
    return make(nom, *sorted(ensemble, key=lambda e: rangs.get(str(e.tag), len(rangs))))
