"""The table that all layouts hold: its rows, its totals, and the figures that must come out."""

from collections.abc import Iterable
from typing import Any

from tests.tables import parse_table

Lignes = list[list[Any]]

TABLE = """
| Intitulé de l'action | Opérateur    | Type d'opérateur | Pilier           | Commune(s) | Statut   | Coût total | ANCT  | Région  | Communes |
| Aide aux devoirs     | Les Amis     | association      | Cohésion sociale | Orge       | soutenue | 20000      | 12000 | 3000    | 1000     |
| Fête du quartier     | Les Voisins  | association      | Cohésion sociale | Orge       | soutenue | 5000       | 2500  |         | 1500     |
| Chantier jeunes      | Le Club      | association      | Emploi           | Val        | soutenue | 12000      | 8000  |         |          |
| Forum des métiers    | Ville d'Orge | commune          | Emploi           | Orge       | soutenue | 6000.50    | 3000  | 1000.50 |          |
| Jardin partagé       | Ville d'Orge | commune          | Habitat et transition écologique | Val | refusée | 4000   |       |         |          |
"""
ENTETES, AIDE, FETE, CHANTIER, FORUM, JARDIN = parse_table(TABLE)
PROJETS = [AIDE, FETE, CHANTIER, FORUM, JARDIN]
LARGEUR = len(ENTETES)
ATTENDUS = {
    "programmation.total": 32000.50,
    "programmation.projets_deposes": 5,
    "programmation.actions_soutenues": 4,
    "piliers.cohesion.montant": 20000,
    "piliers.emploi.montant": 12000.50,
    "financeurs.anct.montant": 25500,
    "financeurs.region.montant": 4000.50,
    "financeurs.communes.montant": 2500,
    "associations.total": 3,
}


def row(*cellules: Any, **autres: Any) -> list[Any]:
    """A row of the table: its first cells, and others by heading («ANCT»=…)."""
    ligne = [*cellules, *[None] * (LARGEUR - len(cellules))]
    for titre, valeur in autres.items():
        ligne[ENTETES.index(titre.replace("_", " "))] = valeur
    return ligne


def total(libelle: str | None, projets: Iterable[Lignes], ou: int = 0) -> list[Any]:
    """A total row, its label in the column that one wants."""
    ligne = row()
    ligne[ou] = libelle
    for c in range(6, LARGEUR):
        ligne[c] = sum(projet[c] or 0 for projet in projets)
    return ligne


def columns(ordre: list[int | None], lignes: Lignes) -> Lignes:
    return [[None if c is None else ligne[c] for c in ordre] for ligne in lignes]
