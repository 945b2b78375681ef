"""A chart of a document: its points, and where they are to be drawn."""

import math
import textwrap

from rapportpv.export.accessible.ooxml import Element, local
from rapportpv.export.page.blocs import Graphique, Point, Serie
from rapportpv.export.page.nombres import format_valeur
from rapportpv.export.page.ooxml import c, read_entier

BARRES, COLONNES, LIGNES = "barres", "colonnes", "lignes"
_LARGEUR = 36  # letters of a name on a line, above its bar
_ETROITE = 14  # below a column
_SERIES_MAX = 8


def read_graphique(racine: Element, titre: str, alt: str) -> Graphique | None:
    """The chart; None when it has no point."""
    series = [_read_serie(serie) for serie in racine.iter(c("ser"))][:_SERIES_MAX]
    lues = [(nom, noms, valeurs) for nom, noms, valeurs in series if valeurs]
    if not lues:
        return None
    forme = _find_forme(racine)
    noms = max((noms for _, noms, _ in lues), key=len)
    dites = [valeur for _, _, valeurs in lues for valeur, _ in valeurs.values()]
    bas, haut = min(0.0, *dites), max(0.0, *dites)
    tracees = tuple(
        Serie(nom, tuple(_draw(rang, noms, valeurs, forme, (bas, haut)) for rang in valeurs))
        for nom, _, valeurs in lues
    )
    return Graphique(titre, alt, forme, tuple(noms), tracees, zero=_scale(0.0, bas, haut))


def _find_forme(racine: Element) -> str:
    if next(racine.iter(c("lineChart")), None) is not None:
        return LIGNES
    sens = next(racine.iter(c("barDir")), None)
    return COLONNES if sens is not None and sens.get("val") == "col" else BARRES


def _read_serie(serie: Element) -> tuple[str, list[str], dict[int, tuple[float, str]]]:
    """Its name, the names of its points, and their values with the format of each."""
    nom = _texts(serie.find(c("tx")))
    noms = _texts(serie.find(c("cat")))
    valeurs: dict[int, tuple[float, str]] = {}
    code = _find_code(serie)
    lieu = serie.find(c("val"))
    for point in () if lieu is None else lieu.iter(c("pt")):
        valeur = point.findtext(c("v")) or ""
        try:
            nombre = float(valeur)
        except ValueError:
            continue
        if math.isfinite(nombre):
            valeurs[read_entier(point, "idx")] = nombre, point.get("formatCode") or code
    rangs = max([*noms, *valeurs], default=-1) + 1
    return " ".join(nom.values()), [noms.get(n, "") for n in range(rangs)], valeurs


def _find_code(serie: Element) -> str:
    """The format of its labels, else that of its values."""
    etiquettes = serie.find(f"{c('dLbls')}/{c('numFmt')}")
    if etiquettes is not None and etiquettes.get("sourceLinked") != "1":
        return etiquettes.get("formatCode", "")
    lieu = serie.find(c("val"))
    trouve = None if lieu is None else next(lieu.iter(c("formatCode")), None)
    return "" if trouve is None else trouve.text or ""


def _texts(lieu: Element | None) -> dict[int, str]:
    if lieu is None:
        return {}
    points = {read_entier(p, "idx"): p.findtext(c("v")) or "" for p in lieu.iter(c("pt"))}
    if not points:
        seul = "".join(e.text or "" for e in lieu.iter() if local(e) == "v")
        return {0: seul} if seul else {}
    return points


def _draw(
    rang: int,
    noms: list[str],
    valeurs: dict[int, tuple[float, str]],
    forme: str,
    bornes: tuple[float, float],
) -> Point:
    """A point, from the axis to its value, in thousandths of the room that there is."""
    valeur, code = valeurs[rang]
    zero, bout = _scale(0.0, *bornes), _scale(valeur, *bornes)
    nom = noms[rang] if rang < len(noms) else ""
    lignes = textwrap.wrap(nom, _LARGEUR if forme == BARRES else _ETROITE) or [""]
    place = round((rang + 0.5) * 1000 / max(len(noms), 1))
    de, a = sorted((zero, bout))
    if forme == LIGNES:
        de = a = bout
    return Point(nom, valeur, format_valeur(valeur, code), tuple(lignes), de, a, place)


def _scale(valeur: float, bas: float, haut: float) -> int:
    return round(1000 * (valeur - bas) / (haut - bas)) if haut > bas else 0
