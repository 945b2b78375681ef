"""Which sheets of a workbook are worth reading."""

from collections.abc import Sequence

from rapportpv.core.plan import Plan
from rapportpv.french.lexique import Entree, Lexique


def choose_voulues(plans: Sequence[Plan], noms: Sequence[str]) -> list[str]:
    """Of those names, the sheets of these plans; all, when one has no sheet of its name.

    It is then found by its headings, which may be those of any.
    """
    voulues: list[str] = []
    for plan in plans:
        lexique = Lexique((Entree(plan.nom, plan.feuille),))
        memes = [nom for nom in noms if lexique.rank(nom) is not None]
        if not memes:
            return list(noms)
        voulues += memes
    return voulues
