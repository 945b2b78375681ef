"""Identifiers made unique over the whole document, once everything is in place."""

from collections.abc import Iterator, Sequence
from itertools import count

from rapportpv.word.ooxml import W14, WP, Element, w

_NOTRE = ""  # the id of what we added, until it gets one


def number_all(racines: Sequence[Element]) -> None:
    """Give unique ids to controls, bookmarks and drawings of all the parts, in order."""
    _number_controles(racines)
    _number_signets(racines)
    _number_dessins(racines)
    _forget_copies(racines)


def _number_controles(racines: Sequence[Element]) -> None:
    """The template's own ids stay, but for those that a loop repeated."""
    ids = [e for racine in racines for e in racine.iter(w("id")) if _is_id_of_controle(e)]
    pris: set[str] = set()
    a_numeroter = []
    for element in ids:
        valeur = element.get(w("val"), _NOTRE)
        if valeur == _NOTRE or valeur in pris:
            a_numeroter.append(element)
        pris.add(valeur)
    libres = (str(n) for n in count(1) if str(n) not in pris)
    for element, libre in zip(a_numeroter, libres, strict=False):
        element.set(w("val"), libre)


def _is_id_of_controle(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == w("sdtPr")


def _number_signets(racines: Sequence[Element]) -> None:
    """Repeats of our bookmarks get «_2», «_3»; those of the template, and orphans, are dropped."""
    pris: set[str] = set()
    numeros = count(1)
    for racine in racines:
        for debut, fin in _pairs(racine):
            nom = debut.get(w("name"), "")
            if debut.get(w("id")) == _NOTRE:
                nom = next(n for n in _repeats(nom) if n.casefold() not in pris)
            elif nom.casefold() in pris:
                _remove(debut, fin)
                continue
            pris.add(nom.casefold())
            numero = str(next(numeros))
            debut.set(w("name"), nom)
            debut.set(w("id"), numero)
            fin.set(w("id"), numero)


def _pairs(racine: Element) -> list[tuple[Element, Element]]:
    """The beginnings with their ends, in the order of the beginnings; orphans are removed."""
    ouverts: dict[str, list[Element]] = {}
    fins: dict[Element, Element] = {}
    debuts = []
    for borne in list(racine.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        pile = ouverts.setdefault(borne.get(w("id"), ""), [])
        if borne.tag == w("bookmarkStart"):
            debuts.append(borne)
            pile.append(borne)
        elif pile:
            fins[pile.pop()] = borne
        else:
            _remove(borne)
    _remove(*(debut for debut in debuts if debut not in fins))
    return [(debut, fins[debut]) for debut in debuts if debut in fins]


def _repeats(nom: str) -> Iterator[str]:
    yield nom
    yield from (f"{nom}_{n}" for n in count(2))


def _remove(*elements: Element) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _number_dessins(racines: Sequence[Element]) -> None:
    numeros = count(1)
    for racine in racines:
        for dessin in racine.iter(f"{{{WP}}}docPr"):
            dessin.set("id", str(next(numeros)))


def _forget_copies(racines: Sequence[Element]) -> None:
    """A paragraph that a loop repeated keeps its identifier only the first time."""
    attribut = f"{{{W14}}}paraId"
    pris: set[str] = set()
    for racine in racines:
        for element in racine.iter(w("p"), w("tr")):
            valeur = element.get(attribut)
            if valeur in pris:
                del element.attrib[attribut]
            elif valeur is not None:
                pris.add(valeur)
