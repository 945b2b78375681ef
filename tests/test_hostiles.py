"""One hostile input of each kind beside the workbooks: a whole command, in no time, in little room.

Workbooks have their own list, `tests/reading/classeur/hostiles.py`, held to the same bounds.
"""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from rapportpv.core.zip import read_zip, write_zip
from tests.bornes import is_under
from tests.fragments import png
from tests.geojson import collection, objet, polygon, square, write_carte
from tests.relais import run
from tests.subjects.carte.test_bornes import scribble
from tests.word.fabrique import make_docx, p
from tests.word.test_bac import DEMESURES, REFUSES

SECONDES, MEGAOCTETS = 2, 300  # of computing, less the imports: one second more
GIGA = 2**30


@dataclass(frozen=True)
class Hostile:
    """What is laid in a project, the command, its exit code and a word of what it says."""

    lay: Callable[[Path], object]
    commande: str
    code: int
    dit: str


Contenu = Callable[[], bytes]  # made when it is laid: a bomb takes two seconds


def textes(nom: str, contenu: Contenu) -> Callable[[Path], object]:
    def lay(projet: Path) -> None:
        dossier = projet / "2023" / "textes"
        dossier.mkdir()
        (dossier / nom).write_bytes(contenu())

    return lay


def image(contenu: Contenu) -> Callable[[Path], object]:
    def lay(projet: Path) -> None:
        textes("evolution.md", lambda: b"![Une vue](vue.png)\n")(projet)
        (projet / "2023" / "images").mkdir()
        (projet / "2023" / "images" / "vue.png").write_bytes(contenu())

    return lay


def modele(contenu: Contenu) -> Callable[[Path], object]:
    def lay(projet: Path) -> None:
        (projet / "modeles").mkdir()
        (projet / "modeles" / "essai.docx").write_bytes(contenu())

    return lay


def edite(contenu: Contenu) -> Callable[[Path], object]:
    return lambda projet: (projet / "edite.docx").write_bytes(contenu())


def settings(ligne: Callable[[], str]) -> Callable[[Path], object]:
    def lay(projet: Path) -> None:
        chemin = projet / "rapportpv.toml"
        chemin.write_text(f"{ligne()}\n{chemin.read_text('utf-8')}", "utf-8")

    return lay


def carte(objets: Callable[[], list[object]]) -> Callable[[Path], object]:
    return lambda projet: write_carte(projet, collection(*objets()))


@cache
def bomb() -> bytes:
    """A simple document, with a part of a gigabyte that packs in a megabyte."""
    tampon = io.BytesIO(SIMPLE)
    with (
        zipfile.ZipFile(tampon, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/media/image9.bmp", "w") as part,
    ):
        for _ in range(GIGA // 2**24):
            part.write(bytes(2**24))
    return tampon.getvalue()


def profile_bomb() -> bytes:
    """A picture whose colour profile unpacks to a gigabyte."""
    paquet = zlib.compressobj(1)
    profil = b"".join(paquet.compress(bytes(2**24)) for _ in range(GIGA // 2**24))
    return png(4, 3, (b"iCCP", b"sRGB\x00\x00" + profil + paquet.flush()))


def nested(profondeur: int) -> bytes:
    """A document whose tables stand in one another."""
    corps = "<w:tbl><w:tr><w:tc>" * profondeur + p("x") + "</w:tc></w:tr></w:tbl>" * profondeur
    return make_docx(corps)


def entities() -> bytes:
    """A document whose XML declares what would fill the memory."""
    parts = read_zip(make_docx(p("&i;").replace("&amp;", "&")))
    noms = "abcdefghi"
    declare = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {apres} "{f"&{avant};" * 10}">' for avant, apres in pairwise(noms)
    )
    xml = parts["word/document.xml"]
    debut = xml.index(b"<w:document")
    neuf = xml[:debut] + f"<!DOCTYPE x [{declare}]>".encode() + xml[debut:]
    return write_zip({**parts, "word/document.xml": neuf})


SIMPLE = make_docx(p("Bonjour"))
UN_MOT = make_docx(p("x" * 2_000_000))
RELIRE, REFRESH = "relire edite.docx 2023", "refresh edite.docx 2023"
ESSAI = "build 2023 essai --force"
HOSTILES = {
    "a word without end": Hostile(
        textes("evolution.md", lambda: b"a" * 80_000), "check 2023", 0, ""
    ),
    "a text of brackets": Hostile(
        textes("evolution.md", lambda: b"[" * 80_000), "check 2023", 0, ""
    ),
    "a fragment that is a bomb": Hostile(textes("evolution.docx", bomb), "check 2023", 1, "PV6"),
    "a fragment of nested tables": Hostile(
        textes("evolution.docx", lambda: nested(20_000)), "check 2023", 1, "PV6"
    ),
    "a fragment of entities": Hostile(textes("evolution.docx", entities), "check 2023", 1, "PV6"),
    "a fragment of one word": Hostile(
        textes("evolution.docx", lambda: UN_MOT), "check 2023", 0, ""
    ),
    "a profile that is a bomb": Hostile(image(profile_bomb), "build 2023", 0, "Document écrit"),
    "a picture of a billion points": Hostile(
        image(lambda: png(32_000, 32_000)), "build 2023", 1, "PV60"
    ),
    "a ring that crosses itself": Hostile(
        carte(lambda: [objet(polygon(scribble(199_000)), nom="A")]), "check 2023", 1, "PV701"
    ),
    "the quartiers of the country": Hostile(
        carte(
            lambda: [
                objet(polygon(square(-1 + n % 40 * 0.1, 43 + n // 40 * 0.1)), nom="A")
                for n in range(1600)
            ]
        ),
        *("check 2023", 1, "PV701"),
    ),
    "settings of brackets": Hostile(
        settings(lambda: "x = " + "[" * 5000), "check 2023", 1, "les uns dans les autres"
    ),
    "settings without end": Hostile(
        settings(lambda: "# " + "a" * 30_000_000), "check 2023", 1, "démesuré"
    ),
    "loops in loops": Hostile(
        modele(lambda: make_docx(p(DEMESURES["nested loops"]))), ESSAI, 1, "PV902"
    ),
    "a wide format": Hostile(modele(lambda: make_docx(p(REFUSES["a format"]))), ESSAI, 1, "PV902"),
    "a template that is a bomb": Hostile(modele(bomb), ESSAI, 1, "PV90"),
    "a template of nested tables": Hostile(modele(lambda: nested(20_000)), ESSAI, 1, "PV90"),
    "an edited bomb, proofread": Hostile(edite(bomb), RELIRE, 2, "démesuré"),
    "an edited bomb, refreshed": Hostile(edite(bomb), REFRESH, 2, "démesuré"),
    "edited entities": Hostile(edite(entities), RELIRE, 2, "edite.docx"),
    "edited nested tables": Hostile(edite(lambda: nested(20_000)), RELIRE, 2, "edite.docx"),
    "an edited word without end": Hostile(edite(lambda: UN_MOT), RELIRE, 0, ""),
}


@pytest.mark.parametrize("hostile", HOSTILES.values(), ids=HOSTILES)
def test_a_command_bears_what_is_hostile(projet, hostile):
    hostile.lay(projet)
    fait = run(*hostile.commande.split(), ici=projet)
    assert (fait.code, hostile.dit in fait.dit) == (hostile.code, True), fait.dit[-2000:]
    assert "Traceback" not in fait.dit
    assert "Erreur imprévue" not in fait.dit
    assert is_under(fait.secondes, SECONDES), fait.secondes
    assert fait.memoire < MEGAOCTETS * 1024
