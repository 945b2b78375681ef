"""The first five minutes with LibreOffice: typed and saved there, the figures are the same."""

import re

import pytest
from openpyxl import load_workbook

from rapportpv.scaffold.annee import lay
from rapportpv.year.controle import check_annee
from tests.office.libreoffice import Tableur
from tests.scaffold.test_annee import VAL_D_ORGE, nobody
from tools.premiers_pas import COMMUNES, PROJETS, fill, show_pas, type_projets

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def tableur(soffice, tmp_path_factory):
    return Tableur(soffice, tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="module")
def saisi(tableur, tmp_path_factory):
    """The project as `init` lays it down, the ten projects typed in LibreOffice."""
    projet = tmp_path_factory.mktemp("saisi")
    lay(projet, None, VAL_D_ORGE, nobody)
    type_projets(projet, tableur.fill)
    return projet


def figures(projet):
    controle = check_annee(projet, 2024)
    assert not controle.is_blocked(), [str(a) for a in controle.anomalies]
    return {nom: chiffre.valeur for nom, chiffre in controle.bilan.chiffres.items()}


def test_the_figures_are_those_of_the_same_rows_written_by_openpyxl(saisi, tmp_path):
    lay(tmp_path, None, VAL_D_ORGE, nobody)
    type_projets(tmp_path, fill)
    assert figures(saisi) == figures(tmp_path)
    assert figures(saisi)["programmation.projets_deposes"] == 10
    assert figures(saisi)["programmation.total"] * 2 == 124601


@pytest.mark.parametrize("suffixe", [".ods", ".xls", ".csv"])
def test_the_same_rows_in_another_format(saisi, tableur, tmp_path, suffixe):
    lay(tmp_path, None, VAL_D_ORGE, nobody)
    annee = tmp_path / "2024"
    fill(annee / "territoire.xlsx", "Communes", COMMUNES)
    xlsx = annee / "programmation.xlsx"
    tableur.fill(xlsx, "Programmation", PROJETS, sortie=xlsx.with_suffix(suffixe))
    xlsx.unlink()
    attendus, lus = figures(saisi), figures(tmp_path)
    assert {n: v for n, v in lus.items() if n in attendus} == {
        n: v for n, v in attendus.items() if n in lus
    }
    assert lus["programmation.total"] == attendus["programmation.total"]


def read_controles(chemin) -> list[tuple[str, str, str, str]]:
    """What each column of a workbook checks, and what it says when that is refused."""
    feuille = load_workbook(chemin)["Programmation"]
    return sorted(
        (str(c.sqref), c.type, (c.formula1 or "").replace("'", ""), c.error or "")
        for c in feuille.data_validations.dataValidation
        if c.type not in (None, "none")
    )


def test_what_guides_the_typing_survives_libreoffice(saisi, tmp_path):
    lay(tmp_path, None, VAL_D_ORGE, nobody)
    chemin = saisi / "2024" / "programmation.xlsx"
    controles = read_controles(chemin)
    assert controles == read_controles(tmp_path / "2024" / "programmation.xlsx")
    genres = [genre for _, genre, _, _ in controles]
    assert (genres.count("list"), genres.count("custom")) == (9, 1)
    assert genres.count("decimal") >= 3
    assert all(formule.startswith("Listes!$") for _, g, formule, _ in controles if g == "list")
    assert load_workbook(chemin)["Listes"]["C4"].value == "Emploi et développement économique"
    feuille = load_workbook(chemin)["Programmation"]
    regles = [r for plage in feuille.conditional_formatting for r in plage.rules]
    assert len(regles) >= 5
    valeurs = load_workbook(saisi / "2024" / "programmation.xlsx", data_only=True)["Programmation"]
    assert valeurs["Y5"].value == 10000
    assert valeurs["Y3"].value == 62300.5


def test_the_transcript_of_the_page_is_the_same(tableur):
    """But for the totals of the ledger: LibreOffice computes them, openpyxl drops their values."""
    pas, page = show_pas(tableur.fill), show_pas()
    assert re.search(
        r"13 comptées \(62\u202f300,50\u00a0€\), 8 totaux \(62\u202f300,50", "".join(pas.values())
    )
    assert {nom: cut_totaux(pas[nom]) for nom in pas} == page


def cut_totaux(sorti: str) -> str:
    """What was printed, each sheet of the ledger with what it counts alone."""
    return re.sub(r"(comptées \([^)]*\))[^\n]*", r"\1", sorti)
