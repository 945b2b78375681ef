"""`seance.xlsx`: who was at the session, as the published délibération has it.

The names are those of the published text, letter for letter, but for two that it cuts:
«LAVER SIN Corinne» has a space that the scan put in (LAVERSIN), and «MEY-FROIDT Sylvie» the hyphen
of the end of a line (the procurations name the same member «MEYFROIDT Sylvie»). A line break also
cuts «(à partir de la / question 14)». «LECONTE Maurice» and «LECOMTE Maurice» are both there, far
apart, and so are «BERROYER» and «BERROYEZ»: they are left as two members each.
"""

from openpyxl import Workbook

from tools.sample import feuille as f
from tools.sample import style
from tools.sample.lecture import read_table

COLONNES = [
    f.Colonne("Nom", 24),
    f.Colonne("Prénom", 20),
    f.Colonne("Qualité", 16),
    f.Colonne("Mandataire", 28),
    f.Colonne("Jusqu'à la question", 14, style.NOMBRE, style.AU_CENTRE),
    f.Colonne("À partir de la question", 14, style.NOMBRE, style.AU_CENTRE),
]


def build_classeur() -> Workbook:
    """The workbook: one sheet, headings in row 3, one row a member and quality."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "Séance"
    sous_titre = "Présents, procurations et absents excusés, dans l'ordre de l'appel"
    f.write_titres(feuille, "Conseil communautaire du 27 juin 2023", sous_titre, len(COLONNES))
    f.write_entetes(feuille, 3, COLONNES, hauteur=32)
    for numero, ligne in enumerate(read_table("seance"), 4):
        valeurs = [_valeur(ligne[colonne.entete], colonne) for colonne in COLONNES]
        f.write_ligne(feuille, numero, COLONNES, valeurs)
    feuille.freeze_panes = "A4"
    f.set_page(feuille, "3:3")
    return classeur


def _valeur(texte: str, colonne: f.Colonne) -> f.Valeur:
    if not texte:
        return None
    return int(texte) if colonne.format == style.NOMBRE else texte
