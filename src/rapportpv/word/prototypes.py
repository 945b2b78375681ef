"""What a prototype row becomes: a row for each line of its table, in the look of the template."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from rapportpv.core.chiffre import Cellule, Ligne, Quantite, Tableau
from rapportpv.word.attente import Attente, is_simple
from rapportpv.word.largeurs import fit_columns
from rapportpv.word.marques import (
    ENTIERE,
    MARQUE,
    RANG,
    ColonneVisee,
    Forme,
    Marques,
    show_texte,
)
from rapportpv.word.mise_en_page import drop_total, held_lines, keep_with_next
from rapportpv.word.montants import is_nil
from rapportpv.word.ooxml import W14, XML_SPACE, Element, make, make_texte, w

VIDE = "\u2013"
_T = w("t")

_Morceaux = Sequence[str | ColonneVisee]
_Plan = dict[int, _Morceaux]  # the rank of a text in its row, what it is made of


def format_cellule(cellule: Cellule, forme: Forme = ENTIERE) -> str:
    """The cell as the document shows it; never empty, for a screen reader needs a text.

    No money is a dash: the eye finds the amounts.
    """
    if isinstance(cellule, Quantite):
        return VIDE if is_nil(cellule) else forme.format(cellule)
    return show_texte(cellule).strip() or VIDE


def iter_visees(texte: str, marques: Marques) -> Iterator[ColonneVisee]:
    """The columns that a text names."""
    for segment in marques.split(texte):
        if isinstance(segment.cible, ColonneVisee):
            yield segment.cible


def repeat_row(modele: Element, tableau: Tableau, marques: Marques, attente: Attente) -> None:
    """Put a row for each line in place of the prototype; a row of dashes if nothing would be."""
    for element in modele.iter(w("p"), w("tr")):
        for attribut in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
            if attribut in element.attrib:
                del element.attrib[attribut]
    plan = _plan(modele, marques)
    nombre = len(tableau.lignes)
    if nombre == 1:
        drop_total(modele)
    colonnes = list(_compose_all(modele, plan, tableau.lignes))
    fit_columns(modele, _by_cell(modele, colonnes, nombre))
    _write_rows(modele, plan, list(zip(*colonnes, strict=True)), attente)
    parent = modele.getparent()
    assert parent is not None  # a row found in a table
    if len(list(parent.iterchildren(w("tr")))) == 1:
        _fill(modele, {rang: _dash(morceaux) for rang, morceaux in plan.items()})
    else:
        parent.remove(modele)


def _write_rows(
    modele: Element, plan: _Plan, ecrits: Sequence[Sequence[str]], attente: Attente
) -> None:
    """Put the rows before the prototype; those that are like one before them wait."""
    tenues = held_lines(modele, len(ecrits))
    libre, tenue = deepcopy(modele), deepcopy(modele)
    keep_with_next(libre, False)
    keep_with_next(tenue)
    tete, simples = None, None
    sauts: Sequence[int] = ()
    for rang, textes in enumerate(ecrits):
        coupes, siens = _break(textes)
        seule = rang == 0 or rang in tenues  # the first is to hold the anchor
        if tete is not None and siens == sauts and not seule:
            attente.add(tete, coupes)
            continue
        copie = deepcopy(tenue if rang in tenues else libre)
        _fill(copie, {place: textes[place] for place in plan})
        modele.addprevious(copie)
        if simples is None and not seule:  # what one is, they all are
            simples = is_simple(copie)
        tete, sauts = (copie if simples and not seule else None), siens


def _break(textes: Sequence[str]) -> tuple[Sequence[str], Sequence[int]]:
    """The texts of a row once line breaks are Word's; how many each has, if any has."""
    if "\n" not in "".join(textes):
        return textes, ()
    return "\n".join(textes).split("\n"), [texte.count("\n") for texte in textes]


def _plan(modele: Element, marques: Marques) -> _Plan:
    """Which texts of the row change, by rank, and what each is made of."""
    plan: _Plan = {}
    for rang, texte in enumerate(modele.iter(w("t"))):
        if texte.text and any(iter_visees(texte.text, marques)):
            plan[rang] = [
                s.cible if isinstance(s.cible, ColonneVisee) else _keep(s.texte, s.cible, marques)
                for s in marques.split(texte.text)
            ]
    return plan


def _keep(texte: str, cible: object, marques: Marques) -> str:
    return marques.enclose(cible, texte) if isinstance(cible, str) else texte


def _compose_all(modele: Element, plan: _Plan, lignes: Sequence[Ligne]) -> Iterator[Sequence[str]]:
    """What each text of the row says, line by line: each column is formatted whole."""
    for rang, texte in enumerate(modele.iter(_T)):
        if rang in plan:
            yield _join([_format_all(m, lignes) for m in plan[rang]], len(lignes))
        else:
            yield [MARQUE.sub("", texte.text or "")] * len(lignes)


def _join(colonnes: Sequence[Sequence[str]], nombre: int) -> Sequence[str]:
    """Columns of so many texts made one, each text after those of its line."""
    if len(colonnes) == 1:
        return colonnes[0]
    return list(map("".join, zip(*colonnes, strict=True))) or [""] * nombre


def _format_all(morceau: str | ColonneVisee, lignes: Sequence[Ligne]) -> list[str]:
    if isinstance(morceau, str):
        return [morceau] * len(lignes)
    colonne, forme = morceau.colonne, morceau.forme
    if colonne == RANG:
        return list(map(str, range(1, len(lignes) + 1)))
    return [format_cellule(ligne.cellules.get(colonne, ""), forme) for ligne in lignes]


def _dash(morceaux: _Morceaux) -> str:
    return "".join(m if isinstance(m, str) else VIDE for m in morceaux)


def _by_cell(
    modele: Element, colonnes: Sequence[Sequence[str]], nombre: int
) -> list[tuple[str, ...]]:
    """What each cell of the row says, line by line."""
    textes = dict(zip(modele.iter(_T), colonnes, strict=True))
    cellules = [[textes[t] for t in cellule.iter(_T)] for cellule in modele.iter(w("tc"))]
    return list(zip(*(_join(cellule, nombre) for cellule in cellules), strict=True))


def _fill(ligne: Element, textes: Mapping[int, str]) -> None:
    """Put texts in place of those of these ranks."""
    elements = list(ligne.iter(_T))
    for rang, contenu in textes.items():
        _write(elements[rang], contenu)


def _write(texte: Element, contenu: str) -> None:
    """Put a text into a `w:t`; its line breaks are Word's."""
    texte.set(XML_SPACE, "preserve")
    if "\n" not in contenu:
        texte.text = contenu
        return
    premiere, *suite = contenu.split("\n")
    texte.text = premiere
    for ligne in reversed(suite):
        texte.addnext(make_texte(ligne))
        texte.addnext(make("br"))
