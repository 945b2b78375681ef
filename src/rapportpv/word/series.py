"""The values of a chart: which columns of the table its series show, and their XML."""

import re
from collections.abc import Sequence
from copy import deepcopy
from fractions import Fraction

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.chiffre import Cellule, Colonne, Ligne, Quantite, Tableau, Unite
from rapportpv.french.lexique import fold
from rapportpv.word.marques import show_texte
from rapportpv.word.montants import has_amount
from rapportpv.word.ooxml import A, Element, c
from rapportpv.word.prototypes import format_cellule

BARRES_MAX, PREMIERES = 15, 12
"""How many bars a chart has at most, and how many remain when there would be more."""

LIBELLE_MAX = 40
"""How many signs a label has at most, when there is a shorter one."""

_ACCENTS = 6


class Serie(Struct, frozen=True):
    """A series: its heading and its values, as the sheet and the cache hold them."""

    libelle: str
    valeurs: tuple[int | float | None, ...]
    format: str


class Donnees(Struct, frozen=True):
    """What a chart shows: the sheet's name, the labels under their heading, the series."""

    feuille: str
    libelle: str
    etiquettes: tuple[str, ...]
    series: tuple[Serie, ...]


def find_colonne(tableau: Tableau, titre: str) -> Colonne | None:
    """The column that a series shows: the one whose heading or name is its own."""
    plie = fold(titre)
    colonnes = tableau.colonnes
    return next((k for k in colonnes if plie in (fold(show_texte(k.libelle)), fold(k.nom))), None)


def read_titre(serie: Element) -> str:
    """The name of a series in the template."""
    titre = serie.find(c("tx"))
    valeurs = [] if titre is None else [v.text or "" for v in titre.iter(c("v"))]
    return valeurs[0] if valeurs else ""


def read_feuille(graphique: Element) -> str:
    """The name of the sheet that the template's chart refers to."""
    for formule in graphique.iter(c("f")):
        feuille, separateur, _ = (formule.text or "").rpartition("!")
        if separateur:
            return feuille.strip("'").replace("''", "'")
    return "Feuil1"


def build_donnees(tableau: Tableau, feuille: str, series: list[tuple[Element, Colonne]]) -> Donnees:
    """The labels and values of a table for those series."""
    colonne = _colonne_de_texte(tableau)
    return Donnees(
        feuille,
        show_texte(colonne.libelle),
        tuple(_label(ligne, colonne) for ligne in tableau.lignes),
        tuple(_serie(tableau, element, colonne) for element, colonne in series),
    )


def _label(ligne: Ligne, colonne: Colonne) -> str:
    """What stands beside a bar: the short name, when the other is too long for a line or two."""
    libelle = format_cellule(ligne.cellules.get(colonne.nom, ""))
    return show_texte(ligne.court) if ligne.court and len(libelle) > LIBELLE_MAX else libelle


def choose_lines(tableau: Tableau) -> Tableau:
    """The table whose lines are the bars of a chart: none of nothing, the first ones if too many.

    The others are one bar, «8 autres», with what they add up to.
    """
    lignes = [ligne for ligne in tableau.lignes if has_amount(ligne)] or list(tableau.lignes)
    if len(lignes) > BARRES_MAX:
        reste = lignes[PREMIERES:]
        lignes = [*lignes[:PREMIERES], _sum(tableau, reste)]
    return replace(tableau, lignes=tuple(lignes))


def _sum(tableau: Tableau, lignes: Sequence[Ligne]) -> Ligne:
    cellules: dict[str, Cellule] = {}
    for colonne in tableau.colonnes:
        siennes = [ligne.cellules.get(colonne.nom, "") for ligne in lignes]
        nombres = [cellule for cellule in siennes if isinstance(cellule, Quantite)]
        if len(nombres) == len(siennes):
            somme = sum((nombre.valeur for nombre in nombres), Fraction(0))
            cellules[colonne.nom] = Quantite(somme, nombres[0].unite)
        else:
            cellules[colonne.nom] = f"{len(lignes)} autres"
    return Ligne(cellules)


def write_serie(element: Element, donnees: Donnees, rang: int) -> None:
    """Put the values of one series into its XML; its look stays."""
    serie, nombre = donnees.series[rang], len(donnees.etiquettes)
    feuille = "'" + donnees.feuille.replace("'", "''") + "'"
    if re.fullmatch(r"[^\W\d]\w*", donnees.feuille):
        feuille = donnees.feuille
    lettre = chr(ord("B") + rang) if rang < 25 else f"A{chr(ord('A') + rang - 25)}"
    _set_texte(element, "tx", f"{feuille}!${lettre}$1", [serie.libelle])
    _set_texte(element, "cat", f"{feuille}!$A$2:$A${nombre + 1}", list(donnees.etiquettes))
    _set_valeurs(element, f"{feuille}!${lettre}$2:${lettre}${nombre + 1}", serie)
    fit_points(element, nombre)


