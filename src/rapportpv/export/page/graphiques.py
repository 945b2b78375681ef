"""A chart of a document: its points, and where they are to be drawn."""

import math
import textwrap
from collections.abc import Sequence, Set

from rapportpv.export.accessible.ooxml import Element, local
from rapportpv.export.page.couleurs import SERIES
from rapportpv.export.page.nombres import format_valeur
from rapportpv.export.page.ooxml import A, c, read_entier
from rapportpv.export.page.traces import Graphique, Nom, Point, Serie

BARRES, COLONNES, LIGNES = "barres", "colonnes", "lignes"
_LARGEUR = 36  # letters of a name on a line, above its bar
_ETROITE = 14  # below a column
_SERIES_MAX = 8
_ENTIER = 100  # percent: columns that cover each other


_Lue = tuple[Element, str, list[str], dict[int, tuple[float, str]]]


def read_graphique(racine: Element, titre: str, alt: str) -> Graphique | None:
    """The chart; None when it has no point."""
    lues, fonds = _part(racine)
    if not lues:
        return None
    forme = _find_forme(racine)
    noms = max((noms for _, _, noms, _ in lues), key=len)
    dites = [valeur for *_, valeurs in lues for valeur, _ in valeurs.values()]
    bas, haut = min(0.0, *dites), max(0.0, *dites)
    bandes = {rang for *_, valeurs in fonds for rang in valeurs}
    teintes = _choose_teintes([serie for serie, *_ in lues])
    return Graphique(
        titre,
        alt,
        forme,
        tuple(_name(rang, noms, forme, rang in bandes) for rang in range(len(noms))),
        tuple(
            Serie(
                nom,
                tuple(_draw(rang, len(noms), valeurs, forme, (bas, haut)) for rang in valeurs),
                teinte,
            )
            for teinte, (_, nom, _, valeurs) in zip(teintes, lues, strict=True)
        ),
        _are_superposed(racine, [valeurs.keys() for *_, valeurs in lues]),
        zero=_scale(0.0, bas, haut),
    )


def _part(racine: Element) -> tuple[list[_Lue], list[_Lue]]:
    """The series that have values; those of the axes of the first ones, and the others.

    What is on axes of its own, as wide as they are, is a band behind the others: no value.
    """
    groupes = [g for g in racine.iter() if next(g.iterfind(c("ser")), None) is not None]
    axes = _axes(groupes[0]) if groupes else set()
    lues: tuple[list[_Lue], list[_Lue]] = [], []
    for groupe in groupes:
        for serie in groupe.iterfind(c("ser")):
            nom, noms, valeurs = _read_serie(serie)
            if valeurs:
                derriere = groupe is not groupes[0] and _axes(groupe).isdisjoint(axes)
                lues[derriere and _is_whole(groupe)].append((serie, nom, noms, valeurs))
    return lues[0][:_SERIES_MAX], lues[1]


def _axes(groupe: Element) -> set[str]:
    return {axe.get("val", "") for axe in groupe.iterfind(c("axId"))}


def _is_whole(groupe: Element) -> bool:
    """Whether the columns of a group touch each other."""
    ecart = groupe.find(c("gapWidth"))
    return ecart is not None and ecart.get("val") == "0"


def _are_superposed(racine: Element, rangs: Sequence[Set[int]]) -> bool:
    """Whether the columns of the series share one place, no two at the same name."""
    recouvre = next(racine.iter(c("overlap")), None)
    entier = recouvre is not None and read_entier(recouvre, "val") == _ENTIER
    return entier and sum(map(len, rangs)) == len(set().union(*rangs))


def _choose_teintes(series: Sequence[Element]) -> list[int]:
    """The colours of the page for series: of their slots of the theme, each once if it can."""
    choisies: list[int] = []
    for serie in series:
        cases = (case.get("val", "") for case in serie.iterfind(f"{c('spPr')}//{{{A}}}schemeClr"))
        voulues = [SERIES.index(case) + 1 for case in cases if case in SERIES]
        libres = [n for n in (*voulues, *range(1, len(SERIES) + 1)) if n not in choisies]
        choisies.append((libres or [len(choisies) % len(SERIES) + 1])[0])
    return choisies


def _name(rang: int, noms: list[str], forme: str, bande: bool) -> Nom:
    lignes = textwrap.wrap(noms[rang], _LARGEUR if forme == BARRES else _ETROITE) or [""]
    return Nom(noms[rang], tuple(lignes), _place(rang, len(noms)), bande)


def _place(rang: int, nombre: int) -> int:
    return round((rang + 0.5) * 1000 / max(nombre, 1))


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
    nombre: int,
    valeurs: dict[int, tuple[float, str]],
    forme: str,
    bornes: tuple[float, float],
) -> Point:
    """A point, from the axis to its value, in thousandths of the room that there is."""
    valeur, code = valeurs[rang]
    zero, bout = _scale(0.0, *bornes), _scale(valeur, *bornes)
    de, a = sorted((zero, bout))
    if forme == LIGNES:
        de = a = bout
    return Point(rang, valeur, format_valeur(valeur, code), de, a, _place(rang, nombre))


def _scale(valeur: float, bas: float, haut: float) -> int:
    return round(1000 * (valeur - bas) / (haut - bas)) if haut > bas else 0
