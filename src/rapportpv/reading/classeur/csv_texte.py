"""A .csv: its encoding, its separator and its decimal sign found, its cells as a sheet's."""

import csv
import re
from collections.abc import Iterable
from typing import Any

from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.classeur.refus import ClasseurRefuseError

_SEPARATEURS = (";", ",", "\t", "|")
_EXAMEN = 200  # records looked at to find the separator
_ACCENTS = frozenset("éèêëàâùûüîïôçœæÉÈÊÀÂÔÎÇŒ€’«»°–—…\u00a0")
_DOUTEUX = frozenset(
    "‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›žŸ¡¢£¤¥¦¨©ª¬®¯±²³´µ¶¸¹º¼½¾¿ÂÃÅÆÐÑÒÓÕ×ØÙÚÛÝÞßãåðñòóõ÷øúýþÿ√∂∆Ωπ≠≤≥◊╗╝│┤╣║█▄▀Ž"
)
_CAPITALE = re.compile("[a-z][ÉÈÊÀÂÔÎÇŒ]")
_VIRGULE = re.compile(r"[-+]?\d[\d \u00a0\u202f.]*,\d{1,2}(?: ?€)?")
_POINT = re.compile(r"[-+]?\d[\d \u00a0\u202f,]*\.\d{1,2}(?: ?€)?")
_ENTIER = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,14})([.,])(\d+)")
_MILLIERS = re.compile(r"-?[1-9]\d{0,2}(?:([.,])\d{3})+(?:([.,])(\d+))?")


def read_csv(contenu: bytes, nom: str) -> Grille:
    """The one sheet of the file, named as it is; the row of a cell is that of its record."""
    texte = _decode(contenu).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in texte:
        raise ClasseurRefuseError("inconnu")
    texte, separateur = _find_separateur(texte)
    lignes = _parse(texte, separateur)
    decimale = _find_decimale(lignes, separateur)
    etendue = bornes.Etendue(nom)
    lues: list[list[Any]] = []
    for numero, ligne in enumerate(lignes, 1):
        cellules = [_read_cellule(cellule, decimale) for cellule in ligne]
        pleines = [colonne for colonne, valeur in enumerate(cellules, 1) if valeur is not None]
        if pleines:
            case = (numero, pleines[-1])
            etendue.add(case, case, len(pleines), 1)
        lues.append(cellules)
    etendue.close()
    largeur = etendue.largeur
    grille = [ligne[:largeur] + [None] * (largeur - len(ligne)) for ligne in lues]
    return Grille(nom, grille[: etendue.hauteur])


def looks_like_csv(contenu: bytes) -> bool:
    """Whether these first bytes are those of lines cut by a separator."""
    if contenu.startswith((b"\xff\xfe", b"\xfe\xff")):
        contenu = contenu[: len(contenu) // 2 * 2].decode("utf-16", "ignore").encode()
    return b"\0" not in contenu and bool(re.search(rb"[;,\t|][^\r\n]*(?:[\r\n]|$)", contenu))


def _decode(contenu: bytes) -> str:
    """The text: by its mark, else as UTF-8, else by what makes the most of French of it."""
    if contenu.startswith((b"\xff\xfe", b"\xfe\xff")):
        return contenu.decode("utf-16", "replace")
    try:
        return contenu.decode("utf-8-sig")
    except UnicodeDecodeError:
        lus = [contenu.decode(codage, "replace") for codage in ("cp1252", "mac_roman", "cp850")]
        return max(lus, key=_score)


def _score(texte: str) -> int:
    """How French a text looks, by its letters with accents."""
    debut = texte[:200_000]
    rares = [signe for signe in debut if signe > "\x7f"]
    justes = sum((s in _ACCENTS) - 2 * (s in _DOUTEUX or s == "\ufffd") for s in rares)
    return justes - 2 * len(_CAPITALE.findall(debut))


def _find_separateur(texte: str) -> tuple[str, str]:
    """The text without the line that names its separator («sep=;»), and that separator."""
    if annonce := re.match(r"sep=([^\n])\n", texte, re.IGNORECASE):
        return texte[annonce.end() :], annonce[1]
    debut = texte[:200_000]
    return texte, max(_SEPARATEURS, key=lambda signe: _regularity(debut, signe))


def _regularity(texte: str, separateur: str) -> tuple[int, int]:
    """How many records are as wide as the most frequent width, then that width; 0 below 2."""
    largeurs = [len(ligne) for ligne in _parse(texte, separateur)[:_EXAMEN]]
    larges = [largeur for largeur in largeurs if largeur > 1]
    if not larges:
        return 0, 0
    usuelle = max(set(larges), key=larges.count)
    return larges.count(usuelle), usuelle


def _parse(texte: str, separateur: str) -> list[list[str]]:
    try:
        return list(csv.reader(texte.splitlines(keepends=True), delimiter=separateur))
    except csv.Error as cause:  # a cell of more than 131,072 signs: a quote left open
        raise ClasseurRefuseError("guillemet") from cause


def _find_decimale(lignes: Iterable[list[str]], separateur: str) -> str:
    """The decimal sign: that of the cells that leave no doubt; a comma when none does."""
    virgules = points = 0
    for ligne in lignes:
        for cellule in ligne:
            if "," in cellule:
                virgules += bool(_VIRGULE.fullmatch(cellule.strip()))
            elif "." in cellule:
                points += bool(_POINT.fullmatch(cellule.strip()))
    if virgules == points:
        return "." if separateur == "," else ","
    return "," if virgules > points else "."


def _read_cellule(cellule: str, decimale: str) -> Any:
    """A number when it is plainly one, else the text: a code keeps its zeros."""
    texte = cellule.strip()
    if not texte or not (texte[0].isdigit() or texte[0] == "-") or not texte[-1].isdigit():
        return cellule if texte else None
    if _ENTIER.fullmatch(texte):
        return int(texte)
    decimal = _DECIMAL.fullmatch(texte)
    if decimal and decimal[1] == decimale:
        nombre = float(texte.replace(",", "."))
        return int(nombre) if nombre.is_integer() else nombre
    milliers = _MILLIERS.fullmatch(texte)
    if milliers and milliers[1] != decimale and milliers[2] in {None, decimale}:
        nombre = float(texte.replace(milliers[1], "").replace(",", "."))
        return int(nombre) if nombre.is_integer() else nombre
    return cellule
