"""Columns as wide as what they show, in the report's own tables only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.word.largeurs import fit_columns, fit_row
from rapportpv.word.ooxml import flatten, make, make_texte, w

ENTETE = ("Commune", "Montant", "Part")
TOTAL = ("Total", "12 345 678 €", "100,0 %")


def cell(texte, largeur):
    proprietes = make("tcPr", make("tcW", w=str(largeur), type="dxa"))
    return make("tc", proprietes, make("p", make("r", make_texte(texte))))


def table(*rangees, largeurs=(6000, 2400, 1011), style="TableauRapport"):
    grille = make("tblGrid", *(make("gridCol", w=str(largeur)) for largeur in largeurs))
    lignes = [make("tr", *map(cell, rangee, largeurs)) for rangee in rangees]
    return make("tbl", make("tblPr", make("tblStyle", val=style)), grille, *lignes)


def widths(tbl):
    """The widths of the grid; those of each row are the same."""
    grille = [int(colonne.get(w("w"))) for colonne in tbl.iter(w("gridCol"))]
    for ligne in tbl.iter(w("tr")):
        assert [int(taille.get(w("w"))) for taille in ligne.iter(w("tcW"))] == grille
    return grille


def fit(ecrits, **options):
    tbl = table(ENTETE, ("x", "y", "z"), TOTAL, **options)
    fit_columns(tbl.findall(w("tr"))[1], ecrits)
    return widths(tbl)


def test_amounts_take_what_the_longest_needs_and_the_words_the_rest():
    lieu, montant, part = fit([("Orge", "1 200 €", "3,1 %"), ("Valmont", "900 €", "1,2 %")])
    assert lieu + montant + part == 6000 + 2400 + 1011
    assert montant < 2400
    assert lieu > 6000
    assert part < montant


def test_a_longer_amount_has_a_wider_column_that_of_the_total_too():
    court = fit([("Orge", "1 200 €", "3,1 %")])
    long = fit([("Orge", "1 234 567 890 €", "3,1 %")])
    assert long[1] > court[1]
    assert fit([("Orge", "1 €", "3,1 %")])[1] == court[1]  # the total asks for as much


def test_no_word_of_a_text_is_broken():
    mot = "Anticonstitutionnellementissime" * 2
    lieu, *_ = fit([(mot, "1 €", "1 %")], largeurs=(3000, 4000, 4000))
    assert lieu > 100 * len(mot)


def test_what_cannot_be_made_to_fit_has_all_that_amounts_leave():
    court, *nombres = fit([("Orge", "1 €", "1 %")])
    assert fit([("mot" * 60, "1 €", "1 %")]) == [court, *nombres]


def test_texts_that_amounts_leave_no_room_for_keep_the_widths_of_the_template():
    somme = "123 456 789 012 €"
    assert fit([("mot" * 9, somme, somme)], largeurs=(700, 1500, 1500)) == [700, 1500, 1500]


def test_where_a_name_is_too_long_no_other_word_is_broken():
    """«communautaire» was: a double name asked for more than there was, and nothing was changed."""
    entete = ("Quartier", "Commune", "Type", "Référent")
    lignes = [
        ("Résidence du Général", "Campagne-lès-Wardrecques", "QPV", "M. VANDERHAEGHEN-DUPONTEAU"),
        ("Le Parc", "Orge", "communautaire", "Eva Bon"),
    ]
    tbl = table(entete, ("a", "b", "c", "d"), largeurs=(3000, 2600, 1200, 2611))
    fit_columns(tbl.findall(w("tr"))[1], lignes)
    quartier, commune, sorte, referent = widths(tbl)
    assert sorte - 320 >= 105 * len("communautaire")  # in Calibri, between the sides of the cell
    assert commune - 320 >= 105 * len("Wardrecques")
    assert referent - 320 >= 105 * len("VANDERHAEGHEN-")
    assert quartier + commune + sorte + referent == 9411


def test_a_table_of_somebody_elses_style_stays():
    assert fit([("Orge", "1 €", "1 %")], style="Grilledutableau") == [6000, 2400, 1011]


@pytest.mark.parametrize("ou", ["rStyle", "pStyle"])
def test_a_row_of_larger_letters_leaves_the_table_as_it_is(ou):
    tbl = table(ENTETE, ("x", "y", "z"), TOTAL)
    ligne = tbl.findall(w("tr"))[1]
    if ou == "rStyle":
        next(ligne.iter(w("r"))).insert(0, make("rPr", make("rStyle", val="ChiffreCle")))
    for rang, paragraphe in enumerate(ligne.iter(w("p"))):
        style = "ChiffreCle" if ou == "pStyle" and rang == 0 else "TableauTexte"
        paragraphe.insert(0, make("pPr", make("pStyle", val=style)))
    fit_columns(ligne, [("Orge", "1 200 €", "3,1 %")])
    assert widths(tbl) == [6000, 2400, 1011]


def test_rows_of_other_columns_leave_the_table_as_it_is():
    tbl = table(("Réunies", "Part"), ("x", "y", "z"), largeurs=(6000, 2400, 1011))
    avant = [taille.get(w("w")) for taille in tbl.iter(w("tcW"))]
    fit_columns(tbl.findall(w("tr"))[1], [("Orge", "1 €", "1 %")])
    assert [taille.get(w("w")) for taille in tbl.iter(w("tcW"))] == avant


def test_a_copied_row_takes_the_widths_of_its_new_table():
    ligne = make("tr", *map(cell, TOTAL, (1, 2, 3)))
    fit_row(ligne, (4000, 3000, 2411))
    assert [taille.get(w("w")) for taille in ligne.iter(w("tcW"))] == ["4000", "3000", "2411"]
    assert flatten(ligne).startswith("Total")
    fit_row(ligne, (1, 2))  # another number of columns
    assert next(ligne.iter(w("tcW"))).get(w("w")) == "4000"


@given(
    st.lists(st.integers(500, 6000), min_size=2, max_size=6),
    st.lists(st.text("aé €1234\u202f,", max_size=30), min_size=6, max_size=24),
)
def test_the_table_keeps_its_width_whatever_it_shows(largeurs, textes):
    colonnes = len(largeurs)
    rangees = [textes[n : n + colonnes] for n in range(0, len(textes) - colonnes + 1, colonnes)]
    tbl = table(*rangees[:1], [""] * colonnes, largeurs=largeurs)
    fit_columns(tbl.findall(w("tr"))[1], rangees)
    assert sum(widths(tbl)) == sum(largeurs)
    assert min(widths(tbl)) > 0


def fit_even(entete, rangee, ecrits, largeur=1568):
    tbl = table(entete, rangee, rangee, largeurs=(largeur,) * len(entete))
    fit_columns(tbl.findall(w("tr"))[1], ecrits)
    return widths(tbl)


def test_columns_that_a_loop_made_share_by_their_texts():
    entete = ("N°", "Action", "Opérateur", "Quartiers", "Coût total", "Crédits")
    longue = "Accompagner les jeunes vers l'emploi et la mobilité"
    ecrits = [("2022-001", longue, "Les Amis du parc", "Le Parc", "1 200 €", "900 €")] * 3
    numero, action, operateur, quartiers, cout, credits_ = fit_even(entete, ecrits[0], ecrits)
    assert action > operateur > quartiers
    assert numero < operateur
    assert cout + credits_ < 2 * 1568
    assert sum((numero, action, operateur, quartiers, cout, credits_)) == 6 * 1568


def test_a_text_that_makes_lines_takes_the_room_that_another_leaves():
    entete = ("Action", "Lieu", "Montant")
    ecrits = [("Un long texte que voici, et plus long encore", "Court", "900 €")]
    longue, courte, _ = fit_even(entete, ecrits[0], ecrits, 3000)
    assert longue >= 36 * 98 + 8 * 47 + 320  # on one line: letters, then spaces
    assert courte < longue


def test_texts_that_fit_keep_what_the_template_gives_them():
    ecrits = [("Un texte que voici", "Court", "900 €")]
    premiere, seconde, _ = fit_even(("Action", "Lieu", "Montant"), ecrits[0], ecrits, 3000)
    assert abs(premiere - seconde) <= 1


def test_two_long_texts_share_so_that_rows_are_low():
    entete = ("Action", "Lieu", "Montant")
    ecrits = [("Accompagner " * 20, "Béthune " * 6, "900 €")] * 4
    longue, courte, _ = fit_even(entete, ecrits[0], ecrits, 2000)
    assert longue > 2 * courte


def test_amounts_in_small_letters_leave_more_to_the_texts():
    def first(style):
        tbl = table(ENTETE, ("x", "y", "z"), TOTAL)
        ligne = tbl.findall(w("tr"))[1]
        next(ligne.iter(w("p"))).insert(0, make("pPr", make("pStyle", val=style)))
        fit_columns(ligne, [("Orge", "1 200 €", "3,1 %")])
        return widths(tbl)[0]

    assert first("TableauPetitTexte") > first("TableauTexte")


def test_the_heading_of_an_amount_gives_way_to_the_longest_words():
    entete = (
        "N°",
        "Action",
        "Quartiers",
        "Thématique",
        "Crédits",
        *["Établissement public intercommunal de coopération numéro trois"] * 2,
    )
    ecrits = [("1", "Accompagnement", "Le Parc", "Santé", *["6 810 €"] * 3)] * 2
    larges = fit_even(entete, ecrits[0], ecrits, 1344)
    assert sum(larges) == 7 * 1344
    assert larges[1] > larges[0]
    assert larges[1] >= 14 * 105 + 320  # «Accompagnement», five points a letter, and its margins
