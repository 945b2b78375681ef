"""The styles of the templates; Word translates its own («heading 1» shows as «Titre 1»)."""

from collections.abc import Sequence

from . import lists, table_styles
from .palette import colour, rule, shading
from .style import BOLD, KEEP, Style, right_tab, size, spacing
from .units import TEXT_WIDTH, twips

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY, _SMALL = size(12), size(10)
_BLUE, _WHITE, _GREY, _RED = map(colour, ("accent1", "background1", "text2", "accent2"))
_UNDERLINE = f"<w:pBdr>{rule('bottom', 'accent2', 2, 6)}</w:pBdr>"

_HEADINGS = (
    Style(
        "Heading1",
        "heading 1",
        f'{KEEP}<w:pageBreakBefore/>{_UNDERLINE}{spacing(0, 6)}<w:outlineLvl w:val="0"/>',
        BOLD + _BLUE + size(20),
        following="Normal",
        priority=9,
    ),
    Style(
        "Heading2",
        "heading 2",
        f'{KEEP}{spacing(8, 2)}<w:outlineLvl w:val="1"/>',
        BOLD + _BLUE + size(14),
        following="Normal",
        priority=9,
    ),
    Style(
        "Heading3",
        "heading 3",
        f'{KEEP}{spacing(5, 1.5)}<w:outlineLvl w:val="2"/>',
        BOLD + _BLUE + _BODY,
        following="Normal",
        priority=9,
    ),
    Style(
        "Heading4",
        "heading 4",
        f'{KEEP}{spacing(3, 1)}<w:outlineLvl w:val="3"/>',
        BOLD + _BODY,
        following="Normal",
        priority=9,
    ),
)

_CONTENTS = (
    Style(
        "TOCHeading",
        "TOC Heading",
        KEEP + _UNDERLINE + spacing(0, 6),
        BOLD + _BLUE + size(20),
        following="Normal",
        priority=39,
    ),
    Style(
        "TOC1",
        "toc 1",
        right_tab(TEXT_WIDTH, "dot") + spacing(1.5, 0.3),
        BOLD + _BLUE + size(11),
        following="Normal",
        priority=39,
    ),
    Style(
        "TOC2",
        "toc 2",
        f'{right_tab(TEXT_WIDTH, "dot")}{spacing(0, 0.2)}<w:ind w:left="{twips(5)}"/>',
        size(10),
        following="Normal",
        priority=39,
    ),
)

_PROSE = (
    Style("Introduction", "Introduction", spacing(5, 2.8, 276), following="Normal", own=True),
    *lists.styles(),
    Style(
        "Quote",
        "Quote",
        f"<w:pBdr>{rule('left', 'accent3', 3, 10)}</w:pBdr>{spacing(1, 3, 276)}"
        f'<w:ind w:left="{twips(6)}" w:right="{twips(6)}"/>',
        "<w:i/><w:iCs/>",
        following="Normal",
        priority=29,
    ),
    Style("FootnoteText", "footnote text", spacing(), _SMALL),
    Style(
        "Operateur",
        "Opérateur",
        f"<w:keepNext/>{spacing(0, 4)}",
        _GREY + _BODY,
        following="Normal",
        own=True,
    ),
    Style(
        "Intertitre",
        "Intertitre",
        KEEP + spacing(0, 1.5),
        BOLD + _BLUE + _BODY,
        following="ListBullet",
        own=True,
    ),
    Style("Mention", "Mention", spacing(0, 3), _GREY + _SMALL, following="Normal", own=True),
    Style(
        "Caption",
        "caption",
        KEEP + spacing(4, 1.5),
        _GREY + _SMALL,
        following="Normal",
        priority=35,
    ),
    Style("Figure", "Figure", "<w:keepLines/>" + spacing(0, 3), own=True),
    Style(
        "Balise",
        "Balise de gabarit",
        spacing(),
        f'<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>{_GREY}{size(8)}',
        own=True,
    ),
)

