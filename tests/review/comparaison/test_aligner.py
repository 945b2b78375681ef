"""Two sequences set side by side, whatever their length."""

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.review.comparaison import aligner
from rapportpv.review.comparaison.aligner import Article, align


def article(texte):
    return Article((texte, texte.lower()), texte, "p")


@given(
    st.lists(st.sampled_from("abcdeABC"), max_size=12),
    st.lists(st.sampled_from("abcdeABC"), max_size=12),
)
def test_pairs_rise_and_are_of_one_kind(avant, apres):
    paires = align([article(t) for t in avant], [article(t) for t in apres])
    for (i, j), (k, m) in itertools.pairwise(paires):
        assert i < k
        assert j < m
    assert all(avant[i].lower() == apres[j].lower() for i, j in paires)


def test_what_is_equal_is_paired_before_what_is_alike():
    avant = ["le chat dort au soleil", "le chien dort au soleil"]
    apres = ["le chien dort au soleil", "le chien dort au soleil ici"]
    assert (1, 0) in align([article(t) for t in avant], [article(t) for t in apres])


def test_a_long_document_that_was_all_reworded(monkeypatch):
    """Each paragraph finds its own, though none is the same; few are held against each other."""
    compares = []
    ratio = aligner._ratio
    monkeypatch.setattr(aligner, "_ratio", lambda a, b: compares.append(1) or ratio(a, b))
    hasard, n = random.Random(7), 1500
    mots = [f"mot{i}" for i in range(900)]
    avant = [" ".join(hasard.choices(mots, k=25)) for _ in range(n)]
    apres = [f"{texte} fin" for texte in avant]
    paires = align([article(t) for t in avant], [article(t) for t in apres])
    assert paires == [(i, i) for i in range(n)]
    assert len(compares) < 3 * n, "nothing like all against all, which is 2 250 000"
