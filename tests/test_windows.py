"""What Windows does to files and paths, as far as another system can show it."""

import codecs
import shutil

from tests.conftest import EXEMPLE


def test_texts_saved_by_notepad_give_the_same_report(tmp_path, run):
    """Notepad's line ends and byte-order mark, in the settings and in the texts."""
    ici, la_bas = (shutil.copytree(EXEMPLE, tmp_path / nom) for nom in ("ici", "la-bas"))
    textes = [f for f in la_bas.rglob("*") if f.suffix in {".toml", ".md"}]
    for texte in textes:
        texte.write_bytes(codecs.BOM_UTF8 + texte.read_bytes().replace(b"\n", b"\r\n"))
    assert len(textes) > 2
    octets = []
    for projet in (ici, la_bas):
        assert run("build", "2022", "--format", "docx,html", ici=projet)[0] == 0
        octets.append({f.name: f.read_bytes() for f in (projet / "sortie").iterdir()})
    assert len(octets[0]) == 2
    assert octets[0] == octets[1]
