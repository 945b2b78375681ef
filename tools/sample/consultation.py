"""`consultation.xlsx`: the bodies that the projet was sent to; none had answered yet."""

from datetime import date

from openpyxl import Workbook

from tools.sample import feuille as f
from tools.sample import style
from tools.sample.lecture import read_table

COLONNES = [
    f.Colonne("Instance", 40),
    f.Colonne("Type", 18),
    f.Colonne("Destinataire", 34),
    f.Colonne("Envoyé le", 13, style.JOUR, style.AU_CENTRE),
    f.Colonne("Reçu le", 13, style.JOUR, style.AU_CENTRE),
    f.Colonne("Sens", 14, style.TEXTE, style.AU_CENTRE),
    f.Colonne("Observations", 44),
    f.Colonne("Suite donnée", 44),
]
ENVOYE_LE = date(2023, 7, 3)
MAIRE = "Madame ou Monsieur le Maire"
PRESIDENT = "Madame ou Monsieur le Président"
CONSEILS_CITOYENS = ("Renaissance – Beuvry", "Terre Noeve – Nœux", "Le Regain – Barlin")


def build_classeur() -> Workbook:
    """The workbook: the communes of the territory, then the conseils citoyens."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "Consultation"
    sous_titre = "Communes et conseils citoyens à qui le projet de rapport est soumis pour avis"
    f.write_titres(feuille, "Consultation sur le projet de rapport", sous_titre, len(COLONNES))
    f.write_entetes(feuille, 3, COLONNES)
    instances = [(str(ligne["Commune"]), "commune", MAIRE) for ligne in read_table("communes")]
    instances += [(f"Conseil citoyen {n}", "conseil citoyen", PRESIDENT) for n in CONSEILS_CITOYENS]
    for numero, (nom, type_, destinataire) in enumerate(instances, 4):
        valeurs: list[f.Valeur] = [nom, type_, destinataire, ENVOYE_LE, None, None, None, None]
        f.write_ligne(feuille, numero, COLONNES, valeurs)
    feuille.freeze_panes = "B4"
    f.set_page(feuille, "3:3")
    return classeur
