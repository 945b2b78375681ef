"""The folder `insee` of the second example: files in the forms of INSEE and ANCT, values made up.

Their headings and oddities are those of `reference/formats.md`; a column of each says that its
values are invented.
"""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

Cellule = str | float | None
Lignes = list[list[Cellule]]

SIREN = "999900004"
_INVENTE = "VALEURS INVENTEES POUR L EXEMPLE"
_RIVES, _MOULIN, _AILLEURS = "QN09901M", "QN09902I", "QN09903N"

DEMOGRAPHIE: Lignes = [
    ["codeQPV", "libQPV", "popMuniQPV", "indiceJeunesse", "partPopEt", "partMen1p", "partMen6pp"],
    [_RIVES, "Les Deux Rives", 2140, 1.9, 14.2, 38.5, 4.1],
    [_MOULIN, "Le Moulin", 1385, 1.4, 9.7, 41.3, None],
    [_AILLEURS, "Ailleurs", 3110, 1.1, 6.4, 33.0, 2.2],
]
REVENUS: Lignes = [
    ["Revenus et pauvreté des ménages en 2021 : quartiers de la politique de la ville de 2024"],
    [_INVENTE.capitalize()],
    [],
    ["Code du quartier", "Nom du quartier", "Médiane", "Taux de pauvreté", "Indice de Gini"],
    ["codgeo", "libgeo", "DISP_MED_A21", "DISP_TP6021", "DISP_GI_A21"],
    [_RIVES, "Les Deux Rives", 14210, 44.8, 0.26],
    [_MOULIN, "Le Moulin", 15890, 35.2, 0.24],
    [_AILLEURS, "Ailleurs", 17020, None, 0.25],
]
INSERTION: Lignes = [
    ["CODGEO", "LIBGEO", "TX_TOT_EMPL", "TX_TOT_EDLIM", "ABC", "A", "NOTE_RP", "NOTE_PE"],
    [_RIVES, "Les Deux Rives", 41.6, 24.3, 412, 268, 0, 0],
    [_MOULIN, "Le Moulin", 47.9, 19.8, 203, 131, 0, 0],
]
LOGEMENT: Lignes = [
    ["codGeo", "libGeo", "Note", "nbLsPls", "partResPrincSurocc", *[""] * 157],
    [_RIVES, "Les Deux Rives", "0", "1\u202f104", "8,2"],
    [_MOULIN, "Le Moulin", "0", "512", "6"],
]
DE_L_EPCI: Lignes = [
    ["CODGEO", "LIBGEO", "TX_TOT_EMPL", "TX_TOT_EDLIM", "TX_TOT_ET", "TX_TOT_MEN1", "NOTE_RP"],
    [SIREN, "CC du Pays de Brandelune", 63.4, 13.1, 4.6, 31.7, 0],
    ["200000008", "CC voisine", 66.0, 12.2, 3.9, 30.1, 0],
]
REVENUS_DE_L_EPCI: Lignes = [
    ["CODGEO", "LIBGEO", "NBMEN21", "NBPERS21", "NBUC21", "Q121", "Q221", "Q321", "PIMPOT21"],
    [SIREN, "CC du Pays de Brandelune", 18240, 41300, 27010.5, 17100, 21930, 28040, -15.2],
]
CORRESPONDANCE: Lignes = [
    [" QP2024 ", " Label_QP2024 ", " Statut ", " QP2015_1 ", " Label_QP2015_1 ", " QP2015_2 "],
    [_RIVES, "Les Deux Rives", "", "QP099001", "Les Rives", "QP099004"],
    [_MOULIN, "Le Moulin", "", "QP099002", "Le Moulin", ""],
]
LISTE: Lignes = [
    ["code_qp", "lib_qp", "insee_dep", "insee_com", "lib_com", "siren_epci", "lib_epci"],
    [_RIVES, "Les Deux Rives", "99", "99101; 99102", "Brandelune; Saint-Aubrey", SIREN, "CCPB"],
    [_MOULIN, "Le Moulin", "99", "99103", "Les Vaulnes", SIREN, "CCPB"],
]


def render_insee() -> dict[str, bytes]:
    """The files by their name in the folder, each as its publisher, or a spreadsheet, writes it."""
    return {
        "demographie_qpv_2024.csv": _csv(DEMOGRAPHIE),
        "revenus_qpv_2024.xlsx": _xlsx("Données quartiers", REVENUS),
        "IPRO_2023.csv": _csv(INSERTION),
        "LOGT_2023.csv": _csv(LOGEMENT, bom=True),
        "EPCI/IPRO_2023.csv": _csv(DE_L_EPCI),
        "FILO2021_DISP_EPCI.csv": _csv(REVENUS_DE_L_EPCI, bom=True),
        "liste-correspondance-qp2024-qp2015.csv": _csv(CORRESPONDANCE, bom=True),
        "listeqp2024-cog2024.csv": _csv(LISTE, bom=True),
    }


def _csv(lignes: Lignes, *, bom: bool = False) -> bytes:
    """Semicolons, decimal commas, no separator of thousands."""
    largeur = len(lignes[0])
    textes = []
    for rang, ligne in enumerate(lignes):
        dit = "AVERTISSEMENT" if rang == 0 else _INVENTE
        cellules = [*ligne, *[""] * (largeur - len(ligne)), dit]
        textes.append(";".join(map(_show, cellules)))
    return ("\n".join(textes) + "\n").encode("utf-8-sig" if bom else "utf-8")


def _show(cellule: Cellule) -> str:
    return "" if cellule is None else str(cellule).replace(".", ",")


def _xlsx(feuille: str, lignes: Lignes) -> bytes:
    """Two rows of headings under titles, and a sheet of documentation."""
    octets = BytesIO()
    classeur = Workbook(octets, {"in_memory": True})
    classeur.set_properties({"created": datetime(2024, 1, 1)})
    page = classeur.add_worksheet(feuille)
    for rang, ligne in enumerate(lignes):
        page.write_row(rang, 0, ligne)
    classeur.add_worksheet("Documentation").write(0, 0, _INVENTE.capitalize())
    classeur.close()
    return octets.getvalue()
