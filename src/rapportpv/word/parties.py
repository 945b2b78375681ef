"""Parts start a page, but not when that would leave one nearly empty."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from rapportpv.word.attente import Attente
from rapportpv.word.hauteurs import Regle, unfold
from rapportpv.word.ooxml import Element, make, w
from rapportpv.word.paragraphes import set_property
from rapportpv.word.styles import Styles
from rapportpv.word.zones import page_of

_COURTE = 45  # percent of a page: a part that takes less goes on below the one before
_VIDE = 45  # a page that is less full does not stop at the end of a part
_DEBUT = 6  # percent of a page: two lines of a paragraph, or of a table below its heading
_ESPACE = 510  # twips above a part that goes on


class _Mesure(Struct, frozen=True):
    """How high a block is, whether a page may end within, or not even after it."""

    haute: int
    separable: bool
    liee: bool


def flow_parts(corps: Element, styles: Styles, attente: Attente) -> None:
    """Let a part go on below the one before, where both would not fill their pages.

    Only for breaks that come from a style: what somebody put on one heading is their wish. The
    first part, however short, is not a tail of a full table of contents.
    """
    corps_seul = corps.find(w("body"))
    blocs = list(unfold(corps if corps_seul is None else corps_seul))
    titres = [n for n, bloc in enumerate(blocs) if bloc.tag == w("p") and _is_part(bloc, styles)]
    if not titres:
        return
    largeur, hauteur = page_of(blocs[titres[0]])
    regle = Regle(styles, largeur, attente)
    departs = [n - (n > 0 and _announces(blocs[n - 1], regle, styles)) for n in titres]
    communs = [0, *(regle.overlap(haut, bas) for haut, bas in pairwise(blocs))]
    mesures = [
        _Mesure(regle.height(bloc) - commun, regle.may_part(bloc), regle.keeps(bloc))
        for bloc, commun in zip(blocs, communs, strict=True)
    ]
    y = _advance(0, mesures[_after_section(blocs[: departs[0]]) : departs[0]], hauteur)
    for depart, fin in zip(departs, [*departs[1:], len(blocs)], strict=True):
        debut = blocs[depart]
        haute = sum(mesure.haute for mesure in mesures[depart:fin])
        if regle.breaks(debut) and not _has_own_break(debut):
            courte = depart != departs[0] and haute * 100 < _COURTE * hauteur
            if courte or y * 100 < _VIDE * hauteur:
                set_property(debut, make("pageBreakBefore", val="0"))
                set_property(debut, make("spacing", before=str(_ESPACE)))
                y += _ESPACE
            else:
                y = 0
        y = _advance(y, mesures[depart:fin], hauteur)


def _is_part(paragraphe: Element, styles: Styles) -> bool:
    return styles.niveau(paragraphe) == 1


def _announces(bloc: Element, regle: Regle, styles: Styles) -> bool:
    """Whether a paragraph starts the page of the heading that it stays with: «Partie 2»."""
    if bloc.tag != w("p") or styles.niveau(bloc):
        return False
    return regle.breaks(bloc) and regle.keeps(bloc)


def _has_own_break(paragraphe: Element) -> bool:
    return paragraphe.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None


def _after_section(blocs: Sequence[Element]) -> int:
    """The rank of the block after the last end of a section, the cover's; 0 without one."""
    fins = [n for n, bloc in enumerate(blocs) if bloc.find(f"{w('pPr')}/{w('sectPr')}") is not None]
    return fins[-1] + 1 if fins else 0


def _advance(y: int, mesures: Sequence[_Mesure], hauteur: int) -> int:
    """How far down its last page these blocks go, from that far down."""
    groupe: list[_Mesure] = []
    for mesure in mesures:
        groupe.append(mesure)
        if not mesure.liee:
            y = _place(y, groupe, hauteur)
            groupe = []
    return _place(y, groupe, hauteur) if groupe else y


def _place(y: int, groupe: Sequence[_Mesure], hauteur: int) -> int:
    """How far down blocks go that begin on one page: headings, and what they are of."""
    *titres, dernier = groupe
    debut = _DEBUT * hauteur // 100 if dernier.separable else dernier.haute
    tenue = sum(titre.haute for titre in titres) + min(debut, dernier.haute)
    depart = y if y + tenue <= hauteur else 0
    return (depart + sum(mesure.haute for mesure in groupe)) % hauteur
