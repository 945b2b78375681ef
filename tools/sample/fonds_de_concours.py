"""`fonds_de_concours.xlsx`: the grants of the EPCI to its communes, dispositif by dispositif."""

from itertools import groupby

from openpyxl import Workbook

from tools.sample import feuille as f
from tools.sample.lecture import read_table

COLONNES = [
    f.Colonne("Commune", 26),
    f.Colonne("Opération", 66),
    f.Colonne("Dispositif", 24),
    f.montant("Montant", 14),
]
LIGNE_ENTETES = 3


def build_classeur() -> Workbook:
    """The workbook: the lines of each dispositif, then their total."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "Fonds de concours"
    sous_titre = "CABBALR – fonds de concours attribués aux communes, montants en euros"
    f.write_titres(feuille, "Fonds de concours 2022", sous_titre, len(COLONNES))
    f.write_entetes(feuille, LIGNE_ENTETES, COLONNES)
    numero = LIGNE_ENTETES + 1
    for dispositif, groupe in groupby(
        read_table("fonds_de_concours"), key=lambda ligne: ligne["Dispositif"]
    ):
        total = 0
        for ligne in groupe:
            montant = int(ligne["Montant"])
            valeurs: list[f.Valeur] = [ligne["Commune"], ligne["Opération"], dispositif, montant]
            f.write_ligne(feuille, numero, COLONNES, valeurs)
            total += montant
            numero += 1
        valeurs = [f"Total {dispositif}", None, None, total]
        f.write_ligne(feuille, numero, COLONNES, valeurs, f.SOUS_TOTAL)
        numero += 1
    feuille.freeze_panes = f"A{LIGNE_ENTETES + 1}"
    f.set_page(feuille, f"{LIGNE_ENTETES}:{LIGNE_ENTETES}")
    return classeur
