"""Pictures of a project: found, looked at, their metadata taken out; never read elsewhere."""

import io
import zlib

import pytest
from PIL import Image as Pillow

from rapportpv.texts.images import OCTETS, Phototheque
from rapportpv.texts.photo import ImageRefuseeError, inspect_photo, turn
from rapportpv.texts.releve import Releve
from tests.fragments import png

GPS = 0x8825
ORIENTATION = 0x0112


def jpeg(largeur: int = 8, hauteur: int = 4, orientation: int | None = None, **options) -> bytes:
    """A red and blue picture, perhaps with where it was taken and how it was held."""
    image = Pillow.new("RGB", (largeur, hauteur), "red")
    image.paste("blue", (0, 0, largeur // 2, hauteur))
    exif = Pillow.Exif()
    if orientation:
        exif[ORIENTATION] = orientation
        exif.get_ifd(GPS)[1] = "N"
        exif[0x010F] = "Marque secrète"
    tampon = io.BytesIO()
    image.save(tampon, "JPEG", exif=exif.tobytes() if orientation else b"", **options)
    return tampon.getvalue()


def gif() -> bytes:
    tampon = io.BytesIO()
    Pillow.new("P", (5, 6)).save(tampon, "GIF")
    return tampon.getvalue()


@pytest.fixture
def chercher(tmp_path):
    """Looks for a picture from a text of 2023: its file and size, and the codes that are told."""
    (tmp_path / "projet" / "2023" / "images").mkdir(parents=True)
    (tmp_path / "projet" / "2023" / "textes").mkdir()

    def chercher(chemin: str):
        releve = Releve("2023/textes/x.md")
        image = Phototheque(tmp_path / "projet", 2023).find(chemin, releve, 7)
        trouvee = image and (image.fichier, image.format, image.largeur, image.hauteur)
        return trouvee, [a.rule.code for a in releve.anomalies]

    chercher.images = tmp_path / "projet" / "2023" / "images"
    return chercher


@pytest.mark.parametrize(
    ("octets", "attendu"),
    [
        (png(), ("png", 4, 3)),
        (jpeg(), ("jpeg", 8, 4)),
        (jpeg(progressive=True), ("jpeg", 8, 4)),
        (gif(), ("gif", 5, 6)),
    ],
)
def test_a_picture_is_known_by_its_content(octets, attendu, chercher):
    (chercher.images / "a.txt").write_bytes(octets)
    assert chercher("../images/a.txt") == (("2023/images/a.txt", *attendu), [])


@pytest.mark.parametrize("octets", [png(), jpeg(), jpeg(progressive=True), gif()])
def test_a_picture_cut_short_anywhere_is_refused(octets):
    inspect_photo(octets)
    for taille in range(1, len(octets) - 1):
        with pytest.raises(ImageRefuseeError):
            inspect_photo(octets[:taille])


def test_a_damaged_png_is_refused():
    octets = bytearray(png())
    octets[-20] ^= 1
    with pytest.raises(ImageRefuseeError, match="abime"):
        inspect_photo(bytes(octets))


@pytest.mark.parametrize(
    ("octets", "raison"),
    [
        (b"", "vide"),
        (b"\x00" * 100, "vide"),
        (b"<html>", "inconnu"),
        (b"PK\x03\x04", "inconnu"),
        (b"%PDF-1.7", "inconnu"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "format"),
        (b"\x00\x00\x00\x18ftypheic", "format"),
        (b"II*\x00", "format"),
        (b'<?xml version="1.0"?><svg>', "format"),
    ],
)
def test_what_is_no_picture_is_refused_with_its_reason(octets, raison):
    with pytest.raises(ImageRefuseeError, match=raison):
        inspect_photo(octets)


def test_where_and_with_what_a_photo_was_taken_is_left_out():
    octets = jpeg(orientation=1)
    assert b"Marque secr" in octets
    photo = inspect_photo(octets + b"\xff\xd8 another picture \xff\xd9")
    assert b"Exif" not in photo.octets
    assert b"Marque secr" not in photo.octets
    assert b"another" not in photo.octets
    avant, apres = (Pillow.open(io.BytesIO(o)).tobytes() for o in (octets, photo.octets))
    assert avant == apres
    assert inspect_photo(png(4, 3, (b"tEXt", b"Author\x00Marie"), (b"eXIf", b"x"))).octets == png()


def test_a_photo_is_shown_as_it_was_held(chercher):
    (chercher.images / "a.jpg").write_bytes(jpeg(orientation=6))
    assert chercher("a.jpg") == (("2023/images/a.jpg", "jpeg", 4, 8), [])
    octets = jpeg(16, 8, orientation=6)
    photo = turn(inspect_photo(octets), octets)
    assert b"Exif" not in photo.octets
    rouge, _, bleu = Pillow.open(io.BytesIO(photo.octets)).getpixel((4, 1))
    assert bleu - rouge > 150  # what was on the left is at the top
    assert turn(inspect_photo(octets), octets) == photo


def test_pictures_too_large_are_told(chercher):
    (chercher.images / "a.png").write_bytes(png(20_000, 10_000))
    (chercher.images / "b.png").write_bytes(png(8_000, 5_000))
    (chercher.images / "c.png").write_bytes(b"\x00" * (OCTETS + 1))
    assert chercher("a.png") == (None, ["PV604"])
    assert chercher("b.png")[1] == []
    assert chercher("c.png") == (None, ["PV604"])


@pytest.mark.parametrize(
    "chemin",
    [
        "../../../secret.png",
        "../../../projet-bis/secret.png",
        "/etc/secret.png",
        "//serveur/partage/secret.png",
        "\\\\serveur\\partage\\secret.png",
        "..\\..\\..\\secret.png",
        "C:\\Photos\\secret.png",
        "file:///secret.png",
        "https://exemple.fr/secret.png",
        "%2e%2e/%2e%2e/%2e%2e/secret.png",
        "../images/dehors.png",
        "../images/lien/secret.png",
    ],
)
def test_nothing_is_read_outside_the_project(chercher, chemin):
    dehors = chercher.images.parents[2]
    (dehors / "secret.png").write_bytes(png())
    (dehors / "projet-bis").mkdir()
    (dehors / "projet-bis" / "secret.png").write_bytes(png())
    (chercher.images / "dehors.png").symlink_to(dehors / "secret.png")
    (chercher.images / "lien").symlink_to(dehors)
    assert chercher(chemin) == (None, ["PV602"])


def test_a_link_inside_the_project_is_followed(chercher):
    (chercher.images / "a.png").write_bytes(png())
    (chercher.images / "b.png").symlink_to(chercher.images / "a.png")
    assert chercher("b.png")[1] == []


@pytest.mark.parametrize(
    "chemin", ["absente.png", "..", ".", "../images", "x" * 300 + ".png", "a\x00.png"]
)
def test_what_is_no_file_is_told(chercher, chemin):
    assert chercher(chemin) == (None, ["PV601"])


def test_a_link_that_goes_round_is_no_file(chercher):
    (chercher.images / "a.png").symlink_to(chercher.images / "a.png")
    assert chercher("a.png") == (None, ["PV601"])


def test_the_nearest_name_is_suggested(chercher):
    (chercher.images / "Piscine.JPG").write_bytes(jpeg())
    releve = Releve("2023/textes/x.md")
    Phototheque(chercher.images.parents[1], 2023).find("../images/piscine.jpg", releve, 7)
    [anomalie] = releve.anomalies
    assert anomalie.suggestion == "Écrivez «\u00a0Piscine.JPG\u00a0»."
    assert str(anomalie.lieu) == "2023/textes/x.md › ligne 7"


@pytest.mark.parametrize(
    ("profil", "garde"),
    [
        (zlib.compress(b"\x00" * 3000), True),
        (zlib.compress(b"\x00" * 2**24), False),
        (zlib.compress(b"\x00" * 3000)[:-8], False),
        (b"nothing that unpacks", False),
    ],
    ids=["a profile", "a bomb", "cut", "damaged"],
)
def test_a_profile_that_would_unpack_without_end_stays_out(profil, garde):
    photo = inspect_photo(png(4, 3, (b"iCCP", b"sRGB\x00\x00" + profil)))
    assert (profil in photo.octets) is garde
    assert (photo.largeur, photo.hauteur) == (4, 3)
