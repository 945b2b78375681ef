"""How French prose speaks of the figures: the nouns that follow a count, the words around a share.

All patterns are for folded text (no case, no accents). A sentence is about a figure only when it
says so: what is left out here is never mistaken for a figure.
"""

from fractions import Fraction

from msgspec import Struct

PILIER = "{pilier}"
"""In a name of figure, the code of the one pilier that the sentence names."""

FCS = r"\bfcs\b|\bfonds de cohesion sociale\b"
"""The fund, whose name holds that of a pilier."""

_FONDS_DE_CONCOURS = r"\bfonds (?:de )?concours\b"
_NPNRU = r"\bnpnru\b|\brenouvellement urbain\b"
_ONT_ETE = r"(?: (?:ont|avaient) (?:ete|pu etre)| sont| etaient)?"
_RESTRICTION = r"\b(?:par|pour|en matiere|en faveur|dans|relevant|relevent|portee?s?)\b"
_UNE_PARTIE = r"\b(?:volontaires?|voisine?s?|membres?|communautaires?|ont|avaient)\b"
_PRESQUE = Fraction(1, 10)
_A_PEU_PRES = Fraction(1, 4)
_JAMAIS = r"(?!)"


class Denombrement(Struct, frozen=True):
    """What a typed count must be: the figure, the noun after the number, the sentence around."""

    nom: str
    suite: str  # right after the number
    avec: str = ""  # the sentence says so
    sans: str = _JAMAIS  # the sentence does not say so
    apres: str = _JAMAIS  # nor what follows the noun, up to the punctuation
    tolerance: Fraction = _PRESQUE  # further from the figure, it is a count of something else
    partiel: bool = True  # of a part of the territory or of the piliers, it is another count


class Proportion(Struct, frozen=True):
    """What a typed share must be: the figure, and the sentence around."""

    nom: str
    avec: str
    sans: str = _JAMAIS


DENOMBREMENTS = (
    Denombrement(
        "programmation.projets_deposes",
        rf"(?:projets?|dossiers?|actions?){_ONT_ETE} deposee?s?\b",
        apres=_RESTRICTION,
        tolerance=_A_PEU_PRES,
    ),
    Denombrement(
        "fcs.projets", r"(?:projets?|actions?)\b", FCS, r"\baxes?\b|\bdepose", _RESTRICTION
    ),
    Denombrement(
        "associations.total",
        r"(?:projets?|actions?)(?: [\w']+){0,6} associati(?:on|f|ve)s?\b",
        sans=FCS,
        tolerance=_A_PEU_PRES,
    ),
    Denombrement(
        "programmation.actions_soutenues",
        rf"(?:actions?|projets?){_ONT_ETE} (?:soutenu|retenu|finance)e?s?\b",
        sans=FCS,
        apres=_RESTRICTION,
        tolerance=_A_PEU_PRES,
    ),
    Denombrement(
        "fonds_de_concours.communes",
        r"communes?\b",
        _FONDS_DE_CONCOURS,
        _NPNRU,
        apres=_UNE_PARTIE,
        tolerance=_A_PEU_PRES,
        partiel=False,
    ),
    Denombrement(
        "territoire.communes",
        r"communes?\b",
        sans=_FONDS_DE_CONCOURS,
        apres=_UNE_PARTIE,
        partiel=False,
    ),
    Denombrement(
        "territoire.quartiers_etat",
        r"(?:quartiers? (?:prioritaires? )?(?:sont )?(?:reconnus? par|de) l'etat|qpv)\b",
        partiel=False,
    ),
    Denombrement(
        "territoire.quartiers",
        r"quartiers?\b",
        apres=_UNE_PARTIE,
        partiel=False,
    ),
)
"""In the order in which they are tried: the first that fits a number and its sentence is it."""

PROPORTIONS = (
    Proportion(f"credits_etat.piliers.{PILIER}.taux", r"\bcredits (?:specifiques )?de l'etat\b"),
    Proportion(f"associations.piliers.{PILIER}.taux", r"\bassociati(?:on|f|ve)s?\b"),
    Proportion(
        f"piliers.{PILIER}.taux",
        r"\bprogrammation\b",
        r"\bspecifiques?\b|\betat\b|\bregion|\bprojets?\b|\bactions?\b",
    ),
    Proportion(
        "credits_specifiques.taux", r"(?=.*\bcredits specifiques\b).*\bprogrammation\b", r"\betat\b"
    ),
)
"""The first that fits a share and its sentence is it; without a pilier named, only the last."""
