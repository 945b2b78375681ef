"""The lists of the supported actions, a table a group, from the best funded down."""

from collections.abc import Sequence
from operator import itemgetter

import pandas as pd
from msgspec import Struct

from rapportpv.core.chiffre import Cellule, Cellules, Ligne, Lignes, Tableau
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, montant
from rapportpv.core.rangees import records
from rapportpv.core.sources import Sources
from rapportpv.french.lexique import fold
from rapportpv.subjects.actions.colonnes import CREDITS, choose_colonnes, is_amount
from rapportpv.subjects.actions.groupes import Groupe, part_actions
from rapportpv.subjects.actions.montants import list_cents
from rapportpv.subjects.actions.mots import Action, word_columns, word_total

_NOM = "actions_{}"
_CHAMPS = {"action": "intitule"}  # the others are called as in the sheet


def list_actions(dossier: Dossier) -> Recolte:
    """A table `actions_PILIER` for each pilier, or `actions_quartier_NOM` for each quartier.

    Nothing when the settings do not want them.
    """
    recolte = Recolte()
    for groupe in part_actions(dossier) if dossier.reglages.annexe.actions else ():
        nom = _NOM.format(groupe.cle)
        while nom in recolte.tableaux:  # two quartiers may differ by a sign that no name has
            nom += "_bis"
        recolte.tableaux[nom] = _list(dossier, groupe, nom)
    return recolte


def _list(dossier: Dossier, groupe: Groupe, nom: str) -> Tableau:
    colonnes = choose_colonnes(dossier, groupe)
    liste = _Liste(dossier, groupe, tuple(colonne.nom for colonne in colonnes))
    return Tableau(
        nom,
        f"Actions soutenues : {groupe.rubrique}",
        tuple(colonnes),
        Lignes(len(groupe.rangs), liste.list_lignes),
        Ligne(Cellules(liste.add_up)),
        Sources(liste.quote),
        groupe.rubrique,
    )


class _Liste(Struct, frozen=True):
    """A list, whose columns are called so, worked out when somebody looks at it."""

    dossier: Dossier
    groupe: Groupe
    noms: tuple[str, ...]

    def list_lignes(self) -> list[Ligne]:
        """A line an action, the best funded first; equals by their names, in any order of rows."""
        recus = list_cents(self.dossier, CREDITS, self.groupe.rangs)
        montants, dire = self._montants(), word_columns(self.dossier)

        def cell(nom: str, place: int, action: Action) -> Cellule:
            return _amount(montants[nom][place]) if nom in montants else dire[nom](action)

        rangees: list[tuple[tuple[object, ...], Ligne]] = []
        for place, action in enumerate(records(self._actions())):
            cellules = {nom: cell(nom, place, action) for nom in self.noms}
            noms = fold(action["intitule"]), fold(action["operateur"])
            rang = (-(recus[place] or 0), *noms, *map(str, cellules.values()))
            rangees.append((rang, Ligne(cellules)))
        return [ligne for _, ligne in sorted(rangees, key=itemgetter(0))]

    def add_up(self) -> dict[str, Cellule]:
        """What the lines come to, by column."""
        montants = self._montants()
        mots = [nom for nom in self.noms if nom not in montants]
        operateurs = self._actions()["operateur"].unique().tolist()
        dits = word_total(mots, len(self.groupe.rangs), operateurs)
        return {**dits, **{nom: _total(siens) for nom, siens in montants.items()}}

    def quote(self) -> Sequence[str]:
        """The cells that the lines come from: what is printed of the sheet, and all the amounts."""
        programmation = self.dossier.programmation
        feuille = programmation.feuille
        champs = {_CHAMPS.get(nom, nom) for nom in self.noms} & feuille.colonnes.keys()
        positions = {feuille.colonnes[champ] for champ in champs}
        positions |= set(programmation.colonnes_de_montants.values())
        projets = self._actions().index.tolist()
        lignes = [numero for projet in projets for numero in programmation.lignes[projet]]
        return feuille.sources(lignes, sorted(positions))

    def _montants(self) -> dict[str, list[int | None]]:
        rangs = self.groupe.rangs
        return {nom: list_cents(self.dossier, nom, rangs) for nom in self.noms if is_amount(nom)}

    def _actions(self) -> pd.DataFrame:
        return self.dossier.programmation.actions.iloc[list(self.groupe.rangs)]


def _amount(cents: int | None) -> Cellule:
    return SANS_OBJET if cents is None else montant(cents)


def _total(cents: Sequence[int | None]) -> Cellule:
    """What the lines add up to; where one is not known, nothing is."""
    connus = [c for c in cents if c is not None]
    return montant(sum(connus)) if len(connus) == len(cents) else SANS_OBJET
