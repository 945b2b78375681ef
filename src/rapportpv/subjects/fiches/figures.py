"""The figures of the sheets: own credits, own and shared actions, euros per inhabitant.

An amount that several places share is neither divided nor counted in any of them: nothing says
how it is shared out.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

import pandas as pd
from msgspec import Struct

from rapportpv.core.chiffre import Chiffre, Figure, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import Recolte, Sources
from rapportpv.core.rangees import Rangee
from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.core.sources import join_sources
from rapportpv.subjects.fiches.lieux import CHAMPS, Lieu, list_lieux, share_actions
from rapportpv.subjects.programmation.figures import sum_par_action
from rapportpv.subjects.territoire.sheet import QUARTIERS

PROPRES = Figure("fiches.propres.montant", Unite.EUROS, "Fiches : crédits d’un seul lieu")
PROPRES_ACTIONS = Figure("fiches.propres.actions", Unite.NOMBRE, "Fiches : actions d’un seul lieu")
PARTAGES = Figure("fiches.partagees.montant", Unite.EUROS, "Fiches : crédits partagés entre lieux")
PARTAGEES = Figure("fiches.partagees.actions", Unite.NOMBRE, "Fiches : actions partagées")
AILLEURS = Figure("fiches.ailleurs.montant", Unite.EUROS, "Crédits qui ne sont dans aucune fiche")
AILLEURS_ACTIONS = Figure(
    "fiches.ailleurs.actions", Unite.NOMBRE, "Actions qui ne sont dans aucune fiche"
)


class Jeu(Struct, frozen=True):
    """The figures of a place."""

    montant: Figure
    actions: Figure
    partagees: Figure


QUARTIER_MONTANT = Figure("quartiers.{}.montant", Unite.EUROS, "Quartier « {} » : crédits propres")
QUARTIER_ACTIONS = Figure("quartiers.{}.actions", Unite.NOMBRE, "Quartier « {} » : actions propres")
QUARTIER_PARTAGEES = Figure(
    "quartiers.{}.partagees", Unite.NOMBRE, "Quartier « {} » : actions partagées"
)
PAR_HABITANT = Figure(
    "quartiers.{}.par_habitant", Unite.EUROS, "Quartier « {} » : crédits propres par habitant"
)
COMMUNE_MONTANT = Figure("communes.{}.montant", Unite.EUROS, "Commune « {} » : crédits propres")
COMMUNE_ACTIONS = Figure("communes.{}.actions", Unite.NOMBRE, "Commune « {} » : actions propres")
COMMUNE_PARTAGEES = Figure(
    "communes.{}.partagees", Unite.NOMBRE, "Commune « {} » : actions partagées"
)

JEUX = {
    Maille.QUARTIER: Jeu(QUARTIER_MONTANT, QUARTIER_ACTIONS, QUARTIER_PARTAGEES),
    Maille.COMMUNE: Jeu(COMMUNE_MONTANT, COMMUNE_ACTIONS, COMMUNE_PARTAGEES),
}


class Fiche(Struct, frozen=True):
    """What a sheet tells of a place; `propres` and `partagees` are rows of projects."""

    lieu: Lieu
    propres: tuple[int, ...]
    partagees: tuple[int, ...]
    montant: Chiffre
    actions: Chiffre
    nombre_partagees: Chiffre
    par_habitant: Chiffre | None


def make_fiches(dossier: Dossier) -> list[Fiche]:
    """The sheets of the places, in their order; none when they are not asked for."""
    reglage, partage = dossier.reglages.fiches, share_actions(dossier)
    if reglage is None:
        return []
    jeu = JEUX[reglage.par]
    return [
        _make_fiche(
            dossier, jeu, lieu, partage.propres.get(lieu.cle, ()), partage.partagees(lieu.cle)
        )
        for lieu in list_lieux(dossier)
    ]


def _make_fiche(
    dossier: Dossier, jeu: Jeu, lieu: Lieu, propres: Sequence[int], partagees: Sequence[int]
) -> Fiche:
    cents, sources = sum_lignes(dossier, propres), cite_montants(dossier, propres)
    code, nom, habitants = lieu.code, lieu.nom, count_habitants(dossier, lieu)
    par_habitant = None
    if habitants:
        cellules = join_sources(sources, _cite_habitants(dossier, lieu))
        par_habitant = PAR_HABITANT.of(Fraction(cents, habitants), cellules, code, nom)
    return Fiche(
        lieu,
        tuple(propres),
        tuple(partagees),
        jeu.montant.of(cents, sources, code, nom),
        jeu.actions.of(len(propres), cite_lieux(dossier, propres), code, nom),
        jeu.partagees.of(len(partagees), cite_lieux(dossier, partagees), code, nom),
        par_habitant,
    )


def count_habitants(dossier: Dossier, lieu: Lieu) -> int:
    """The inhabitants of a quartier, 0 when its sheet does not say: that of communes never does."""
    feuille = dossier.feuille(QUARTIERS)
    if feuille is None or not lieu.communes or "population" not in feuille.colonnes:
        return 0
    population = read_ligne(feuille, lieu.ligne)["population"]
    return 0 if pd.isna(population) else int(population)


def read_ligne(feuille: Feuille, ligne: int) -> Rangee:
    """The cells of a row by column."""
    return feuille.rangees[ligne]


def _cite_habitants(dossier: Dossier, lieu: Lieu) -> Sources:
    feuille = dossier.feuille(QUARTIERS)
    return () if feuille is None else feuille.sources_de([lieu.ligne], "population")


def sum_lignes(dossier: Dossier, lignes: Sequence[int]) -> int:
    """What those projects are granted, in cents."""
    par_ligne = _index_montants(dossier)
    return sum(par_ligne[ligne] for ligne in lignes)


@lru_cache(maxsize=1)
def _index_montants(dossier: Dossier) -> dict[int, int]:
    lignes: list[int] = dossier.programmation.actions.index.tolist()
    return dict(zip(lignes, sum_par_action(dossier), strict=True))


def cite_montants(dossier: Dossier, lignes: Sequence[int]) -> Sources:
    """The cells of what those projects are granted."""
    programmation = dossier.programmation
    colonnes = sorted(set(programmation.colonnes_de_montants.values()))
    if not programmation.longue:
        return programmation.feuille.sources(list(lignes), colonnes)
    siennes = programmation.soutenues
    rangees = siennes[siennes["projet"].isin(list(lignes))].index
    return programmation.feuille.sources(rangees, colonnes)


def cite_lieux(dossier: Dossier, lignes: Sequence[int]) -> Sources:
    """The cells that say whose those projects are."""
    reglage, feuille = dossier.reglages.fiches, dossier.programmation.feuille
    champ = CHAMPS[reglage.par] if reglage else "quartiers"
    return feuille.sources_de(list(lignes), champ)


def add_totaux(recolte: Recolte, dossier: Dossier) -> None:
    """Keep what is of one place, of several, and of none: together, the programming."""
    partage = share_actions(dossier)
    sortes = (
        (
            PROPRES,
            PROPRES_ACTIONS,
            [ligne for siennes in partage.propres.values() for ligne in siennes],
        ),
        (PARTAGES, PARTAGEES, list(partage.partages)),
        (AILLEURS, AILLEURS_ACTIONS, list(partage.ailleurs)),
    )
    for montant, nombre, lignes in sortes:
        rangees = sorted(lignes)
        recolte.add(montant.of(sum_lignes(dossier, rangees), cite_montants(dossier, rangees)))
        recolte.add(nombre.of(len(rangees), cite_lieux(dossier, rangees)))
