"""The columns of a guided workbook: what the plan of a sheet says of them, how to guide them."""

from enum import Enum, auto
from typing import Any

from msgspec import Struct

from rapportpv.core.plan import FINANCEUR, Champ, Plan
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.french.lexique import Lexique
from rapportpv.reading.cells import ENTIERS, MONTANTS, Jour, JourRequis, is_read_as
from rapportpv.scaffold import aides
from rapportpv.subjects.programmation.sheet import LigneLarge

_IDENTIFIANTS = {"siret", "code_insee", "code", "numero"}  # their zeros in front would be lost
_LIEUX = {"commune": "Communes", "quartier": "Quartiers"}
_LONGS = {"intitule", "operation", "action", "observations", "suite_donnee"}
_MOYENS = {"operateur", "pilier", "quartiers", "communes", "maitre_d_ouvrage", "destinataire"}


class Genre(Enum):
    """What the cells of a column hold."""

    TEXTE = auto()
    IDENTIFIANT = auto()
    MONTANT = auto()
    ENTIER = auto()
    JOUR = auto()


_PAR_LECTURE: dict[Genre, tuple[Any, ...]] = {
    Genre.MONTANT: MONTANTS,
    Genre.ENTIER: ENTIERS,
    Genre.JOUR: (Jour, JourRequis),
}


class Colonne(Struct, frozen=True):
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
    lexiques = plan.lexiques(reglages)
    if not plan.financeurs:
        return [_make(plan, champ, lexiques.get(champ.nom)) for champ in plan.champs]
    lexiques["pilier"] = contrat.lexique
    larges = [champ for champ in plan.champs if champ.nom in LigneLarge.model_fields]
    champs = [_make(plan, champ, lexiques.get(champ.nom)) for champ in larges]
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


def _make(plan: Plan, champ: Champ, lexique: Lexique | None) -> Colonne:
    return Colonne(
        champ.nom,
        champ.libelle,
        _genre(plan, champ.nom),
        champ.requis or champ.nom == plan.herite,
        aides.describe(plan.nom, champ.nom),
        tuple(entree.libelle for entree in lexique.entrees) if lexique else (),
        tuple(entree.code for entree in lexique.entrees) if lexique else (),
        _LIEUX.get(champ.lieu, "Opérateurs" if champ.nom == "operateur" else ""),
        _largeur(champ.nom),
    )


def _genre(plan: Plan, nom: str) -> Genre:
    """What the cells of a field hold, by how they are read."""
    if nom in _IDENTIFIANTS:
        return Genre.IDENTIFIANT
    genres = (g for g, types in _PAR_LECTURE.items() if is_read_as(plan.ligne, nom, types))
    return next(genres, Genre.TEXTE)


def _largeur(nom: str) -> int:
    if nom in _LONGS:
        return 44
    return 28 if nom in _MOYENS else 16
