"""The charter: colours, font and pictures of an EPCI; what is refused of it."""

import re
import struct
import zlib

import pytest

from rapportpv.word.archive import read_zip
from tests.conftest import REGLAGES

VERT, BRUN = "0B5D3B", "9E5B1A"


def png(largeur: int = 40, hauteur: int = 40) -> bytes:
    """A grey picture."""

    def bloc(nom: bytes, corps: bytes) -> bytes:
        return (
            struct.pack(">I", len(corps)) + nom + corps + struct.pack(">I", zlib.crc32(nom + corps))
        )

    entete = bloc(b"IHDR", struct.pack(">IIBBBBB", largeur, hauteur, 8, 0, 0, 0, 0))
    lignes = bloc(b"IDAT", zlib.compress((b"\0" + b"\x80" * largeur) * hauteur))
    return b"\x89PNG\r\n\x1a\n" + entete + lignes + bloc(b"IEND", b"")


@pytest.fixture
def charter(projet):
    def charter(toml: str) -> None:
        (projet / "rapportpv.toml").write_text(f"{REGLAGES}\n[charte]\n{toml}\n", "utf-8")

    return charter


def build(run, projet) -> dict[str, bytes]:
    code, _, erreurs = run("build", "2023", "--dossier", str(projet), "--force")
    assert code == 0, erreurs
    (docx,) = (projet / "sortie").glob("*.docx")
    return read_zip(docx.read_bytes())


def test_colours_and_font_go_everywhere(run, projet, charter):
    charter(f'couleur = "#{VERT}"\ncouleur_secondaire = "{BRUN.lower()}"\npolice = "Mar & Cie"')
    parts = build(run, projet)
    theme = parts["word/theme/theme1.xml"].decode()
    for slot, valeur in (("accent1", VERT), ("accent2", BRUN), ("hlink", VERT)):
        assert re.search(rf'<a:{slot}><a:srgbClr val="{valeur}"', theme)
    assert theme.count('<a:latin typeface="Mar &amp; Cie"/>') == 2
    styles = parts["word/styles.xml"].decode()
    assert set(re.findall(r'w:(?:val|color)="(\w{6})" w:themeColor="accent1"', styles)) == {VERT}
    assert set(re.findall(r'w:fill="(\w{6})" w:themeFill="accent2"', styles)) == {BRUN}


def test_two_colours_that_change_places(run, projet, charter):
    charter('couleur = "#B5364A"\ncouleur_secondaire = "#14375E"')
    theme = build(run, projet)["word/theme/theme1.xml"].decode()
    assert '<a:accent1><a:srgbClr val="B5364A"' in theme
    assert '<a:accent2><a:srgbClr val="14375E"' in theme


def test_the_logo_is_on_the_cover(run, projet, charter):
    (projet / "logo.png").write_bytes(png())
    charter('logo = "logo.png"')
    parts = build(run, projet)
    assert png() in parts.values()
    assert (
        'descr="Logo de la Communauté de communes du Val d’Orge"'
        in parts["word/document.xml"].decode()
    )


@pytest.mark.parametrize(
    ("image", "coupe"),
    [
        (png(40), 'l="0" t="30001" r="0" b="30001"'),  # a square: two fifths of its height show
        (png(40, 10), 'l="18747" t="0" r="18747" b="0"'),  # four times as wide as it is high
    ],
    ids=["square", "wide"],
)
def test_the_picture_of_the_cover_fills_its_place(run, projet, charter, image, coupe):
    (projet / "images").mkdir()
    (projet / "images/ville.png").write_bytes(image)
    charter('couverture = "images/ville.png"')
    parts = build(run, projet)
    assert image in parts.values()
    couverture = parts["word/document.xml"].decode()
    assert f"<a:srcRect {coupe}/>" in couverture
    assert 'name="Couverture"' not in couverture  # the town that is drawn without a picture
    (image_de_fond,) = re.findall(
        r'<wp:docPr id="\d+" name="ville.png" descr="">(.*?)</', couverture
    )
    assert "decorative" in image_de_fond


def test_a_town_is_drawn_on_the_cover_without_a_picture(run, projet, charter):
    charter("")
    assert 'name="Couverture"' in build(run, projet)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("toml", "dit"),
    [
        ('couleur = "#F28C28"', "contraste 2,1, et il en faut 4,5"),
        ('couleur = "#F28C28"', "la couleur la plus proche qui convient est « #9E5B1A »"),
        ('couleur = "rouge"', "une couleur s’écrit « # » et six"),
        ('couverture = "absente.jpg"', "ce fichier n’est pas dans le dossier du projet"),
        ('logo = "absent.png"', "ce fichier n’est pas dans le dossier du projet"),
        ('logo = "../absent.png"', "une image est un fichier du dossier du projet"),
        ('logo = "rapportpv.toml"', "son contenu n’est pas celui d’une image"),
        ('couleurs = "#14375E"', "Écrivez « couleur »"),
    ],
)
def test_what_is_refused_is_told(run, projet, charter, toml, dit):
    charter(toml)
    code, sorti, _ = run("check", "2023", "--dossier", str(projet))
    assert code == 1
    assert "PV010" in sorti
    assert dit.replace("\u2019", "'") in " ".join(sorti.split())


def test_the_line_is_told(run, projet, charter):
    charter('couleur = "#F28C28"')
    _, sorti, _ = run("check", "2023", "--dossier", str(projet))
    texte = (projet / "rapportpv.toml").read_text("utf-8")
    ligne = next(n for n, li in enumerate(texte.splitlines(), 1) if li.startswith("couleur"))
    assert f"ligne {ligne}," in sorti
