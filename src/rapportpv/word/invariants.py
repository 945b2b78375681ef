"""What must hold of every document we write and that validators do not see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from rapportpv.core.errors import DocumentMalFaitError
from rapportpv.word.archive import TYPES, read_zip
from rapportpv.word.noms import etiquette
from rapportpv.word.ooxml import WP, Element, parse, w
from rapportpv.word.paquet import Paquet, read_paquet

_PORTEURS = tuple(map(w, ("p", "r", "tc", "sdt")))
_FINS = tuple(map(w, ("p", "sdt", "bookmarkEnd")))
_SIGNET = re.compile(r"[^\W\d]\w{0,39}")
_MARQUE = re.compile(rb"\xf3[\xb0-\xbf]")  # a sign of the private plane of marks, in UTF-8
_NUMEROTEES = tuple(map(w, ("document", "hdr", "ftr", "footnotes", "endnotes")))
_PROPRIETES = tuple(map(w, ("pPr", "rPr", "tcPr", "sdtPr")))
_DESSIN = f"{{{WP}}}docPr"
_BORNES = (w("bookmarkStart"), w("bookmarkEnd"))
_TAGS = (w("tag"), w("alias"))
_RARES = (*_BORNES, *_TAGS, *map(w, ("fldChar", "tbl", "sdt", "sdtPr")), _DESSIN)


def check_document(docx: bytes, modele: Path) -> None:
    """Raise DocumentMalFaitError for what is wrong with a document and was not with its template.

    Word opens many a template that breaks one of these laws; what we add must keep them all.
    """
    fautes = find_faults(docx)
    if fautes:
        siennes = set(find_faults(modele.read_bytes()))
        fautes = [faute for faute in fautes if faute not in siennes]
    if fautes:
        raise DocumentMalFaitError(fautes)


def find_faults(docx: bytes) -> list[str]:
    """What is wrong with the document, in a few words each; nothing when all is well."""
    parts = read_zip(docx)
    paquet = read_paquet(parts)
    numerotes: list[Element] = []
    fautes = list(_links(paquet, parts))
    for nom, contenu in paquet.parts.items():
        if not nom.endswith(".xml"):
            continue
        if _MARQUE.search(contenu):
            fautes.append(f"{nom}: a mark is left")
        try:
            racine = parse(contenu)
        except etree.XMLSyntaxError:
            fautes.append(f"{nom}: not XML")
            continue
        rares = list(racine.iter(*_RARES))
        fautes.extend(f"{nom}: {faute}" for faute in _in_part(racine, rares))
        if racine.tag in _NUMEROTEES:
            numerotes.extend(rares)
    return [*fautes, *_repeated(numerotes)]


def _links(paquet: Paquet, parts: dict[str, bytes]) -> Iterator[str]:
    for nom in paquet.types:
        if nom not in parts:
            yield f"content type of a missing part: {nom}"
    for nom in paquet.parts:
        if nom not in paquet.types and nom.rpartition(".")[2].lower() not in paquet.extensions:
            yield f"no content type: {nom}"
    for source, relations in paquet.relations.items():
        if len({relation.id for relation in relations}) < len(relations):
            yield f"two relationships of {source or 'the package'} with one id"
        for relation in relations:
            if not relation.externe and relation.cible not in parts:
                yield f"relationship of {source or 'the package'} to a missing {relation.cible}"
    if next(iter(parts)) != TYPES:
        yield "the content types are not the first part"


def _in_part(racine: Element, rares: Sequence[Element]) -> Iterator[str]:
    """What is wrong in a part; `rares`: its elements that are not in each row of a long table."""
    yield from _signets(rares)
    yield from _champs(rares)
    for cellule in racine.iter(w("tc")):
        if len(cellule) == 0 or cellule[-1].tag not in _FINS:
            yield "a cell does not end with a paragraph"
    for tableau in _only(rares, w("tbl")):
        if next(tableau.iter(w("tr")), None) is None:
            yield "a table has no row"
    for controle in _only(rares, w("sdt")):
        contenu = controle.find(w("sdtContent"))
        if contenu is None or len(contenu) == 0:
            yield "an empty content control"
    for proprietes in racine.iter(*_PROPRIETES):
        if proprietes.getprevious() is None:
            continue
        parent = proprietes.getparent()
        if parent is not None and parent.tag in _PORTEURS:
            yield f"properties that do not come first in {parent.tag}"
    for tag in _only(rares, *_TAGS):
        if len(tag.get(w("val"), "")) > len(etiquette("x" * 200)):
            yield f"too long a tag: {tag.get(w('val'))}"


def _only(rares: Iterable[Element], *noms: str) -> Iterator[Element]:
    return (element for element in rares if element.tag in noms)


def _signets(rares: Iterable[Element]) -> Iterator[str]:
    ouverts: Counter[str] = Counter()
    for borne in _only(rares, *_BORNES):
        numero = borne.get(w("id"), "")
        if borne.tag == w("bookmarkEnd"):
            ouverts[numero] -= 1
            continue
        ouverts[numero] += 1
        if not _SIGNET.fullmatch(borne.get(w("name"), "")):
            yield f"bad bookmark name: {borne.get(w('name'))}"
    yield from (f"unbalanced bookmark {n}" for n, reste in ouverts.items() if reste)


def _champs(rares: Iterable[Element]) -> Iterator[str]:
    ouverts = 0
    for marque in _only(rares, w("fldChar")):
        ouverts += {"begin": 1, "end": -1}.get(marque.get(w("fldCharType"), ""), 0)
        if ouverts < 0:
            yield "a field ends before it begins"
            return
    if ouverts:
        yield "a field does not end"


def _repeated(rares: Iterable[Element]) -> Iterator[str]:
    """Identifiers used twice in the document; its library and its comments have their own."""
    ids: Counter[str] = Counter()
    for element in rares:
        if element.tag == w("sdtPr"):
            identifiant = element.find(w("id"))
            if identifiant is not None:
                ids[f"control id {identifiant.get(w('val'))}"] += 1
        elif element.tag == w("bookmarkStart"):
            ids[f"bookmark id {element.get(w('id'))}"] += 1
            ids[f"bookmark name {element.get(w('name'), '').casefold()}"] += 1
        elif element.tag == _DESSIN:
            ids[f"drawing id {element.get('id')}"] += 1
    yield from (f"{identifiant} used {n} times" for identifiant, n in ids.items() if n > 1)
