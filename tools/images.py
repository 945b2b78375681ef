"""`python -m tools.images`: the pictures that the README shows, of pages as they come out.

A page is found by words that are on it, so that it is the right one when pages move.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.header_footer import HeaderFooter
from openpyxl.worksheet.properties import PageSetupProperties
from PIL import Image

from rapportpv.export.pdf import convert_pdf, find_libreoffice
from tools.exemples import COMMANDE, EXEMPLE, RACINE
from tools.exemples_check import spoil

DOSSIER = RACINE / "docs" / "images"
POIDS = 150_000
"""The most that a picture weighs, in bytes."""

_LARGEUR = 760  # pixels of a page
_COULEURS = (128, 64, 32, 16)


@dataclass(frozen=True)
class Vue:
    """A page: its file, the document it is of, words that stand on it, what it shows."""

    fichier: str
    document: str
    mots: str
    alt: str


VUES = (
    Vue(
        "couverture.png",
        "rapport",
        "arrêtée au",
        "Couverture du rapport : une ville dessinée, puis le titre en blanc sur un bandeau bleu.",
    ),
    Vue(
        "sommaire.png",
        "rapport",
        "Sommaire",
        "Sommaire du rapport, avec le numéro de page de chaque partie.",
    ),
    Vue(
        "programmation.png",
        "rapport",
        "Vue d’ensemble L’année",
        "Chiffres clés de la programmation, tableau des piliers et graphique de leurs parts.",
    ),
    Vue(
        "focus.png",
        "rapport",
        "Focus 1. ",
        "Un « Focus » : une action racontée sur une page, avec son dessin et ses objectifs.",
    ),
    Vue(
        "carte.png",
        "rapport",
        "Carte schématique",
        "Carte des quartiers et de leurs référents, dessinée en formes de Word.",
    ),
    Vue(
        "deliberation.png",
        "deliberation",
        "Étaient présents (",
        "Première page de la délibération : les membres présents, les procurations, l’exposé.",
    ),
)
CLASSEUR = Vue(
    "classeur-annote.png",
    "",
    "",
    "Copie annotée d’un classeur : les piliers mal écrits sont surlignés.",
)


def write_images(dossier: Path) -> None:
    """Make every picture anew."""
    dossier.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as travail:
        pdfs = {nom: _build(nom, Path(travail)) for nom in {vue.document for vue in VUES}}
        for vue in VUES:
            _save(_draw_page(pdfs[vue.document], find_page(pdfs[vue.document], vue)), dossier, vue)
        _save(_draw_classeur(Path(travail)), dossier, CLASSEUR)


def show_images() -> str:
    """The pictures as the README shows them: three a row, the workbook below."""
    cases = [f'<img src="docs/images/{v.fichier}" alt="{v.alt}" width="32%">' for v in VUES]
    classeur = f'<img src="docs/images/{CLASSEUR.fichier}" alt="{CLASSEUR.alt}" width="98%">'
    return "\n".join(("<p>", *cases, classeur, "</p>", ""))


def find_page(pdf: Path, vue: Vue) -> int:
    """The last page that has the words of the view, from 1: the contents have them before."""
    texte = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True
    )
    pages = texte.stdout.decode("utf-8").split("\f")
    trouvees = [n for n, page in enumerate(pages, 1) if vue.mots in re.sub(r"\s+", " ", page)]
    if not trouvees:
        raise LookupError(f"no page of {pdf.name} has «{vue.mots}»")
    return trouvees[-1]


def _build(document: str, travail: Path) -> Path:
    ou = ("--sortie", str(travail), "--dossier", str(EXEMPLE))
    commande = (sys.executable, "-m", "rapportpv", "build", "2022", document, *ou)
    subprocess.run(commande, check=True, capture_output=True)
    docx = next(travail.glob(f"{document}-*.docx"))
    pdf = docx.with_suffix(".pdf")
    pdf.write_bytes(convert_pdf(docx.read_bytes(), docx.name))
    return pdf


def _draw_page(pdf: Path, numero: int, largeur: int = _LARGEUR) -> Image.Image:
    """A page, so many pixels wide."""
    pages = (
        "-f",
        str(numero),
        "-l",
        str(numero),
        "-scale-to-x",
        str(largeur),
        "-scale-to-y",
        "-1",
    )
    vue = subprocess.run(["pdftoppm", *pages, "-png", pdf], capture_output=True, check=True)
    return Image.open(io.BytesIO(vue.stdout)).convert("RGB")


def _draw_classeur(travail: Path) -> Image.Image:
    """The top of the annotated copy of a programming where a pillar is misspelt."""
    with spoil() as projet:
        commande = ("check", "2022", "--annoter", str(travail / "copies"))
        programme = [sys.executable, "-c", COMMANDE, *commande]
        subprocess.run(
            programme, cwd=projet, check=False, capture_output=True
        )  # 1: there are faults
    copie = next((travail / "copies").rglob("programmation*.xlsx"))
    livre = load_workbook(copie)
    for feuille in livre.worksheets:
        if feuille.title != "Programmation":
            feuille.sheet_state = "hidden"
    feuille = livre["Programmation"]
    livre.active = livre.index(feuille)
    feuille.print_area = "A1:H16"
    feuille.print_title_rows = None
    feuille.page_setup.orientation = "landscape"
    feuille.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    feuille.page_setup.fitToWidth, feuille.page_setup.fitToHeight = 1, 1
    feuille.HeaderFooter = HeaderFooter()
    livre.save(copie)
    profil = f"-env:UserInstallation={(travail / 'profil').as_uri()}"
    vers = ("--headless", "--convert-to", "pdf", "--outdir", str(travail), str(copie))
    subprocess.run([find_libreoffice(), profil, *vers], check=True, capture_output=True)
    return _crop(_draw_page(travail / f"{copie.stem}.pdf", 1, 1100), 2)


def _crop(vue: Image.Image, marge: int) -> Image.Image:
    """The picture without its white edges."""
    cadre = vue.convert("L").point(lambda gris: 255 * (gris < 250)).getbbox()
    assert cadre is not None  # something is on the page
    gauche, haut, droite, bas = cadre
    return vue.crop((gauche - marge, haut - marge, droite + marge, bas + marge))


def _save(vue: Image.Image, dossier: Path, quoi: Vue) -> None:
    """Write a picture with as many colours as its weight allows."""
    for couleurs in _COULEURS:
        tampon = io.BytesIO()
        vue.quantize(couleurs, dither=Image.Dither.NONE).save(tampon, "PNG", optimize=True)
        if tampon.tell() <= POIDS:
            (dossier / quoi.fichier).write_bytes(tampon.getvalue())
            return
    raise ValueError(f"{quoi.fichier} weighs {tampon.tell()} bytes")


if __name__ == "__main__":
    for programme in ("pdftotext", "pdftoppm"):
        if shutil.which(programme) is None:
            sys.exit(f"Il manque {programme} : installez poppler-utils.")
    write_images(DOSSIER)
