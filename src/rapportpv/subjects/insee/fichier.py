"""One file of INSEE or ANCT: where its headings are, which places it is about, what it holds."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

from msgspec import Struct

from rapportpv.core.emplacement import Case, Emplacement, cell_name
from rapportpv.core.indicateur import Mesure
from rapportpv.core.inventaire import Laisse
from rapportpv.reading.classeur.grille import Grille
from rapportpv.subjects.insee.catalogue import Indicateur, find_indicateur

_PAS_MONTREES = "le rapport ne montre pas ces indicateurs"
_ENTETES = 15  # rows in which headings are looked for
_CLES = frozenset(
    {"CODGEO", "CODEQPV", "CODE_QPV", "CODE_QP", "CODEQP", "QP", "QPV", "CODE", "SIREN", "EPCI"}
    | {"QP2024", "CODE_EPCI", "SIREN_EPCI", "COM", "INSEE_COM"}
)
_NOMBRE = re.compile(r"-?\d+(?:[.,]\d+)?")


class Geographie(Enum):
    """What the codes of a file are, and how they look (`reference/formats.md` §1.1)."""

    QPV_2015 = r"QP(?:\d{3}|02[AB])\d{3}"
    QPV_2024 = r"QN(?:\d{3}|02[AB])\d{2}[A-Z]"
    EPCI = r"\d{9}"
    COMMUNE = r"\d{5}|2[AB]\d{3}"

    @property
    def nom(self) -> str:
        """How a message calls it."""
        return {
            "QPV_2015": "quartiers prioritaires de 2015 (codes QP…)",
            "QPV_2024": "quartiers prioritaires de 2024 (codes QN…)",
            "EPCI": "intercommunalités (codes SIREN)",
            "COMMUNE": "communes",
        }[self.name]


class Colonne(Struct, frozen=True):
    """A column that holds an indicator: its Excel column, and the year that its heading says."""

    rang: int
    indicateur: Indicateur
    millesime: int | None


class FichierInsee(Struct, frozen=True):
    """A sheet of a file: its rows by code of place, its indicators, the columns that it leaves.

    `autres`: their headings, by Excel column.
    """

    fichier: str
    grille: Grille
    ligne: int  # of the headings
    cle: int  # the Excel column of the codes
    geographie: Geographie
    lignes: Mapping[str, int]
    colonnes: tuple[Colonne, ...]
    autres: Mapping[int, str]
    anciens: Mapping[str, tuple[str, ...]]

    @property
    def lieu(self) -> Emplacement:
        """The sheet as a whole."""
        return Emplacement(self.fichier, self.grille.nom)

    @property
    def laissees(self) -> Laisse | None:
        """The columns that the report does not show, by name; None when it shows them all."""
        cases = tuple(cell_name((self.ligne, rang)) for rang in self.autres)
        lieu = Emplacement(self.fichier, self.grille.nom, cases)
        titres = tuple(self.autres.values())
        return Laisse(lieu, _PAS_MONTREES, titres) if titres else None

    def read(self, code: str, annee: int | None) -> Iterator[tuple[str, Mesure]]:
        """What it says of a place: each indicator with its value; `annee`: of the data, if told."""
        numero = self.lignes.get(code)
        for colonne in self.colonnes if numero is not None else ():
            case = (numero or 0, colonne.rang)
            lieu = Emplacement(self.fichier, self.grille.nom, (cell_name(case),))
            indicateur = colonne.indicateur
            valeur = _read_valeur(self.grille.cell(case))
            millesime = colonne.millesime or annee
            yield indicateur.code, Mesure(valeur, indicateur.sorte, millesime, lieu)


def read_fichier(fichier: str, grille: Grille) -> FichierInsee | None:
    """The sheet as one of INSEE's or ANCT's; None when it has no codes of places."""
    for numero, cellules in enumerate(grille.lignes[:_ENTETES], 1):
        titres = [_heading(cellule) for cellule in cellules]
        for cle in (rang for rang, titre in enumerate(titres, 1) if titre in _CLES):
            trouves = _find_codes(grille, numero, cle)
            if trouves is not None:
                return _make(fichier, grille, (numero, cle), titres, trouves)
    return None


def _make(
    fichier: str,
    grille: Grille,
    cle: Case,
    titres: list[str],
    trouves: tuple[Geographie, Mapping[str, int]],
) -> FichierInsee:
    """`cle`: the heading of the codes; `trouves`: what they are of, and the row of each."""
    geographie, lignes = trouves
    colonnes = []
    for rang, titre in enumerate(titres, 1):
        trouve = find_indicateur(titre, titres) if titre else None
        if trouve is not None:
            colonnes.append(Colonne(rang, *trouve))
    prises = {cle[1], *(colonne.rang for colonne in colonnes)}
    lus = enumerate(grille.lignes[cle[0] - 1], 1)
    autres = {rang: str(t).strip() for rang, t in lus if rang not in prises and t is not None}
    anciens = _read_anciens(grille, titres, lignes)
    return FichierInsee(fichier, grille, *cle, geographie, lignes, tuple(colonnes), autres, anciens)


def _find_codes(grille: Grille, numero: int, cle: int) -> tuple[Geographie, dict[str, int]] | None:
    """The codes below a heading, by their row, of the geography that most of them are of."""
    codes = {
        _code(cellule): ligne
        for ligne, cellule in enumerate(grille.column(cle, numero + 1), numero + 1)
        if cellule is not None
    }
    meilleure, siennes = None, dict[str, int]()
    for geographie in Geographie:
        lues = {c: n for c, n in codes.items() if re.fullmatch(geographie.value, c)}
        if len(lues) > len(siennes):
            meilleure, siennes = geographie, lues
    return (meilleure, siennes) if meilleure else None


def _read_anciens(
    grille: Grille, titres: list[str], lignes: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """The quartiers of 2015 of each row of a table of correspondence; nothing of another file."""
    rangs = [r for r, titre in enumerate(titres, 1) if re.fullmatch(r"QP2015_\d|QP 2015.*", titre)]
    anciens = {
        code: tuple(c for r in rangs if (c := _code(grille.cell((ligne, r)))) and c != "NONE")
        for code, ligne in (lignes.items() if rangs else ())
    }
    return {code: siens for code, siens in anciens.items() if siens}


def _heading(cellule: Any) -> str:
    return "" if cellule is None else str(cellule).strip().strip('"').upper()


def _code(cellule: Any) -> str:
    """A code as it is compared: spreadsheets take the zeros of communes, and quotes stay."""
    if isinstance(cellule, int | float) and not isinstance(cellule, bool):
        texte = str(int(cellule))
        return texte.zfill(5) if len(texte) < 5 else texte
    return "" if cellule is None else str(cellule).strip().strip('"').upper()


def _read_valeur(cellule: Any) -> Fraction | None:
    """The number of a cell, exact as it is written; None of what is empty, or no number."""
    if isinstance(cellule, bool) or cellule is None:
        return None
    if isinstance(cellule, int | float):
        return Fraction(str(cellule))
    texte = re.sub(r"[\s\u00a0\u202f]", "", str(cellule))
    return Fraction(texte.replace(",", ".")) if _NOMBRE.fullmatch(texte) else None
