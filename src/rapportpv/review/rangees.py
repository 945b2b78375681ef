"""A table brought up to date row by row: it keeps its look, and what was changed of it."""

from collections.abc import Sequence
from copy import deepcopy

from rapportpv.review.alignement import align_rangees
from rapportpv.review.cellules import cut_cellule, fill_rangee, set_cellules
from rapportpv.review.plume import Plume
from rapportpv.word.largeurs import fit_row
from rapportpv.word.ooxml import W14, Element, ancestor, w
from rapportpv.word.releves import Masques, iter_cells, iter_rows, read_rangee

_A_OTER = tuple(
    map(
        w,
        (
            *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
            *("commentReference", "del", "moveFrom", "proofErr", "permStart", "permEnd"),
        ),
    )
)

_EN_TETE = 8  # rows among which one of data is looked for: headings are fewer


def fill_table(
    conteneur: Element, source: Element, masques: Masques, leurs: Masques, plume: Plume
) -> tuple[list[Element], list[Element]]:
    """Give a table the rows of another; the rows copied from it, and those taken away."""
    vieilles, neuves = list(iter_rows(conteneur)), list(iter_rows(source))
    lues = [read_rangee(ligne, masques) for ligne in vieilles]
    voulues = [read_rangee(ligne, leurs) for ligne in neuves]
    if _width(lues) != _width(voulues):
        _set_grid(conteneur, source, plume)
        paires: dict[int, int] = {}
    else:
        paires = {apres: avant for avant, apres in align_rangees(lues, voulues)}
    copiees: list[Element] = []
    precedente: Element | None = None
    gardees = set(paires.values())
    a_oter = [ligne for rang, ligne in enumerate(vieilles) if rang not in gardees]
    for rang, neuve in enumerate(neuves):
        avant = paires.get(rang)
        if avant is not None:
            if lues[avant] != voulues[rang]:
                fill_rangee(vieilles[avant], neuve, masques, leurs, plume)
            precedente = vieilles[avant]
            continue
        ligne = _make_row(neuve, precedente, vieilles, masques, leurs) if paires else None
        if ligne is None:
            ligne = deepcopy(neuve)
            fit_row(ligne, _read_grid(conteneur))
            copiees.append(ligne)
        _place(ligne, precedente, vieilles, conteneur)
        plume.add_row(ligne)
        precedente = ligne
    for ligne in a_oter:
        plume.cut_row(ligne)
    return copiees, a_oter


def _read_grid(conteneur: Element) -> list[int]:
    """The widths of the columns of a table, or of the one that rows are in."""
    tableau = next(conteneur.iter(w("tbl")), None)
    if tableau is None:
        tableau = ancestor(conteneur, w("tbl"))
    grille = None if tableau is None else tableau.find(w("tblGrid"))
    colonnes = () if grille is None else grille.iterchildren(w("gridCol"))
    return [int(colonne.get(w("w"), "0")) for colonne in colonnes]


def _width(rangees: Sequence[tuple[str, ...]]) -> int:
    return max(map(len, rangees), default=0)


def _set_grid(conteneur: Element, source: Element, plume: Plume) -> None:
    """The widths of other columns; told as a change when changes are."""
    grille, neuve = conteneur.find(w("tblGrid")), source.find(w("tblGrid"))
    if grille is None or neuve is None:
        return
    ancienne = deepcopy(grille)
    grille[:] = [deepcopy(colonne) for colonne in neuve if colonne.tag == w("gridCol")]
    if plume.suivi:
        change = grille.makeelement(w("tblGridChange"), {w("id"): plume.numeros.next_annotation()})
        ancienne[:] = [c for c in ancienne if c.tag == w("gridCol")]
        change.append(ancienne)
        grille.append(change)


def _place(
    ligne: Element, precedente: Element | None, vieilles: Sequence[Element], conteneur: Element
) -> None:
    if precedente is not None:
        precedente.addnext(ligne)
    elif vieilles:
        vieilles[0].addprevious(ligne)
    else:
        conteneur.append(ligne)


def _make_row(
    source: Element,
    precedente: Element | None,
    vieilles: Sequence[Element],
    masques: Masques,
    leurs: Masques,
) -> Element | None:
    """A row that says what a row of the template does, in the look of those of the table.

    None when it holds figures, or when no row of the table is like it.
    """
    textes = _plain_texts(source, leurs)
    if textes is None or _is_header(source):
        return None
    proches = [] if precedente is None else [precedente]
    for modele in (*proches, *vieilles[:_EN_TETE]):
        if not _is_header(modele) and _plain_texts(modele, masques, len(textes)) is not None:
            ligne = deepcopy(modele)
            _clean(ligne)
            set_cellules(ligne, textes)
            return ligne
    return None


def _plain_texts(ligne: Element, masques: Masques, nombre: int | None = None) -> list[str] | None:
    """The words of the cells of a row that holds no figure, nor another number of cells."""
    cellules = [cut_cellule(cellule, masques) for cellule in iter_cells(ligne)]
    if nombre not in (None, len(cellules)) or any(len(c) > 1 for c in cellules):
        return None
    return [cellule[0].texte for cellule in cellules]


def _is_header(ligne: Element) -> bool:
    return ligne.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def _clean(ligne: Element) -> None:
    """Take away what a copy of a row must not have twice, and the changes that it holds."""
    for element in list(ligne.iter(*_A_OTER)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for insertion in list(ligne.iter(w("ins"))):
        parent = insertion.getparent()
        if parent is not None:
            for enfant in list(insertion):
                insertion.addprevious(enfant)
            parent.remove(insertion)
    for element in ligne.iter(w("p"), w("tr")):
        for attribut in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
            if attribut in element.attrib:
                del element.attrib[attribut]
