"""How a letter greets the one whom it is sent to, from how they are named."""

import re

from rapportpv.french.elision import le
from rapportpv.french.lexique import fold, normalise

A_DEFAUT = "Madame, Monsieur"

_CIVILITE = re.compile(
    r"(?P<madame>mesdames|madame|mmes?|mlle)|(?P<monsieur>messieurs|monsieur|mm?\.|mr\b|m(?=\s))"
)
_TITRE = re.compile(r"(?P<article>l[ae]\s+|l['\u2019]\s*)(?P<titre>\S.*)", re.IGNORECASE)
_COMPLEMENT = re.compile(
    r"\s*,.*|\s+(?:du|des?|d['\u2019].*|à|au|aux|en|pour|chargée?s?|et)\b.*|\s+d['\u2019].*",
    re.IGNORECASE,
)
_FONCTION = re.compile(
    r"(?:vice[- ]|co[- ]?)*(?:mair|president|adjoint|conseill|delegu|referent|animat|coordinat"
    r"|direct|secretaire|porte-parole|tresori)",
)


def greet(destinataire: str) -> str:
    """«Monsieur le Maire», «Madame la Présidente», «Madame»; without a comma after it.

    «Madame, Monsieur» for nobody in particular, for several, or for what is no civility.
    """
    nom = normalise(destinataire)
    formes = list(_CIVILITE.finditer(fold(nom)))
    genres = {forme.lastgroup for forme in formes if _is_word(fold(nom), forme)}
    premiere = formes[0] if formes else None
    if premiere is None or premiere.start() or len(genres) > 1 or _is_plural(premiere[0]):
        return A_DEFAUT
    civilite = "Madame" if genres == {"madame"} else "Monsieur"
    titre = _read_titre(nom[premiere.end() :].lstrip(". "), feminin=civilite == "Madame")
    return f"{civilite} {titre}".rstrip()


def _is_word(texte: str, forme: re.Match[str]) -> bool:
    """Whether the civility stands by itself: «Mmes», and not the beginning of «Mmélie»."""
    avant = texte[forme.start() - 1 : forme.start()]
    apres = texte[forme.end() : forme.end() + 1]
    return not avant.isalnum() and not apres.isalnum()


def _is_plural(civilite: str) -> bool:
    return civilite in {"mesdames", "messieurs", "mmes", "mm."}


def _read_titre(suite: str, *, feminin: bool) -> str:
    """What one is called by: the title after an article, or after the name and a comma."""
    if forme := _TITRE.match(suite):
        titre = _COMPLEMENT.sub("", forme["titre"])
        return _capitalise(f"{forme['article']}{titre}", len(forme["article"]))
    fonction = _COMPLEMENT.sub("", suite.partition(",")[2].strip())
    if not _FONCTION.match(fold(fonction)):
        return ""
    fonction = fonction[0].upper() + fonction[1:]
    return le(fonction, feminin=feminin and fonction.endswith("e"))


def _capitalise(texte: str, rang: int) -> str:
    debut, suite = texte[:rang].lower().replace("'", "\u2019"), texte[rang + 1 :]
    suite = suite.lower() if texte.isupper() else suite
    return debut + texte[rang : rang + 1].upper() + suite
