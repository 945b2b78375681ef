"""What must hold of every document we write and that validators do not see."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
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
    racines: list[Element] = []
    fautes = list(_links(paquet, parts))
    for nom, contenu in paquet.parts.items():
        if not nom.endswith(".xml"):
            continue
        if _MARQUE.search(contenu):
            fautes.append(f"{nom}: a mark is left")
        try:
            racines.append(parse(contenu))
        except etree.XMLSyntaxError:
            fautes.append(f"{nom}: not XML")
            continue
        fautes.extend(f"{nom}: {faute}" for faute in _in_part(racines[-1]))
    return [*fautes, *_repeated(r for r in racines if r.tag in _NUMEROTEES)]


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


def _in_part(racine: Element) -> Iterator[str]:
    yield from _signets(racine)
    yield from _champs(racine)
    for cellule in racine.iter(w("tc")):
        if len(cellule) == 0 or cellule[-1].tag not in _FINS:
            yield "a cell does not end with a paragraph"
    for tableau in racine.iter(w("tbl")):
        if next(tableau.iter(w("tr")), None) is None:
            yield "a table has no row"
    for controle in racine.iter(w("sdt")):
        contenu = controle.find(w("sdtContent"))
        if contenu is None or len(contenu) == 0:
            yield "an empty content control"
    for proprietes in racine.iter(w("pPr"), w("rPr"), w("tcPr"), w("sdtPr")):
        if proprietes.getprevious() is None:
            continue
        parent = proprietes.getparent()
        if parent is not None and parent.tag in _PORTEURS:
            yield f"properties that do not come first in {parent.tag}"
    for tag in racine.iter(w("tag"), w("alias")):
        if len(tag.get(w("val"), "")) > len(etiquette("x" * 200)):
            yield f"too long a tag: {tag.get(w('val'))}"


def _signets(racine: Element) -> Iterator[str]:
    ouverts: Counter[str] = Counter()
    for borne in racine.iter(w("bookmarkStart"), w("bookmarkEnd")):
        numero = borne.get(w("id"), "")
        if borne.tag == w("bookmarkEnd"):
            ouverts[numero] -= 1
            continue
        ouverts[numero] += 1
        if not _SIGNET.fullmatch(borne.get(w("name"), "")):
            yield f"bad bookmark name: {borne.get(w('name'))}"
    yield from (f"unbalanced bookmark {n}" for n, reste in ouverts.items() if reste)


def _champs(racine: Element) -> Iterator[str]:
    ouverts = 0
    for marque in racine.iter(w("fldChar")):
        ouverts += {"begin": 1, "end": -1}.get(marque.get(w("fldCharType"), ""), 0)
        if ouverts < 0:
            yield "a field ends before it begins"
            return
    if ouverts:
        yield "a field does not end"


def _repeated(racines: Iterable[Element]) -> Iterator[str]:
    """Identifiers used twice in the document; its library and its comments have their own."""
    ids: Counter[str] = Counter()
    for racine in racines:
        for element in racine.iter(w("sdtPr"), w("bookmarkStart"), f"{{{WP}}}docPr"):
            if element.tag == w("sdtPr"):
                identifiant = element.find(w("id"))
                if identifiant is not None:
                    ids[f"control id {identifiant.get(w('val'))}"] += 1
            elif element.tag == w("bookmarkStart"):
                ids[f"bookmark id {element.get(w('id'))}"] += 1
                ids[f"bookmark name {element.get(w('name'), '').casefold()}"] += 1
            else:
                ids[f"drawing id {element.get('id')}"] += 1
    yield from (f"{identifiant} used {n} times" for identifiant, n in ids.items() if n > 1)
