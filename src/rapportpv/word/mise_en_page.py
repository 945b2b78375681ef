"""What the layout owes to the number of lines: a total never alone, bars that keep their height."""

from rapportpv.word.ooxml import WP, Element, c, child, make, w

_ENTIER = 8  # lines: as many are never parted
_LAST_ROW = 0x0040  # of `tblLook`
_HAUTEUR_DE_PAGE = 7_200_000  # EMU, 20 cm: a chart and its caption still fit on a page


def keep_with_next(ligne: Element, tenue: bool = True) -> None:
    """Hold a row of a table on the page of the next one; or let it go."""
    for paragraphe in ligne.iter(w("p")):
        proprietes = child(paragraphe, w("pPr"))
        if proprietes is None:
            proprietes = make("pPr")
            paragraphe.insert(0, proprietes)
        lie = proprietes.find(w("keepNext"))
        if lie is None and tenue:
            style = proprietes.find(w("pStyle"))
            proprietes.insert(0 if style is None else 1, make("keepNext"))
        elif lie is not None and not tenue:
            proprietes.remove(lie)


def held_lines(modele: Element, nombre: int) -> set[int]:
    """The ranks of the lines that stay with the next one, when a row is repeated for so many.

    The last stays with a total. A table whose heading is held is whole when it is short; else its
    end has three rows. Not its beginning: LibreOffice 7.4 loses the rows after held ones that end
    a page.
    """
    avant = modele.getprevious()
    total = modele.getnext() is not None
    fin = nombre - 1 + total
    if avant is None or next(avant.iter(w("keepNext")), None) is None:
        return {nombre - 1} if total else set()
    if nombre <= _ENTIER:
        return set(range(fin))
    return {*range(fin - 2, fin)}


def drop_total(modele: Element) -> None:
    """Take away the total of a table that has one line: it would say it twice."""
    total, tableau = modele.getnext(), modele.getparent()
    look = None if tableau is None else tableau.find(f"{w('tblPr')}/{w('tblLook')}")
    if total is None or look is None or look.get(w("lastRow")) != "1":
        return
    if tableau is not None and total.getnext() is None:
        tableau.remove(total)
        look.set(w("lastRow"), "0")
        look.set(w("val"), f"{int(look.get(w('val'), '0'), 16) & ~_LAST_ROW:04X}")


def count_points(graphique: Element) -> int:
    """How many categories the chart shows."""
    categories = graphique.find(f".//{c('cat')}//{c('ptCount')}")
    return 0 if categories is None else int(categories.get("val", "0"))


def is_bars(graphique: Element) -> bool:
    """Whether a chart is made of horizontal bars."""
    sens = graphique.find(f".//{c('barChart')}/{c('barDir')}")
    return sens is not None and sens.get("val") == "bar"


def stretch(cadre: Element, graphique: Element, avant: int) -> None:
    """Give a chart of horizontal bars the height that its bars had for `avant` categories."""
    taille = cadre.find(f"{{{WP}}}extent")
    if not is_bars(graphique) or taille is None or not avant:
        return
    hauteur = int(taille.get("cy", "0")) * count_points(graphique) // avant
    taille.set("cy", str(min(hauteur, _HAUTEUR_DE_PAGE)))
