"""The shared texts, taken out of their XML; calamine is asked for those in doubt."""

import re

import numpy as np

from rapportpv.reading.classeur.partages import Partages
from rapportpv.reading.classeur.sondes import ask_textes

_ENTREE = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_DEBUT, _FIN = "<si><t>", "</t></si>"
_SIGNES = ("&", "\r", "\x85", "\u2028", "_x")  # that a reader of XML, or Excel, means otherwise


def list_textes(partages: Partages) -> list[str] | None:
    """The texts in order; None when they are not written as most are."""
    if partages.brut is None:
        return []
    tete, corps = _read_corps(partages.xml)
    textes = _split(corps) if corps else None
    if textes is None or not len(textes) == corps.count("<si>") == corps.count("</si>"):
        return None
    douteux = _find_douteux(textes, corps, bords=_has_bords(partages.xml))
    if not douteux:
        return textes
    bruts = [t if "<" in t else f"<t>{t}</t>" for t in map(textes.__getitem__, douteux)]
    lus = ask_textes(tete, bruts)
    if lus is None:
        return None
    for rang, lu in zip(douteux, lus, strict=True):
        textes[rang] = lu
    return textes


def _read_corps(xml: bytes) -> tuple[str, str]:
    """What precedes the entries, and the entries; none when they are not written as most are."""
    try:
        texte = xml.decode().rstrip()
    except UnicodeDecodeError:
        return "", ""
    debut, fin = texte.find("<si>"), texte.rfind("</sst>")
    corps = texte[debut:fin].rstrip()
    usuel = debut > 0 and texte.endswith("</sst>") and corps.endswith("</si>")
    autres = any(signe in corps for signe in ("<si/", "<si ", "<?"))
    return (texte[:debut], corps) if usuel and not autres else ("", "")


def _split(corps: str) -> list[str] | None:
    """The entries: the text of those that hold nothing else, the XML of the others."""
    morceaux = corps.split(_FIN + _DEBUT)
    autres = {rang for rang, morceau in enumerate(morceaux) if "<" in morceau}
    textes: list[str] = []
    depuis = 0
    for rang in sorted(autres):
        textes += morceaux[depuis:rang]
        depuis = rang + 1
        debut = "" if rang == 0 else _DEBUT
        fin = "" if rang == len(morceaux) - 1 else _FIN
        entrees = debut + morceaux[rang] + fin
        if _ENTREE.sub("", entrees).strip():
            return None
        textes += map(_strip, _ENTREE.findall(entrees))
    return textes + morceaux[depuis:]


def _strip(entree: str) -> str:
    seul = entree.startswith("<t>") and entree.endswith("</t>") and entree.count("<") == 2
    return entree[3:-4] if seul else entree


def _has_bords(xml: bytes) -> bool:
    """Whether a blank stands right after a tag, or right before one."""
    octets = np.frombuffer(xml, np.uint8)
    blancs = octets <= ord(" ")
    avant, apres = octets[:-1] == ord(">"), octets[1:] == ord("<")
    return bool((avant & blancs[1:]).any() or (blancs[:-1] & apres).any())


def _find_douteux(textes: list[str], corps: str, *, bords: bool) -> list[int]:
    """The entries that are more than a plain text, by rank."""
    signes = ["<", *(signe for signe in _SIGNES if signe in corps)]
    douteux = {rang for signe in signes for rang, texte in enumerate(textes) if signe in texte}
    if bords:
        douteux.update(rang for rang, texte in enumerate(textes) if texte != texte.strip())
    return sorted(douteux)
