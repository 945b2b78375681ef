"""Names with the preposition before them: «d’Auchel», «du Touquet», «au conseil citoyen»."""

import re

from rapportpv.french.lexique import fold

APOSTROPHE = "\u2019"

_ARTICLE = re.compile(
    r"(?P<article>les?|la)\s+(?P<reste>\S.*)|(?P<elide>l['\u2019])(?P<suite>\S.*)"
)
_VOYELLE = re.compile(r"[aeiou]|y[^aeiouy]|yonne|yeu\b|h")
_PLEIN = re.compile(  # no elision before these, although they begin as those that have one
    r"(?:haut|ham|hal(?:le|ls?\b)|hav|hang|haras|haricot|hasard|hem\b|heros\b|herisson|hetre|hibou"
    r"|hollande|hongrie|houille|hors|huit|hussard|onz|oui|uhlan)"
)


def starts_with_vowel(nom: str) -> bool:
    """Whether «de» is elided before the name; a mute h is one, an aspirated h is not."""
    plie = fold(nom)
    return bool(_VOYELLE.match(plie)) and not _PLEIN.match(plie)


def de(nom: str) -> str:
    """The name after «de»: «de Béthune», «d’Auchel», «du Touquet», «des Mureaux», «du conseil»."""
    article, reste = _split(nom)
    match fold(article):
        case "le":
            return f"du {reste}"
        case "les":
            return f"des {reste}"
        case "":
            return f"d{APOSTROPHE}{nom}" if starts_with_vowel(nom) else f"de {nom}"
    return f"de {_join(article, reste)}"


def a(nom: str) -> str:
    """The name after «à»: «à Béthune», «au Touquet», «aux Mureaux», «à la commune»."""
    article, reste = _split(nom)
    match fold(article):
        case "le":
            return f"au {reste}"
        case "les":
            return f"aux {reste}"
        case "":
            return f"à {nom}"
    return f"à {_join(article, reste)}"


def le(nom: str, *, feminin: bool = False) -> str:
    """The name after its article: «le conseil», «la commune», «l’association»."""
    if starts_with_vowel(nom):
        return f"l{APOSTROPHE}{nom}"
    return f"la {nom}" if feminin else f"le {nom}"


def _split(nom: str) -> tuple[str, str]:
    """The article that the name begins with, «L’» too, and what follows."""
    forme = _ARTICLE.fullmatch(nom) or _ARTICLE.fullmatch(nom[:1].lower() + nom[1:])
    if forme is None:
        return "", nom
    article = forme["article"] or forme["elide"]
    return nom[: len(article)], forme["reste"] or forme["suite"]


def _join(article: str, reste: str) -> str:
    if article[-1] in f"'{APOSTROPHE}":
        return f"{article[:-1]}{APOSTROPHE}{reste}"
    return f"{article} {reste}"
