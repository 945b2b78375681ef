"""The web page in a real browser: accessible by day and by night, on paper, with a keyboard."""

import re
import subprocess

import pytest
from pypdf import PdfReader

from tests.export.page.test_ordre import read_docx, read_html
from tests.office.conftest import OUTILS, TOUS, browse, need

pytestmark = pytest.mark.office
EUROS = re.compile(r"\d[\d\s\u00a0\u202f]*(?:,\d\d)?[\s\u00a0]€")


@pytest.fixture(scope="module")
def ecrits(faire):
    """The report of the sample: the document, its page, its PDF."""
    return {f.suffix: f for f in faire("data/sample", "2022", "rapport", *TOUS).iterdir()}


@pytest.fixture(scope="module")
def vu(ecrits, tmp_path_factory):
    """What a browser makes of the page."""
    dossier = tmp_path_factory.mktemp("vues")
    return browse("page.cjs", ecrits[".html"], dossier) | {"dossier": dossier}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing(vu, mode):
    assert vu[mode]["violations"] == []
    assert vu[mode]["passes"] > 20


def test_night_is_not_day(vu):
    assert vu["light"]["fond"] != vu["dark"]["fond"]


def test_the_checker_of_the_w3c_finds_no_error(ecrits):
    vnu = OUTILS / "vnu-jar/build/dist/vnu.jar"
    java = need("java", "apt-get install default-jre-headless")
    resultat = subprocess.run(
        [java, "-jar", vnu, "--errors-only", ecrits[".html"]],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (resultat.returncode, resultat.stderr) == (0, "")


@pytest.mark.parametrize("largeur", ["360", "800", "1280"])
def test_the_page_fits_any_screen_and_asks_for_nothing(vu, largeur):
    assert vu["largeurs"][largeur] == {"depasse": 0, "dits": []}


def test_a_keyboard_reaches_everything_once_and_in_order(vu):
    clavier = vu["clavier"]
    assert clavier["voulus"] > 60
    assert clavier["atteints"] == list(range(clavier["voulus"]))


def test_a_table_is_sorted_and_searched_with_a_keyboard(vu):
    usage = vu["usage"]
    assert usage["sens"] == "ascending"
    assert sorted(usage["croissant"]) == sorted(usage["avant"])
    assert usage["decroissant"] == usage["croissant"][::-1] != usage["avant"]
    assert usage["cherches"] == [usage["avant"][1]]
    assert usage["compte"] == f"1 ligne sur {len(usage['avant'])}"


def test_the_contents_follow_the_reader(vu):
    assert len(vu["usage"]["ici"]) == 1


def test_without_a_script_all_is_read(vu):
    assert vu["nu"]["tableaux"] >= 18
    assert vu["nu"]["vides"] == 0


def test_it_is_printed_as_a_document(vu, ecrits):
    pages = [page.extract_text() for page in PdfReader(vu["dossier"] / "page.pdf").pages]
    assert 15 < len(pages) < 60
    assert not any("Rechercher dans ce tableau" in page for page in pages)
    assert squeeze_euros("\n".join(pages))


def test_the_page_the_document_and_the_pdf_carry_the_same_amounts_in_order(ecrits, pdftotext):
    imprime = subprocess.run(
        [pdftotext, "-raw", ecrits[".pdf"], "-"], check=True, capture_output=True, text=True
    ).stdout
    du_docx = squeeze_euros("\n".join(read_docx(ecrits[".docx"])))
    assert len(du_docx) > 150
    assert squeeze_euros(read_html(ecrits[".html"])) == du_docx
    texte, ici = re.sub(r"\s", "", imprime), 0
    for montant in du_docx:  # a PDF prints those of the charts too, and parts no cells
        ici = texte.find(montant, ici) + 1
        assert ici, montant


def squeeze_euros(texte):
    return [re.sub(r"\s", "", trouve) for trouve in EUROS.findall(texte.replace("\n", " | "))]
