"""Shared texts struck through word by word, as whoever edits within a cell strikes them."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from rapportpv.core.emplacement import Case


def list_ratures(xml: bytes) -> frozenset[str]:
    """The texts of which every word is struck; one that stands elsewhere as it is, is none."""
    if b"<strike" not in xml:  # quick: nearly every workbook
        return frozenset()
    from lxml import etree

    rayes: set[str] = set()
    nets: set[str] = set()
    try:
        entrees = etree.iterparse(BytesIO(xml), tag="{*}si", resolve_entities=False)
        for _, entree in entrees:
            texte = "".join(t.text or "" for t in entree.iterfind(".//{*}t"))
            (rayes if _is_struck(entree) else nets).add(texte)
            entree.clear()
    except etree.XMLSyntaxError:  # told by whoever reads the values
        return frozenset()
    return frozenset(rayes - nets)


def find_ratures(lignes: Sequence[Sequence[Any]], textes: frozenset[str]) -> frozenset[Case]:
    """The cells that show one of those texts."""
    return frozenset(
        (numero, colonne)
        for numero, ligne in enumerate(lignes if textes else (), start=1)
        for colonne, valeur in enumerate(ligne, start=1)
        if valeur.__class__ is str and valeur in textes
    )


def _is_struck(entree: Any) -> bool:
    """Whether each run that shows something is struck."""
    mots = [r for r in entree.iterfind("{*}r") if (r.findtext("{*}t") or "").strip()]
    traits = [r.find("{*}rPr/{*}strike") for r in mots]
    return bool(traits) and all(
        t is not None and t.get("val", "1") in {"1", "true"} for t in traits
    )
