"""What the documentation shows of the consultation, run for real on the sample."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tools.exemples import EXEMPLE, show_command


def show_consultation() -> str:
    """The state of the sample's consultation, once two bodies have answered."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        chemin = projet / "2022" / "consultation.xlsx"
        classeur = load_workbook(chemin)
        feuille = classeur.worksheets[0]
        feuille.delete_rows(10, 10)  # a few bodies are enough to show it
        for ligne, jour, sens in ((4, date(2023, 9, 12), "favorable"), (5, None, None)):
            feuille.cell(ligne, 5).value, feuille.cell(ligne, 6).value = jour, sens
        feuille.cell(7, 5).value, feuille.cell(7, 6).value = date(2023, 10, 3), "réservé"
        classeur.save(chemin)
        (projet / "2022" / "territoire.xlsx").unlink()
        return show_command("consultation", "2022", "--au", "04/10/2023", dossier=projet)


def show_courriers() -> str:
    """The letters of the sample, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        return show_command("build", "2022", "courriers", dossier=projet, lignes=4)
