"""The settings of the annexe: [annexe], which lists it has, under what headings, and what of each.

Neither a sheet nor a figure depends on them: the lists alone do.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from rapportpv.core.settings.reglage import Reglage
from rapportpv.french.lexique import Entree, Lexique

COLONNES = Lexique(
    (
        Entree("numero", "N°", ("n° dossier", "numéro", "numéro de dossier")),
        Entree("action", "Action", ("intitulé", "intitulé de l'action")),
        Entree("operateur", "Opérateur"),
        Entree("pilier", "Pilier"),
        Entree("quartiers", "Quartiers", ("quartier", "quartier(s)")),
        Entree("communes", "Communes", ("commune", "commune(s)")),
        Entree("thematique", "Thématique"),
        Entree("reconduction", "Nouvelle ou reconduite"),
        Entree("cout_total", "Coût total", ("coût",)),
        Entree("credits", "Crédits", ("montant", "crédits accordés")),
    )
)
"""The columns that a list may have, beside those of the funders."""

_CODES = frozenset(colonne.code for colonne in COLONNES.entrees)
MONTANTS = ("cout_total", "credits")
"""Those of amounts; so are the columns of funders."""

_ACTION, _NUMERO = "action", "numero"
_NOMBRES = (*MONTANTS, _NUMERO)
_PLACE = 24  # what a portrait page has room for: 4 a column of words, 3 one of numbers


class Rangement(StrEnum):
    """What the lists are parted by."""

    PILIER = "pilier"
    QUARTIER = "quartier"


class Refusees(StrEnum):
    """What is said of the projects that were not supported."""

    NOMBRE = "nombre"
    LISTE = "liste"
    NON = "non"


def _read_colonne(valeur: object) -> object:
    """The identifier of a column; what it is not may be a funder, looked up with the others."""
    return (COLONNES.find(valeur) or valeur) if isinstance(valeur, str) else valeur


def _check_colonnes(colonnes: tuple[str, ...]) -> tuple[str, ...]:
    """The columns, if a page has room for them and a reader knows what each line is about."""
    mots = [nom for nom in colonnes if nom in _CODES and nom not in _NOMBRES]
    if 4 * len(mots) + 3 * (len(colonnes) - len(mots)) > _PLACE:
        message = (
            "ces {nombre} colonnes ne tiennent pas dans la largeur d’une page : ôtez-en une, un "
            "texte (opérateur, quartiers…) plutôt qu’un montant"
        )
        raise PydanticCustomError("colonnes", message, {"nombre": len(colonnes)})
    if colonnes and _ACTION not in colonnes:
        raise PydanticCustomError("colonnes", "la colonne « action » est toujours dans la liste")
    if double := next((c for c in colonnes if colonnes.count(c) > 1), None):
        raise PydanticCustomError("colonnes", "« {nom} » y est deux fois", {"nom": double})
    return colonnes


class Annexe(Reglage):
    """The lists of actions at the end of the report; without `colonnes`, those that say something.

    `colonnes`: identifiers of `COLONNES`, then codes or names of funders as typed.
    """

    actions: bool = True
    par: Rangement = Rangement.PILIER
    colonnes: Annotated[
        tuple[Annotated[str, BeforeValidator(_read_colonne)], ...], AfterValidator(_check_colonnes)
    ] = ()
    refusees: Refusees = Refusees.NOMBRE
