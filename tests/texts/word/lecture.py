"""Fragments read in a line."""

from rapportpv.core.prose import (
    Fragment,
    Paragraphe,
)
from rapportpv.texts.images import Phototheque
from rapportpv.texts.releve import Releve
from rapportpv.texts.word.fragment_word import read_word
from tests.fragments import docx


def lire(*corps: str, **options):
    """The blocks of a fragment, and the codes that are told."""
    releve = Releve("2023/textes/x.docx", word=True)
    lu = read_word(docx(*corps, **options), releve, Phototheque("/nowhere", 2023))
    return list(lu.prose.blocs), [(a.rule.code, *a.lieu.cellules) for a in releve.anomalies]


def blocs(*corps: str, **options):
    lus, dits = lire(*corps, **options)
    assert dits == []
    return lus


def f(texte: str, **style) -> tuple[Fragment]:
    return (Fragment(texte, **style),)


def par(texte: str) -> Paragraphe:
    return Paragraphe(f(texte))
