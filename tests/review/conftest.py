"""The sample's documents as they were made, and as the year would make them after a change."""

import shutil

import openpyxl
import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.review.ouvrir import open_docx
from rapportpv.review.rafraichir import Voeux, refresh_document
from tests.conftest import EXEMPLE

_TOTAUX = (127, 180)  # the rows of the sample's programming that add up its first pilier, and all
_COLONNES = (11, 12, 25)  # what an action costs, what ANCT gives, what all give


def change_cells(racine):
    """Ten cells of the sample: eight grants, one more fonds de concours, another day."""
    chemin = racine / "2022" / "programmation.xlsx"
    classeur = openpyxl.load_workbook(chemin)
    feuille = classeur["Programmation"]
    aidees = [
        r for r in range(5, _TOTAUX[0]) if feuille.cell(r, 10).value == "soutenue"
        and feuille.cell(r, 12).value
    ]  # fmt: skip
    for rang, ligne in enumerate(aidees[:8]):
        for colonne in _COLONNES:
            for touchee in (ligne, *_TOTAUX):
                feuille.cell(touchee, colonne).value += 1000 + rang
    classeur.save(chemin)
    chemin = racine / "2022" / "fonds_de_concours.xlsx"
    classeur = openpyxl.load_workbook(chemin)
    feuille = classeur.worksheets[0]
    feuille.insert_rows(8)
    for colonne, valeur in enumerate(("Divion", "Salle", "Politique de la Ville", 1000), start=1):
        feuille.cell(8, colonne).value = valeur
    for ligne in feuille.iter_rows():
        if ligne[0].value == "Total Politique de la Ville":
            ligne[3].value += 1000
    classeur.save(chemin)
    annee = racine / "2022" / "annee.toml"
    annee.write_text(annee.read_text("utf-8").replace("2023-06-27", "2023-06-28"), "utf-8")


def build(racine, document, sortie, millesime=2022, **options):
    fait = build_document(Commande(racine, millesime, document, sortie, **options))
    assert fait.chemin is not None, fait.controle.anomalies
    return fait.chemin


@pytest.fixture(scope="session")
def change(tmp_path_factory):
    """The sample with ten cells changed."""
    racine = tmp_path_factory.mktemp("change") / "projet"
    shutil.copytree(EXEMPLE, racine)
    change_cells(racine)
    return racine


@pytest.fixture(scope="session")
def documents(change, tmp_path_factory):
    """Each document of the sample: as it was built, and as it would be after the change."""
    avant, apres = tmp_path_factory.mktemp("avant"), tmp_path_factory.mktemp("apres")
    return {
        nom: (
            build(EXEMPLE, nom, avant).read_bytes(),
            build(change, nom, apres).read_bytes(),
        )
        for nom in ("rapport", "deliberation")
    }


@pytest.fixture
def refresh(tmp_path):
    """Refreshes bytes against the bytes of another build."""

    def refresh(edite, neuf, **voeux):
        chemin = tmp_path / "edite.docx"
        chemin.write_bytes(edite)
        return refresh_document(open_docx(chemin), neuf, Voeux(**voeux))

    return refresh
