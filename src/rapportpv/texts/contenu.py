"""What runs inside a paragraph, put in order: calls of figures, spaces, French typography."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from rapportpv.core.prose import Appel, Contenu, EnLigne, Fragment, Retour
from rapportpv.core.textes import ACCOLADES, FILTRES, list_filtres, read_appel
from rapportpv.french.typographie import format_prose

_COUTURE = "\U00010400"  # a letter that no French text has: two styles meet there
_ADRESSE = re.compile(r"((?:https?://|www\.)[^\s\u00a0]+|(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]+)")
_BLANCS = re.compile(r"[ \t\n\r]+")
_INTERDITS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # in XML
_COLLE = re.compile("(?<![ \u00a0\u202f])[ \u00a0\u202f]+$")
_PONCTUATION = tuple(";:!?%€»")


def make_contenu(elements: Iterable[EnLigne]) -> Contenu:
    """The elements as they are printed: no empty one, no space too many, nothing to merge."""
    suite = _merge(elements)
    if any(isinstance(e, Fragment) and "{" in e.texte for e in suite):
        suite = _merge(e for siens in _runs(suite) for e in _extract(siens))
    contenu = _trim(suite)
    if all(isinstance(e, Fragment) and not e.texte.strip() for e in contenu):
        return ()
    return tuple(_merge(_set_typographie(_move_spaces(contenu))))


def clean(texte: str) -> str:
    """The text without what no document can hold."""
    return _INTERDITS.sub("", texte).replace(_COUTURE, "")


def _runs(elements: Iterable[EnLigne]) -> Iterator[list[EnLigne]]:
    for _, suite in groupby(elements, lambda e: isinstance(e, Fragment)):
        yield list(suite)


def _extract(suite: list[EnLigne]) -> Iterator[EnLigne]:
    """The elements, calls of figures taken out of the fragments, over which they may be split."""
    fragments = [e for e in suite if isinstance(e, Fragment)]
    if not fragments:
        yield from suite
        return
    texte, fait = "".join(f.texte for f in fragments), 0
    for trouve in ACCOLADES.finditer(texte):
        yield from _slice(fragments, fait, trouve.start())
        fait = trouve.end()
        expression = read_appel(trouve[0])
        if expression is not None:
            style = next(_slice(fragments, trouve.start(), fait))
            yield Appel(_known(expression), style.gras, style.italique)
        elif not trouve[0].startswith("{%"):
            yield from _slice(fragments, trouve.start(), fait)
    yield from _slice(fragments, fait, len(texte))


def _known(expression: str) -> str:
    """The expression, without its filters when one of them means nothing: that is told."""
    connus = all(filtre in FILTRES for filtre in list_filtres(expression))
    return expression if connus else expression.partition("|")[0].strip()


def _slice(fragments: list[Fragment], debut: int, fin: int) -> Iterator[Fragment]:
    position = 0
    for fragment in fragments:
        texte = fragment.texte[max(0, debut - position) : max(0, fin - position)]
        position += len(fragment.texte)
        if texte:
            yield replace(fragment, texte=texte)


def _merge(elements: Iterable[EnLigne]) -> list[EnLigne]:
    """The elements, neighbours of one style made one, runs of spaces made single."""
    faits: list[EnLigne] = []
    for genre, suite in groupby(elements, _style):
        if genre is None:
            faits += suite
        elif texte := "".join(e.texte for e in suite if isinstance(e, Fragment)):
            faits.append(Fragment(_BLANCS.sub(" ", clean(texte)), *genre))
    return [e for e in faits if not isinstance(e, Fragment) or e.texte]


def _style(element: EnLigne) -> tuple[bool, bool, str] | None:
    """What two neighbouring fragments must share to be one."""
    if isinstance(element, Fragment):
        return element.gras, element.italique, element.lien
    return None


def _trim(elements: list[EnLigne]) -> list[EnLigne]:
    """The elements without line breaks nor spaces at either end of a line."""
    while elements and isinstance(elements[0], Retour):
        elements = elements[1:]
    while elements and isinstance(elements[-1], Retour):
        elements = elements[:-1]
    bornes = [Retour(), *elements, Retour()]
    faits: list[EnLigne] = []
    for avant, element, apres in zip(bornes, elements, bornes[2:], strict=False):
        if isinstance(element, Fragment):
            texte = element.texte.lstrip(" ") if isinstance(avant, Retour) else element.texte
            texte = texte.rstrip(" ") if isinstance(apres, Retour) else texte
            if texte:
                faits.append(replace(element, texte=texte))
        else:
            faits.append(element)
    return faits if len(faits) == len(elements) else _trim(faits)


def _move_spaces(elements: list[EnLigne]) -> list[EnLigne]:
    """«**Objectif **:» as «**Objectif** :»: a space goes with the sign that it stands before."""
    faits = list(elements)
    for rang in range(len(faits) - 1):
        un, autre = faits[rang], faits[rang + 1]
        if isinstance(un, Fragment) and isinstance(autre, Fragment):
            blanc = _COLLE.search(un.texte)
            if blanc and blanc.start() and autre.texte.startswith(_PONCTUATION):
                faits[rang] = replace(un, texte=un.texte[: blanc.start()])
                faits[rang + 1] = replace(autre, texte=" " + autre.texte)
    return faits


def _set_typographie(elements: list[EnLigne]) -> Iterator[EnLigne]:
    """The elements in French typography, which looks across styles and leaves addresses alone."""
    morceaux = [_ADRESSE.split(e.texte) if isinstance(e, Fragment) else ["", ""] for e in elements]
    a_plat = [("" if rang % 2 else m) for suite in morceaux for rang, m in enumerate(suite)]
    mis = iter(format_prose(_COUTURE.join(a_plat)).split(_COUTURE))
    for element, suite in zip(elements, morceaux, strict=True):
        textes = [next(mis) for _ in suite]
        if isinstance(element, Fragment):
            textes[1::2] = suite[1::2]
            if texte := "".join(textes):
                yield replace(element, texte=texte)
        else:
            yield element
