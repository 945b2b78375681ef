"""`service.xlsx`: who does what in the service, and reports to whom."""

from openpyxl import Workbook

from tools.sample import feuille as f
from tools.sample.lecture import read_table

COLONNES = [f.Colonne("Nom", 28), f.Colonne("Fonction", 58), f.Colonne("Rattaché à", 28)]


def build_classeur() -> Workbook:
    """The workbook: one sheet, a row for each post."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "Service"
    sous_titre = "Organisation du service et référents des communes"
    f.write_titres(feuille, "Service « Politique de la ville »", sous_titre, len(COLONNES))
    f.write_entetes(feuille, 3, COLONNES)
    for numero, ligne in enumerate(read_table("service"), 4):
        valeurs = [ligne[colonne.entete] for colonne in COLONNES]
        f.write_ligne(feuille, numero, COLONNES, [valeur or None for valeur in valeurs])
    feuille.freeze_panes = "A4"
    f.set_page(feuille, "3:3")
    return classeur
