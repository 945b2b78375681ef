"""The columns and sheets that nothing reads, and why."""

import pytest
from openpyxl import load_workbook

from rapportpv.year.load import load_dossier

TABLE = """
| Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT | {}    |
| -------------------- | --------- | ------ | -------- | ---- | ----- |
| Aide                 | Les Amis  | Emploi | soutenue | 100  | {}    |
| Jeux                 | Le Club   | Emploi | soutenue | 200  | {}    |
"""


@pytest.fixture
def left(projet, ecrire):
    """What the programming of that table holds that nothing reads."""

    def left(table: str, reglages: str = "") -> list[tuple[tuple[str, ...], str]]:
        toml = projet / "rapportpv.toml"
        toml.write_text(toml.read_text("utf-8") + reglages, "utf-8")
        ecrire("programmation", Programmation=table)
        dossier, _ = load_dossier(projet, 2023)
        assert dossier
        feuille = dossier.programmation.feuille
        return [(laisse.titres, laisse.raison) for laisse in feuille.laissees]

    return left


@pytest.mark.parametrize(
    ("titre", "premiere", "seconde", "raison"),
    [
        ("Remarques", "à revoir", "", "rien ne s’en sert"),
        ("Contact", "06 12 34 56 78", "06 12 34 56 79", "rien ne s’en sert"),
        ("Nombre de jeunes", "12", "30", "rien ne s’en sert"),
        ("ANCT demandé", "300", "400", "ce qui est demandé, pas ce qui est accordé"),
        ("ANCT 2021", "300", "400", "une autre année"),
        ("ANCT versé", "80", "160", "ce qui est versé, pas ce qui est accordé"),
    ],
)
def test_a_column_that_nothing_reads_is_told_with_the_reason(
    left, titre, premiere, seconde, raison
):
    assert left(TABLE.format(titre, premiere, seconde)) == [((titre,), raison)]


@pytest.mark.parametrize(
    ("titre", "premiere"), [("Remarques", ""), ("Thématique", "École"), ("Région", "50")]
)
def test_a_column_that_is_empty_or_read_is_not(left, titre, premiere):
    assert left(TABLE.format(titre, premiere, premiere)) == []


def test_a_column_that_the_settings_leave_aside_is_told_as_such(left):
    reglages = '\n[colonnes.programmation]\nignorer = ["Coordonnées"]\n'
    assert left(TABLE.format("Coordonnées", "Orge", "Val"), reglages) == [
        (("Coordonnées",), "à ignorer, dit rapportpv.toml")
    ]


def test_columns_of_one_reason_are_told_together_even_without_a_heading(projet, ecrire):
    chemin = ecrire("programmation", Programmation=TABLE.format("Remarques", "x", "y"))
    classeur = load_workbook(chemin)
    classeur.active["G3"] = "voir Paul"
    classeur.active["H1"] = "Contact"
    classeur.active["H2"] = "Paul"
    classeur.save(chemin)
    dossier, _ = load_dossier(projet, 2023)
    [laisse] = dossier.programmation.feuille.laissees
    assert laisse.titres == ("Remarques", "", "Contact")
    assert laisse.lieu.cellules == ("F1", "G1", "H1")


def test_amounts_that_nobody_can_explain_are_an_error_and_not_told_twice(left):
    assert left(TABLE.format("MILDECA", "3000", "4000")) == []


def test_a_sheet_that_is_not_read_is_told_and_those_of_init_are_known(projet, ecrire):
    chemin = ecrire(
        "programmation",
        Programmation=TABLE.format("Thématique", "École", "Sport"),
        Brouillon="| Idée |\n| Un bal |",
        Vide="| |",
        Listes="| Piliers |\n| Emploi |",
        **{"Mode d'emploi": "| Lire |\n| Écrire |"},
    )
    classeur = load_workbook(chemin)
    classeur.create_sheet("Ancienne").sheet_state = "hidden"
    classeur.save(chemin)
    toml = projet / "rapportpv.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[feuilles]\nignorer = ["Suivi"]\n', "utf-8")
    ecrire(
        "territoire",
        Communes="| Commune | Référent |\n| Orge | Anne |",
        Suivi="| À faire |\n| Appeler |",
    )
    dossier, _ = load_dossier(projet, 2023)
    assert [(laisse.lieu.feuille, laisse.raison) for laisse in dossier.laissees] == [
        ("Brouillon", "ce n’est pas le tableau attendu"),
        ("Ancienne", "feuille masquée"),
        ("Suivi", "à ignorer, dit rapportpv.toml"),
    ]
