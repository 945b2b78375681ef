"""The .docx package: the body that a text says, and the parts that stand around it."""

import io
import re
import tomllib
from collections.abc import Mapping
from html import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from .parts import PARTS, part, piece
from .write import write

SETTINGS = tomllib.loads((PARTS / "modeles.toml").read_text("utf-8"))
_CHARTS = ["graphiques"]


def build(name: str, text: str) -> bytes:
    """Return the bytes of a template, from its text."""
    title, _, lines = text.partition("\n")
    body = write(lines)
    charts = dict(enumerate(re.findall(r"rIdChart\?(\w+)\?", body), 1))
    for number, chart in charts.items():
        body = body.replace(f"?{chart}?", str(number))
    values = {
        "titre": escape(title.removeprefix("[titre ").removesuffix("]")),
        "corps": body,
        "types-des-graphiques": "".join(piece("graphique-type", numero=n) for n in charts),
        "liens-des-graphiques": "".join(piece("graphique-lien", numero=n) for n in charts),
    }
    folders = SETTINGS["dossiers"][name]
    parts: dict[str, str | bytes] = {
        file: part(file, folders, **values) for file in SETTINGS["paquets"]["docx"]
    }
    for number, chart in charts.items():
        parts |= _chart(SETTINGS["graphiques"][chart], number)
    return _pack(parts)


def _chart(chart: Mapping[str, object], number: int) -> dict[str, str | bytes]:
    """Return the parts of a chart; at build, the table whose name it bears gives its points."""
    book = f"Microsoft_Excel_Worksheet{number}.xlsx"
    values = {name: escape(str(value)) for name, value in chart.items()}
    folders = [f"graphiques/{chart['forme']}", *_CHARTS]  # a form may have a sheet of its own
    sheets = {file: part(file, folders, **values) for file in SETTINGS["paquets"]["xlsx"]}
    return {
        f"word/charts/chart{number}.xml": part(f"{chart['forme']}.xml", _CHARTS, **values),
        f"word/charts/_rels/chart{number}.xml.rels": part("classeur.xml", _CHARTS, classeur=book),
        f"word/embeddings/{book}": _pack(sheets),
    }


def _pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of `parts`, in their order, with fixed dates and rights.

    Nothing is compressed: two builds of zlib may compress the same bytes differently.
    """
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, content)
    return buffer.getvalue()
