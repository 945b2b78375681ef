"""Parts start a page, but not when that would leave one nearly empty."""

from collections.abc import Sequence

from rapportpv.word.hauteurs import Regle, unfold
from rapportpv.word.ooxml import Element, make, w
from rapportpv.word.paragraphes import set_property
from rapportpv.word.styles import Styles
from rapportpv.word.zones import page_of

_COURTE = 45  # percent of a page: a part that takes less goes on below the one before
_VIDE = 45  # a page that is less full does not stop at the end of a part
_ESPACE = "510"  # twips above a part that goes on


def flow_parts(corps: Element, styles: Styles) -> None:
    """Let a part go on below the one before, where both would not fill their pages.

    Only for breaks that come from a style: what somebody put on one heading is their wish.
    """
    corps_seul = corps.find(w("body"))
    blocs = list(unfold(corps if corps_seul is None else corps_seul))
    departs = [n for n, bloc in enumerate(blocs) if bloc.tag == w("p") and _is_part(bloc, styles)]
    if not departs:
        return
    largeur, hauteur = page_of(blocs[departs[0]])
    regle = Regle(styles, largeur)
    y = _advance(0, _since_section(blocs[: departs[0]]), regle, hauteur)
    for depart, fin in zip(departs, [*departs[1:], len(blocs)], strict=True):
        partie = blocs[depart:fin]
        haute = sum(map(regle.height, partie))
        if regle.breaks(partie[0]) and not _has_own_break(partie[0]):
            if haute * 100 < _COURTE * hauteur or y * 100 < _VIDE * hauteur:
                set_property(partie[0], make("pageBreakBefore", val="0"))
                set_property(partie[0], make("spacing", before=_ESPACE))
            else:
                y = 0
        y = _advance(y, partie, regle, hauteur)


def _is_part(paragraphe: Element, styles: Styles) -> bool:
    return styles.niveau(paragraphe) == 1


def _has_own_break(paragraphe: Element) -> bool:
    return paragraphe.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


def _since_section(blocs: Sequence[Element]) -> Sequence[Element]:
    """The blocks after the last end of a section, the cover's."""
    fins = [n for n, bloc in enumerate(blocs) if bloc.find(f"{w('pPr')}/{w('sectPr')}") is not None]
    return blocs[fins[-1] + 1 :] if fins else blocs


def _advance(y: int, blocs: Sequence[Element], regle: Regle, hauteur: int) -> int:
    """How far down its last page these blocks go, from that far down."""
    for bloc in blocs:
        haute = regle.height(bloc)
        long = bloc.tag == w("tbl") and haute > hauteur
        y = y + haute if long or y + haute <= hauteur else haute
        y %= hauteur
    return y
