"""Pictures and fragments of Word made for tests, always the same bytes."""

import struct
import zlib
from xml.sax.saxutils import escape

from rapportpv.core.zip import write_zip

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAQUET = "http://schemas.openxmlformats.org/package/2006/relationships"
_ESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_STYLES = {
    "Normal": "Normal",
    "Titre1": "heading 1",
    "Titre2": "heading 2",
    "Listepuces": "List Bullet",
    "Listenumros": "List Number",
    "Citation": "Quote",
    "Lgende": "caption",
}


def png(largeur: int = 4, hauteur: int = 3, *autres: tuple[bytes, bytes]) -> bytes:
    """A grey picture, other chunks before its points; its size may be a lie."""
    points = zlib.compress(b"\x00\x80\x80\x80\x80" * 3, 9)
    entete = struct.pack(">IIBBBBB", largeur, hauteur, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", entete), *autres, (b"IDAT", points), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(nom, corps) for nom, corps in chunks)


def _chunk(nom: bytes, corps: bytes) -> bytes:
    somme = struct.pack(">I", zlib.crc32(nom + corps))
    return struct.pack(">I", len(corps)) + nom + corps + somme


def run(texte: str, *proprietes: str) -> str:
    """A run: run("mot", "b", "i")."""
    style = "".join(f"<w:{nom}/>" for nom in proprietes)
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(texte)}</w:t></w:r>'


def p(texte: str = "", style: str = "", *, liste: tuple[int, int] | None = None) -> str:
    """A paragraph: of plain words, or of runs already made; `liste` is numId and ilvl."""
    corps = texte if texte.startswith("<") else run(texte) if texte else ""
    nomme = f'<w:pStyle w:val="{style}"/>' if style else ""
    element = ""
    if liste:
        element = f'<w:numPr><w:ilvl w:val="{liste[1]}"/><w:numId w:val="{liste[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{nomme}{element}</w:pPr>{corps}</w:p>"


def tbl(*rangees: list[str]) -> str:
    """A table: rows of cells, each words or paragraphs already made."""
    lignes = ""
    for rangee in rangees:
        cases = (case if case.startswith("<") else p(case) for case in rangee)
        lignes += f"<w:tr>{''.join(f'<w:tc>{case}</w:tc>' for case in cases)}</w:tr>"
    return f"<w:tbl>{lignes}</w:tbl>"


def photo(code: str = "rId9", alt: str = "Un bassin", dans: str = "") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Image 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{code}"/>{dans}</pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def docx(*corps: str, notes: str = "", relations: str = "", **parts: bytes) -> bytes:
    """A fragment with that body; a part is named `word__media__image1_png`."""
    document = f"<w:document {_ESPACES}><w:body>{''.join(corps)}<w:sectPr/></w:body></w:document>"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    styles = "".join(
        f'<w:style w:styleId="{code}" w:type="paragraph"><w:name w:val="{nom}"/></w:style>'
        for code, nom in _STYLES.items()
    )
    fichiers = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": _rels(_rel("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": _rels(
            _rel("rId1", "styles", "styles.xml")
            + _rel("rId2", "numbering", "numbering.xml")
            + _rel("rId3", "footnotes", "footnotes.xml")
            + _rel("rId9", "image", "media/image1.png")
            + relations
        ),
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'.encode(),
        "word/numbering.xml": _numerotation().encode(),
        "word/footnotes.xml": f"<w:footnotes {_ESPACES}>{notes}</w:footnotes>".encode(),
        "word/media/image1.png": png(),
    }
    autres = {nom.replace("__", "/").replace("_png", ".png"): o for nom, o in parts.items()}
    return write_zip({**fichiers, **autres})


def lien(code: str, adresse: str) -> str:
    """The relation of a hyperlink."""
    cible = escape(adresse, {'"': "&quot;"})
    return (
        f'<Relationship Id="{code}" Type="{R}/hyperlink" Target="{cible}" TargetMode="External"/>'
    )


def _rel(code: str, genre: str, cible: str) -> str:
    return f'<Relationship Id="{code}" Type="{R}/{genre}" Target="{cible}"/>'


def _rels(relations: str) -> bytes:
    return f'<Relationships xmlns="{PAQUET}">{relations}</Relationships>'.encode()


def _numerotation() -> str:
    """Two lists: 1 is bulleted, 2 numbered from 1."""
    niveaux = {
        code: "".join(
            f'<w:lvl w:ilvl="{rang}"><w:start w:val="1"/><w:numFmt w:val="{genre}"/></w:lvl>'
            for rang in range(3)
        )
        for code, genre in ((1, "bullet"), (2, "decimal"))
    }
    abstraites = "".join(
        f'<w:abstractNum w:abstractNumId="{code}">{n}</w:abstractNum>'
        for code, n in niveaux.items()
    )
    listes = "".join(
        f'<w:num w:numId="{code}"><w:abstractNumId w:val="{code}"/></w:num>' for code in niveaux
    )
    return f'<w:numbering xmlns:w="{W}">{abstraites}{listes}</w:numbering>'
