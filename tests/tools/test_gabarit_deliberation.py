"""The committed template of the délibération is what the script writes, and is sound."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tools.gabarit.__main__ import BUILDERS, TEMPLATES
from tools.gabarit.deliberation import deliberation

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    with ZipFile(io.BytesIO(deliberation())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", BUILDERS)
def test_the_committed_template_is_what_the_script_writes(name: str) -> None:
    committed = Path(TEMPLATES / f"{name}.docx").read_bytes()
    assert committed == BUILDERS[name](), "run: python -m tools.gabarit"


def test_every_style_in_use_is_defined_once(parts: dict[str, bytes]) -> None:
    defined = re.findall(rb'w:styleId="(.*?)"', parts["word/styles.xml"])
    assert len(defined) == len(set(defined))
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            used = set(re.findall(rb'<w:(?:p|r|tbl)Style w:val="(.*?)"', content))
            assert used <= set(defined), name


def test_headings_follow_each_other_and_the_first_is_the_title(parts: dict[str, bytes]) -> None:
    styles = re.findall(
        rb'<w:pStyle w:val="(Deliberation(?:Titre|Partie))"', parts["word/document.xml"]
    )
    assert styles[0] == b"DeliberationTitre"
    assert set(styles[1:]) == {b"DeliberationPartie"}
    bases = dict(
        re.findall(
            rb'styleId="(Deliberation\w+)">.*?basedOn w:val="(\w+)"', parts["word/styles.xml"]
        )
    )
    assert bases[b"DeliberationTitre"] == b"Heading1"
    assert bases[b"DeliberationPartie"] == b"Heading2"


def test_only_the_law_s_own_numbers_are_written_in_it(parts: dict[str, bytes]) -> None:
    document = etree.fromstring(parts["word/document.xml"])
    prose = TAGS.sub("", "\n".join(text.text or "" for text in document.iter(f"{W}t")))
    numbers = set(re.findall(r"[\d-]*\d{3}[\d-]*", prose))
    assert numbers == {"2015-1118", "2015", "2014-173", "2014", "1111-2", "1811-2"}


def test_word_is_not_asked_to_refresh_fields(parts: dict[str, bytes]) -> None:
    assert b"updateFields" not in parts["word/settings.xml"]


def test_colours_all_come_from_the_theme(parts: dict[str, bytes]) -> None:
    for element in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}color", f"{W}shd"):
        assert element.get(f"{W}themeColor") or element.get(f"{W}themeFill")
