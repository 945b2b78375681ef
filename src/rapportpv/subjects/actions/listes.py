"""The lists of the supported actions, a table a group, from the best funded down."""

from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import TypeAlias

from rapportpv.core.chiffre import Cellule, Colonne, Ligne, Lignes, Tableau
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, montant, records
from rapportpv.french.lexique import fold
from rapportpv.subjects.actions.colonnes import CREDITS, choose_colonnes, is_amount
from rapportpv.subjects.actions.groupes import Groupe, part_actions
from rapportpv.subjects.actions.montants import list_cents
from rapportpv.subjects.actions.mots import word_columns, word_total

_NOM = "actions_{}"
_CHAMPS = {"action": "intitule"}  # the others are called as in the sheet

_Montants: TypeAlias = dict[str, list[int | None]]


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
    actions = dossier.programmation.actions.iloc[list(groupe.rangs)]
    noms = [colonne.nom for colonne in colonnes]
    montants = {nom: list_cents(dossier, nom, groupe.rangs) for nom in noms if is_amount(nom)}
    mots = [nom for nom in noms if nom not in montants]
    dits = word_total(mots, len(groupe.rangs), actions["operateur"].unique().tolist())
    total = Ligne({**dits, **{nom: _total(siens) for nom, siens in montants.items()}})
    return Tableau(
        nom,
        f"Actions soutenues : {groupe.rubrique}",
        tuple(colonnes),
        Lignes(len(groupe.rangs), partial(_list_lignes, dossier, groupe, colonnes, montants)),
        total,
        _sources(dossier, groupe, colonnes),
        groupe.rubrique,
    )


def _list_lignes(
    dossier: Dossier, groupe: Groupe, colonnes: Sequence[Colonne], montants: _Montants
) -> list[Ligne]:
    """A line an action, the best funded first; equals by their names, in any order of rows."""
    lues = records(dossier.programmation.actions.iloc[list(groupe.rangs)])
    recus = list_cents(dossier, CREDITS, groupe.rangs)
    dire = word_columns(dossier)

    def cell(nom: str, place: int) -> Cellule:
        return _amount(montants[nom][place]) if nom in montants else dire[nom](lues[place])

    rangees: list[tuple[tuple[object, ...], Ligne]] = []
    for place, action in enumerate(lues):
        cellules = {colonne.nom: cell(colonne.nom, place) for colonne in colonnes}
        noms = fold(action["intitule"]), fold(action["operateur"])
        rang = (-(recus[place] or 0), *noms, *map(str, cellules.values()))
        rangees.append((rang, Ligne(cellules)))
    return [ligne for _, ligne in sorted(rangees, key=itemgetter(0))]


def _amount(cents: int | None) -> Cellule:
    return SANS_OBJET if cents is None else montant(cents)


def _total(cents: Sequence[int | None]) -> Cellule:
    """What the lines add up to; where one is not known, nothing is."""
    connus = [c for c in cents if c is not None]
    return montant(sum(connus)) if len(connus) == len(cents) else SANS_OBJET


def _sources(dossier: Dossier, groupe: Groupe, colonnes: Sequence[Colonne]) -> Sequence[str]:
    """The cells that the lines come from: what is printed of the sheet, and all the amounts."""
    programmation = dossier.programmation
    feuille = programmation.feuille
    champs = {_CHAMPS.get(c.nom, c.nom) for c in colonnes} & feuille.colonnes.keys()
    positions = {feuille.colonnes[champ] for champ in champs}
    positions |= set(programmation.colonnes_de_montants.values())
    lignes = programmation.actions.index[list(groupe.rangs)]
    if programmation.longue:
        lignes = type(lignes)([n for projet in lignes for n in programmation.lignes[projet]])
    return feuille.sources(lignes, sorted(positions))
