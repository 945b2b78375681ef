"""Every picture of a PDF with its alternative text, or out of the way when it is a decoration.

LibreOffice 7.4 leaves a chart where its paragraph is, without its text; it scatters the shapes of
a group at the end of the page, each a picture, and leaves the words in them in the paragraph.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from rapportpv.export.accessible import arbre
from rapportpv.export.accessible.arbre import Tag
from rapportpv.export.accessible.copie import Dessin

_FIGURE = "Figure"


def describe_figures(pdf: Pdf, dessins: Mapping[str, Sequence[Dessin]]) -> None:
    """Give the drawings of the document their texts, in the tags of its PDF."""
    racine = pdf.Root.StructTreeRoot
    elements = [e for enfant in arbre.children(racine) for e in arbre.walk(enfant)]
    marques = [e for e in elements if arbre.genre(e) in dessins]
    eparses = _gather_eparses(elements, marques)
    attendues: dict[tuple[int, int] | None, list[tuple[Dessin, Tag]]] = defaultdict(list)
    for element in marques:
        siens = dessins[arbre.genre(element)]
        _describe_sur_place(element, [d for d in siens if not d.formes])
        page = arbre.read_page(element)
        attendues[page] += [(d, element) for d in siens if d.formes]
    for page, formes in attendues.items():
        _share(pdf, formes, eparses.get(page, []))
    for element in marques:
        element.S = Name.P
    roles = racine.get("/RoleMap") or Dictionary()
    for nom in dessins:
        if f"/{nom}" in roles:
            del roles[f"/{nom}"]


def _gather_eparses(
    elements: Sequence[Tag], marques: Sequence[Tag]
) -> dict[tuple[int, int] | None, list[Tag]]:
    """The pictures without a text that are in no paragraph of a drawing, by their page."""
    sur_place = {e.objgen for marque in marques for e in arbre.walk(marque)}
    eparses: dict[tuple[int, int] | None, list[Tag]] = defaultdict(list)
    for element in elements:
        muette = arbre.genre(element) == _FIGURE and "/Alt" not in element
        if muette and element.objgen not in sur_place:
            eparses[arbre.read_page(element)].append(element)
    return eparses


def _describe_sur_place(element: Tag, dessins: Sequence[Dessin]) -> None:
    """The text of charts and pictures, which are where their paragraph is."""
    figures = [e for e in arbre.walk(element) if arbre.genre(e) == _FIGURE]
    muettes = [e for e in figures if "/Alt" not in e]
    alts = [d.alt for d in dessins]
    if len(figures) != len(dessins):  # LibreOffice tags them another way: all are told each time
        alts = ["\n".join(filter(None, alts))] * len(figures)
    for figure, alt in zip(figures, alts, strict=True):
        if alt and figure in muettes:
            figure.Alt = alt


def _share(pdf: Pdf, formes: Sequence[tuple[Dessin, Tag]], eparses: Sequence[Tag]) -> None:
    """Give each drawing of a page its shapes: those behind the text come first."""
    ordre = sorted(formes, key=lambda forme: not forme[0].derriere)
    if sum(d.formes for d, _ in ordre) != len(eparses) and len(ordre) > 1:
        ordre = [(_join([d for d, _ in ordre]), ordre[-1][1])]
    reste = list(eparses)
    for rang, (dessin, element) in enumerate(ordre, start=1):
        nombre = len(reste) if rang == len(ordre) else dessin.formes
        siennes, reste = reste[:nombre], reste[nombre:]
        if dessin.decor:
            for figure in siennes:
                _make_artifact(pdf, figure)
        elif dessin.alt:
            _group(pdf, dessin.alt, element, siennes)


def _join(dessins: Sequence[Dessin]) -> Dessin:
    alt = "\n".join(d.alt for d in dessins if d.alt)
    return Dessin(alt, 1, all(d.decor for d in dessins))


def _group(pdf: Pdf, alt: str, paragraphe: Tag, formes: Sequence[Tag]) -> None:
    """Make one picture of the shapes of a drawing and of the words in them."""
    cadre = _surround([*formes, *arbre.children(paragraphe)])
    figure = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, P=paragraphe, Alt=alt)
    )
    page = next((f.Pg for f in [*formes, *arbre.walk(paragraphe)] if "/Pg" in f), None)
    if page is not None:
        figure.Pg = page
    if cadre is not None:
        arbre.set_attribute(figure, "Layout", BBox=cadre, Placement=Name.Block)
    ecrits = arbre.children(paragraphe)
    for forme in formes:
        arbre.drop(forme)
        forme.S = Name.Span
        if "/A" in forme:
            del forme["/A"]
    pleines = [f for f in formes if arbre.kids(f)]
    arbre.set_kids(figure, [*pleines, *ecrits])
    autres = [k for k in arbre.kids(paragraphe) if not (isinstance(k, Dictionary) and "/S" in k)]
    arbre.set_kids(paragraphe, [*autres, figure])


def _surround(elements: Sequence[Tag]) -> Array | None:
    """The box around all that has one."""
    boites = [b for e in elements if (b := arbre.read_attribute(e, "/BBox")) is not None]
    if not boites:
        return None
    cotes = [[float(x) for x in boite] for boite in boites]
    return Array(
        [round(choix(c[i] for c in cotes), 3) for i, choix in enumerate((min, min, max, max))]
    )


def _make_artifact(pdf: Pdf, figure: Tag) -> None:
    """Take a decoration out of what is read aloud; it stays on the page."""
    numeros: set[int] = {int(k) for k in arbre.kids(figure) if not isinstance(k, Dictionary)}
    page = figure.get("/Pg")
    arbre.drop(figure)
    if page is None or not numeros:
        return
    flux = []
    for instruction in pikepdf.parse_content_stream(page):
        operandes, operateur = list(instruction.operands), instruction.operator
        if str(operateur) == "BDC" and _read_numero(operandes) in numeros:
            operandes, operateur = [Name.Artifact], pikepdf.Operator("BMC")
        flux.append((operandes, operateur))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(flux))
    _forget(pdf, page, numeros)


def _read_numero(operandes: Sequence[Tag]) -> int:
    """The number of a marked content, -1 for one that has none."""
    proprietes = operandes[1] if len(operandes) > 1 else None
    if isinstance(proprietes, Dictionary) and "/MCID" in proprietes:
        return int(proprietes.MCID)
    return -1


def _forget(pdf: Pdf, page: Tag, numeros: set[int]) -> None:
    """Those contents belong to no element any more."""
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    cle = int(page.get("/StructParents", -1))
    if cle in parents:
        siens = parents[cle]
        for numero in numeros:
            siens[numero] = None
