"""Laws of tracked changes over small documents of every shape."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.review.comparaison.comparer import compare
from rapportpv.review.comparaison.suivi import track
from rapportpv.word.invariants import find_faults
from tests.review.comparaison.minimal import controle, make, p, t, tbl
from tests.review.comparaison.suivies import accepted, refused

JOUR = date(2023, 6, 27)
_MOTS = st.sampled_from(
    ["le", "quartier", "des", "habitants", "5\u202f955\u00a0€", "élue", "\t", "\n", "&", "<b>", "œ"]
)
_TEXTES = st.lists(_MOTS, max_size=7).map(" ".join)
_RUNS = st.one_of(
    _TEXTES.map(t),
    _TEXTES.map(lambda texte: t(texte, "<w:b/>")),
    _TEXTES.map(lambda texte: controle("total", t(texte))),
    _TEXTES.map(lambda texte: f"<w:hyperlink w:anchor='x'>{t(texte)}</w:hyperlink>"),
    _TEXTES.map(
        lambda texte: (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            "<w:r><w:instrText> SEQ x </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/>"
            f"</w:r>{t(texte)}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    ),
)
_PARAS = st.lists(_RUNS, max_size=3).map(lambda runs: p(*runs))


def _tables(cases):
    return st.integers(1, 3).flatmap(
        lambda n: st.lists(st.lists(cases, min_size=n, max_size=n), min_size=1, max_size=4).map(
            lambda rangees: tbl(*rangees)
        )
    )


_CASES = st.lists(_PARAS, min_size=1, max_size=3).map("".join)
_IMBRIQUEES = st.one_of(_CASES, _tables(_CASES).map(lambda table: table + p("fin")))
_BLOCS = st.one_of(
    _PARAS, _PARAS, _tables(_IMBRIQUEES), _PARAS.map(lambda bloc: controle("région", bloc + p("z")))
)
_CORPS = st.lists(_BLOCS, max_size=7).map(lambda blocs: [*blocs, p("fin")])


@st.composite
def _couples(draw):
    """A document, and the same with some blocks changed, gone, come, or in another order."""
    avant = draw(_CORPS)
    apres = [draw(_BLOCS) if draw(st.integers(0, 3)) == 0 else bloc for bloc in avant]
    if draw(st.booleans()):
        apres.insert(draw(st.integers(0, len(apres))), draw(_BLOCS))
    if draw(st.booleans()):
        apres = draw(st.permutations(apres))
    if draw(st.booleans()):
        apres = apres[1:]
    return avant, [*apres, p("encore la fin")]


def same(lignes, autres, *, strict):
    """Word keeps a blank line at the end of a control whose last words went, before a table."""
    if strict:
        return lignes == autres
    return list(filter(None, lignes)) == list(filter(None, autres))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(_couples())
def test_any_two_documents(couple):
    avant, apres = (make(*blocs) for blocs in couple)
    comparee = compare(avant, apres)
    suivi = track(comparee.appariement, JOUR)
    assert accepted(suivi) == accepted(apres.octets)
    assert same(refused(suivi), accepted(avant.octets), strict="région" not in str(couple))
    assert set(find_faults(suivi)) <= set(find_faults(apres.octets))
    if accepted(avant.octets) != accepted(apres.octets):
        assert not comparee.comparaison.is_vide
