"""The same rows in packages that are all valid, or as good: each is written as some program does."""

import re
from collections.abc import Callable

from tests.reading.classeur.paquets import (
    BUREAU,
    MAIN,
    PAQUET,
    STRICT,
    encode,
    prefix,
    relations,
)
from tests.reading.classeur.usuel import BASE, TEXTES, Parts

CLASSEUR, LIENS, CELLULES = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
)


def _text(parts: Parts, nom: str) -> str:
    contenu = parts[nom]
    return contenu if isinstance(contenu, str) else contenu.decode()


def change(nom: str, faire: Callable[[str], str | bytes]) -> Callable[[], Parts]:
    """The usual package, one part of it changed."""
    return lambda: {**BASE, nom: faire(_text(BASE, nom))}


def cells(faire: Callable[[str], str | bytes]) -> Callable[[], Parts]:
    """The usual package, the XML of its sheet changed."""
    return change(CELLULES, faire)


def add(**parts: str | bytes) -> Callable[[], Parts]:
    """The usual package, and other parts: «__» stands for «/», «_» for «.»."""
    noms = {nom.replace("__", "/").replace("_", "."): corps for nom, corps in parts.items()}
    return lambda: {**BASE, **noms}


def _move(vers: str, cible: str, liens: str = LIENS) -> Callable[[], Parts]:
    """The sheet elsewhere in the package."""

    def make() -> Parts:
        parts = dict(BASE)
        parts[vers] = parts.pop(CELLULES)
        parts[liens] = _text(parts, liens).replace("worksheets/sheet1.xml", cible)
        return parts

    return make


def _whole(vers: str, dossier: str) -> Callable[[], Parts]:
    """The workbook under another name, in another folder."""

    def make() -> Parts:
        parts = {nom.replace("xl/", dossier): corps for nom, corps in BASE.items()}
        corps = parts.pop(f"{dossier}workbook.xml")
        rels = parts.pop(f"{dossier}_rels/workbook.xml.rels")
        parts[vers] = corps
        parts[f"{vers.rpartition('/')[0]}/_rels/{vers.rpartition('/')[2]}.rels".lstrip("/")] = rels
        parts["_rels/.rels"] = relations(("r1", "officeDocument", vers))
        return parts

    return make


def _renamed(faire: Callable[[str], str]) -> Callable[[], Parts]:
    return lambda: {faire(nom): corps for nom, corps in BASE.items()}


def _strict() -> Parts:
    return {
        nom: _text(BASE, nom)
        .replace(MAIN, f"{STRICT}/spreadsheetml/main")
        .replace(BUREAU, f"{STRICT}/officeDocument/relationships")
        for nom in BASE
    }


def _strict_dates() -> Parts:
    parts = dict(_strict())
    ancienne = '<c r="C2" s="1"><v>45352</v></c>'
    parts[CELLULES] = _text(parts, CELLULES).replace(
        ancienne, '<c r="C2" s="1" t="d"><v>2024-03-01</v></c>'
    )
    return parts


def _inline(xml: str) -> str:
    """Texts in the cells rather than shared."""
    return re.sub(
        r' t="s"><v>(\d)</v>', lambda m: f' t="inlineStr"><is><t>{TEXTES[int(m[1])]}</t></is>', xml
    )


def _no_addresses(xml: str) -> str:
    """Cells and rows one after the other, without a name: the program left blanks in."""
    xml = xml.replace('<row r="4"><c r="B4">', '<row r="4"><c/><c>')
    return re.sub(r'(<(?:c|row))( [^>]*?)?r="\w+"', lambda m: f"{m[1]}{m[2] or ' '}", xml)


def _many(xml: str) -> str:
    """Other sheets before, of kinds that hold no cell."""
    return xml.replace(
        "<sheets>",
        '<sheets><sheet name="G" sheetId="8" r:id="g"/><sheet name="M" sheetId="9" r:id="m"/>',
    )


def _with_others() -> Parts:
    liens = _text(BASE, LIENS).replace(
        "</Relationships>",
        relations(
            ("g", "chartsheet", "chartsheets/1.xml"), ("m", "xlMacrosheet", "m/1.xml")
        ).partition(">")[2],
    )
    return {
        **BASE,
        CLASSEUR: _many(_text(BASE, CLASSEUR)),
        LIENS: liens,
        "xl/chartsheets/1.xml": "<",
    }


def _with_drawing() -> Parts:
    """A drawing that the sheet leads to, and that is no XML."""
    nom = "xl/drawings/drawing1.xml"
    feuille = _text(BASE, CELLULES).replace("</worksheet>", '<drawing r:id="d"/></worksheet>')
    return {
        **BASE,
        CELLULES: feuille.replace("<worksheet", f'<worksheet xmlns:r="{BUREAU}"'),
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("d", "drawing", "../drawings/drawing1.xml")
        ),
        nom: "<oops",
    }


