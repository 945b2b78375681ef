"""The programming shared out by a column of its sheet: each action is on one line, whole."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct, field

from rapportpv.core.chiffre import Cellule, Ligne, Quantite, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, compte
from rapportpv.core.sources import join_sources
from rapportpv.french.lexique import fold
from rapportpv.subjects.programmation.figures import (
    count_actions,
    sum_par_action,
    total_programmation,
)

NON_PRECISE = "+non_precise"
"""The line of the actions whose cell is empty; no key of a name has a sign."""


class Repartition(Struct, frozen=True):
    """A table to be: its name, its title, its column of the sheet, and the heading of its lines."""

    nom: str
    titre: str
    champ: str
    colonne: str
    entete: str


class Classement(Struct, frozen=True):
    """Which line each cell is of, by key, and what the lines are called.

    Those whose key has a sign come last, in the order of `libelles`, the others by amount.
    `partagees`: how many of the actions that are on the line of several each line shares.
    """

    cles: Mapping[str, str]
    libelles: Mapping[str, str]
    partagees: Mapping[str, int] = field(default_factory=dict)


def add_repartition(
    recolte: Recolte,
    dossier: Dossier,
    repartition: Repartition,
    classement: Classement,
) -> None:
    """Keep the table of the actions by what a sorting makes of their cell."""
    partagees = bool(classement.partagees)
    total = total_programmation(dossier)
    programmation = dossier.programmation
    recolte.add_tableau(
        repartition.nom,
        repartition.titre,
        {
            repartition.colonne: repartition.entete,
            "nombre": "Nombre d’actions",
            **({"partagees": "Actions partagées"} if partagees else {}),
            "montant": "Montant",
            "taux": "Part",
        },
        _list_lignes(dossier, repartition, classement),
        {
            repartition.colonne: "Total",
            "nombre": count_actions(dossier),
            **({"partagees": SANS_OBJET} if partagees else {}),
            "montant": total,
            "taux": part(total, total),
        },
    )
    lues = programmation.feuille.sources_de(programmation.actions.index, repartition.champ)
    recolte.cite(repartition.nom, join_sources(lues, total.sources))


def _list_lignes(dossier: Dossier, repartition: Repartition, classement: Classement) -> list[Ligne]:
    total = total_programmation(dossier)
    lues = cells(dossier, repartition.champ)
    libelles, partagees = classement.libelles, classement.partagees
    nombres = dict.fromkeys(partagees, 0)
    sommes = dict.fromkeys(partagees, 0)
    par_cellule = _sum_by(lues, sum_par_action(dossier))
    for cellule, nombre in Counter(lues).items():
        cle = classement.cles[cellule]
        nombres[cle] = nombres.get(cle, 0) + nombre
        sommes[cle] = sommes.get(cle, 0) + par_cellule[cellule]
    lignes = []
    for cle in sorted(sommes, key=lambda cle: _rank(cle, sommes[cle], libelles)):
        montant = Quantite(Fraction(sommes[cle], 100), Unite.EUROS)
        cellules: dict[str, Cellule] = {
            repartition.colonne: libelles[cle],
            "nombre": compte(nombres[cle]),
            **({"partagees": _shared(cle, partagees)} if partagees else {}),
            "montant": montant,
            "taux": part(montant, total),
        }
        lignes.append(Ligne(cellules, cle))
    return lignes


def _shared(cle: str, partagees: Mapping[str, int]) -> Cellule:
    return SANS_OBJET if cle.startswith("+") else compte(partagees.get(cle, 0))


def _sum_by(cellules: Iterable[str], montants: Iterable[int]) -> dict[str, int]:
    """What each cell comes to, in cents."""
    sommes: dict[str, int] = {}
    for cellule, cents in zip(cellules, montants, strict=True):
        sommes[cellule] = sommes.get(cellule, 0) + cents
    return sommes


def cells(dossier: Dossier, champ: str) -> list[str]:
    """The cells of the supported actions in a column; nothing when the sheet lacks it."""
    programmation = dossier.programmation
    if champ not in programmation.feuille.colonnes:
        return []
    cellules: list[str] = programmation.actions[champ].tolist()
    return cellules


def most_frequent(textes: Iterable[str]) -> list[str]:
    """The texts, the most frequent first, then by the alphabet: the order of rows is nothing."""
    comptes = Counter(textes)
    return sorted(comptes, key=lambda texte: (-comptes[texte], texte))


def _rank(cle: str, cents: int, libelles: Mapping[str, str]) -> tuple[int, int, str]:
    if cle.startswith("+"):
        return 1 + list(libelles).index(cle), 0, ""
    return 0, -cents, fold(libelles[cle])
