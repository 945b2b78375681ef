"""The pages of a PDF as boxes of words, and what a signatory would see at once in them."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from tests.flatten import W, read_announced, read_headings

_X = "{http://www.w3.org/1999/xhtml}"
_PIED = re.compile(r"\d+ / \d+")
_FICHE = re.compile(r"Fiche \d+ sur \d+")  # a page each, however short
_TITRE = 16  # points: how high a line of a heading is, when a bar of a chart is called the same
_MOT = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Ligne:
    """A line of a page: its box in points, its words."""

    gauche: float
    haut: float
    droite: float
    bas: float
    texte: str


@dataclass(frozen=True)
class Page:
    """A page: its size, the lines between header and footer, and where the footer begins."""

    numero: int
    largeur: float
    hauteur: float
    corps: tuple[Ligne, ...]
    tete: float
    pied: float

    @property
    def pleine(self) -> float:
        """How much of the page is taken, from the first line to the last."""
        bas = max((ligne.bas for ligne in self.corps), default=self.tete)
        return (bas - self.tete) / (self.pied - self.tete)


def read_pages(pdf: Path, pdftotext: str) -> list[Page]:
    """The pages that have a footer: all but a cover, and letters."""
    sortie = subprocess.run(
        [pdftotext, "-bbox-layout", pdf, "-"], capture_output=True, check=True, timeout=120
    ).stdout
    racine = etree.fromstring(sortie, etree.XMLParser(recover=True))
    pages = [_page(rang, page) for rang, page in enumerate(racine.iter(f"{_X}page"), 1)]
    return [page for page in pages if page is not None]


def _page(numero: int, page: etree._Element) -> Page | None:
    lignes = [_line(ligne) for ligne in page.iter(f"{_X}line")]
    pieds = [ligne for ligne in lignes if _PIED.fullmatch(ligne.texte)]
    if not pieds:
        return None
    pied, tete = max(ligne.haut for ligne in pieds), min(ligne.bas for ligne in lignes) + 12
    corps = tuple(ligne for ligne in lignes if ligne.haut > tete - 8 and ligne.haut < pied - 1)
    taille = (float(page.get("width")), float(page.get("height")))
    return Page(numero, *taille, corps, tete, pied)


def _line(ligne: etree._Element) -> Ligne:
    boite = (float(ligne.get(cote)) for cote in ("xMin", "yMin", "xMax", "yMax"))
    return Ligne(*boite, " ".join(mot.text or "" for mot in ligne.iter(f"{_X}word")))


def find_faults(docx: Path, pages: list[Page]) -> list[str]:
    """What a signatory would see at once; the page, and what is there."""
    titres = {_plain(titre) for _, titre in read_headings(docx)}
    parties = {_plain(titre) for niveau, titre in read_headings(docx) if niveau == 1}
    parties |= {_plain(annonce) for annonce in read_announced(docx)}
    connus = words_of(docx)
    barres = {_plain(texte) for texte in _labels_of(docx)}
    fautes = []
    for page, suivante in zip(pages, [*pages[1:], None], strict=True):
        if not page.corps:
            fautes.append(f"{page.numero}: empty")
            continue
        dehors = [li for li in page.corps if li.gauche < 0 or li.droite > page.largeur]
        dehors += [li for li in page.corps if li.bas > page.pied]
        fautes += [f"{page.numero}: off the page: {ligne.texte}" for ligne in dehors]
        derniere = max(page.corps, key=lambda ligne: ligne.bas)
        seule, barre = _plain(derniere.texte), derniere.bas - derniere.haut < _TITRE
        voisines = [li for li in page.corps if li is not derniere]
        bordee = barre and any(abs(li.bas - derniere.bas) < 1 for li in voisines)
        if bordee or _is_contents(page):  # a row of a table, called as a sheet is; a list of them
            seule = ""
        if seule in titres and not (barre and seule in barres):
            fautes.append(f"{page.numero}: lone heading: {derniere.texte}")
        coupes = {m for li in page.corps for m in _MOT.findall(li.texte) if m not in connus}
        fautes += [f"{page.numero}: broken word: {mot}" for mot in sorted(coupes)]
        fin_de_partie = suivante is None or _starts_a_page(suivante, parties)
        if page.pleine < 0.6 and not fin_de_partie:
            fautes.append(f"{page.numero}: {page.pleine:.0%} full")
        if page.pleine < 0.1:
            fautes.append(f"{page.numero}: nearly empty")
    return fautes


def _starts_a_page(page: Page, parties: set[str]) -> bool:
    """Whether a page begins with what always does: a part, or a sheet."""
    premiere = _plain(page.corps[0].texte) if page.corps else ""
    fiche = _FICHE.fullmatch(premiere) is not None
    return fiche or any(premiere.startswith(partie[:20]) for partie in parties)


def _is_contents(page: Page) -> bool:
    return page.corps[0].texte == "Sommaire"


def _labels_of(docx: Path) -> list[str]:
    """What the bars of the charts are called."""
    with ZipFile(docx) as archive:
        noms = [n for n in archive.namelist() if n.startswith("word/charts/chart")]
        racines = [etree.fromstring(archive.read(n)) for n in noms if n.endswith(".xml")]
    return [v.text or "" for racine in racines for v in racine.iter("{*}v")]


def words_of(docx: Path) -> set[str]:
    """The words of a document, of its charts too."""
    with ZipFile(docx) as archive:
        noms = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
        racines = [etree.fromstring(archive.read(nom)) for nom in noms]
    blocs = [_own(p) for racine in racines for p in racine.iter(f"{W}p")]
    blocs += [v.text or "" for racine in racines for v in racine.iter("{*}v") if _is_seen(v)]
    return {mot for bloc in blocs for mot in _MOT.findall(bloc)}


def _is_seen(valeur: etree._Element) -> bool:
    """Whether a value of a chart is printed: the name of a series is, in a legend or a label."""
    serie = next(valeur.iterancestors("{*}ser"), None)
    if serie is None or next(valeur.iterancestors("{*}tx"), None) is None:
        return True
    legende = next(valeur.getroottree().getroot().iter("{*}legend"), None)
    return legende is not None or serie.find(".//{*}showSerName[@val='1']") is not None


def _own(paragraphe: etree._Element) -> str:
    """The text of a paragraph, without that of the shapes in it; tabs and breaks as spaces."""
    signes = {f"{W}tab": " ", f"{W}br": " "}
    return "".join(
        signes.get(element.tag) or element.text or ""
        for element in paragraphe.iter(f"{W}t", *signes)
        if next(element.iterancestors(f"{W}p")) is paragraphe
    )


def _plain(texte: str) -> str:
    return " ".join(texte.replace("\u2019", "'").split())
