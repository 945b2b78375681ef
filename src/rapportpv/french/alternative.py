"""Alternative texts of pictures: what a screen reader says at one go."""

from collections.abc import Iterable

SIGNES = 150
"""The most that is listened to without losing the thread."""


def fit_phrases(phrases: Iterable[str], signes: int = SIGNES) -> str:
    """The first sentences that fit; the first one cut after a word when it is too long."""
    texte = ""
    for phrase in phrases:
        suite = f"{texte} {phrase}" if texte else shorten(phrase, signes)
        if len(suite) > signes:
            break
        texte = suite
    return texte


def shorten(texte: str, signes: int) -> str:
    """The text, cut after a word and «…» put there when it is longer."""
    if len(texte) <= signes:
        return texte
    debut = texte[: signes - 1]
    coupe = debut.rfind(" ")
    return f"{debut[:coupe] if coupe > 0 else debut}".rstrip(" ,;:\u00a0\u202f") + "…"
