"""A .docx as text: what a reader would read, and what each chart holds."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def plain(texte: str) -> str:
    """The text with ordinary spaces and apostrophes, as one types when searching."""
    return texte.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2019", "'")


def read_text(chemin: Path) -> str:
    """The paragraphs of body, headers and footers, a line each; cells apart by « | »."""
    with ZipFile(chemin) as archive:
        noms = sorted(n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml"))
        parties = [n for n in noms if n.split("/")[1].startswith(("document", "header", "footer"))]
        return "\n".join(_flatten(etree.fromstring(archive.read(partie))) for partie in parties)


def _flatten(racine: etree._Element) -> str:
    lignes = []
    for element in racine.iter(f"{W}p", f"{W}tr"):
        if element.tag == f"{W}tr":
            cellules = [" ".join(map(_text, tc.iter(f"{W}p"))) for tc in element.iter(f"{W}tc")]
            lignes.append(" | ".join(cellules))
        elif not any(parent.tag == f"{W}tc" for parent in element.iterancestors()):
            lignes.append(_text(element))
    return "\n".join(ligne for ligne in lignes if ligne)


def _text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def read_headings(chemin: Path) -> list[tuple[int, str]]:
    """The headings of the body in order: level and text."""
    with ZipFile(chemin) as archive:
        racine = etree.fromstring(archive.read("word/document.xml"))
    return [
        (int(niveau), texte)
        for paragraphe in racine.iter(f"{W}p")
        if (niveau := _level(paragraphe)) and (texte := _text(paragraphe).strip())
    ]


def read_announced(chemin: Path) -> set[str]:
    """What stands above the headings of parts: «Partie 2»."""
    with ZipFile(chemin) as archive:
        racine = etree.fromstring(archive.read("word/document.xml"))
    styles = racine.iterfind(f".//{W}pStyle[@{W}val='SurtitrePartie']")
    return {_text(next(style.iterancestors(f"{W}p"))).strip() for style in styles}


def _level(paragraphe: etree._Element) -> str:
    style = paragraphe.find(f"{W}pPr/{W}pStyle")
    nom = "" if style is None else style.get(f"{W}val", "")
    return nom.removeprefix("Heading") if nom.startswith("Heading") else ""


def read_charts(chemin: Path) -> dict[str, dict[str, list[tuple[object, object]]]]:
    """Each chart's points, as its cache has them and as its embedded workbook has them."""
    graphiques = {}
    with ZipFile(chemin) as archive:
        for nom in sorted(n for n in archive.namelist() if n.startswith("word/charts/chart")):
            racine = etree.fromstring(archive.read(nom))
            liens = etree.fromstring(
                archive.read(nom.replace("charts/", "charts/_rels/") + ".rels")
            )
            [cible] = [lien.get("Target") for lien in liens if "package" in lien.get("Type", "")]
            chemin_du_classeur = (Path("word/charts") / cible).parts
            classeur = archive.read(_join(chemin_du_classeur))
            feuille = load_workbook(BytesIO(classeur)).worksheets[0]
            lignes = list(feuille.iter_rows(min_row=2, values_only=True))
            categories = [v.text for v in racine.find(f".//{C}cat").iter(f"{C}v")]
            valeurs = [float(v.text or "nan") for v in racine.find(f".//{C}val").iter(f"{C}v")]
            graphiques[nom] = {
                "cache": list(zip(categories, valeurs, strict=True)),
                "classeur": [(ligne[0], float(ligne[1])) for ligne in lignes],
            }
    return graphiques


def _join(parties: tuple[str, ...]) -> str:
    chemin: list[str] = []
    for partie in parties:
        if partie == "..":
            chemin.pop()
        else:
            chemin.append(partie)
    return "/".join(chemin)
