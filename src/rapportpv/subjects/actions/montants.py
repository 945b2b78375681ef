"""What an action costs, and what it is granted: by all funders, and by each."""

from collections.abc import Sequence
from functools import lru_cache

from rapportpv.core.dossier import Dossier
from rapportpv.subjects.actions.colonnes import COUT, CREDITS, PAYEUR
from rapportpv.subjects.programmation.figures import sum_par_action


def list_cents(dossier: Dossier, colonne: str, rangs: Sequence[int]) -> list[int | None]:
    """The cents of a column for the actions at those places; None for a cost that is not known."""
    if colonne == COUT:
        couts = dossier.programmation.actions[COUT].iloc[list(rangs)]
        return [None if nul else int(c) for c, nul in zip(couts, couts.isna(), strict=True)]
    if colonne == CREDITS:
        tous = sum_par_action(dossier)
        return [tous[rang] for rang in rangs]
    actions = dossier.programmation.actions.index.tolist()
    siens = _sum_par_financeur(dossier).get(colonne, {})
    return [siens.get(actions[rang], 0) for rang in rangs]


@lru_cache(maxsize=1)
def _sum_par_financeur(dossier: Dossier) -> dict[str, dict[int, int]]:
    """What each funder grants to each project, in cents, by the column of a list and by row."""
    sommes = dossier.programmation.soutenues.groupby(["financeur", "projet"])["montant"].sum()
    par_payeur: dict[str, dict[int, int]] = {}
    for (financeur, projet), cents in zip(sommes.index.tolist(), sommes.tolist(), strict=True):
        par_payeur.setdefault(PAYEUR.format(financeur), {})[projet] = cents
    return par_payeur
