"""The styles that the délibération only has: sober, its headings small, its lists tight."""

from .palette import colour, rule
from .style import BOLD, KEEP, Style, right_tab, size, spacing
from .units import TEXT_WIDTH, twips

_CENTRE = '<w:jc w:val="center"/>'
_BLUE = colour("accent1")
_NO_RULE = "<w:pBdr>" + '<w:bottom w:val="nil"/>' + "</w:pBdr>"
_RIGHT = f'<w:ind w:left="{twips(90)}"/>'
_SIDE = f'<w:ind w:left="{twips(12)}" w:right="{twips(12)}"/>'


def _frame(*sides: str) -> str:
    """Return the rules above and below what the assembly deliberates on."""
    return f"<w:pBdr>{''.join(rule(side, 'accent1', 0.75, 8) for side in sides)}</w:pBdr>"


STYLES = (
    Style(
        "DeliberationTitre",
        "Délibération titre",
        f'<w:pageBreakBefore w:val="0"/>{_NO_RULE}{spacing(2, 1)}{_CENTRE}',
        size(17),
        based="Heading1",
        following="DeliberationSeance",
        own=True,
    ),
    Style("DeliberationSeance", "Délibération séance", spacing(0, 5) + _CENTRE, own=True),
    Style(
        "DeliberationRubrique",
        "Délibération rubrique",
        f"<w:keepNext/>{_frame('top')}{spacing(0, 0.5)}{_SIDE}{_CENTRE}",
        BOLD,
        following="DeliberationRapport",
        own=True,
    ),
    Style(
        "DeliberationRapport",
        "Délibération rapport",
        f"<w:keepNext/>{spacing(0, 0.5)}{_SIDE}{_CENTRE}",
        BOLD,
        following="DeliberationObjet",
        own=True,
    ),
    Style(
        "DeliberationObjet",
        "Délibération objet",
        f"{_frame('bottom')}{spacing(0, 7)}{_SIDE}{_CENTRE}",
        BOLD,
        own=True,
    ),
    Style(
        "DeliberationPartie",
        "Délibération partie",
        f"{spacing(5, 1.2)}",
        size(12),
        based="Heading2",
        following="Normal",
        own=True,
    ),
    Style("DeliberationListe", "Délibération liste", spacing(0, 2.5, 264), size(11), own=True),
    Style("DeliberationVisa", "Délibération visa", spacing(0, 2, 264), own=True),
    Style(
        "DeliberationVote",
        "Délibération vote",
        f"{KEEP}{spacing(4, 3)}",
        BOLD,
        following="DeliberationDispositif",
        own=True,
    ),
    Style("DeliberationDispositif", "Délibération dispositif", spacing(0, 3.5, 276), own=True),
    Style(
        "DeliberationActe",
        "Délibération acte",
        KEEP + spacing(0, 0.5),
        own=True,
    ),
    Style(
        "DeliberationDelegation",
        "Délibération délégation",
        f"{KEEP}{spacing(0, 0.5)}{_RIGHT}",
        own=True,
    ),
    Style(
        "DeliberationSignataire",
        "Délibération signataire",
        f"<w:keepLines/>{spacing(16, 7)}{_RIGHT}",
        BOLD,
        own=True,
    ),
    Style(
        "DeliberationEntete",
        "Délibération en-tête",
        f"{right_tab(TEXT_WIDTH)}{spacing(0, 6)}",
        colour("text2") + size(10),
        own=True,
    ),
)
