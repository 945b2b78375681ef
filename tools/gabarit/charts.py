"""Native bar charts: the part, and the drawing that holds its place in the text.

The points are placeholders: at build, a chart is filled from the table whose name it bears.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .typography import NO_BREAK, french
from .units import TEXT_WIDTH, emu
from .workbook import SHEET, workbook

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_NOTHING = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_LEADER = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
_OTHERS = (
    '<a:solidFill><a:schemeClr val="accent1"><a:satMod val="35000"/><a:lumMod val="50000"/>'
    '<a:lumOff val="50000"/></a:schemeClr></a:solidFill>'
)
EUROS = f'[$-40C]#,##0"{NO_BREAK}€"'
PERCENT = f'[$-40C]0.0"{NO_BREAK}%"'


@dataclass(frozen=True)
class Chart:
    """A bar chart of one column of a table; its points are only there to be seen in Word."""

    name: str
    number: int
    categories: str
    series: str
    number_format: str
    points: Sequence[tuple[str, float]]
    description: str
    height: float

    @property
    def workbook(self) -> bytes:
        """The bytes of the embedded workbook."""
        return workbook((self.categories, self.series), self.points)


def drawing(chart: Chart) -> str:
    """Return the run that shows the chart, in line with the text."""
    width, height = emu(TEXT_WIDTH), emu(chart.height)
    described = escape(french(chart.description))
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{chart.number}" name="{chart.name}" descr="{described}"/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart r:id="rIdChart{chart.number}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _text(size: int, *, wrap: str = "square") -> str:
    return (
        f'<c:txPr><a:bodyPr wrap="{wrap}"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{size * 100}" b="0">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>'
    )


def _strings(chart: Chart) -> str:
    count = len(chart.points)
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(label)}</c:v></c:pt>'
        for n, (label, _) in enumerate(chart.points)
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _numbers(chart: Chart) -> str:
    count = len(chart.points)
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, (_, value) in enumerate(chart.points)
    )
    return (
        f"<c:val><c:numRef><c:f>{SHEET}!$B$2:$B${count + 1}</c:f><c:numCache>"
        f"<c:formatCode>{escape(chart.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def _labels(chart: Chart) -> str:
    code = escape(chart.number_format, quote=True)
    return (
        f'<c:dLbls><c:numFmt formatCode="{code}" sourceLinked="0"/>{_NOTHING}'
        f'{_text(11, wrap="none")}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )


def _series(chart: Chart) -> str:
    """Return the one series, its first (largest) point in the full hue."""
    title = (
        f"<c:tx><c:strRef><c:f>{SHEET}!$B$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(chart.series)}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )
    first = (
        '<c:dPt><c:idx val="0"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{_LEADER}</c:spPr></c:dPt>"
    )
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>{title}<c:spPr>{_OTHERS}</c:spPr>'
        f'<c:invertIfNegative val="0"/>{first}{_labels(chart)}{_strings(chart)}{_numbers(chart)}'
        "</c:ser>"
    )


def _axes(chart: Chart) -> str:
    """Return the categories, the first on top, and a hidden scale that starts at zero."""
    code = escape(chart.number_format, quote=True)
    ticks = (
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>'
    )
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        '<c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f"{ticks.format(place='low')}{_NOTHING}{_text(11)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>{ticks.format(place="nextTo")}'
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def chart_space(chart: Chart) -> str:
    """Return the chart's part."""
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        '<c:yMode val="edge"/><c:x val="0.37"/><c:y val="0.02"/><c:w val="0.47"/>'
        '<c:h val="0.96"/></c:manualLayout></c:layout>'
    )
    bars = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{_series(chart)}<c:gapWidth val="45"/><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:axId val="{_VALUE_AXIS}"/></c:barChart>'
    )
    return (
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}">'
        '<c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{layout}{bars}{_axes(chart)}{_NOTHING}'
        '</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{_NOTHING}{_text(11)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/>'
        "</c:externalData></c:chartSpace>"
    )
