"""The words of a whole column folded at once: as `fold` and `squash` do, text by text."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from rapportpv.french.lexique import MEMES_SIGNES, fold, normalise, squash

_SIGNES = re.compile(r"[^\w\s]|_")
_PONCTUATION = "".join(filter(_SIGNES.match, map(chr, range(128)))).encode()
_PAQUET = 1000  # texts folded together: one that is not plain sends its neighbours the slow way


def fold_all(textes: Sequence[str]) -> list[str]:
    """Each text without case, accents, ligatures, and runs of spaces."""
    return _pack(textes, _fold_plain, fold)


def squash_all(textes: Sequence[str]) -> list[str]:
    """Each text folded, without punctuation."""
    return _pack(textes, _squash_plain, squash)


def _pack(
    textes: Sequence[str], plain: Callable[[str], str], slow: Callable[[str], str]
) -> list[str]:
    uniques = list(dict.fromkeys(textes))
    if 2 * len(uniques) < len(textes):
        par_texte = dict(zip(uniques, _pack(uniques, plain, slow), strict=True))
        return [par_texte[texte] for texte in textes]
    plies: list[str] = []
    for debut in range(0, len(textes), _PAQUET):
        paquet = textes[debut : debut + _PAQUET]
        ensemble = "\n".join(paquet)
        if _is_plain(ensemble, len(paquet)):
            plies += plain(ensemble).split("\n")
        else:
            plies += map(slow, paquet)
    return plies


def _is_plain(ensemble: str, combien: int) -> bool:
    """Whether lines have no space but single ones between words, and nothing that is not seen."""
    return (
        ensemble.count("\n") == combien - 1
        and ensemble.replace("\n", "").isprintable()
        and "  " not in ensemble
        and " \n" not in ensemble
        and "\n " not in ensemble
        and ensemble == ensemble.strip(" ")
    )


def _fold_plain(ensemble: str) -> str:
    if ensemble.isascii():
        return ensemble.lower()
    compose = unicodedata.normalize("NFC", ensemble)
    for signe, lettres in MEMES_SIGNES.items():
        compose = compose.replace(signe, lettres)
    decompose = unicodedata.normalize("NFD", compose)
    for marque in filter(unicodedata.combining, set(decompose)):
        decompose = decompose.replace(marque, "")
    return decompose.casefold()


def _drop_punctuation(plie: str) -> str:
    if plie.isascii():  # bytes are dropped ten times as fast
        return plie.encode().translate(None, _PONCTUATION).decode()
    return _SIGNES.sub("", plie)


def _squash_plain(ensemble: str) -> str:
    nu = _drop_punctuation(_fold_plain(ensemble))
    if "  " in nu or " \n" in nu or "\n " in nu or nu != nu.strip(" "):
        return "\n".join(map(normalise, nu.split("\n")))
    return nu if nu.isascii() else unicodedata.normalize("NFC", nu)
