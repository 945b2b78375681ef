"""The tracked changes of a document accepted: what it says once they all are."""

from rapportpv.word.ooxml import Element, w

_GARDEES = frozenset(map(w, ("ins", "moveTo")))
_OTEES = frozenset(map(w, ("del", "moveFrom")))
_MARQUES = _GARDEES | _OTEES
_BORNES = tuple(
    w(f"{genre}Range{bout}")
    for genre in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
    for bout in ("Start", "End")
)
_ANCIENS = tuple(
    map(
        w,
        (
            *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
            *("tblGridChange", "tblPrExChange", "numberingChange", "cellIns"),
        ),
    )
)


def accept_changes(racine: Element) -> bool:
    """Accept all the tracked changes under an element; whether there were any."""
    marques = [*racine.iter(*_MARQUES)]
    anciens = [*racine.iter(*_ANCIENS, w("cellDel"))]
    for marque in marques:
        _accept(marque)
    for element in anciens:
        if element.tag == w("cellDel"):
            _remove(_ancestor(element, w("tc")))
        else:
            _remove(element)
    for borne in [*racine.iter(*_BORNES)]:
        _remove(borne)
    for tableau in [*racine.iter(w("tbl"))]:
        if next(tableau.iter(w("tr")), None) is None:
            _remove(tableau)
    return bool(marques or anciens)


def _accept(marque: Element) -> None:
    parent = marque.getparent()
    if parent is None:
        return
    if parent.tag == w("trPr"):
        _remove(parent.getparent() if marque.tag in _OTEES else marque)
    elif parent.tag == w("rPr") and _is(parent.getparent(), "pPr"):
        _remove(marque)
        if marque.tag in _OTEES:
            _join(_ancestor(parent, w("p")))
    elif marque.tag in _OTEES:
        _remove(marque)
    else:
        for enfant in list(marque):
            marque.addprevious(enfant)
        _remove(marque)


def _join(paragraphe: Element | None) -> None:
    """A paragraph whose mark is gone: its words begin the one that follows."""
    if paragraphe is None:
        return
    suivant = paragraphe.getnext()
    while suivant is not None and suivant.tag in (w("bookmarkStart"), w("bookmarkEnd")):
        suivant = suivant.getnext()
    reste = [e for e in paragraphe if e.tag != w("pPr")]
    if suivant is not None and suivant.tag == w("p"):
        rang = int(len(suivant) > 0 and suivant[0].tag == w("pPr"))
        suivant[rang:rang] = reste
        _remove(paragraphe)
    elif suivant is not None and not reste:
        _remove(paragraphe)


def _is(element: Element | None, nom: str) -> bool:
    return element is not None and element.tag == w(nom)


def _ancestor(element: Element, nom: str) -> Element | None:
    return next(iter(element.iterancestors(nom)), None)


def _remove(element: Element | None) -> None:
    if element is not None and (parent := element.getparent()) is not None:
        parent.remove(element)