def _with_pivot() -> Parts:
    """A pivot cache that the workbook leads to, and that is no XML."""
    nom = "xl/pivotCache/pivotCacheDefinition1.xml"
    lien = relations(("p", "pivotCacheDefinition", f"/{nom}")).partition(">")[2]
    caches = '<pivotCaches><pivotCache cacheId="1" r:id="p"/></pivotCaches></workbook>'
    return {
        **BASE,
        CLASSEUR: _text(BASE, CLASSEUR).replace("</workbook>", caches),
        LIENS: _text(BASE, LIENS).replace("</Relationships>", lien),
        nom: "<oops",
    }


def _shared_formula(xml: str) -> str:
    return xml.replace("<f>SUM(B2:B3)*2</f>", '<f t="shared" ref="B4" si="0">SUM(B2:B3)*2</f>')


VARIANTES: dict[str, Callable[[], Parts]] = {
    "usual": lambda: BASE,
    "prefixed sheet": cells(prefix),
    "prefixed workbook": change(CLASSEUR, prefix),
    "prefixed shared texts": change("xl/sharedStrings.xml", prefix),
    "prefixed styles": change("xl/styles.xml", prefix),
    "prefixed relations": change(LIENS, prefix),
    "other prefix of relations": change(
        CLASSEUR, lambda x: x.replace("xmlns:r", "xmlns:rel").replace("r:id", "rel:id")
    ),
    "main namespace bound twice": cells(
        lambda x: x.replace("<worksheet", f'<worksheet xmlns:y="{MAIN}"')
    ),
    "single quotes": cells(lambda x: x.replace('"', "'")),
    "single quotes in the workbook": change(CLASSEUR, lambda x: x.replace('"', "'")),
    "single quotes in rows only": cells(
        lambda x: re.sub(r"<row [^>]*>", lambda m: m[0].replace('"', "'"), x)
    ),
    "type before address": cells(lambda x: re.sub(r'<c (r="\w+") (t="\w+")>', r"<c \2 \1>", x)),
    "type before style": cells(lambda x: x.replace('s="2" t="s"', 't="s" s="2"')),
    "style before address": cells(lambda x: re.sub(r'<c (r="\w+") (s="\d")', r"<c \2 \1", x)),
    "hidden before the number of the row": cells(
        lambda x: x.replace('r="3" hidden="1"', 'hidden="1" r="3"')
    ),
    "hidden true": cells(lambda x: x.replace('hidden="1"', 'hidden="true"')),
    "hidden row of no height": cells(
        lambda x: x.replace('<row r="3" hidden="1"', '<row r="3" ht="0"')
    ),
    "hidden column of no width": cells(
        lambda x: x.replace('max="4" hidden="1"', 'max="4" width="0"')
    ),
    "line break in tags": cells(
        lambda x: x.replace("<c r", "<c\n r").replace("<row r", "<row\r\n\tr")
    ),
    "spaces around equals": cells(lambda x: re.sub(r'(\w)="', r'\1 = "', x)),
    "pretty printed": cells(
        lambda x: re.sub(r"(</?(?:row|c|cols|col|mergeCells?)[ >/])", r"\n  \1", x)
    ),
    "spaces before a slash": cells(lambda x: x.replace("/>", " />")),
    "closed in two tags": cells(lambda x: x.replace('<c r="C3" s="1"/>', '<c r="C3" s="1"></c>')),
    "an empty value": cells(lambda x: x.replace('<c r="C3" s="1"/>', '<c r="C3" s="1"><v/></c>')),
    "an empty shared text": cells(
        lambda x: x.replace('<c r="C3" s="1"/>', '<c r="C3" s="1" t="s"><v/></c>')
    ),
    "comments": cells(lambda x: x.replace("<row", '<!-- <c r="Z9"><v>9</v></c> --><row')),
    "a comment before the root": cells(lambda x: f"<?xml version='1.0'?><!-- a -->{x}"),
    "a processing instruction": cells(lambda x: x.replace("<sheetData>", "<sheetData><?mso a?>")),
    "CDATA": cells(lambda x: x.replace("<v>1234.5</v>", "<v><![CDATA[1234.5]]></v>")),
    "CDATA in shared texts": change(
        "xl/sharedStrings.xml", lambda x: x.replace("<t>Montant<", "<t><![CDATA[Montant]]><")
    ),
    "texts in the cells": cells(_inline),
    "texts in the cells, prefixed": cells(lambda x: prefix(_inline(x))),
    "texts as results": cells(
        lambda x: re.sub(r't="s"><v>(\d)</v>', lambda m: f't="str"><v>{TEXTES[int(m[1])]}</v>', x)
    ),
    "rich text": change(
        "xl/sharedStrings.xml",
        lambda x: x.replace("<t>Montant</t>", "<r><rPr><b/></rPr><t>Mon</t></r><r><t>tant</t></r>"),
    ),
    "phonetic text": change(
        "xl/sharedStrings.xml",
        lambda x: x.replace("<t>Montant</t>", "<t>Montant</t><rPh sb='0' eb='1'><t>zz</t></rPh>"),
    ),
    "no addresses": cells(_no_addresses),
    "rows without number": cells(lambda x: re.sub(r"<row r=.\d.", "<row", x)),
    "lower case addresses": cells(
        lambda x: re.sub(r'r="([A-Z])(\d)"', lambda m: f'r="{m[1].lower()}{m[2]}"', x)
    ),
    "rows in disorder": cells(
        lambda x: re.sub(r'(<row r="2".*?</row>)(<row r="3".*?</row>)', r"\2\1", x, flags=re.S)
    ),
    "other attributes": cells(
        lambda x: x.replace("<c r=", '<c cm="1" r=').replace("<row ", '<row spans="1:5" ')
    ),
    "other attributes last": cells(lambda x: x.replace('<c r="B2">', '<c r="B2" cm="1" vm="2">')),
    "an explicit type": cells(lambda x: x.replace('<c r="B2">', '<c r="B2" t="n">')),
    "an exponent": cells(lambda x: x.replace("<v>12000000</v>", "<v>1.2E7</v>")),
    "spaces around a number": cells(
        lambda x: x.replace("<v>1234.5</v>", "<v> 1234.5 </v>").replace("<row", "\n<!-- --><row")
    ),
    "a greater-than sign in a text": cells(lambda x: _inline(x).replace("&gt;", ">")),
    "character references": cells(
        lambda x: _inline(x).replace("é", "&#233;").replace("É", "&#xC9;")
    ),
    "a shared formula": cells(_shared_formula),
    "an array formula": cells(lambda x: x.replace("<f>SUM(", '<f t="array" ref="B4">SUM(')),
    "UTF-8 with a mark": cells(lambda x: b"\xef\xbb\xbf" + x.encode()),
    "UTF-16": cells(encode("utf-16")),
    "UTF-16 workbook": change(CLASSEUR, encode("utf-16")),
    "UTF-16 shared texts": change("xl/sharedStrings.xml", encode("utf-16")),
    "ISO-8859-1": cells(lambda x: encode("iso-8859-1")(_inline(x))),
    "windows-1252 shared texts": change("xl/sharedStrings.xml", encode("windows-1252")),
    "an upper case declaration": cells(
        lambda x: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n{x}'
    ),
    "Strict": _strict,
    "Strict, days as texts": _strict_dates,
    "absolute targets": change(LIENS, lambda x: x.replace('Target="', 'Target="/xl/')),
    "backslashes in targets": change(LIENS, lambda x: x.replace("worksheets/", "worksheets\\")),
    "backslashes in names": _renamed(lambda nom: nom.replace("/", "\\")),
    "names in capitals": _renamed(lambda nom: nom.upper()),
    "a leading slash in names": _renamed(lambda nom: f"/{nom}"),
    "the sheet elsewhere": _move("feuilles/une.xml", "../feuilles/une.xml"),
    "the sheet with spaces": _move("xl/worksheets/ma feuille.xml", "worksheets/ma%20feuille.xml"),
    "the sheet without extension": _move("xl/s", "s"),
    "the workbook elsewhere": _whole("classeur/principal.xml", "classeur/"),
    "the workbook at the top": _whole("principal.xml", ""),
    "no relations of the package": lambda: {n: c for n, c in BASE.items() if n != "_rels/.rels"},
    "no content types": lambda: {n: c for n, c in BASE.items() if not n.startswith("[")},
    "broken relations of the package": lambda: {**BASE, "_rels/.rels": "<"},
    "a broken theme": add(xl__theme__theme1_xml="<oops"),
    "a broken drawing": _with_drawing,
    "a broken pivot cache": _with_pivot,
    "broken properties": add(
        docProps__core_xml="<oops", docProps__app_xml="<oops", docProps__custom_xml="<"
    ),
    "broken comments and links": add(
        xl__comments1_xml="<", xl__externalLinks__externalLink1_xml="<"
    ),
    "styles with a broken end": change(
        "xl/styles.xml", lambda x: x.replace("<fills/>", "<fills><fill><bad/></fill></fills>")
    ),
    "a macro project": add(xl__vbaProject_bin=b"\0"),
    "sheets that hold no cell": _with_others,
    "an invalid filter below": cells(
        lambda x: x.replace("</worksheet>", '<autoFilter ref="oops"/></worksheet>')
    ),
    "an unknown extension": cells(
        lambda x: x.replace(
            "</worksheet>", '<extLst><ext uri="a"><b xmlns="u"/></ext></extLst></worksheet>'
        )
    ),
    "extension prefixes": cells(
        lambda x: x.replace(
            "<worksheet", '<worksheet xmlns:x14ac="http://a/b" xmlns:r="http://c"'
        ).replace("<row ", '<row x14ac:dyDescent="0.25" ')
    ),
    "a wrong dimension": cells(lambda x: x.replace("<cols>", '<dimension ref="A1"/><cols>')),
    "an external target": change(
        LIENS,
        lambda x: x.replace(
            "</Rel",
            f'<Relationship Id="z" Type="{PAQUET}/x" Target="http://a" TargetMode="External"/></Rel',
            1,
        ),
    ),
}
