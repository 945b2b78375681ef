"""`npnru.xlsx`: the operations of the urban renewal programme that the published report names."""

from openpyxl import Workbook

from tools.sample import feuille as f
from tools.sample.lecture import read_table

COLONNES = [
    f.Colonne("Quartier", 24),
    f.Colonne("Opération", 60),
    f.Colonne("Maître d'ouvrage", 24),
    f.Colonne("État", 34),
    f.montant("Montant", 14),
]
LIGNE_ENTETES = 3


def build_classeur() -> Workbook:
    """The workbook; no amount is published, none is made up."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "NPNRU"
    sous_titre = "CABBALR – opérations en cours, montants en euros s'ils sont connus"
    f.write_titres(feuille, "Renouvellement urbain 2022", sous_titre, len(COLONNES))
    f.write_entetes(feuille, LIGNE_ENTETES, COLONNES)
    for numero, ligne in enumerate(read_table("npnru"), LIGNE_ENTETES + 1):
        valeurs: list[f.Valeur] = [ligne[colonne.entete] for colonne in COLONNES[:-1]]
        f.write_ligne(feuille, numero, COLONNES, [*valeurs, None])
    feuille.freeze_panes = f"A{LIGNE_ENTETES + 1}"
    f.set_page(feuille, f"{LIGNE_ENTETES}:{LIGNE_ENTETES}")
    return classeur
