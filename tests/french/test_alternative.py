"""Alternative texts that can be listened to at one go."""

from hypothesis import given
from hypothesis import strategies as st

from rapportpv.french.alternative import SIGNES, fit_phrases, shorten


def test_sentences_are_kept_whole_while_they_fit():
    assert fit_phrases(["Un deux.", "Trois.", "Quatre cinq."], 16) == "Un deux. Trois."
    assert fit_phrases(["Un deux trois quatre."], 12) == "Un deux…"
    assert fit_phrases([]) == ""


def test_a_no_break_space_is_no_place_to_cut():
    assert shorten("Sept 5\u00a0955\u00a0889\u00a0€ reçus", 12) == "Sept…"


@given(st.lists(st.text(max_size=200)))
def test_never_longer_than_what_is_listened_to(phrases):
    assert len(fit_phrases(phrases)) <= SIGNES
