"""A table of a document, with its headings, its totals and its merged cells."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from rapportpv.export.accessible.ooxml import Element, local, w
from rapportpv.export.page.blocs import Cellule, Chiffres, Rangee, Tableau
from rapportpv.export.page.ooxml import Docx, read_entier
from rapportpv.export.page.textes import Textes

_NOMBRE = re.compile(r"[-–\u2212+]?[\d\s\u00a0\u202f.,]*\d[\d\s\u00a0\u202f.,]*(?:€|%|k€|M€|pts?)?")
_DROITE = frozenset({"right", "end"})


def read_tableau(
    docx: Docx, textes: Textes, tableau: Element, legende: Markup
) -> Tableau | Chiffres:
    """The table, or the figures to be seen first when it is made of these."""
    proprietes = tableau.find(w("tblPr"))
    titre, description = (_read(proprietes, nom) for nom in ("tblCaption", "tblDescription"))
    rangees = _list_rangees(tableau)
    if _is_chiffres(docx, rangees):
        return Chiffres(titre, _pair(textes, rangees))
    allure = None if proprietes is None else proprietes.find(w("tblLook"))
    tetes = _count_entetes(rangees, allure)
    fin = 1 if _says(allure, "lastRow", 0x40) and len(rangees) > tetes + 1 else 0
    premiere = _says(allure, "firstColumn", 0x80)
    lues = _Grille(docx, textes, rangees, tetes, premiere=premiere).read()
    bas = len(lues) - fin
    return Tableau(
        legende, titre, description, tuple(lues[:tetes]), tuple(lues[tetes:bas]), tuple(lues[bas:])
    )


class _Grille:
    """The rows of a table as they are read: what is merged downwards is known at the end."""

    def __init__(
        self,
        docx: Docx,
        textes: Textes,
        rangees: Sequence[Element],
        tetes: int,
        *,
        premiere: bool,
    ) -> None:
        self._docx, self._textes = docx, textes
        self._rangees, self._tetes, self._premiere = rangees, tetes, premiere
        self._places = [_place(rangee) for rangee in rangees]

    def read(self) -> list[Rangee]:
        """Each row with the cells that begin in it."""
        return [
            Rangee(
                tuple(
                    self._read_cellule(cellule, rang, colonne, largeur)
                    for colonne, (cellule, largeur) in places.items()
                    if not _continues(cellule) or rang == 0
                )
            )
            for rang, places in enumerate(self._places)
        ]

    def _read_cellule(self, cellule: Element, rang: int, colonne: int, largeur: int) -> Cellule:
        contenu = Markup("<br>").join(
            texte for p in _paragraphes(cellule) if (texte := self._textes.write(p))
        )
        nu = contenu.striptags().replace("\xa0", " ").strip()
        return Cellule(
            contenu,
            nombre=self._is_right(cellule) if rang < self._tetes or not nu else _is_nombre(nu),
            colonnes=largeur,
            lignes=self._depth(rang, colonne),
            entete=rang < self._tetes or (self._premiere and colonne == 0),
        )

    def _depth(self, rang: int, colonne: int) -> int:
        """How many rows the cell takes."""
        profondeur = 1
        for places in self._places[rang + 1 :]:
            dessous = places.get(colonne)
            if dessous is None or not _continues(dessous[0]):
                break
            profondeur += 1
        return profondeur

    def _is_right(self, cellule: Element) -> bool:
        for paragraphe in _paragraphes(cellule):
            bord = paragraphe.find(f"{w('pPr')}/{w('jc')}")
            if bord is not None:
                return bord.get(w("val")) in _DROITE
            style = paragraphe.find(f"{w('pPr')}/{w('pStyle')}")
            if style is not None and "nombre" in style.get(w("val"), "").lower():
                return True
        return False


def _is_nombre(texte: str) -> bool:
    return texte in {"–", "-", "—"} or _NOMBRE.fullmatch(texte) is not None


def _list_rangees(tableau: Element) -> list[Element]:
    """The rows, inside content controls too, but not those of a table in a cell."""
    return [r for r in tableau.iter(w("tr")) if next(r.iterancestors(w("tbl"))) is tableau]


def _paragraphes(cellule: Element) -> list[Element]:
    return [
        p
        for p in cellule.iter(w("p"))
        if not any(local(a) == "txbxContent" for a in p.iterancestors())
    ]


def _place(rangee: Element) -> dict[int, tuple[Element, int]]:
    """The cells of a row by the column in which they begin, and how many they take."""
    places: dict[int, tuple[Element, int]] = {}
    colonne = read_entier(rangee.find(f"{w('trPr')}/{w('gridBefore')}"), w("val"))
    for cellule in rangee.iter(w("tc")):
        if next(cellule.iterancestors(w("tr"))) is not rangee:
            continue
        largeur = max(1, read_entier(cellule.find(f"{w('tcPr')}/{w('gridSpan')}"), w("val"), 1))
        places[colonne] = cellule, largeur
        colonne += largeur
    return places


def _continues(cellule: Element) -> bool:
    fusion = cellule.find(f"{w('tcPr')}/{w('vMerge')}")
    return fusion is not None and fusion.get(w("val")) != "restart"


def _count_entetes(rangees: Sequence[Element], allure: Element | None) -> int:
    """How many rows of headings there are: those that are repeated on each page."""
    tetes = 0
    for rangee in rangees:
        if rangee.find(f"{w('trPr')}/{w('tblHeader')}") is None:
            break
        tetes += 1
    if not tetes and len(rangees) > 1 and _says(allure, "firstRow", 0x20):
        tetes = 1
    return min(tetes, max(len(rangees) - 1, 0))


def _says(allure: Element | None, nom: str, bit: int) -> bool:
    """Whether the table has a look of its own for a row or a column."""
    if allure is None:
        return False
    dit = allure.get(w(nom))
    if dit is not None:
        return dit in {"1", "true", "on"}
    return bool(int(allure.get(w("val"), "0"), 16) & bit)


def _read(proprietes: Element | None, nom: str) -> str:
    trouve = None if proprietes is None else proprietes.find(w(nom))
    return "" if trouve is None else trouve.get(w("val"), "")


def _is_chiffres(docx: Docx, rangees: Sequence[Element]) -> bool:
    """Whether it is two rows: what figures count, then the figures."""
    if len(rangees) != 2:
        return False
    styles = {docx.style_of(p).nom for p in rangees[1].iter(w("p"))}
    return styles == {"chiffre clé"}


def _pair(textes: Textes, rangees: Sequence[Element]) -> tuple[tuple[Markup, Markup], ...]:
    dessus, dessous = (
        [Markup(" ").join(map(textes.write, _paragraphes(c))) for c in rangee.iter(w("tc"))]
        for rangee in rangees
    )
    return tuple(zip(dessus, dessous, strict=False))
