"""What the layout owes to the number of lines: a total never alone, bars that keep their height."""

from rapportpv.word.ooxml import WP, Element, c, make, w

_HAUTEUR_DE_PAGE = 7_200_000  # EMU, 20 cm: a chart and its caption still fit on a page


def keep_with_next(ligne: Element) -> None:
    """Hold a row of a table on the page of the next one: the last line, on that of the total."""
    for paragraphe in ligne.iter(w("p")):
        proprietes = paragraphe.find(w("pPr"))
        if proprietes is None:
            proprietes = make("pPr")
            paragraphe.insert(0, proprietes)
        if proprietes.find(w("keepNext")) is None:
            style = proprietes.find(w("pStyle"))
            proprietes.insert(0 if style is None else 1, make("keepNext"))


def count_points(graphique: Element) -> int:
    """How many categories the chart shows."""
    categories = graphique.find(f".//{c('cat')}//{c('ptCount')}")
    return 0 if categories is None else int(categories.get("val", "0"))


def stretch(cadre: Element, graphique: Element, avant: int) -> None:
    """Give a chart of horizontal bars the height that its bars had for `avant` categories."""
    sens = graphique.find(f".//{c('barChart')}/{c('barDir')}")
    taille = cadre.find(f"{{{WP}}}extent")
    if sens is None or sens.get("val") != "bar" or taille is None or not avant:
        return
    hauteur = int(taille.get("cy", "0")) * count_points(graphique) // avant
    taille.set("cy", str(min(hauteur, _HAUTEUR_DE_PAGE)))