def _colonne_de_texte(tableau: Tableau) -> Colonne:
    """The first column of texts, else the first column."""
    for colonne in tableau.colonnes:
        if all(isinstance(ligne.cellules.get(colonne.nom), str) for ligne in tableau.lignes):
            return colonne
    return tableau.colonnes[0]


def _serie(tableau: Tableau, element: Element, colonne: Colonne) -> Serie:
    code = element.findtext(f"{c('val')}/{c('numRef')}/{c('numCache')}/{c('formatCode')}")
    en_part = _is_part(element, code or "")
    cellules = (ligne.cellules.get(colonne.nom) for ligne in tableau.lignes)
    return Serie(
        show_texte(colonne.libelle),
        tuple(_nombre(cellule, en_part) for cellule in cellules),
        code or "General",
    )


def _is_part(element: Element, code: str) -> bool:
    """Whether Word would multiply the values by a hundred to print them as a percentage."""
    codes = [code, *(n.get("formatCode") or "" for n in element.iter(c("numFmt")))]
    return any("%" in re.sub(r'"[^"]*"|\\.', "", k) for k in codes)


def _nombre(cellule: Cellule | None, en_part: bool) -> int | float | None:
    """The value with the fifteen digits that Excel keeps: cache and sheet then say the same."""
    if not isinstance(cellule, Quantite):
        return None
    valeur = cellule.valeur
    if en_part and cellule.unite is Unite.POURCENTAGE:
        valeur /= 100
    return valeur.numerator if valeur.denominator == 1 else float(f"{float(valeur):.15g}")


def _set_texte(serie: Element, nom: str, formule: str, valeurs: list[str]) -> None:
    ancien = serie.find(c(nom))
    nouveau = _holder(serie, nom) if ancien is None else ancien
    for enfant in list(nouveau):
        nouveau.remove(enfant)
    reference = etree.SubElement(nouveau, c("strRef"))
    etree.SubElement(reference, c("f")).text = formule
    cache = etree.SubElement(reference, c("strCache"))
    _set_points(cache, valeurs)


def _set_valeurs(element: Element, formule: str, serie: Serie) -> None:
    ancien = element.find(c("val"))
    valeurs = _holder(element, "val") if ancien is None else ancien
    for enfant in list(valeurs):
        valeurs.remove(enfant)
    reference = etree.SubElement(valeurs, c("numRef"))
    etree.SubElement(reference, c("f")).text = formule
    cache = etree.SubElement(reference, c("numCache"))
    etree.SubElement(cache, c("formatCode")).text = serie.format
    _set_points(cache, [None if v is None else repr(v) for v in serie.valeurs])


def _set_points(cache: Element, valeurs: list[str] | list[str | None]) -> None:
    etree.SubElement(cache, c("ptCount"), val=str(len(valeurs)))
    for rang, valeur in enumerate(valeurs):
        if valeur is not None:
            point = etree.SubElement(cache, c("pt"), idx=str(rang))
            etree.SubElement(point, c("v")).text = valeur


def _holder(serie: Element, nom: str) -> Element:
    """A new child of a series, where the schema wants it."""
    nouveau = etree.Element(c(nom))
    if nom == "tx":
        ordre = serie.find(c("order"))
        serie.insert(0 if ordre is None else serie.index(ordre) + 1, nouveau)
    else:
        apres = {c(k) for k in ("shape", "smooth", "bubbleSize", "extLst")}
        if nom == "cat":
            apres.add(c("val"))
        rangs = [rang for rang, enfant in enumerate(serie) if enfant.tag in apres]
        serie.insert(min(rangs, default=len(serie)), nouveau)
    return nouveau


def fit_points(serie: Element, nombre: int) -> None:
    """Drop the looks of points that are no more; colour the new ones, if all have a look."""
    points = serie.findall(c("dPt"))
    for regle in (*points, *serie.findall(f"{c('dLbls')}/{c('dLbl')}")):
        parent = regle.getparent()
        if parent is not None and _idx(regle) >= nombre:
            parent.remove(regle)
    colores = {_idx(point) for point in points}
    if points and colores == set(range(len(points))) and len(points) > 1:
        for rang in range(len(points), nombre):
            suivant = _colour(points[-1], rang)
            points[-1].addnext(suivant)
            points.append(suivant)


def _colour(modele: Element, rang: int) -> Element:
    """A copy of a point's look, in the theme colour of its rank."""
    point = deepcopy(modele)
    for idx in point.iterchildren(c("idx")):
        idx.set("val", str(rang))
    look = point.find(c("spPr"))
    if look is not None:
        plein = look.find(f"{{{A}}}solidFill")
        if plein is not None:
            for enfant in list(plein):
                plein.remove(enfant)
            etree.SubElement(plein, f"{{{A}}}schemeClr", val=f"accent{rang % _ACCENTS + 1}")
    return point


def _idx(element: Element) -> int:
    idx = element.find(c("idx"))
    return int(idx.get("val", "0")) if idx is not None else 0
