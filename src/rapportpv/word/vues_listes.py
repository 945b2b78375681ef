"""Parts of a template that are printed once for each table of a kind."""

from msgspec import Struct

from rapportpv.core.chiffre import Bilan
from rapportpv.core.identite import Identite
from rapportpv.word.marques import show_texte
from rapportpv.word.vues_tableaux import TableauAbsent, TableauMontre, Tableaux


class AxeMontre(Struct, frozen=True):
    """An axis of the FCS that has projects, and their table."""

    numero: int
    libelle: str
    tableau: TableauMontre | TableauAbsent

    def noms(self) -> list[str]:
        """What can follow the name of the axis."""
        return ["numero", "libelle", "tableau"]


class ListeMontree(Struct, frozen=True):
    """A list of actions of the annexe: what heads it, how many it has, and its table."""

    titre: str
    nombre: int
    tableau: TableauMontre

    def noms(self) -> list[str]:
        """What can follow the name of the list."""
        return ["titre", "nombre", "tableau"]


def list_axes(identite: Identite, tableaux: Tableaux) -> list[AxeMontre]:
    """The axes that have projects."""
    axes = (
        AxeMontre(axe.numero, show_texte(axe.libelle), tableaux[f"fcs_axe_{axe.numero}"])
        for axe in identite.axes_fcs
    )
    return [axe for axe in axes if axe.tableau]


def list_actions(bilan: Bilan, tableaux: Tableaux) -> list[ListeMontree]:
    """The lists of the annexe, in its order."""
    return [
        ListeMontree(show_texte(t.rubrique), len(t.lignes), montre)
        for t in bilan.tableaux.values()
        if t.rubrique and isinstance(montre := tableaux[t.nom], TableauMontre)
    ]
