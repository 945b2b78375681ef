"""The cache of a chart, as the table that it draws: its categories, its series, its values."""

import re

from lxml import etree

from rapportpv.core.relecture import Place
from rapportpv.review.lecture.passage import Cellule, Passage, TableauLu, place_cells
from rapportpv.word.ooxml import Element, c, parse

GRAPHIQUE = "graphique"


def read_graphique(
    contenu: bytes, nom: str, titre: str, legende: str, ancre: int | None
) -> TableauLu | None:
    """The points that a chart shows; None when it has none."""
    try:
        racine = parse(contenu)
    except etree.XMLSyntaxError:
        return None
    series = [_read_serie(serie) for serie in racine.iter(c("ser"))]
    categories = next((categories for _, categories, _, _ in series if categories), {})
    if not any(valeurs for *_, valeurs in series):
        return None
    place = Place(GRAPHIQUE, titre, tableau=legende)
    en_tete = ("", *(f"{nom_serie} {unite}".strip() for nom_serie, _, unite, _ in series))
    rangs = sorted({rang for *_, valeurs in series for rang in valeurs})
    rangees = [
        (categories.get(rang, ""), *(valeurs.get(rang, "") for *_, valeurs in series))
        for rang in rangs
    ]
    cellules = tuple(
        tuple(Cellule((Passage(texte, place, ancre=ancre),)) for texte in rangee)
        for rangee in (en_tete, *rangees)
    )
    return place_cells(TableauLu(cellules, 1, place, nom, graphique=True))


def _read_serie(serie: Element) -> tuple[str, dict[int, str], str, dict[int, str]]:
    """The name of a series, its categories, its unit, its values as a person would write them."""
    nom = " ".join(_points(serie.find(c("tx"))).values())
    categories = _points(serie.find(c("cat")))
    valeurs = serie.find(c("val"))
    if valeurs is None:
        valeurs = serie.find(c("yVal"))
    formats = (
        "" if valeurs is None else "".join(f.text or "" for f in valeurs.iter(c("formatCode")))
    )
    unite = "€" if "€" in formats else "%" if "%" in formats else ""
    return nom, categories, unite, {r: _write(v, unite) for r, v in _points(valeurs).items()}


def _points(element: Element | None) -> dict[int, str]:
    if element is None:
        return {}
    return {
        int(point.get("idx", "0")): (point.findtext(c("v")) or "").strip()
        for point in element.iter(c("pt"))
    }


def _write(valeur: str, unite: str) -> str:
    """A value of the cache, in French: «73.0997840960434» is «73,0997840960434 %»."""
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", valeur):
        return valeur
    entier, _, decimales = valeur.partition(".")
    nombre = f"{entier},{decimales}" if decimales.strip("0") else entier
    return f"{nombre} {unite}".strip()
