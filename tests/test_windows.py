"""What Windows does to files and paths, as far as another system can show it."""

import codecs

from tests.test_memes_octets import build, copy


def test_texts_saved_by_notepad_give_the_same_report(tmp_path):
    """Notepad's line ends and byte-order mark, in the settings and in the texts."""
    ici, la_bas = copy(tmp_path / "ici"), copy(tmp_path / "la-bas")
    textes = [f for f in la_bas.rglob("*") if f.suffix in {".toml", ".md"}]
    for texte in textes:
        texte.write_bytes(codecs.BOM_UTF8 + texte.read_bytes().replace(b"\n", b"\r\n"))
    assert len(textes) > 2
    assert build(la_bas, "rapport") == build(ici, "rapport")
