"""What the document says of itself: title, author, dates, language; and its settings."""

from datetime import date

from lxml import etree

from rapportpv.core.identite import Identite
from rapportpv.word.marques import show_texte, strip_marques
from rapportpv.word.ooxml import Element, flatten, make, w
from rapportpv.word.styles import Styles

COEUR = "docProps/core.xml"
CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
TYPE_COEUR = "application/vnd.openxmlformats-package.core-properties+xml"
RELATION_COEUR = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_DC = "http://purl.org/dc/elements/1.1/"
_TERMES = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_REGLAGES_A_LA_FIN = tuple(
    map(
        w,
        (
            *("updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars"),
            *("rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
            *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade"),
            *("captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults"),
            *("doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
        ),
    )
)


def find_titre(corps: Element, styles: Styles, identite: Identite) -> str:
    """The title of the document: that of its cover, the year, whose report it is."""
    titres = _list_titres(corps, styles)
    textes = (" ".join(strip_marques(flatten(p)).split()) for p in titres)
    titre = " ".join(filter(None, textes))
    if not titre:
        return ""
    annee = str(identite.annee)
    if annee not in titre:
        titre = f"{titre} {annee}"
    epci = show_texte(identite.epci)
    return titre if epci.casefold() in titre.casefold() else f"{titre} \u2013 {epci}"


def _list_titres(corps: Element, styles: Styles) -> list[Element]:
    """The paragraphs in the style of titles; styles are fewer than paragraphs, in long tables."""
    ids = {identifiant for identifiant, nom in styles.noms.items() if nom == "title"} | {"Title"}
    candidats = (s.getparent() for s in corps.iter(w("pStyle")) if s.get(w("val")) in ids)
    paragraphes = (p.getparent() for p in candidats if p is not None)
    return [
        p for p in paragraphes if p is not None and p.tag == w("p") and styles.nom_of(p) == "title"
    ]


def fill_coeur(racine: Element, titre: str, identite: Identite) -> None:
    """Write title, author, language and dates into the core properties."""
    epci = show_texte(identite.epci)
    if titre:
        _set(racine, f"{{{_DC}}}title", titre)
    _set(racine, f"{{{_DC}}}creator", epci)
    _set(racine, f"{{{CP}}}lastModifiedBy", epci)
    _set(racine, f"{{{_DC}}}language", "fr-FR")
    for nom in ("created", "modified"):
        element = _set(racine, f"{{{_TERMES}}}{nom}", _w3c_date(identite.arrete_le))
        element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")


def new_coeur() -> Element:
    """Empty core properties."""
    nsmap = {"cp": CP, "dc": _DC, "dcterms": _TERMES, "xsi": _XSI}
    return etree.Element(f"{{{CP}}}coreProperties", nsmap=nsmap)


def _w3c_date(jour: date) -> str:
    """The day at midnight, as the metadata of a file want it."""
    return f"{jour.isoformat()}T00:00:00Z"


def ask_update(reglages: Element) -> None:
    """Have Word compute the fields (page numbers of the contents) when it opens the document."""
    existant = reglages.find(w("updateFields"))
    if existant is not None:
        existant.set(w("val"), "true")
        return
    insert_reglage(reglages, make("updateFields", val="true"))


def insert_reglage(reglages: Element, reglage: Element) -> None:
    """Put one of the last settings in its place: Word refuses them in another order."""
    apres = _REGLAGES_A_LA_FIN[_REGLAGES_A_LA_FIN.index(reglage.tag) + 1 :]
    for element in reglages:
        if element.tag in apres or not str(element.tag).startswith(w("")):
            element.addprevious(reglage)
            return
    reglages.append(reglage)


def _set(racine: Element, nom: str, texte: str) -> Element:
    element = racine.find(nom)
    if element is None:
        element = etree.SubElement(racine, nom)
    element.text = texte
    return element
