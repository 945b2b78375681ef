"""The figures and the tables of a year as tables of open data."""

from collections.abc import Iterator

from rapportpv.core.chiffre import Bilan, Cellule, Colonne, Quantite, Tableau, Unite
from rapportpv.export.donnees.champs import Champ, Table, Type, Valeur, read_quantite

_VIDES = frozenset({"", "–"})
_TYPES: dict[Unite, Type] = {
    Unite.EUROS: "number",
    Unite.NOMBRE: "integer",
    Unite.POURCENTAGE: "number",
}


def list_tables(bilan: Bilan) -> Iterator[Table]:
    """The figures, a line each; then each table, its total left out: it can be summed."""
    yield Table(
        "chiffres",
        "Les chiffres de l’année",
        (
            Champ("nom", "Nom"),
            Champ("libelle", "Libellé"),
            Champ("valeur", "Valeur", "number"),
            Champ("unite", "Unité"),
            Champ("affiche", "Valeur imprimée"),
        ),
        tuple(
            (c.nom, c.libelle, read_quantite(c), c.unite.value, c.affiche)
            for c in bilan.chiffres.values()
        ),
    )
    for tableau in bilan.tableaux.values():
        if tableau.lignes and tableau.nom != "sources":
            yield _convert(tableau)


def _convert(tableau: Tableau) -> Table:
    champs = tuple(_find_champ(tableau, colonne) for colonne in tableau.colonnes)
    lignes = tuple(
        tuple(
            _read(ligne.cellules[colonne.nom], champ)
            for colonne, champ in zip(tableau.colonnes, champs, strict=True)
        )
        for ligne in tableau.lignes
    )
    return Table(tableau.nom, tableau.titre, champs, lignes)


def _find_champ(tableau: Tableau, colonne: Colonne) -> Champ:
    """A column of numbers when all that it says is of one unit, else of texts."""
    cellules = [ligne.cellules[colonne.nom] for ligne in tableau.lignes]
    unites = {c.unite for c in cellules if isinstance(c, Quantite)}
    textes = {c for c in cellules if isinstance(c, str)} - _VIDES
    if len(unites) != 1 or textes:
        return Champ(colonne.nom, colonne.libelle)
    [unite] = unites
    return Champ(colonne.nom, colonne.libelle, _TYPES[unite], unite.value)


def _read(cellule: Cellule, champ: Champ) -> Valeur:
    if champ.type == "string":
        return str(cellule)
    return read_quantite(cellule) if isinstance(cellule, Quantite) else None
