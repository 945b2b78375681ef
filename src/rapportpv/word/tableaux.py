"""Prototype rows, which name columns: where they are in a document; and what Word requires."""

from collections.abc import Mapping

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.chiffre import Tableau
from rapportpv.word.attente import Attente
from rapportpv.word.controles import anchor_signet, name_region
from rapportpv.word.fautes import Lieu, tell
from rapportpv.word.marques import MARQUE, ColonneVisee, Marques
from rapportpv.word.noms import signet
from rapportpv.word.ooxml import Element, ancestor, flatten, make, w
from rapportpv.word.prototypes import iter_visees, repeat_row
from rapportpv.word.rules.pv903_modele_tableau_inconnu import PV903

_BLOCS = (w("p"), w("tbl"), w("sdt"))  # not the bounds of bookmarks, which stand between them
_SANS_PARAGRAPHE = (w("tbl"), w("tcPr"))


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
            repeat_row(prototype.ligne, tableaux[prototype.tableau], marques, attente)
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


def _find(racine: Element, marques: Marques, lieu: Lieu) -> tuple[list[Prototype], list[Anomalie]]:
    """The prototype rows in order; an anomaly for each mark that is not in one."""
    vues: dict[Element, dict[str, None]] = {}
    anomalies = []
    for texte in racine.iter(w("t")):
        if not (texte.text and MARQUE.search(texte.text)):
            continue
        for visee in iter_visees(texte.text, marques):
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


def _remove_block(bloc: Element) -> None:
    parent = bloc.getparent()
    if parent is not None:
        parent.replace(bloc, make("p"))
