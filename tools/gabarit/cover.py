"""The cover: a dark band across the page, the title, the version, the EPCI."""

from .furniture import DRAFT
from .markup import paragraph, run, text, when
from .units import COVER_MARGIN, PAGE_WIDTH, emu, twips

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
BAND_HEIGHT = 150
BAND_ID = 1000
_DATE = (
    "{% if version == 'projet' %}arrêtée au {{ arrete_le | date_longue }}{% else %}"
    "approuvée par délibération du {{ deliberation_le | date_longue }}{% endif %}"
)


def _band() -> str:
    """Return the run that draws the band, behind the text and marked as decorative."""
    width, height = emu(PAGE_WIDTH), emu(BAND_HEIGHT)
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/></a:ext></a:extLst>'
    )
    shape = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    )

    def place(axis: str) -> str:
        return (
            f'<wp:position{axis} relativeFrom="page"><wp:posOffset>0</wp:posOffset>'
            f"</wp:position{axis}>"
        )

    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"'
        ' behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{place("H")}{place("V")}'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{BAND_ID}" name="Bandeau" descr="">{decorative}</wp:docPr>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}">{shape}'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback/>"
        "</mc:AlternateContent></w:r>"
    )


def _foot() -> str:
    """Return the paragraph property that holds a paragraph at the bottom of the page."""
    return (
        f'<w:framePr w:w="{twips(PAGE_WIDTH - 2 * COVER_MARGIN)}" w:wrap="around"'
        ' w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )


def _section() -> str:
    """Return the properties of the cover's section, which has neither header nor footer."""
    side = twips(COVER_MARGIN)
    return (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{twips(34)}" w:right="{side}" w:bottom="{side}" w:left="{side}"'
        ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def cover() -> str:
    """Return the cover's paragraphs; the last one ends its section."""
    version = "**{{ 'Version projet' if version == 'projet' else 'Version définitive' }}**"
    return "".join(
        (
            paragraph(_band() + run("{{ contrat.nom }}"), "Subtitle"),
            text("Rapport sur la mise en œuvre de la politique de la ville", "Title"),
            text("{{ annee }}", "CouvertureAnnee"),
            when("brouillon", text(DRAFT, "CouvertureBrouillon")),
            text("{{ epci }}", "CouvertureEPCI", _foot()),
            text(version, "CouvertureVersion", f'<w:spacing w:before="{twips(50)}"/>'),
            text(_DATE, "CouvertureVersion", _section()),
        )
    )
