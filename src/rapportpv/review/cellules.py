"""The words of a paragraph cut into pieces: those that change with their table, and figures."""

from collections.abc import Sequence

from msgspec import Struct, field

from rapportpv.review.plume import Plume, make_run
from rapportpv.word.ooxml import Element, make, make_texte, w
from rapportpv.word.regions import has_texte, live_runs
from rapportpv.word.releves import Masques, iter_cells, run_texte, squeeze


class Morceau(Struct):
    """Some words, with the runs that say them; or the name of a figure that stands there."""

    nom: str = ""
    texte: str = ""
    runs: list[Element] = field(default_factory=list)


def cut_cellule(cellule: Element, masques: Masques) -> list[Morceau]:
    """The pieces of a cell: words and figures by turns, a figure between two pieces of words."""
    morceaux = [Morceau()]
    for rang, paragraphe in enumerate(cellule.iter(w("p"))):
        if rang:
            morceaux[-1].texte += "\n"
        for run in live_runs(paragraphe):
            nom = masques.get(run)
            if nom is None:
                morceaux[-1].texte += run_texte(run)
                if has_texte(run):
                    morceaux[-1].runs.append(run)
            elif len(morceaux) > 1 and morceaux[-2].nom == nom and not morceaux[-1].texte:
                morceaux[-2].runs.append(run)
            else:
                morceaux += [Morceau(nom, runs=[run]), Morceau()]
    return morceaux


def fill_rangee(
    ligne: Element, source: Element, masques: Masques, leurs: Masques, plume: Plume
) -> None:
    """Give the cells of a row the words of another row, which has the same figures."""
    for cellule, autre in zip(iter_cells(ligne), iter_cells(source), strict=True):
        siens, voulus = cut_cellule(cellule, masques), cut_cellule(autre, leurs)
        for rang, (sien, voulu) in enumerate(zip(siens, voulus, strict=True)):
            if not sien.nom and squeeze(sien.texte) != squeeze(voulu.texte):
                _fill(cellule, siens, rang, voulu, plume)


def _fill(
    cellule: Element, siens: Sequence[Morceau], rang: int, voulu: Morceau, plume: Plume
) -> None:
    sien = siens[rang]
    if sien.runs and voulu.texte:
        plume.write(sien.runs, voulu.texte)
    elif sien.runs:
        plume.erase(sien.runs)
    elif voulu.runs:
        neuf = make_run(voulu.runs[0], voulu.texte)
        _place(cellule, siens, rang, neuf)
        plume.add(neuf)


def _place(cellule: Element, siens: Sequence[Morceau], rang: int, neuf: Element) -> None:
    """Put a run where a piece without words is: after a figure, or at the start of the cell."""
    paragraphe = next(cellule.iter(w("p")), None)
    if paragraphe is None:
        paragraphe = make("p")
        cellule.append(paragraphe)
    if rang == 0:
        proprietes = paragraphe.find(w("pPr"))
        paragraphe.insert(0 if proprietes is None else 1, neuf)
        return
    bout = siens[rang - 1].runs[-1]
    while bout.getparent() is not None and bout.getparent().tag != w("p"):  # type: ignore[union-attr]
        bout = bout.getparent()  # type: ignore[assignment]
    suivant = bout.getnext()
    if suivant is not None and suivant.tag == w("bookmarkEnd"):
        bout = suivant
    bout.addnext(neuf)


def set_cellules(ligne: Element, textes: Sequence[str]) -> None:
    """Give the cells of a new row their words, in the look of those that they held."""
    for cellule, texte in zip(iter_cells(ligne), textes, strict=True):
        paragraphes = list(cellule.iter(w("p")))
        runs = [run for p in paragraphes for run in live_runs(p) if has_texte(run)]
        modele = runs[0] if runs else make("r", make_texte(""))
        for run in runs[1:]:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
        neuf = make_run(modele, texte)
        if runs:
            parent = modele.getparent()
            if parent is not None:
                parent.replace(modele, neuf)
        elif paragraphes:
            paragraphes[0].append(neuf)
