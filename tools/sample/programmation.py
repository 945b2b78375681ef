"""`programmation.xlsx`: one row per projet déposé, by pilier, with the totals that people print."""

from collections.abc import Iterable
from itertools import groupby

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tools.sample import feuille as f
from tools.sample import style
from tools.sample.lecture import Ligne, parse_montant, read_entetes, read_table

TITRE = "Contrat de Ville – Programmation 2022"
SOUS_TITRE = "Communauté d'Agglomération de Béthune-Bruay, Artois Lys Romane – montants en euros"
LIGNE_BANDEAU, LIGNE_ENTETES, PREMIERE_LIGNE = 3, 4, 5

TABLE = "programmation"
LARGEURS = {
    "N° dossier": 11,
    "Intitulé de l'action": 40,
    "Opérateur": 33,
    "Type d'opérateur": 14,
    "SIRET": 17,
    "Pilier": 24,
    "Thématique": 18,
    "Commune(s)": 21,
    "Quartier(s)": 21,
    "Statut": 12,
    "Nouvelle ou reconduite": 14,
    "Observations": 30,
}
ENTETES = read_entetes(TABLE)
TEXTES, FINANCEURS, SUITE = ENTETES[:10], ENTETES[11:-2], ENTETES[-2:]
SPECIFIQUES = FINANCEURS[:5]

TYPES = "association,commune,EPCI,établissement public,bailleur,entreprise,autre"
STATUTS = "soutenue,refusée,ajournée,retirée,en instruction"
RECONDUCTIONS = "nouvelle,reconduite"
NON_SOUTENUE = f.Allure(police=style.EFFACE)


def _colonnes() -> list[f.Colonne]:
    """The columns of the sheet: those of the table, and the total of each row."""
    textes = [f.Colonne(entete, LARGEURS[entete], style.TEXTE) for entete in TEXTES]
    montants = [f.montant(entete) for entete in [ENTETES[10], *FINANCEURS, "Total"]]
    return [*textes, *montants, *(f.Colonne(entete, LARGEURS[entete]) for entete in SUITE)]


COLONNES = _colonnes()


def build_classeur() -> Workbook:
    """The workbook: what it is, then the programmation itself."""
    classeur = Workbook()
    notes = classeur.worksheets[0]
    notes.title = "Lisez-moi"
    _write_notes(notes)
    feuille = classeur.create_sheet("Programmation")
    f.write_titres(feuille, TITRE, SOUS_TITRE, 9)
    _write_bandeau(feuille)
    f.write_entetes(feuille, LIGNE_ENTETES, COLONNES, 54)
    derniere = _write_piliers(feuille, read_table(TABLE))
    _set_feuille(feuille, derniere)
    classeur.active = classeur.index(feuille)
    notes.sheet_view.tabSelected = False
    return classeur


def _write_notes(feuille: Worksheet) -> None:
    """The sheet that says how to read the other."""
    colonnes = [f.Colonne("Rubrique", 26), f.Colonne("Explication", 100)]
    f.write_titres(feuille, TITRE, "Comment lire et tenir ce classeur", 2)
    f.write_entetes(feuille, 3, colonnes)
    for numero, note in enumerate(read_table("lisez_moi"), 4):
        f.write_ligne(feuille, numero, colonnes, list(note.values()))
        feuille.cell(numero, 1).font = style.GRAS
    f.set_page(feuille, "3:3")


def _write_bandeau(feuille: Worksheet) -> None:
    """The band above the headings: crédits spécifiques on one side, droit commun on the other."""
    debut = len(TEXTES) + 2
    milieu, fin = debut + len(SPECIFIQUES), debut + len(FINANCEURS)
    bandes = (
        (debut, milieu - 1, "Crédits spécifiques « politique de la ville »", style.FOND_ACCENT),
        (milieu, fin - 1, "Droit commun et autres financements", style.FOND_SECOND),
    )
    for gauche, droite, texte, fond in bandes:
        cellule = feuille.cell(LIGNE_BANDEAU, gauche, texte)
        cellule.font, cellule.fill, cellule.alignment = style.ENTETE, fond, style.D_ENTETE
        feuille.merge_cells(
            start_row=LIGNE_BANDEAU, end_row=LIGNE_BANDEAU, start_column=gauche, end_column=droite
        )
    feuille.row_dimensions[LIGNE_BANDEAU].height = 20


def _write_piliers(feuille: Worksheet, projets: list[Ligne]) -> int:
    """The projects pilier by pilier, each with its subtotal; return the last row written."""
    numero = PREMIERE_LIGNE
    for pilier, groupe in groupby(projets, key=lambda projet: projet["Pilier"]):
        bloc = list(groupe)
        for projet in bloc:
            allure = f.COURANTE if projet["Statut"] == "soutenue" else NON_SOUTENUE
            f.write_ligne(feuille, numero, COLONNES, _valeurs(projet), allure)
            numero += 1
        _write_total(feuille, numero, f"Sous-total {pilier}", bloc, f.SOUS_TOTAL)
        numero += 1
    _write_total(feuille, numero, "TOTAL GÉNÉRAL", projets, f.TOTAL)
    return numero


def _valeurs(projet: Ligne) -> list[f.Valeur]:
    """The cells of one project."""
    textes = [projet[entete] or None for entete in TEXTES]
    montants = [parse_montant(projet[entete]) for entete in FINANCEURS]
    total = sum(montant or 0 for montant in montants) or None
    cout = parse_montant(projet["Coût total"])
    return [*textes, cout, *montants, total, *(projet[entete] or None for entete in SUITE)]


def _write_total(
    feuille: Worksheet, numero: int, libelle: str, projets: Iterable[Ligne], allure: f.Allure
) -> None:
    """A row of sums, typed as values, as people keep them."""
    lignes = [_valeurs(projet)[len(TEXTES) : -len(SUITE)] for projet in projets]
    sommes = [sum(int(v or 0) for v in colonne) for colonne in zip(*lignes, strict=True)]
    vides = [None] * (len(TEXTES) - 1)
    f.write_ligne(
        feuille, numero, COLONNES, [libelle, *vides, *sommes, *(None for _ in SUITE)], allure
    )
    f.merge_libelle(feuille, numero, len(TEXTES))
    feuille.row_dimensions[numero].height = 20


def _set_feuille(feuille: Worksheet, derniere: int) -> None:
    """Frozen panes, filter, lists of choices, printed page."""
    feuille.freeze_panes = f"C{PREMIERE_LIGNE}"
    droite = get_column_letter(len(COLONNES))
    feuille.auto_filter.ref = f"A{LIGNE_ENTETES}:{droite}{derniere - 1}"
    derniere_de_texte = get_column_letter(len(COLONNES) - 1)
    for lettre, choix in (("D", TYPES), ("J", STATUTS), (derniere_de_texte, RECONDUCTIONS)):
        liste = DataValidation(type="list", formula1=f'"{choix}"', allow_blank=True)
        liste.add(f"{lettre}{PREMIERE_LIGNE}:{lettre}{derniere - 2}")
        feuille.add_data_validation(liste)
    f.set_page(feuille, f"{LIGNE_BANDEAU}:{LIGNE_ENTETES}", a3=True)
