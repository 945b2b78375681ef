"""What a sum gets wrong, in words; what Excel leaves out of one."""

import pytest

from rapportpv.core.somme import Somme
from rapportpv.core.trame import Trame
from rapportpv.reading.totals.sommes import Defaut, list_omises


def test_all_that_a_sum_gets_wrong_is_said():
    defaut = Defaut("ligne", (5,), (3,), (9,), (2, 3, 4, 5))
    assert str(defaut) == (
        "n’additionne pas la ligne 5, compte deux fois la ligne 3, prend aussi la ligne 9"
    )
    assert defaut.fautives == {3, 5, 9}
    assert defaut.suggestion == "Additionnez les lignes 2 à 5, une fois chacune."


def test_columns_are_named_by_their_letters():
    defaut = Defaut("colonne", (28,), (), (), (6, 28))
    assert str(defaut) == "n’additionne pas la colonne AB"
    assert defaut.suggestion == "Additionnez les colonnes F et AB, une fois chacune."


def omises(somme: Somme) -> list[list[tuple[int, int]]]:
    trame = Trame(
        sommes={(9, 2): somme},
        textes={(3, 2): "12 €", (7, 2): "8 €", (9, 5): "5 €"},
        lignes_masquees=frozenset({4, 8}),
    )
    assert list(list_omises(trame, (9, 3))) == []
    return list(list_omises(trame, (9, 2)))


@pytest.mark.parametrize(
    ("somme", "attendues"),
    [
        (Somme(((2, 2, 5, 2),), sous_total=False, chaine=False), [[(3, 2)]]),
        (Somme(((2, 2, 5, 2),), sous_total=True, chaine=False), [[(3, 2)], [(4, 2)]]),
        (Somme(((2, 2, 5, 2),), sous_total=False, chaine=True), []),
        (Somme(((6, 1, 9, 5),), sous_total=False, chaine=False), [[(9, 5), (7, 2)]]),
    ],
)
def test_what_excel_leaves_out_of_a_sum(somme, attendues):
    """Texts that look like numbers, unless they are added one by one; what a filter hides."""
    assert omises(somme) == attendues
