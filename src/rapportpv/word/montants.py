"""What is nothing: no money in a cell, nothing to draw of a line."""

from rapportpv.core.chiffre import Cellule, Ligne, Quantite, Unite


def is_nil(cellule: Cellule) -> bool:
    """Whether a cell is an amount of no money at all, which a document prints as a dash."""
    return isinstance(cellule, Quantite) and cellule.unite is Unite.EUROS and not cellule.valeur


def has_amount(ligne: Ligne) -> bool:
    """Whether a chart has something to show of a line."""
    return any(isinstance(c, Quantite) and c.valeur for c in ligne.cellules.values())
