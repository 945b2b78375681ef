"""`territoire.xlsx`: the communes with their référents, and the quartiers."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tools.sample import feuille as f
from tools.sample import style
from tools.sample.lecture import read_table

COMMUNES = [
    f.Colonne("Commune", 28),
    f.Colonne("Code INSEE", 14, style.TEXTE, style.AU_CENTRE),
    f.Colonne("Référent", 30),
]
QUARTIERS = [
    f.Colonne("Code", 14, style.TEXTE, style.AU_CENTRE),
    f.Colonne("Nom", 28),
    f.Colonne("Commune(s)", 36),
    f.Colonne("Type", 18),
    f.Colonne("Population", 14, style.NOMBRE, style.A_DROITE),
]


def build_classeur() -> Workbook:
    """The workbook: one sheet for the communes, one for the quartiers."""
    classeur = Workbook()
    communes = classeur.worksheets[0]
    communes.title = "Communes"
    titre = "Géographie de la politique de la ville"
    f.write_titres(communes, titre, "Communes concernées et référents du service", len(COMMUNES))
    _write_table(communes, "communes", COMMUNES)
    quartiers = classeur.create_sheet("Quartiers")
    sous_titre = "Quartiers prioritaires reconnus par l'État (QPV) et quartiers communautaires"
    f.write_titres(quartiers, titre, sous_titre, len(QUARTIERS))
    _write_table(quartiers, "quartiers", QUARTIERS)
    return classeur


def _write_table(feuille: Worksheet, nom: str, colonnes: list[f.Colonne]) -> None:
    """The rows of one table, headings in row 3."""
    f.write_entetes(feuille, 3, colonnes)
    for numero, ligne in enumerate(read_table(nom), 4):
        valeurs = [
            int(ligne[colonne.entete]) if colonne.format == style.NOMBRE else ligne[colonne.entete]
            for colonne in colonnes
        ]
        f.write_ligne(feuille, numero, colonnes, valeurs)
    feuille.freeze_panes = "A4"
    f.set_page(feuille, "3:3")
