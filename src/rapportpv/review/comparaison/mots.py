"""The words that changed in a paragraph, as a person would mark them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from rapportpv.review.comparaison.texte import NUMERO, OBJET, Mot, Texte
from rapportpv.review.suites import Paire, common

_COURTS = 3  # letters: shorter words alone between two changes are of the change


class Ecart(Struct, frozen=True):
    """A stretch of a paragraph and what stands there now; `nom` when both are one figure."""

    debut: int
    fin: int
    vers: int
    jusque: int
    nom: str = ""


def diff_mots(avant: Texte, apres: Texte) -> tuple[Ecart, ...]:
    """What changed, in order; nothing when the texts are the same."""
    if avant.texte == apres.texte:
        return ()
    bords = _bounds(avant.mots), _bounds(apres.mots)
    ecarts = []
    for debut, fin, vers, jusque in _list_ecarts(avant.mots, apres.mots):
        siens, leurs = avant.mots[debut:fin], apres.mots[vers:jusque]
        places = bords[0][debut], bords[0][fin], bords[1][vers], bords[1][jusque]
        ecarts.append(Ecart(*places, _name(siens, leurs)))
    return tuple(ecarts)


def is_visible(ecart: Ecart, avant: Texte, apres: Texte) -> bool:
    """Whether a person would see it: neither another kind of space, nor a number of Word's own."""
    if ecart.nom.startswith(NUMERO):
        return False
    siens, leurs = avant.texte[ecart.debut : ecart.fin], apres.texte[ecart.vers : ecart.jusque]
    return _fold(siens) != _fold(leurs)


def _name(siens: Sequence[Mot], leurs: Sequence[Mot]) -> str:
    """The figure that both are; its control may be lost on one side, where a number stands."""
    noms = {mot.nom for mot in (*siens, *leurs)} - {""}
    if len(noms) != 1 or not siens or not leurs:
        return ""
    nus = [mots for mots in (siens, leurs) if not any(mot.nom for mot in mots)]
    if all(len(mots) == 1 or mots in nus for mots in (siens, leurs)) and all(
        len([m for m in mots if not m.texte.isspace()]) == 1 and mots[0].texte[:1].isdigit()
        for mots in nus
    ):
        return noms.pop()
    return ""


def _fold(texte: str) -> str:
    return " ".join(texte.replace(OBJET, "").split())


def _bounds(mots: Sequence[Mot]) -> list[int]:
    """Where each word begins, and where the last one ends."""
    return [*(mot.debut for mot in mots), mots[-1].fin if mots else 0]


def _list_ecarts(avant: Sequence[Mot], apres: Sequence[Mot]) -> Iterator[tuple[int, int, int, int]]:
    """The ranks of the words that changed; a change of figure stands by itself."""
    egaux = _keep_long(avant, len(apres), _match(avant, apres))
    i, j = 0, 0
    for k, m in (*egaux, (len(avant), len(apres))):
        if i < k or j < m:
            yield i, k, j, m
        if k < len(avant) and avant[k].texte != apres[m].texte:
            yield k, k + 1, m, m + 1  # one figure, written otherwise
        i, j = k + 1, m + 1


def _match(avant: Sequence[Mot], apres: Sequence[Mot]) -> list[Paire]:
    """The words that both have, in order; a figure is the same whatever it says."""
    communs = {m.nom for m in avant if m.nom} & {m.nom for m in apres if m.nom}
    siens, leurs = (
        [(True, m.nom) if m.nom in communs else (False, m.texte) for m in mots]
        for mots in (avant, apres)
    )
    return common(siens, leurs)


def _keep_long(avant: Sequence[Mot], autres: int, egaux: list[Paire]) -> list[Paire]:
    """Without the little words that are left alone between two changes."""
    gardes: list[Paire] = []
    blocs = [
        [paire for _, paire in groupe]
        for _, groupe in groupby(enumerate(egaux), lambda e: (e[1][0] - e[0], e[1][1] - e[0]))
    ]
    for bloc in blocs:
        mots = [avant[i] for i, _ in bloc]
        au_bord = bloc[0] == (0, 0) or bloc[-1] == (len(avant) - 1, autres - 1)
        lettres = sum(len(mot.texte.strip()) for mot in mots)
        if au_bord or lettres > _COURTS or any(mot.nom or mot.texte == OBJET for mot in mots):
            gardes += bloc
    return gardes