_TABLES = (
    Style("TableauTexte", "Tableau texte", spacing(), size(11), own=True),
    Style(
        "TableauNombre", "Tableau nombre", '<w:jc w:val="right"/>', based="TableauTexte", own=True
    ),
    Style(
        "TableauPetitTexte",
        "Tableau petit texte",
        based="TableauTexte",
        text=size(9),
        own=True,
    ),
    Style(
        "TableauPetitNombre",
        "Tableau petit nombre",
        '<w:jc w:val="right"/>',
        size(9),
        based="TableauTexte",
        own=True,
    ),
    Style(
        "ChiffreCle",
        "Chiffre clé",
        "<w:keepNext/>" + spacing(0, 0.5),
        BOLD + _BLUE + size(22),
        following="LegendeChiffre",
        own=True,
    ),
    Style("LegendeChiffre", "Légende de chiffre", spacing(), _GREY + _SMALL, own=True),
)

_FURNITURE = (
    Style(
        "Header",
        "header",
        f"<w:pBdr>{rule('bottom', 'accent5', 0.5, 4)}</w:pBdr>"
        f"{right_tab(TEXT_WIDTH)}{spacing(0, 4)}",
        _GREY + _SMALL,
    ),
    Style("Footer", "footer", right_tab(TEXT_WIDTH) + spacing(), _GREY + _SMALL),
    Style("Brouillon", "Brouillon", spacing(0, 1), BOLD + _RED, own=True),
)

_LABEL = "".join(rule(side, "accent2", 0.5, 4) for side in ("top", "left", "bottom", "right"))
_COVER = (
    Style(
        "Subtitle",
        "Subtitle",
        shading("accent1") + spacing(0, 7),
        f'{_WHITE}<w:spacing w:val="16"/>{size(14)}',
        following="Title",
        priority=11,
    ),
    Style(
        "Title",
        "Title",
        shading("accent1") + spacing(0, 14, 252),
        BOLD + _WHITE + size(30),
        following="Normal",
        priority=10,
    ),
    Style(
        "CouvertureAnnee",
        "Couverture année",
        shading("accent1") + spacing(),
        BOLD + _WHITE + size(64),
        own=True,
    ),
    Style(
        "CouvertureBrouillon",
        "Couverture brouillon",
        f"<w:pBdr>{_LABEL}</w:pBdr>{shading('accent2')}{spacing(3)}"
        '<w:ind w:left="100" w:right="100"/>',
        BOLD + _WHITE + size(14),
        own=True,
    ),
    Style(
        "CouvertureVersion",
        "Couverture version",
        f"<w:pBdr>{rule('left', 'accent2', 3, 10)}</w:pBdr>{spacing(0, 0, 288)}"
        '<w:ind w:left="240"/>',
        size(13),
        own=True,
    ),
    Style(
        "CouvertureEPCI",
        "Couverture EPCI",
        f"<w:pBdr>{rule('top', 'accent5', 0.5, 11)}</w:pBdr>{spacing()}",
        BOLD + _BLUE,
        own=True,
    ),
)

_PARAGRAPHS = (*_HEADINGS, *_CONTENTS, *_PROSE, *_TABLES, *_FURNITURE, *_COVER)


def _defaults() -> str:
    """Return what every paragraph and run starts from: the size, the language, the colour.

    The colour stands here and not in «Normal», which would prevail over a table's white headings.
    """
    fonts = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi"'
        ' w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    )
    language = '<w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{colour('text1')}{_BODY}{language}"
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{spacing(after=2.8, line=276)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _roots() -> str:
    """Return the styles that all others are based on."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _characters() -> str:
    return (
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        f'<w:uiPriority w:val="22"/><w:qFormat/><w:rPr>{BOLD}</w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>'
        '<w:uiPriority w:val="20"/><w:qFormat/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="NomOperateur">'
        '<w:name w:val="Nom d’opérateur"/><w:uiPriority w:val="35"/><w:qFormat/>'
        f"<w:rPr>{BOLD}{_RED}</w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        f'<w:uiPriority w:val="99"/><w:rPr>{_BLUE}<w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="LegendeNumero">'
        '<w:name w:val="Numéro de légende"/><w:uiPriority w:val="35"/><w:qFormat/>'
        f"<w:rPr>{BOLD}{_BLUE}</w:rPr></w:style>"
    )


def styles(more: Sequence[Style] = ()) -> str:
    """Return ``styles.xml``, with the styles that one template only has."""
    paragraphs = "".join(style.xml for style in (*_PARAGRAPHS, *more))
    parts = (_defaults(), _roots(), _characters(), paragraphs, table_styles.styles())
    return f'<w:styles xmlns:w="{_WORD}">{"".join(parts)}</w:styles>'
