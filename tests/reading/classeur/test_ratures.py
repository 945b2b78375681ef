"""Words struck one by one within a cell: a row that somebody gave up."""

import pytest
from xlsxwriter import Workbook

from rapportpv.year.controle import check_annee
from tests.tables import parse_table

TABLE = """
| Intitulé de l'action | Opérateur | Pilier | Statut | Remarques | ANCT |
| Aide aux devoirs | Les Amis | Emploi | soutenue | vu | 9000 |
| Chantier jeunes | Le Club | Emploi | soutenue | vu | 8000 |
"""


def write(chemin, case: tuple[int, int], *morceaux: tuple[str, bool]) -> None:
    """The table, a cell of it in pieces of text, struck or not."""
    with Workbook(str(chemin)) as classeur:
        feuille = classeur.add_worksheet("Programmation")
        for rang, ligne in enumerate(parse_table(TABLE)):
            for colonne, valeur in enumerate(ligne):
                if (rang, colonne) != case:  # else its plain text stays among the shared ones
                    feuille.write(rang, colonne, valeur)
        trait, net = classeur.add_format({"font_strikeout": True}), classeur.add_format({"bold": 1})
        riches = [x for texte, raye in morceaux for x in (trait if raye else net, texte)]
        feuille.write_rich_string(*case, *riches)


@pytest.mark.parametrize(
    ("case", "morceaux", "dites"),
    [
        ((1, 0), (("Aide ", True), ("aux devoirs", True)), [("PV119", ("A2",))]),
        ((1, 1), (("Les ", True), ("Amis", True)), [("PV119", ("B2",))]),
        ((1, 0), (("Aide ", True), ("aux devoirs", False)), []),
        ((1, 4), (("à ", True), ("relancer", True)), []),  # a remark that is settled
    ],
    ids=["title", "operator", "a-word", "remark"],
)
def test_a_row_whose_name_is_struck_word_by_word_is_told(projet, case, morceaux, dites):
    write(projet / "2023" / "programmation.xlsx", case, *morceaux)
    anomalies = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV119"]
    assert [(a.rule.code, a.lieu.cellules) for a in anomalies] == dites
