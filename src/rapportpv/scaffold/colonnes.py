"""The columns of a guided workbook: what the plan of a sheet says of them, how to guide them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.vocabulaire import (
    DISPOSITIFS,
    QUALITES,
    RECONDUCTIONS,
    STATUTS,
    TYPES_OPERATEUR,
    TYPES_QUARTIER,
)
from rapportpv.french.lexique import Lexique
from rapportpv.reading.plan import COMMUNES, FINANCEUR, PROGRAMMATION, Plan
from rapportpv.scaffold import aides
from rapportpv.subjects.consultation.avis import SENS

_AUTRE_FORME = {"financeur", "montant"}  # those of a long sheet, one row a grant
_ENTIERS = {"population", "postes", "jusqu_a_la_question", "a_partir_de_la_question"}
_MONTANTS = {"montant", "cout_total", "total"}
_IDENTIFIANTS = {"siret", "code_insee", "code", "numero"}  # their zeros in front would be lost
_OUVERTES = {
    "communes": "Communes",
    "commune": "Communes",
    "quartiers": "Quartiers",
    "quartier": "Quartiers",
    "operateur": "Opérateurs",
}
_LONGS = {"intitule", "operation", "action", "observations", "suite_donnee"}
_MOYENS = {"operateur", "pilier", "quartiers", "communes", "maitre_d_ouvrage", "destinataire"}


class Genre(Enum):
    """What the cells of a column hold."""

    TEXTE = auto()
    IDENTIFIANT = auto()
    MONTANT = auto()
    ENTIER = auto()
    JOUR = auto()


@dataclass(frozen=True)
class Colonne:
    """A column to be filled in: its heading, what it holds, the list that its words are of.

    `mots` are the only words that it takes; `liste` names a list that it takes words from or not.
    """

    nom: str
    libelle: str
    genre: Genre
    requise: bool = False
    aide: str = ""
    mots: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()  # those of the words, in the same order
    liste: str = ""
    largeur: int = 16

    def word(self, valeur: object) -> object:
        """The word of a code of the closed list; anything else as it is."""
        mots = dict(zip(self.codes, self.mots, strict=True))
        return mots.get(str(valeur), valeur)


def list_colonnes(plan: Plan, reglages: Reglages, contrat: Contrat) -> list[Colonne]:
    """The columns of a sheet in the order of the plan; the funders stand before the total."""
    champs = list(_list_champs(plan, reglages, contrat))
    if plan is not PROGRAMMATION:
        return champs
    champs = [c for c in champs if c.nom not in _AUTRE_FORME]
    payeurs = [
        Colonne(
            FINANCEUR + f.code,
            f.libelle,
            Genre.MONTANT,
            aide=aides.FINANCEUR.format(libelle=f.libelle),
        )
        for f in reglages.financeur
    ]
    rang = next(i for i, c in enumerate(champs) if c.nom == "total")
    return [*champs[:rang], *payeurs, *champs[rang:]]


def _list_champs(plan: Plan, reglages: Reglages, contrat: Contrat) -> Iterator[Colonne]:
    fermees = _closed_lists(plan, reglages, contrat)
    for champ in plan.champs:
        lexique = fermees.get(champ.nom)
        yield Colonne(
            champ.nom,
            champ.libelle,
            _genre(champ.nom),
            champ.requis or champ.nom == plan.herite,
            aides.describe(plan.nom, champ.nom),
            tuple(entree.libelle for entree in lexique.entrees) if lexique else (),
            tuple(entree.code for entree in lexique.entrees) if lexique else (),
            "" if plan is COMMUNES else _OUVERTES.get(champ.nom, ""),
            _largeur(champ.nom),
        )


def _closed_lists(plan: Plan, reglages: Reglages, contrat: Contrat) -> dict[str, Lexique]:
    return {
        "programmation": {
            "type_operateur": TYPES_OPERATEUR,
            "pilier": contrat.lexique,
            "statut": STATUTS,
            "reconduction": RECONDUCTIONS,
        },
        "fcs": {"axe": reglages.axes},
        "fonds_de_concours": {"dispositif": DISPOSITIFS},
        "quartiers": {"type": TYPES_QUARTIER},
        "seance": {"qualite": QUALITES},
        "consultation": {"type": reglages.instances, "sens": SENS},
    }.get(plan.nom, {})


def _genre(nom: str) -> Genre:
    if nom in _MONTANTS:
        return Genre.MONTANT
    if nom in _ENTIERS:
        return Genre.ENTIER
    if nom in _IDENTIFIANTS:
        return Genre.IDENTIFIANT
    return Genre.JOUR if nom.endswith("_le") else Genre.TEXTE


def _largeur(nom: str) -> int:
    if nom in _LONGS:
        return 44
    return 28 if nom in _MOYENS else 16
