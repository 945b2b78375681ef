"""Word documents of a few lines, made from what they say."""

from pathlib import Path
from xml.sax.saxutils import escape

from rapportpv.core.zip import write_zip
from rapportpv.review.ouvrir import Ouvert
from rapportpv.word.ooxml import PAQUET, RELATIONS, TYPES_MIME, W

_ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ESPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SORTES = {"header1": "header", "header2": "header", "footer1": "footer", "footnotes": "footnotes"}


def p(*runs, style=""):
    """A paragraph: words, or XML that is given as it is."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(r if r.startswith('<') else t(r) for r in runs)}</w:p>"


def t(texte, look=""):
    """A run; tabs and line breaks are Word's."""
    dedans = escape(texte).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    dedans = dedans.replace("<w:t>", '<w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{dedans}</w:t></w:r>'


def controle(nom, contenu):
    """A content control of that name."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{nom}"/><w:tag w:val="{nom}"/></w:sdtPr>'
        f"<w:sdtContent>{contenu}</w:sdtContent></w:sdt>"
    )


def tbl(*rangees, entete=True):
    """A table of rows of cells, each some words, or blocks."""
    lignes = []
    for rang, rangee in enumerate(rangees):
        cases = "".join(f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>" for c in rangee)
        marque = "<w:trPr><w:tblHeader/></w:trPr>" if entete and not rang else ""
        lignes.append(f"<w:tr>{marque}{cases}</w:tr>")
    largeur = max((len(r) for r in rangees), default=1)
    grille = "<w:gridCol/>" * largeur
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grille}</w:tblGrid>{''.join(lignes)}</w:tbl>"


def note(numero):
    """The call of a note."""
    return f'<w:r><w:footnoteReference w:id="{numero}"/></w:r>'


def make(*blocs, notes=(), fichiers=None, nom="x.docx", **parties):
    """The document of those blocks; `parties` are `header1` and `footer1`."""
    parts = {"word/styles.xml": f"<w:styles {_ESPACES}>{_STYLES}</w:styles>"}
    liens = [("styles", "styles.xml")]
    section = ""
    for partie, contenu in parties.items():
        sorte, balise = _SORTES[partie], {"header": "hdr", "footer": "ftr"}[_SORTES[partie]]
        parts[f"word/{partie}.xml"] = f"<w:{balise} {_ESPACES}>{contenu}</w:{balise}>"
        liens.append((sorte, f"{partie}.xml"))
        pages = "first" if partie.endswith("2") else "default"
        section += f'<w:{sorte}Reference w:type="{pages}" r:id="rId{len(liens)}"/>'
    if notes:
        corps = "".join(f'<w:footnote w:id="{n}">{bloc}</w:footnote>' for n, bloc in notes)
        parts["word/footnotes.xml"] = f"<w:footnotes {_ESPACES}>{corps}</w:footnotes>"
        liens.append(("footnotes", "footnotes.xml"))
    liens += [("image", fichier.removeprefix("word/")) for fichier in fichiers or ()]
    corps = f"<w:body>{''.join(blocs)}<w:sectPr>{section}</w:sectPr></w:body>"
    parts["word/document.xml"] = f"<w:document {_ESPACES}>{corps}</w:document>"
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{_TYPE}.{_type(part)}+xml"/>' for part in parts
    )
    rels = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{sorte}" Target="{cible}"/>'
        for n, (sorte, cible) in enumerate(liens, 1)
    )
    tous = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES_MIME}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{PAQUET}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PAQUET}">{rels}</Relationships>',
        **parts,
    }
    octets = {nom: (_ENTETE + xml).encode() for nom, xml in tous.items()} | (fichiers or {})
    return Ouvert(Path(nom), write_zip(octets), octets, None)


def _type(part):
    return {
        "document": "document.main",
        "header1": "header",
        "header2": "header",
        "footer1": "footer",
    }.get(part.split("/")[1].removesuffix(".xml"), part.split("/")[1].removesuffix(".xml"))
