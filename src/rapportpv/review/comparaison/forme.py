"""What a paragraph looks like, but for what its words are cut into."""

from typing import TypeAlias

from rapportpv.review.comparaison.blocs import Para
from rapportpv.review.comparaison.texte import OBJET
from rapportpv.word.ooxml import Element, w

Forme: TypeAlias = tuple[object, ...]

_DU_PARAGRAPHE = ("pStyle", "jc", "ind", "numPr", "spacing", "pageBreakBefore", "shd", "pBdr")
_DES_MOTS = (
    *("rStyle", "b", "i", "u", "strike", "caps", "smallCaps", "vertAlign"),
    *("color", "highlight", "sz", "rFonts", "shd"),
)
_FAUX = ("0", "false", "off", "none")


def read_forme(para: Para) -> Forme:
    """How a paragraph looks: itself, then its words, each look once."""
    mots: list[tuple[str, Forme]] = []
    for piece in para.dit.pieces:
        texte = piece.texte.replace(OBJET, "")
        run = next(iter(piece.element.iterancestors(w("r"))), None)
        look = () if run is None else _list(run.find(w("rPr")), _DES_MOTS)
        if mots and mots[-1][1] == look:
            mots[-1] = (mots[-1][0] + texte, look)
        elif texte:
            mots.append((texte, look))
    return (_list(para.element.find(w("pPr")), _DU_PARAGRAPHE), tuple(mots))


def _list(proprietes: Element | None, noms: tuple[str, ...]) -> Forme:
    """Those of the properties that a person sees."""
    if proprietes is None:
        return ()
    vues = []
    for nom in noms:
        element = proprietes.find(w(nom))
        if element is None or (not len(element) and element.get(w("val"), "1") in _FAUX):
            continue
        vues.append((nom, *sorted(element.items()), *(tuple(sorted(e.items())) for e in element)))
    return tuple(vues)
