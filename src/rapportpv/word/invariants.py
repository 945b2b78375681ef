"""What must hold of every document we write and that validators do not see."""

import re
from collections import Counter
from collections.abc import Iterator

from rapportpv.word.archive import TYPES, read_zip
from rapportpv.word.marques import MARQUE
from rapportpv.word.noms import etiquette
from rapportpv.word.ooxml import WP, Element, parse, w
from rapportpv.word.paquet import Paquet, open_paquet

_PORTEURS = tuple(map(w, ("p", "r", "tc", "sdt")))
_SIGNET = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")


def find_faults(docx: bytes) -> list[str]:
    """What is wrong with the document, in a few words each; nothing when all is well."""
    parts = read_zip(docx)
    paquet = open_paquet(parts)
    racines = {
        nom: parse(contenu)
        for nom, contenu in paquet.parts.items()
        if nom.startswith("word/") and nom.endswith(".xml")
    }
    return [
        *_links(paquet, parts),
        *(f"{nom}: {faute}" for nom, racine in racines.items() for faute in _in_part(racine)),
        *_repeated(list(racines.values())),
    ]


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
        if len(cellule) == 0 or cellule[-1].tag not in (w("p"), w("sdt"), w("bookmarkEnd")):
            yield "a cell does not end with a paragraph"
    for tableau in racine.iter(w("tbl")):
        if next(tableau.iter(w("tr")), None) is None:
            yield "a table has no row"
    for controle in racine.iter(w("sdt")):
        contenu = controle.find(w("sdtContent"))
        if contenu is None or len(contenu) == 0:
            yield "an empty content control"
    for proprietes in racine.iter(w("pPr"), w("rPr"), w("tcPr"), w("sdtPr")):
        parent = proprietes.getparent()
        if parent is not None and parent.tag in _PORTEURS and parent[0] is not proprietes:
            yield f"properties that do not come first in {parent.tag}"
    for tag in racine.iter(w("tag"), w("alias")):
        if len(tag.get(w("val"), "")) > len(etiquette("x" * 200)):
            yield f"too long a tag: {tag.get(w('val'))}"
    for element in racine.iter():
        textes = (element.text or "", *map(str, element.attrib.values()))
        if any(MARQUE.search(texte) for texte in textes):
            yield f"a mark is left in {element.tag}"


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


def _repeated(racines: list[Element]) -> Iterator[str]:
    """Identifiers used twice in the document."""
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
