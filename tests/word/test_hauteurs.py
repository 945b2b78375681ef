"""How high blocks are: a cell by its column, and a long table in a time that its rows explain."""

import time

from rapportpv.word.hauteurs import Regle
from rapportpv.word.ooxml import make, make_texte
from rapportpv.word.styles import Styles

REGLE = Regle(Styles(), 9000)


def table(rangees, *largeurs):
    grille = make("tblGrid", *(make("gridCol", w=str(largeur)) for largeur in largeurs))
    return make("tbl", grille, *(make("tr", *map(cell, rangee)) for rangee in rangees))


def cell(texte):
    return make("tc", make("p", make("r", make_texte(texte))))


def test_a_row_is_as_high_as_its_longest_text_in_its_own_column():
    long = "mot " * 20
    courte = REGLE.height(table([("x", "y")], 1500, 7000))
    assert REGLE.height(table([("x", long)], 1500, 7000)) > courte
    assert REGLE.height(table([(long, "x")], 1500, 7000)) > REGLE.height(
        table([("x", long)], 1500, 7000)
    )
    assert REGLE.height(table([("x", "y")] * 3, 1500, 7000)) == 3 * courte


def test_a_table_four_times_as_long_takes_about_four_times_as_much():
    def cost(nombre):
        longue = table([("x",) * 5] * nombre, *[1800] * 5)
        debut = time.process_time()
        REGLE.height(longue)
        return time.process_time() - debut

    court, long = (min(cost(nombre) for _ in range(3)) for nombre in (1000, 4000))
    assert long < 9 * court  # it took sixteen times as much when each row read the whole table
