"""The two laws: a text is what its .docx says; the committed .docx are what their texts write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.modele.package import SETTINGS, build
from tools.modele.parts import TEMPLATES
from tools.modele.read import read
from tools.modele.typography import typed

MODELES = list(SETTINGS["dossiers"])


def text_of(name: str) -> str:
    return (TEMPLATES / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", MODELES)
def test_a_text_is_what_its_docx_says(name):
    text = text_of(name)
    assert read(build(name, text)) == text, "run: make template"


@pytest.mark.parametrize("name", MODELES)
def test_a_committed_docx_is_what_its_text_writes(name):
    assert (TEMPLATES / f"{name}.docx").read_bytes() == build(name, text_of(name)), (
        "run: make template"
    )


TAGS = st.sampled_from(
    ("{{ a.b }}", "{{ n | accorde('«a »', 'b') }}", "{% if a > 1 %}", "{% endif %}")
)
WORDS = st.text("abÉ01 .,'’«»:;!?%€*\\‹›|>[]}@+-\"&<=\u00a0\u202f").map(typed)
PLAIN = st.lists(WORDS | TAGS, max_size=4).map("".join)
PROSE = (PLAIN, PLAIN.map("**{}**".format), PLAIN.map("‹NomOperateur a{}›".format))
CELLS = st.lists(st.one_of(*PROSE), max_size=4).map("a".join)
CHARTS = st.just("‹graphique par_pilier 46.5 | D'un «a »›")
INLINE = st.lists(st.one_of(*PROSE, CHARTS), max_size=4).map("a".join)
PREFIXES = st.sampled_from(
    ("", "Normal: ", "+lie: ", "Heading2 +focus: ", "Caption: Tableau ‹SEQ Tableau›. ")
)
PARAGRAPHS = st.tuples(PREFIXES, INLINE).map("".join) | st.just("Figure: a‹bandeau›b")
LONE_TAGS = st.sampled_from(
    ("{%p if a < 2 %}", "{%p else %}", "{%p endif %}", "{%p for a in b %}", "{%p set a = b %}")
)


@st.composite
def tables(draw):
    widths = draw(st.sampled_from(("166", "100 66", "56.5 55 54.5", "40.25 41.75 42 42")))
    flags = " ".join(flag for flag in ("long", "serre", "petit") if draw(st.booleans()))
    head = ["TableauRapport", *flags.split(), widths]
    lines = [f"[tableau {' '.join(head)} | {draw(PLAIN)} | {draw(PLAIN)}]"]
    heads = [f"{draw(PLAIN)}{' >' * draw(st.booleans())}" for _ in widths.split()]
    rows = [[draw(CELLS) for _ in heads] for _ in range(draw(st.integers(1, 3)))]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in (heads, *rows))])


BLOCKS = st.recursive(
    PARAGRAPHS | LONE_TAGS | tables() | st.just("[sommaire]"),
    lambda blocks: st.tuples(*[st.lists(blocks, min_size=1, max_size=2).map("\n".join)] * 2).map(
        lambda cells: "\n[puis]\n".join(["[signatures]\n" + cells[0], *[cells[1]] * 5]) + "\n[fin]"
    ),
    max_leaves=4,
)


@settings(deadline=None, report_multiple_bugs=False, max_examples=150)
@given(st.lists(BLOCKS, max_size=4).map("\n".join))
def test_any_text_once_tidied_is_what_its_docx_says(lines):
    """Tidying, which ``make template`` does, changes spaces and escapes, and no byte of the .docx."""
    docx = build("rapport", f"[titre Un « titre » & son année {{{{ annee }}}}]\n{lines}\n")
    tidy = read(docx)
    assert build("rapport", tidy) == docx
    assert read(build("rapport", tidy)) == tidy
    assert "@xml" not in tidy
