"""What a guided workbook checks while somebody types, and what it then says."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rapportpv.scaffold.colonnes import Colonne, Genre

_TITRE = 32  # what Excel takes of a title, and of a message
_MESSAGE = 255
_PREMIER_JOUR, _DERNIER_JOUR = date(2000, 1, 1), date(2100, 12, 31)
_SIRET = (
    '=AND(LEN(SUBSTITUTE({c}," ",""))=14,ISNUMBER(VALUE(SUBSTITUTE({c}," ",""))))'  # {c}: the cell
)


def make_controle(
    colonne: Colonne, plages: Mapping[str, str], premiere: str
) -> dict[str, Any] | None:
    """The validation of a column as XlsxWriter wants it, None when anything goes.

    A closed list refuses other words; an open one only offers its own. `premiere` is the column's
    first cell: a formula that names it looks at each of the others in its turn.
    """
    if colonne.nom == "total":
        return None
    controle = _criterion(colonne, plages, premiere)
    if controle is None:
        return None
    obligatoire = "Obligatoire. " if colonne.requise else ""
    return {
        "ignore_blank": True,
        "input_title": colonne.libelle[:_TITRE],
        "input_message": f"{obligatoire}{colonne.aide}"[:_MESSAGE],
        "error_title": "Cette saisie ne convient pas",
        **controle,
    }


def _criterion(colonne: Colonne, plages: Mapping[str, str], premiere: str) -> dict[str, Any] | None:
    if colonne.mots:
        return {
            "validate": "list",
            "source": plages[f"Liste « {colonne.libelle} »"],
            "error_message": "Choisissez un mot de la liste (la flèche, à droite de la cellule).",
        }
    if colonne.liste:
        source = plages[f"Liste « {colonne.liste} »"]
        return {"validate": "list", "source": source, "show_error": False}
    if colonne.nom == "siret":
        return {
            "validate": "custom",
            "value": _SIRET.format(c=premiere),
            "error_message": "Un numéro SIRET a 14 chiffres.",
        }
    return _BY_GENRE.get(colonne.genre, {"validate": "any"} if colonne.aide else None)


_BY_GENRE: Mapping[Genre, dict[str, Any]] = {
    Genre.MONTANT: {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_message": "Un montant en euros est attendu, sans lettres : 12000 ou 12000,50.",
    },
    Genre.ENTIER: {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_message": "Un nombre entier est attendu : 2 ou 1250.",
    },
    Genre.JOUR: {
        "validate": "date",
        "criteria": "between",
        "minimum": _PREMIER_JOUR,
        "maximum": _DERNIER_JOUR,
        "error_message": "Une date est attendue : 03/07/2024.",
    },
}
