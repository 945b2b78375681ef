"""The programming by cotation of equality between women and men, when actions have one."""

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

COTEES = Figure("egalite.actions", Unite.NOMBRE, "Actions cotées pour l’égalité")

_CHAMP = "egalite"
_EGALITE = Repartition(
    "par_egalite", "Budget intégrant l’égalité", _CHAMP, "cotation", "Cotation de l’action"
)


def sum_par_egalite(dossier: Dossier) -> Recolte:
    """The figure `egalite.actions` and its table; nothing when no supported action is rated."""
    recolte, dites = Recolte(), cells(dossier, _CHAMP)
    libelles = {cotation.code: cotation.libelle for cotation in dossier.reglages.egalite}
    if libelles.keys().isdisjoint(dites):
        return recolte
    numeros = dossier.programmation.actions.index.tolist()
    cotees = [n for n, dite in zip(numeros, dites, strict=True) if dite in libelles]
    sources = dossier.programmation.feuille.sources_de(cotees, _CHAMP)
    recolte.add(COTEES.of(len(cotees), sources))
    cles = {dite: dite if dite in libelles else NON_PRECISE for dite in dites}
    add_repartition(
        recolte, dossier, _EGALITE, Classement(cles, {**libelles, NON_PRECISE: "Non cotée"})
    )
    return recolte
