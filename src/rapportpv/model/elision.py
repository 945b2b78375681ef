"""How French joins words: «d’Arras», «du Havre», «à la Communauté», «a, b et c»."""

import re
from collections.abc import Iterable

from rapportpv.model.lexique import fold

_VOYELLES = "aeiou"
_H_ASPIRE = re.compile(
    r"hau?t|halle?s?\b|hameau|hangar|handicap|hasard|haye?s?\b|haies?\b|havre|hero|hors|huit|"
    r"ham\b|hague|hainaut|hanovre|hambourg|harfleur|hongrie|hollande|houill|houss"
)
_Y_ELIDE = re.compile(r"y(?:[^aeiou]|$|onne|erres|eu\b)")
_SANS_ELISION = re.compile(r"onz|oui\b|ouistreham|yaourt")
_FEMININS = {
    *("communaute", "metropole", "agglomeration", "ville", "commune", "region", "prefecture"),
    *("intercommunalite", "sous-prefecture", "collectivite", "assemblee", "commission"),
}
_MASCULINS = {
    *("syndicat", "etablissement", "territoire", "pays", "pole", "departement", "conseil"),
    *("bureau", "comite", "tribunal", "sivom"),
}


def is_elided(mot: str) -> bool:
    """Whether «de» and «le» lose their vowel before this word."""
    plie = fold(mot).lstrip("«\"'( ")
    if _SANS_ELISION.match(plie):
        return False
    if plie[:1] == "h":
        return not _H_ASPIRE.match(plie)
    if plie[:1] == "y":
        return bool(_Y_ELIDE.match(plie))
    return plie[:1] in tuple(_VOYELLES)


def join_de(nom: str) -> str:
    """«de Béthune», «d’Arras»; an article that is part of the name merges: «du Havre»."""
    return _join("de", "du", "des", nom)


def join_a(nom: str) -> str:
    """«à Béthune», «au Havre», «aux Andelys»."""
    return _join("à", "au", "aux", nom)


def add_article(nom: str) -> str:
    """«la Communauté…», «l’Agglomération…», «le Syndicat…»; a proper name has none."""
    premier = fold(re.split(r"[\s’']", nom, maxsplit=1)[0])
    if premier not in _FEMININS | _MASCULINS:
        return nom
    if is_elided(nom):
        return f"l’{nom}"
    return f"{'la' if premier in _FEMININS else 'le'} {nom}"


def format_enumeration(textes: Iterable[object], mot: str = "et") -> str:
    """«a», «a et b», «a, b et c»."""
    *debut, fin = [str(texte) for texte in textes] or [""]
    return f"{', '.join(debut)} {mot} {fin}" if debut else fin


def _join(simple: str, singulier: str, pluriel: str, nom: str) -> str:
    """The preposition and the name; only a small «le», or that of a town, merges with it."""
    article, _, reste = nom.partition(" ")
    if reste and article in {"le", "Le"}:
        return f"{singulier} {reste}"
    if reste and article in {"les", "Les"}:
        return f"{pluriel} {reste}"
    if simple == "de" and is_elided(nom) and not re.match(r"[lL][’']", nom):
        return f"d’{nom}"
    return f"{simple} {nom}"
