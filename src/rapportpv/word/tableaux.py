"""Prototype rows: a row of the template that names columns becomes the lines of their table."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.chiffre import Cellule, Ligne, Quantite, Tableau
from rapportpv.word.attente import Attente, is_simple
from rapportpv.word.controles import anchor_signet, name_region
from rapportpv.word.fautes import Lieu, tell
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
from rapportpv.word.noms import signet
from rapportpv.word.ooxml import W14, XML_SPACE, Element, ancestor, flatten, make, make_texte, w
from rapportpv.word.rules.pv903_modele_tableau_inconnu import PV903

VIDE = "\u2013"
_T = w("t")
_BLOCS = (w("p"), w("tbl"), w("sdt"))  # not the bounds of bookmarks, which stand between them
_SANS_PARAGRAPHE = (w("tbl"), w("tcPr"))

_Morceaux = Sequence[str | ColonneVisee]
_Plan = dict[int, _Morceaux]  # the rank of a text in its row, what it is made of


class Prototype(Struct, frozen=True):
    """A row to repeat, and the table that it shows."""

    ligne: Element
    tableau: str


def fill_tableaux(
    racine: Element,
    tableaux: Mapping[str, Tableau],
    marques: Marques,
    lieu: Lieu,
    attente: Attente,
) -> list[Anomalie]:
    """Repeat each prototype row for the lines of its table; what could not be."""
    prototypes, anomalies = _find(racine, marques, lieu)
    par_tbl: dict[Element, list[Prototype]] = {}
    for prototype in prototypes:
        tbl = ancestor(prototype.ligne, w("tbl"))
        if tbl is not None:
            par_tbl.setdefault(tbl, []).append(prototype)
    for tbl, groupe in par_tbl.items():
        entier = len({prototype.tableau for prototype in groupe}) == 1
        for rang, prototype in enumerate(groupe):
            # the whole table, or the rows of each table it mixes; while small: lxml is slow to move
            bloc = tbl if entier else prototype.ligne
            region = name_region([bloc], prototype.tableau)
            _repeat(prototype, tableaux[prototype.tableau], marques, attente)
            if rang == 0 or not entier:
                anchor_signet(region, signet(prototype.tableau))
    return anomalies


def keep_valid(racine: Element) -> None:
    """Give back what Word requires.

    A row in a table, a paragraph at the end of a cell, another between tables: Word makes one of
    two that touch.
    """
    for tbl in list(racine.iter(w("tbl"))):
        if next(tbl.iter(w("tr")), None) is None:
            _remove_block(tbl)
        elif (suivant := _block_after(tbl)) is not None and suivant.tag == w("tbl"):
            _outermost(tbl).addnext(make("p"))
    for cellule in racine.iter(w("tc")):
        dernier = cellule[-1] if len(cellule) else None
        if (
            dernier is None
            or dernier.tag in _SANS_PARAGRAPHE
            or (dernier.tag == w("sdt") and not _ends_with_paragraph(dernier))
        ):
            cellule.append(make("p"))


def _outermost(bloc: Element) -> Element:
    """The outermost control that ends with a block, or the block."""
    parent = bloc.getparent()
    while parent is not None and parent.tag == w("sdtContent") and _next(bloc) is None:
        controle = parent.getparent()
        assert controle is not None  # what an `sdtContent` is in
        bloc, parent = controle, controle.getparent()
    return bloc


def _block_after(bloc: Element) -> Element | None:
    """The block after another, in controls or not."""
    suivant = _next(_outermost(bloc))
    if suivant is None or suivant.tag != w("sdt"):
        return suivant
    return next(suivant.iterdescendants(w("p"), w("tbl")), None)


def _next(bloc: Element) -> Element | None:
    return next(bloc.itersiblings(*_BLOCS), None)


def _ends_with_paragraph(controle: Element) -> bool:
    contenu = controle.find(w("sdtContent"))
    if contenu is None or len(contenu) == 0:
        return False
    dernier = contenu[-1]
    return dernier.tag == w("p") or (dernier.tag == w("sdt") and _ends_with_paragraph(dernier))


def format_cellule(cellule: Cellule, forme: Forme = ENTIERE) -> str:
    """The cell as the document shows it; never empty, for a screen reader needs a text.

    No money is a dash: the eye finds the amounts.
    """
    if isinstance(cellule, Quantite):
        return VIDE if is_nil(cellule) else forme.format(cellule)
    return show_texte(cellule).strip() or VIDE


def _find(racine: Element, marques: Marques, lieu: Lieu) -> tuple[list[Prototype], list[Anomalie]]:
    """The prototype rows in order; an anomaly for each mark that is not in one."""
    vues: dict[Element, dict[str, None]] = {}
    anomalies = []
    for texte in racine.iter(w("t")):
        if not (texte.text and MARQUE.search(texte.text)):
            continue
        for visee in _visees(texte.text, marques):
            ligne = ancestor(texte, w("tr"))
            if ligne is None:
                anomalies.append(_tell(lieu, texte, visee, "une colonne se montre dans un tableau"))
            else:
                vues.setdefault(ligne, {})[visee.tableau] = None
    prototypes = []
    for ligne, noms in vues.items():
        if len(noms) > 1:
            melange = " et ".join(f"« {nom} »" for nom in noms)
            visee = ColonneVisee(next(iter(noms)), "")
            anomalies.append(_tell(lieu, ligne, visee, f"la même ligne mêle {melange}"))
        prototypes.append(Prototype(ligne, next(iter(noms))))
    return prototypes, anomalies


def _visees(texte: str, marques: Marques) -> Iterator[ColonneVisee]:
    for segment in marques.split(texte):
        if isinstance(segment.cible, ColonneVisee):
            yield segment.cible


def _tell(lieu: Lieu, element: Element, visee: ColonneVisee, raison: str) -> Anomalie:
    nom = ".".join(filter(None, ("tableaux", visee.tableau, visee.colonne)))
    paragraphe = ancestor(element, w("p"))
    texte = MARQUE.sub("", flatten(element if paragraphe is None else paragraphe)).strip()
    return tell(
        PV903,
        lieu.at(texte or f"{{{{ {nom} }}}}"),
        nom,
        raison,
        "Mettez les colonnes d'un seul tableau dans une ligne de tableau de Word.",
    )


def _repeat(prototype: Prototype, tableau: Tableau, marques: Marques, attente: Attente) -> None:
    """Put a row for each line in place of the prototype; a row of dashes if nothing would be."""
    modele = prototype.ligne
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
    forme: Sequence[int] = ()
    for rang, textes in enumerate(ecrits):
        coupes, sienne = _break(textes)
        seule = rang == 0 or rang in tenues  # the first is to hold the anchor
        if tete is not None and sienne == forme and not seule:
            attente.add(tete, coupes)
            continue
        copie = deepcopy(tenue if rang in tenues else libre)
        _fill(copie, {place: textes[place] for place in plan})
        modele.addprevious(copie)
        if simples is None and not seule:  # what one is, they all are
            simples = is_simple(copie)
        tete, forme = (copie if simples and not seule else None), sienne


def _break(textes: Sequence[str]) -> tuple[Sequence[str], Sequence[int]]:
    """The texts of a row once line breaks are Word's; how many each has, if any has."""
    if "\n" not in "".join(textes):
        return textes, ()
    return "\n".join(textes).split("\n"), [texte.count("\n") for texte in textes]


def _plan(modele: Element, marques: Marques) -> _Plan:
    """Which texts of the row change, by rank, and what each is made of."""
    plan: _Plan = {}
    for rang, texte in enumerate(modele.iter(w("t"))):
        if texte.text and any(_visees(texte.text, marques)):
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


def _remove_block(bloc: Element) -> None:
    parent = bloc.getparent()
    if parent is not None:
        parent.replace(bloc, make("p"))
