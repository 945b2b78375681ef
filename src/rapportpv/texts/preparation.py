"""A text of Markdown made ready for its parser: comments out, calls of figures out of its reach."""

import re
from bisect import bisect_right

from msgspec import Struct

from rapportpv.core.textes import ACCOLADES, replace_commentaires

_PREMIER = 0xF0000  # a private character for each call: nothing that Markdown understands
_PRIVES = re.compile("[\U000f0000-\U000ffffd]")
_PUCE = re.compile(r"^(\s*)[•·▪‣◦●]\s+")
_IMAGE = re.compile(r"(?P<alt>!\[[^\[\]\n]*+\]\()(?P<chemin>[^)\[\n]*+)\)")
_FICHIER_A_ESPACES = re.compile(r'[^<>"\s](?=[^<>"]* )[^<>"]*\.\w{3,4}')


class Source(Struct, frozen=True):
    """A text ready to be parsed, what its private characters stand for, where its lines were."""

    texte: str
    appels: tuple[str, ...]
    retraits: tuple[int, ...]  # the lines, after which each line break in a call was taken out

    def restore(self, texte: str) -> str:
        """The text, its calls put back."""
        return _PRIVES.sub(lambda prive: self._appel(prive[0]), texte)

    def numero(self, ligne: int) -> int:
        """The number in the file of a line of the parsed text, both counted as they are: 0, 1."""
        return ligne + 1 + bisect_right(self.retraits, ligne - 1)

    def _appel(self, prive: str) -> str:
        rang = ord(prive) - _PREMIER
        return self.appels[rang] if rang < len(self.appels) else ""


def prepare(contenu: str) -> Source:
    """The text without comments, its calls each a single character, its oddities put right."""
    sans_prives = _PRIVES.sub("", contenu)
    nu = replace_commentaires(sans_prives, lambda dit: "\n" * dit.count("\n"))
    appels: list[str] = []
    retraits: list[int] = []
    morceaux: list[str] = []
    fait = lignes = 0
    for trouve in ACCOLADES.finditer(nu):
        morceaux.append(nu[fait : trouve.start()])
        lignes += morceaux[-1].count("\n")
        retraits += [lignes] * trouve[0].count("\n")
        morceaux.append(chr(_PREMIER + len(appels)))
        appels.append(trouve[0])
        fait = trouve.end()
    texte = "".join((*morceaux, nu[fait:]))
    ligne_a_ligne = (_PUCE.sub(r"\1- ", ligne) for ligne in texte.split("\n"))
    texte = _IMAGE.sub(_enclose, "\n".join(ligne_a_ligne))
    return Source(texte, tuple(appels), tuple(retraits))


def _enclose(image: re.Match[str]) -> str:
    """The picture, the path between «<» and «>» that Markdown wants where it has spaces."""
    chemin, guillemet, titre = image["chemin"].strip().partition('"')
    nu = chemin.rstrip()
    ferme = not guillemet or (titre.endswith('"') and '"' not in titre[:-1] and nu != chemin)
    if not (ferme and _FICHIER_A_ESPACES.fullmatch(nu)):
        return image[0]
    return f"{image['alt']}<{nu}>{chemin[len(nu) :]}{guillemet}{titre})"
