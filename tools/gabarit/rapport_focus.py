"""The annual report's chapter on the actions told one by one, a page each."""

from .markup import each, heading, insert, paragraph, run, text, when
from .palette import rule
from .tables import side_by_side
from .units import TEXT_WIDTH, twips

_TITLE = "Focus {{ f.numero }}. {{ f.titre }}"
_PICTURE = 78
_RULE = f"<w:pBdr>{rule('bottom', 'accent2', 1, 4)}</w:pBdr>"
_CLOSE = f'<w:spacing w:after="{twips(3)}"/>'
_TOP = f'<w:spacing w:before="0" w:after="{twips(3)}"/>'


def _operator() -> str:
    return when(
        "f.operateur",
        paragraph(run("Opérateur : ") + run("{{ f.operateur }}", "NomOperateur"), "Operateur"),
    )


def _aims() -> str:
    return text("Ce que l'action vise", "Intertitre") + insert("f.objectifs")


def _picture() -> str:
    """Return the picture, its caption, and the operator's logo."""
    legend = when("f.legende", text("{{ f.legende }}", "Mention"))
    return insert("f.photo", "Figure") + legend + when("f.logo", insert("f.logo", "Figure"))


def _beside(right: str) -> str:
    return side_by_side((_PICTURE, _picture()), (TEXT_WIDTH - _PICTURE, right))


def _body() -> str:
    """Return what an action is told with: a picture, aims and a narrative, or any of them."""
    story = insert("f.texte")
    return when(
        "f.photo and f.objectifs",
        _beside(_aims()),
        when("f.texte", story),
        otherwise=when(
            "f.photo and f.texte",
            _beside(story),
            otherwise=when("f.photo", _picture())
            + when("f.objectifs", _aims())
            + when("f.texte", story),
        ),
    )


def focus() -> str:
    """Return the chapter; each action but the first starts a page."""
    return when(
        "focus",
        heading(1, "« Focus » actions {{ annee }}"),
        each(
            "f in focus",
            when(
                "loop.first",
                text(_TITLE, "Heading2", _RULE + _CLOSE),
                otherwise=text(_TITLE, "Heading2", f"<w:pageBreakBefore/>{_RULE}{_TOP}"),
            ),
            _operator(),
            _body(),
        ),
    )
