"""Parts start a page, but not when that would leave one nearly empty."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapportpv.word.hauteurs import Regle, unfold
from rapportpv.word.ooxml import Element, make, w
from rapportpv.word.paragraphes import set_property
from rapportpv.word.styles import Styles
from rapportpv.word.zones import page_of

_COURTE = 45  # percent of a page: a part that takes less goes on below the one before
_VIDE = 45  # a page that is less full does not stop at the end of a part
_ESPACE = "510"  # twips above a part that goes on


@dataclass(frozen=True)
class _Mesure:
    """How high a block is, and whether it may be cut."""

    haute: int
    tableau: bool


def flow_parts(corps: Element, styles: Styles) -> None:
    """Let a part go on below the one before, where both would not fill their pages.

    Only for breaks that come from a style: what somebody put on one heading is their wish. The
    first part, however short, is not a tail of a full table of contents.
    """
    corps_seul = corps.find(w("body"))
    blocs = list(unfold(corps if corps_seul is None else corps_seul))
    departs = [n for n, bloc in enumerate(blocs) if bloc.tag == w("p") and _is_part(bloc, styles)]
    if not departs:
        return
    largeur, hauteur = page_of(blocs[departs[0]])
    regle = Regle(styles, largeur)
    mesures = [_Mesure(regle.height(bloc), bloc.tag == w("tbl")) for bloc in blocs]
    y = _advance(0, mesures[_after_section(blocs[: departs[0]]) : departs[0]], hauteur)
    for depart, fin in zip(departs, [*departs[1:], len(blocs)], strict=True):
        titre = blocs[depart]
        haute = sum(mesure.haute for mesure in mesures[depart:fin])
        if regle.breaks(titre) and not _has_own_break(titre):
            courte = depart != departs[0] and haute * 100 < _COURTE * hauteur
            if courte or y * 100 < _VIDE * hauteur:
                set_property(titre, make("pageBreakBefore", val="0"))
                set_property(titre, make("spacing", before=_ESPACE))
            else:
                y = 0
        y = _advance(y, mesures[depart:fin], hauteur)


def _is_part(paragraphe: Element, styles: Styles) -> bool:
    return styles.niveau(paragraphe) == 1


def _has_own_break(paragraphe: Element) -> bool:
    return paragraphe.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


def _after_section(blocs: Sequence[Element]) -> int:
    """The rank of the block after the last end of a section, the cover's; 0 without one."""
    fins = [n for n, bloc in enumerate(blocs) if bloc.find(f"{w('pPr')}/{w('sectPr')}") is not None]
    return fins[-1] + 1 if fins else 0


def _advance(y: int, mesures: Sequence[_Mesure], hauteur: int) -> int:
    """How far down its last page these blocks go, from that far down."""
    for mesure in mesures:
        long = mesure.tableau and mesure.haute > hauteur
        y = y + mesure.haute if long or y + mesure.haute <= hauteur else mesure.haute
        y %= hauteur
    return y
