"""What the words of a row are signs of: a total, a section, a note, a measure."""

import re
from collections.abc import Sequence
from typing import Any

from rapportpv.french.lexique import fold

_MOT = r"(?:(?:sous|s)[-/. ]*)?(?:total|totaux)"
_TOTAL = re.compile(rf"[=>* ]*(?:grand |le |montant )?{_MOT}(?:[^a-z]|$)")
_TOTAL_AU_BOUT = re.compile(rf".*[ :–-]{_MOT}[ :.]*")
TOTAL_SEUL = re.compile(rf"[=>* ]*(?:grand |le )?{_MOT}(?: general| global)?[_ ]?\d*[ :.*]*")
"""A text that says «total» and nothing else."""
_RANG = r"(?:\d{1,2}|[ivx]{1,4}|[a-h])"
_VOLET = r"(?:pilier|axe|theme|thematique|volet|objectif|orientation|enjeu|priorite)"
REPERE = re.compile(rf"(?:{_VOLET}(?: n°)? ?{_RANG}|{_RANG}[.):–-])(?![a-z0-9])")
"""What stands before a title: «Pilier 1», «2.», «III –»."""
SECTION = re.compile(rf"(?:{_VOLET}(?: n°)? ?{_RANG}(?![a-z0-9])|{_RANG} ?[.):–-] ?[^\W\d]{{2}})")
"""A title of a section, told by its rank."""
_MESURE = re.compile(  # what a row of numbers says that are no amounts to be added
    r"(?:%|parts?|taux|pourcentage|nombre|nb|moyenne|evolution|ecart|rappel|pour memoire|dont)"
    r"(?:[^a-z]|$)"
)
_BUDGET = re.compile(  # what a row below the total sets it against
    r"(?:enveloppe|dotation|plafond|budget|reste|reliquat|solde|disponible|credits?)(?:[^a-z]|$)"
)
_NOTE = re.compile(
    r"(?:sources?|notes?|nota|nb|n\.b\.|legende|fait a|mise? a jour|edite|arrete|\*+|\(\d\))"
    r"(?:[^a-z]|$)"
)
_SIGNES_DE_NOTE = re.compile(r"[:\d*]|\.$")


def total_label(ligne: Sequence[Any]) -> str:
    """The words of a total row: «Sous-total Emploi», «TOTAL_1»; empty when it has none."""
    textes = [v.strip() for v in ligne if isinstance(v, str) and v.strip()]
    return next((t for t in textes if is_total([fold(t)])), textes[0] if textes else "")


def is_total(plies: Sequence[str]) -> bool:
    """Whether the folded texts of a row are those of a total: the first of them tells."""
    premier = plies[0] if plies else ""
    return bool(
        _TOTAL.match(premier)
        or _TOTAL_AU_BOUT.fullmatch(premier)
        or any(map(TOTAL_SEUL.fullmatch, plies))
    )


def is_numbering(remplies: Sequence[Any]) -> bool:
    """Whether the cells are 1, 2, 3, 4…: columns numbered below their headings."""
    if len(remplies) < 4 or str(remplies[0]).strip("() ") != "1":
        return False
    return [str(v).strip("() ") for v in remplies] == [str(n + 1) for n in range(len(remplies))]


def is_measure(remplies: Sequence[Any]) -> bool:
    """Whether a row with at most a label holds shares, counts, another year’s amounts."""
    textes = [v for v in remplies if isinstance(v, str)]
    nombres = [v for v in remplies if isinstance(v, int | float)]
    parts = nombres and all(isinstance(n, float) and abs(n) <= 1 for n in nombres)
    return len(textes) < 2 and bool(parts or (textes and _MESURE.match(fold(textes[0]))))


def is_budget(remplies: Sequence[Any]) -> bool:
    """Whether a row with one label says what may be spent, or is left of it."""
    textes = [v for v in remplies if isinstance(v, str)]
    return len(textes) == 1 and bool(_BUDGET.match(fold(textes[0])))


def looks_noted(valeur: Any) -> bool:
    """Whether a cell begins as a note does: «Source», «NB», «(1)»."""
    return isinstance(valeur, str) and bool(_NOTE.match(fold(valeur)))


def looks_like_note(valeur: Any) -> bool:
    """Whether a text alone in its row is no name: «Source : INSEE 2022», «NB»."""
    return looks_noted(valeur) or bool(_SIGNES_DE_NOTE.search(str(valeur).strip()))


def is_blank(valeur: Any) -> bool:
    """Whether a cell holds nothing, or spaces."""
    return valeur is None or (isinstance(valeur, str) and not valeur.strip())
