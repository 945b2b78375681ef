"""Tracked changes accepted or refused as a whole, as Word does it; what a document then says."""

from rapportpv.core.zip import read_zip
from rapportpv.word.ooxml import parse, w
from rapportpv.word.paquet import open_paquet

_TEXTES = {w("t"), w("delText")}
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


def accepted(docx):
    return _say(docx, w("del"), w("ins"))


def read_body(docx):
    """The XML of the body: a document is packed."""
    paquet = open_paquet(read_zip(docx))
    return paquet.parts[paquet.document]


def refused(docx):
    return _say(docx, w("ins"), w("del"))


def _say(docx, otee, gardee):
    """The body, then headers and footers: a line a paragraph, a row of a table between bars."""
    paquet = open_paquet(read_zip(docx))
    notes = {}
    for genre in _NOTES.values():
        for part in paquet.related(paquet.document, genre):
            racine = parse(paquet.parts[part])
            _settle(racine, otee, gardee)
            notes[genre] = {note.get(w("id")): note for note in racine}
    corps = parse(paquet.parts[paquet.document])
    _settle(corps, otee, gardee)
    lignes = list(_lines(corps.find(w("body")), notes))
    for genre in ("header", "footer"):
        for part in sorted(set(paquet.related(paquet.document, genre))):
            racine = parse(paquet.parts[part])
            _settle(racine, otee, gardee)
            lignes += [f"[{genre}]", *_lines(racine, notes)]
    return lignes


def _settle(racine, otee, gardee):
    for marque in list(racine.iter(otee, gardee)):
        if marque.getparent() is not None:
            _settle_one(marque, otee)
    _settle_controls(racine, refuse=otee == w("ins"))
    for proprietes in list(racine.iter(w("pPr"))):
        if proprietes.get("joint"):
            _join(proprietes.getparent())
    for tableau in list(racine.iter(w("tbl"))):
        if next(tableau.iter(w("tr")), None) is None:
            _remove(tableau)


def _settle_one(marque, otee):
    """A row, the end of a paragraph, or words."""
    parent = marque.getparent()
    if parent.tag == w("trPr"):
        _remove(parent.getparent() if marque.tag == otee else marque)
    elif parent.tag == w("rPr") and parent.getparent().tag == w("pPr"):
        _remove(marque)
        if marque.tag == otee:
            parent.getparent().set("joint", "1")
    elif marque.tag == otee:
        _remove(marque)
    else:
        for enfant in list(marque):
            marque.addprevious(enfant)
        _remove(marque)


def _settle_controls(racine, *, refuse):
    """Content controls that are new: refused, what they hold stands without them."""
    bornes = list(racine.iter(w("customXmlInsRangeStart"), w("customXmlInsRangeEnd")))
    for borne in bornes if refuse else ():
        controle = borne.getnext()
        if borne.tag.endswith("Start") and controle is not None and controle.tag == w("sdt"):
            for enfant in list(controle.find(w("sdtContent"))):
                controle.addprevious(enfant)
            _remove(controle)
    for borne in bornes:
        _remove(borne)


def _join(paragraphe):
    """Without its end, a paragraph goes on in the next one; before a table, only if it is empty."""
    suivant = paragraphe.getnext()
    while suivant is not None and suivant.tag in (w("bookmarkStart"), w("bookmarkEnd")):
        suivant = suivant.getnext()
    reste = [e for e in paragraphe if e.tag != w("pPr")]
    while suivant is not None and suivant.tag == w("sdt"):
        suivant = next(iter(suivant.find(w("sdtContent"))), None)
    if suivant is not None and suivant.tag == w("p"):
        rang = 1 if suivant.find(w("pPr")) is not None else 0
        suivant[rang:rang] = reste
        _remove(paragraphe)
    elif paragraphe.getnext() is not None and not any(e.tag == w("r") for e in reste):
        _remove(paragraphe)


def _remove(element):
    element.getparent().remove(element)


def _lines(conteneur, notes):
    for element in conteneur:
        if element.tag == w("p"):
            yield _text(element, notes)
        elif element.tag == w("tbl"):
            for ligne in element.iter(w("tr")):
                yield "| " + " | ".join(" / ".join(_lines(c, notes)) for c in ligne.iter(w("tc")))
        elif element.tag in (w("sdt"), w("sdtContent")):
            yield from _lines(element, notes)


def _text(paragraphe, notes):
    morceaux = []
    dits = (w("tab"), w("br"), w("noBreakHyphen"))
    for element in paragraphe.iter(*_TEXTES, *dits, *_NOTES):
        if next(element.iterancestors(w("txbxContent")), None) is not None:
            continue
        if element.tag in _TEXTES:
            morceaux.append(element.text or "")
        elif element.tag == w("tab") and element.getparent().tag == w("r"):
            morceaux.append("\t")
        elif element.tag == w("br") and element.get(w("type")) is None:
            morceaux.append("\n")
        elif element.tag == w("noBreakHyphen"):
            morceaux.append("\u2011")
        elif element.tag in _NOTES:
            note = notes[_NOTES[element.tag]][element.get(w("id"))]
            morceaux.append("[" + " ".join(_lines(note, notes)) + "]")
    return "".join(morceaux)
