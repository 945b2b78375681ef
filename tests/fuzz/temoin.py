"""What a broken workbook says when another reader opens it: the total that the program must find."""

import io
import warnings
from decimal import Decimal, InvalidOperation

import openpyxl

_FINANCEURS = ("ANCT", "Région", "Communes")


def read_total(contenu: bytes) -> Decimal | None:
    """The sum of the grants of what is supported, in euros; None when this reader cannot tell."""
    try:
        warnings.simplefilter("ignore")
        classeur = openpyxl.load_workbook(io.BytesIO(contenu), data_only=True)
        feuille = classeur["Programmation"]
        lignes = [[cellule.value for cellule in ligne] for ligne in feuille.iter_rows()]
        titres = {titre: rang for rang, titre in enumerate(lignes[0])}
        statut, *payeurs = (titres[nom] for nom in ("Statut", *_FINANCEURS))
        soutenues = [ligne for ligne in lignes[1:] if str(ligne[statut]).strip() == "soutenue"]
        return sum((_amount(ligne[rang]) for ligne in soutenues for rang in payeurs), Decimal(0))
    except Exception:
        return None


def _amount(valeur: object) -> Decimal:
    if valeur is None:
        return Decimal(0)
    if isinstance(valeur, (bool, str)):
        raise InvalidOperation
    return Decimal(str(valeur))
