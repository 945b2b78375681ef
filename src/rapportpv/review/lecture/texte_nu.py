"""A plain text read as a document: its paragraphs, its headings, its tables drawn with bars."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from rapportpv.core.relecture import Place
from rapportpv.review.lecture.grille import finish_table
from rapportpv.review.lecture.passage import Bloc, Cellule, DocumentLu, Passage, TableauLu, shorten

_BARRE = re.compile(r"\s*\|(.*)\|\s*$")
_FILET = re.compile(r"[\s|:+-]*-{3,}[\s|:+-]*$")
_DIESE = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_EMPHASE = re.compile(r"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_TITRE_MAX = 90  # signs of a line that may be a heading
_FIN_DE_PHRASE = re.compile(r"[.,;:!?€%]$|^[-•*–]|\d ?€|\d ?%")


def read_txt(texte: str) -> DocumentLu:
    """All that the text says."""
    return DocumentLu(tuple(read_blocs(texte)))


def read_blocs(texte: str, page: int | None = None) -> Iterator[Bloc]:
    """The paragraphs and the tables, each under the heading before it."""
    place = Place(page=page)
    for lignes in _group(texte.splitlines()):
        if _BARRE.match(lignes[0]):
            yield from _read_table(lignes, place)
            continue
        if any("\t" in ligne for ligne in lignes):
            yield from _read_loose(lignes, place)
            continue
        paragraphe = " ".join(lignes)
        titre = _find_titre(lignes)
        if titre:
            paragraphe = titre
            place = replace(place, titre=titre)
        yield Passage(paragraphe, replace(place, debut=shorten(paragraphe)))


def _group(lignes: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each paragraph, of each list item, of each table."""
    groupe: list[str] = []
    for brute in lignes:
        ligne = _EMPHASE.sub("", brute).strip()
        en_tableau = bool(groupe) and bool(_BARRE.match(groupe[0]))
        rompt = ligne.startswith(("- ", "• ", "– ", "#")) or bool(_BARRE.match(ligne)) != en_tableau
        if groupe and (not ligne or rompt):
            yield groupe
            groupe = []
        if ligne:
            groupe.append(ligne)
    if groupe:
        yield groupe


def _read_loose(lignes: list[str], place: Place) -> Iterator[Passage]:
    """The lines of a table whose columns are parted by blanks, cell after cell; its prose too."""
    prose: list[str] = []
    for ligne in [*lignes, "\t"]:
        if "\t" not in ligne:
            prose.append(ligne)
            continue
        if prose:
            texte = " ".join(prose)
            yield Passage(texte, replace(place, debut=shorten(texte)))
            prose = []
        if cases := ligne.strip().replace("\t", " | "):
            yield Passage(ligne, replace(place, debut=shorten(cases)), vrac=True)


def _find_titre(lignes: list[str]) -> str:
    """The heading that a group is: marked by «#», or a short line that is no sentence."""
    marque = _DIESE.match(lignes[0])
    if marque:
        return marque[1]
    seule = " ".join(lignes)
    courte = len(seule) <= _TITRE_MAX and any(map(str.isalpha, seule))
    return seule if courte and not _FIN_DE_PHRASE.search(seule) else ""


def _read_table(lignes: list[str], place: Place) -> Iterator[Bloc]:
    """The table that lines with bars draw; a line of dashes ends its headings."""
    entetes, rangees = 0, list[tuple[Cellule, ...]]()
    for ligne in lignes:
        if _FILET.match(ligne):
            entetes = entetes or len(rangees)
            continue
        trouvee = _BARRE.match(ligne)
        cases = trouvee[1].split("|") if trouvee else [ligne]
        if not any(case.strip() for case in cases):
            continue
        rangees.append(tuple(Cellule((Passage(case.strip(), place),)) for case in cases))
    titre = replace(place, tableau=place.titre)
    yield from finish_table(TableauLu(tuple(rangees), entetes, titre))
