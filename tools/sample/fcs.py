"""`fcs.xlsx`: the Fonds de Cohésion Sociale as it was published, axis by axis."""

from openpyxl import Workbook

from tools.sample import feuille as f
from tools.sample import style
from tools.sample.lecture import Ligne, read_table

COLONNES = [
    f.Colonne("N°", 12, alignement=style.AU_CENTRE),
    f.Colonne("Opérateur", 48),
    f.Colonne("Intitulé", 70),
    f.Colonne("Commune", 22),
    f.montant("Montant", 14),
]
LIGNE_ENTETES = 3


def build_classeur() -> Workbook:
    """The workbook: its five axes, each with its lines and its total."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "FCS"
    largeur = len(COLONNES)
    sous_titre = "CABBALR – projets associatifs soutenus, montants en euros"
    f.write_titres(feuille, "Fonds de Cohésion Sociale 2022", sous_titre, largeur)
    f.write_entetes(feuille, LIGNE_ENTETES, COLONNES)
    numero = LIGNE_ENTETES + 1
    projets = read_table("fcs")
    for axe in read_table("axes_fcs"):
        f.write_intertitre(feuille, numero, f"{axe['Numéro']}. {axe['Libellé']}", largeur)
        lignes = [projet for projet in projets if projet["Numéro d'axe"] == axe["Numéro"]]
        for decalage, projet in enumerate(lignes, 1):
            f.write_ligne(feuille, numero + decalage, COLONNES, _valeurs(projet))
        numero += len(lignes) + 1
        total = sum(int(projet["Montant"]) for projet in lignes)
        valeurs = [f"TOTAL_{axe['Numéro']}", None, None, None, total]
        f.write_ligne(feuille, numero, COLONNES, valeurs, f.SOUS_TOTAL)
        numero += 1
    feuille.freeze_panes = f"A{LIGNE_ENTETES + 1}"
    f.set_page(feuille, f"{LIGNE_ENTETES}:{LIGNE_ENTETES}")
    return classeur


def _valeurs(projet: Ligne) -> list[f.Valeur]:
    """The cells of one line."""
    textes = [projet["Opérateur"], projet["Intitulé"], projet["Commune"] or None]
    return [int(projet["N°"]), *textes, int(projet["Montant"])]
