"""Amounts that nobody can explain: columns, rows, tables, sheets, units, years, formulas."""

from pathlib import Path

from openpyxl.styles import Font

from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from tests.fautes.faute import Faute
from tests.fautes.feuille import chemin, open_classeur, open_feuille, write, write_entete
from tests.fautes.fichiers import change_zip

ACTION = "Parcours citoyen des jeunes"
LIEU = "2022/programmation.xlsx › Programmation › {cellules}"
LIEU_FDC = "2022/fonds_de_concours.xlsx › Fonds de concours › {cellules}"
DECLARER = (
    "Si c’est un financeur, déclarez-le dans rapportpv.toml : [[financeur]] code = "
    '"fondation_de_france", libelle = "Fondation de France", famille = "Autres", specifique = '
    "false (une ligne par réglage). Si c’est un autre nom d’un financeur déclaré, ajoutez "
    '"Fondation de France" à ses alias. Si elle ne compte pas : [colonnes.programmation] '
    'ignorer = ["Fondation de France"]'
)


def note_montants(projet: Path) -> dict[str, str]:
    """Remarks, and an amount among them."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        feuille[f"E{feuille.entete}"] = "Suivi"
        for rang, texte in enumerate(("reçu", "à relancer", 12500, "reçu"), start=1):
            feuille[f"E{feuille.entete + rang}"] = texte
        return {"cellules": f"E{feuille.entete + 3}"}


def keep_last_year(projet: Path) -> dict[str, str]:
    """Below, a grant of the year before."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        debut = feuille.page.max_row + 2
        feuille[f"A{debut}"] = "Fonds de concours 2021 (rappel)"
        ligne = ("Auchel", "Toiture du gymnase", "Politique de la Ville", 30000)
        for colonne, valeur in enumerate(ligne, start=1):
            feuille.page.cell(debut + 1, colonne).value = valeur
        return {"cellules": f"{debut}:{debut + 1}"}


def add_summary(projet: Path) -> dict[str, str]:
    """To the right, amounts by dispositif, and one is no sum of the table."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        haut = feuille.entete
        lignes = (("Dispositif", "Montant"), ("Politique de la Ville", 123456), ("NPNRU", 7000))
        for rang, (dispositif, montant) in enumerate(lignes):
            feuille[f"F{haut + rang}"], feuille[f"G{haut + rang}"] = dispositif, montant
        return {"cellules": f"F{haut}, G{haut}"}


def refuse_one(projet: Path) -> dict[str, str]:
    """A column of decisions beside the table, which refuses its first row."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        premiere = feuille.entete + 1
        feuille[f"E{feuille.entete}"], feuille[f"E{premiere}"] = "Décision", "Refusé"
        return {"cellules": f"E{premiere}"}


def date_one(projet: Path) -> dict[str, str]:
    """A column of years, of which one is that before."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        premiere = feuille.entete + 1
        feuille[f"E{feuille.entete}"], feuille[f"E{premiere}"] = "Année", 2021
        return {"cellules": f"E{premiere}"}


def add_adjustment(projet: Path) -> dict[str, str]:
    """Under the table, an amount that is no operation and no total."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        ligne = feuille.page.max_row + 1
        feuille[f"A{ligne}"], feuille[f"D{ligne}"] = "Ajustement", 4321
        return {"cellules": f"{ligne}:{ligne}"}


def add_call(projet: Path) -> dict[str, str]:
    """A second call, on a sheet of its own."""
    with open_classeur(projet, FONDS_DE_CONCOURS) as classeur:
        copie = classeur.copy_worksheet(classeur[FONDS_DE_CONCOURS.feuille])
        copie.title = "Second semestre"
        entete = next(c.row for rang in copie.iter_rows() for c in rang if c.value == "Montant")
        copie.cell(entete + 1, 4).value = 999
    return {"cellules": f"{entete}:{entete}"}


def keep_old_numbers(projet: Path) -> dict[str, str]:
    """The workbook of the year before, under this year's name."""
    with open_feuille(projet, FCS) as feuille:
        feuille["A1"] = "Fonds de Cohésion Sociale 2021"
    return {"cellules": "A1"}


def store_old_result(projet: Path) -> dict[str, str]:
    """A tool has changed a formula, and kept the result of the one before."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        adresse = feuille.adresse("Réhabilitation Préau Ecole Elby", "Montant")
        feuille[adresse] = "=33272+1000"
    change_zip(
        chemin(projet, FONDS_DE_CONCOURS),
        "xl/worksheets/sheet1.xml",
        "</f><v></v>",
        "</f><v>33272</v>",
    )
    return {"cellules": adresse}


def strike(projet: Path) -> dict[str, str]:
    """A line is drawn through a grant."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        cellule = feuille.page[feuille.adresse("Réhabilitation Préau Ecole Elby", "Opération")]
        cellule.font = Font(strike=True)
        return {"cellules": cellule.coordinate}


def show_thousands(projet: Path) -> dict[str, str]:
    """A number format multiplies what is typed."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        adresse = feuille.adresse("Réhabilitation Préau Ecole Elby", "Montant")
        feuille.page[adresse].number_format = '0" 000 €"'
        return {"cellules": adresse}


FAUTES = (
    Faute(
        "PV009",
        write_entete(PROGRAMMATION, "Europe (FSE)", "Fondation de France"),
        LIEU,
        DECLARER,
        variante="financeur",
    ),
    Faute(
        "PV009",
        note_montants,
        LIEU_FDC,
        "Mettez ces montants dans la colonne de leur financeur, ou dites dans le texte ce qu’ils "
        'sont. Si elle ne compte pas : [colonnes.fonds_de_concours] ignorer = ["Suivi"]',
        variante="remarques",
    ),
    Faute(
        "PV019",
        write_entete(PROGRAMMATION, "CAF", "CAF demandé"),
        LIEU,
        'Ajoutez la colonne de ce qui est accordé ; si c’est celle-ci, ajoutez "CAF demandé" aux '
        "alias de ce financeur, dans rapportpv.toml.",
    ),
    Faute("PV020", write_entete(PROGRAMMATION, "CAF", "CAF (k€)"), LIEU),
    Faute("PV021", keep_last_year, LIEU_FDC),
    Faute("PV021", add_summary, LIEU_FDC, variante="a-cote"),
    Faute(
        "PV022",
        add_call,
        "2022/fonds_de_concours.xlsx › Second semestre › {cellules}",
        '[feuilles] ignorer = ["Second semestre"]',
    ),
    Faute("PV023", keep_old_numbers, "2022/fcs.xlsx › FCS › {cellules}"),
    Faute("PV025", show_thousands, LIEU_FDC),
    Faute("PV116", add_adjustment, LIEU_FDC),
    Faute("PV117", write(PROGRAMMATION, ACTION, "CAF", 51007919700016), LIEU),
    Faute(
        "PV120",
        refuse_one,
        LIEU_FDC,
        "Videz les montants de ce qui est refusé, ou retirez ces lignes. Si cette colonne dit autre "
        'chose : [colonnes.fonds_de_concours] ignorer = ["Décision"]',
    ),
    Faute(
        "PV121",
        date_one,
        LIEU_FDC,
        "Retirez les lignes qui ne sont pas de 2022. Si cette colonne dit autre chose : "
        '[colonnes.fonds_de_concours] ignorer = ["Année"]',
    ),
    Faute("PV118", store_old_result, LIEU_FDC),
    Faute("PV119", strike, LIEU_FDC),
)
