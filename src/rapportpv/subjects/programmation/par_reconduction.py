"""The programming's new actions, and those that go on from a year before."""

from rapportpv.core.chiffre import Figure, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.subjects.programmation.repartition import (
    NON_PRECISE,
    Classement,
    Repartition,
    add_repartition,
    cells,
)
from rapportpv.subjects.programmation.sheet import NOUVELLE, RECONDUITE

FIGURES = {
    NOUVELLE: Figure("reconduction.nouvelles", Unite.NOMBRE, "Actions nouvelles"),
    RECONDUITE: Figure("reconduction.reconduites", Unite.NOMBRE, "Actions reconduites"),
}
"""The figures, by the word of the column that each counts."""

_CHAMP = "reconduction"
_RECONDUCTIONS = Repartition(
    "par_reconduction", "Actions nouvelles et reconduites", _CHAMP, "reconduction", "Actions"
)
_LIBELLES = {
    NOUVELLE: "Actions nouvelles",
    RECONDUITE: "Actions reconduites",
    NON_PRECISE: "Non précisé",
}


def sum_par_reconduction(dossier: Dossier) -> Recolte:
    """The figures `reconduction.*` and their table; nothing when no supported action says it."""
    recolte, dites = Recolte(), cells(dossier, _CHAMP)
    if FIGURES.keys().isdisjoint(dites):
        return recolte
    actions = dossier.programmation.actions
    for code, figure in FIGURES.items():
        siennes = actions.index[actions[_CHAMP] == code]
        sources = dossier.programmation.feuille.sources_de(siennes, _CHAMP)
        recolte.add(figure.of(len(siennes), sources))
    cles = {dite: dite if dite in FIGURES else NON_PRECISE for dite in dict.fromkeys(dites)}
    add_repartition(recolte, dossier, _RECONDUCTIONS, Classement(cles, _LIBELLES))
    return recolte
