"""The copy of a .docx that LibreOffice is given: its look is the same, its tags can be found.

LibreOffice 7.4 tags a paragraph with the name of its style, and drops the alternative text of
charts and of shapes. So each paragraph that holds a drawing gets a style of its own, based on the
one it has: that name leads from the drawing to its tags, whatever their order in the PDF.
"""

from collections.abc import Iterator

from lxml.etree import XMLSyntaxError
from msgspec import Struct, field

from rapportpv.core.errors import ConversionImpossibleError
from rapportpv.core.zip import ArchiveIllisibleError, read_zip, write_zip
from rapportpv.export.accessible.ooxml import (
    Element,
    find_part,
    local,
    paragraphes,
    parse,
    serialise,
    w,
    wp,
)
from rapportpv.export.accessible.sommaire import Sommaire, open_sommaire

MARQUE = "rapportpv-figure-"
"""How the style of a paragraph that holds drawings is called, before its number."""

_TAGS = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2
    H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference
    BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form Artifact
"""
"""The tags of PDF 1.7, none of which a style may be called."""
_FORMES = ("wsp", "pic")  # each one of a group makes a tag


class Dessin(Struct, frozen=True):
    """A drawing: its alternative text, and how LibreOffice tags it.

    `formes`: how many shapes it is made of, 0 for a chart or a picture. `decor`: it says nothing.
    """

    alt: str
    formes: int = 0
    decor: bool = False
    derriere: bool = False


class Copie(Struct):
    """The parts of the copy, its drawings by the style of their paragraph, its contents."""

    parts: dict[str, bytes]
    dessins: dict[str, list[Dessin]] = field(default_factory=dict)
    sommaire: Sommaire | None = None

    def pack(self) -> bytes:
        """The copy as a .docx, its contents as they are known by now."""
        if self.sommaire is not None:
            self.parts[self.sommaire.part] = serialise(self.sommaire.racine)
        return write_zip(self.parts)


def copy_document(contenu: bytes) -> Copie:
    """What LibreOffice is given instead of the document. Raises ConversionImpossibleError."""
    try:
        return _copy(Copie(dict(read_zip(contenu))))
    except (ArchiveIllisibleError, XMLSyntaxError) as cause:
        raise ConversionImpossibleError("ce n’est pas un document Word") from cause


def _copy(copie: Copie) -> Copie:
    document = find_part(copie.parts, "document.xml")
    styles = find_part(copie.parts, "styles.xml")
    if document is None or styles is None:
        return copie
    corps, feuille = parse(copie.parts[document]), parse(copie.parts[styles])
    _rename_tags(feuille)
    for numero, (paragraphe, dessins) in enumerate(_list_dessins(corps), start=1):
        nom = f"{MARQUE}{numero}"
        _restyle(paragraphe, nom, feuille)
        copie.dessins[nom] = dessins
    for tableau in corps.iter(w("tbl")):
        _repeat_header(tableau)
    copie.parts[styles] = serialise(feuille)
    copie.sommaire = open_sommaire(document, corps)
    copie.parts[document] = serialise(corps)
    return copie


def _rename_tags(styles: Element) -> None:
    """No style keeps the name of a tag: «Figure» would make a picture of a paragraph."""
    tags = frozenset(_TAGS.split())
    for nom in styles.iterfind(f"{w('style')}/{w('name')}"):
        if nom.get(w("val")) in tags:
            nom.set(w("val"), f"Style {nom.get(w('val'))}")


def _list_dessins(corps: Element) -> Iterator[tuple[Element, list[Dessin]]]:
    """The paragraphs that hold drawings, with these."""
    for paragraphe in list(paragraphes(corps)):
        dessins = [
            _read(dessin)
            for dessin in paragraphe.iter(w("drawing"))
            if next(dessin.iterancestors(w("txbxContent")), None) is None
        ]
        if dessins:
            yield paragraphe, dessins


def _read(dessin: Element) -> Dessin:
    identite = dessin.find(f"*/{wp('docPr')}")
    decor = identite is not None and any(
        local(e) == "decorative" and e.get("val") in ("1", "true") for e in identite.iter()
    )
    alt = "" if identite is None else identite.get("descr") or identite.get("title") or ""
    cadre = dessin.find(wp("anchor"))
    derriere = cadre is not None and cadre.get("behindDoc") in ("1", "true")
    formes = _count_formes(dessin)
    decor = decor or bool(derriere and formes and not alt)  # a colour behind the text
    return Dessin(" ".join(alt.split()), formes, decor, derriere)


def _count_formes(dessin: Element) -> int:
    """How many shapes a group holds; a picture alone is none, LibreOffice tags it well."""
    noms = [local(e) for e in dessin.iter()]
    if not {"wsp", "wgp", "wpc"} & set(noms):
        return 0
    return sum(nom in _FORMES for nom in noms)


def _restyle(paragraphe: Element, nom: str, styles: Element) -> None:
    proprietes = paragraphe.find(w("pPr"))
    if proprietes is None:
        proprietes = paragraphe.makeelement(w("pPr"))
        paragraphe.insert(0, proprietes)
    style = proprietes.find(w("pStyle"))
    if style is None:
        style = proprietes.makeelement(w("pStyle"))
        proprietes.insert(0, style)
    ancien = style.get(w("val")) or _default(styles)
    style.set(w("val"), nom)
    nouveau = styles.makeelement(w("style"), {w("type"): "paragraph", w("customStyle"): "1"})
    nouveau.set(w("styleId"), nom)
    for balise, valeur in (("name", nom), ("basedOn", ancien)):
        if valeur:
            nouveau.append(nouveau.makeelement(w(balise), {w("val"): valeur}))
    styles.append(nouveau)


def _default(styles: Element) -> str:
    for style in styles.iterfind(w("style")):
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on"):
            return style.get(w("styleId")) or ""
    return ""


def _repeat_header(tableau: Element) -> None:
    """Mark as a header the first row that the table is said to begin with."""
    look = tableau.find(f"{w('tblPr')}/{w('tblLook')}")
    rangee = tableau.find(w("tr"))
    if look is None or rangee is None or look.get(w("firstRow")) not in ("1", "true", "on"):
        return
    if len(tableau.findall(w("tr"))) == 1:  # nothing that it could be the header of
        return
    proprietes = rangee.find(w("trPr"))
    if proprietes is None:
        proprietes = rangee.makeelement(w("trPr"))
        avant = rangee.find(w("tblPrEx"))
        rangee.insert(0 if avant is None else 1, proprietes)
    if proprietes.find(w("tblHeader")) is None:
        proprietes.append(proprietes.makeelement(w("tblHeader")))
