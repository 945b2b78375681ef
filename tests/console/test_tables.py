"""Wide tables on a screen of 100 columns: headings go over lines, numbers do not."""

import pytest

from rapportpv.console import tables
from rapportpv.console.fabrication import list_absents
from rapportpv.core.chiffre import Bilan, Colonne, Ligne, Quantite, Tableau, Unite
from rapportpv.year.load import load_dossier
from tests.flatten import plain

LONG = "Pilotage, qualification des acteurs, évaluation"


@pytest.fixture
def show(capsys, monkeypatch):
    """Prints a table on a screen of that width: its lines."""

    def show(tableau, largeur):
        from rich.console import Console

        monkeypatch.setattr(tables, "open_console", lambda flux: Console(file=flux, width=largeur))
        tables.write_bilan(Bilan({}, {tableau.nom: tableau}), sources=False)
        return plain(capsys.readouterr().out).split("Chiffres")[0].splitlines()

    return show


def make(colonnes, montant):
    entetes = (Colonne("qui", "Financeur"), *(Colonne(f"c{n}", LONG) for n in range(colonnes)))
    cellules = {c.nom: Quantite(montant, Unite.EUROS) for c in entetes[1:]}
    return Tableau("t", "Titre", entetes, (Ligne({"qui": "Conseil régional", **cellules}),))


def test_numbers_stay_in_one_piece(show):
    lignes = show(make(5, 12345678), 100)
    assert max(map(len, lignes)) <= 100
    assert sum(ligne.count("12 345 678 €") for ligne in lignes) == 5
    assert sum("qualification" in ligne for ligne in lignes) == 1


def test_a_column_of_numbers_is_to_the_right_even_if_its_first_cell_is_none(show):
    entetes = (Colonne("qui", "Qui"), Colonne("montant", "Un long titre"))
    lignes = (
        Ligne({"qui": "A", "montant": "–"}),
        Ligne({"qui": "B", "montant": Quantite(7, Unite.EUROS)}),
    )
    affiche = show(Tableau("t", "Titre", entetes, lignes), 100)
    [rien] = [ligne for ligne in affiche if "–" in ligne]
    [montant] = [ligne for ligne in affiche if "7 €" in ligne]
    assert rien.rindex("–") == montant.rindex("€")


def test_what_few_projects_have_is_not_said_to_be_missing(projet, ecrire):
    ecrire("fcs", FCS="| Axe | Opérateur | Intitulé | Montant |\n| 2 | Les Amis | Fête | 7 |")
    ecrire("service", Service="| Nom | Fonction |\n| Zoé Roy | Directrice |")
    dossier, _ = load_dossier(projet, 2023)
    assert list_absents(dossier) == ["fonds_de_concours.xlsx", "npnru.xlsx", "territoire.xlsx"]
