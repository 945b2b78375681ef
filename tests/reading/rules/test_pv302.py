"""PV302: what a sum goes over, and what it should."""

import pytest

from rapportpv.year.controle import check_annee
from tests.reading.test_grilles import set_value
from tests.year.aides import anomalies

ENTETES = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "Coût total", "ANCT", "Région"]


def project(nom, anct, region=None, pilier="Emploi"):
    return [nom, f"Opérateur {nom}", pilier, "soutenue", None, anct, region]


def total(libelle, *formules):
    return [libelle, None, None, None, None, *formules]


A, B, C, D = (
    project(nom, montant) for nom, montant in zip("ABCD", (1000, 200, 30, 4), strict=True)
)


def check(projet, ecrire, *lignes) -> list[tuple[tuple[str, ...], str]]:
    ecrire("programmation", Programmation=[ENTETES, *lignes])
    tous = check_annee(projet, 2023).anomalies
    assert {a.rule.code for a in tous} <= {"PV302"}
    return [(a.lieu.cellules, a.message.split("somme ")[1].split(".")[0]) for a in tous]


@pytest.mark.parametrize(
    "formule",
    [
        "=SUM(F2:F5)",
        "=SUM(F$1:$F5)",  # the heading is a text
        "=SUM(F2:F3,F4:F5)",
        "=SUM(F2,F3,F4,F5)",
        "=SUM(F2:F3)+SUM(F4:F5)",
        "=+F2+F3+F4+F5",
        "=SUBTOTAL(9,F2:F5)",
        "=SUBTOTAL(109,F2:F5)",
        "=SOMME(F2:F5)",
        "=SUM(F:F)-F6",  # another matter
        "=ROUND(SUM(F2:F4),0)",
        '=SUMIF(C2:C5,"Emploi",F2:F5)',
        "=SUM(Notes!F2:F3)",
    ],
)
def test_a_sum_that_is_right_or_is_another_matter_is_left_alone(projet, ecrire, formule):
    assert check(projet, ecrire, A, B, C, D, total("Total", formule)) == []


@pytest.mark.parametrize(
    ("formule", "defaut"),
    [
        ("=SUM(F2:F4)", "n’additionne pas la ligne 5"),
        ("=SUM(F3:F5)", "n’additionne pas la ligne 2"),
        ("=SUM(F2:F2,F5:F5)", "n’additionne pas les lignes 3 et 4"),
        ("=F2+F3+F5", "n’additionne pas la ligne 4"),
        ("=SUM(F2:F5,F3)", "compte deux fois la ligne 3"),
    ],
)
def test_a_sum_too_short_or_too_long_is_told(projet, ecrire, formule, defaut):
    assert check(projet, ecrire, A, B, C, D, total("Total", formule)) == [(("F6",), defaut)]


def test_the_suggestion_says_over_what_the_sum_should_go(projet, ecrire):
    ecrire("programmation", Programmation=[ENTETES, A, B, C, total("Total", "=SUM(F2:F3)")])
    [anomalie] = anomalies(projet, "PV302")
    assert anomalie.suggestion == "Additionnez les lignes 2 à 4, une fois chacune."


def test_a_row_without_an_amount_may_be_left_out(projet, ecrire):
    assert (
        check(projet, ecrire, A, B, project("E", None, 5), total("T", "=SUM(F2:F3)", "=SUM(G2:G4)"))
        == []
    )


def test_one_row_that_all_columns_leave_out_is_one_anomaly(projet, ecrire):
    lignes = [
        A,
        project("E", 5, 6),
        project("F", 7, 8),
        total("Total", "=SUM(F2:F3)", "=SUM(G2:G3)"),
    ]
    assert check(projet, ecrire, *lignes) == [(("F5", "G5"), "n’additionne pas la ligne 4")]


SECTIONS = [A, B, total("Sous-total", "=SUM(F2:F3)"), C, D, total("Sous-total", "=SUM(F5:F6)")]


@pytest.mark.parametrize("formule", ["=F4+F7", "=SUM(F2:F3,F5:F6)", "=SUM(F4,F7)"])
def test_a_total_of_subtotals_counts_each_row_once(projet, ecrire, formule):
    assert check(projet, ecrire, *SECTIONS, total("Total", formule)) == []


def test_a_sum_that_takes_in_subtotals_counts_twice(projet, ecrire):
    [(cellules, defaut)] = check(projet, ecrire, *SECTIONS, total("Total", "=SUM(F2:F7)"))
    assert cellules == ("F8",)
    assert defaut == "compte deux fois les lignes 2, 3, 5 et 6"


def test_subtotal_leaves_out_its_likes_but_not_plain_sums(projet, ecrire):
    siens = [
        [c.replace("SUM(", "SUBTOTAL(9,") if isinstance(c, str) else c for c in ligne]
        for ligne in SECTIONS
    ]
    assert check(projet, ecrire, *siens, total("Total", "=SUBTOTAL(9,F2:F7)")) == []
    [(_, defaut)] = check(projet, ecrire, *SECTIONS, total("Total", "=SUBTOTAL(9,F2:F7)"))
    assert defaut.startswith("compte deux fois")


def test_a_subtotal_typed_by_hand_is_followed_too(projet, ecrire):
    lignes = [A, B, total("Sous-total", 1200), C, D, total("Sous-total", 34)]
    assert check(projet, ecrire, *lignes, total("Total", "=F4+F7")) == []
    [(_, defaut)] = check(projet, ecrire, *lignes, total("Total", "=SUM(F2:F6)"))
    assert defaut == "compte deux fois les lignes 2 et 3"


def test_a_subtotal_that_takes_in_a_row_of_the_section_above(projet, ecrire):
    lignes = [A, B, total("Sous-total", "=SUM(F2:F3)"), C, D, total("Sous-total", "=SUM(F3,F5:F6)")]
    assert check(projet, ecrire, *lignes) == [(("F7",), "prend aussi la ligne 3")]


def test_totals_by_pilier_below_the_table_are_no_short_sums(projet, ecrire):
    lignes = [A, B, C, project("E", 500, pilier="Cohésion sociale"), []]
    bas = [total("Total Emploi", "=SUM(F2:F4)"), total("Total Cohésion sociale", "=F5")]
    assert check(projet, ecrire, *lignes, *bas, total("TOTAL", "=SUM(F2:F5)")) == []


def test_a_total_of_nobody_knows_what_is_left_alone(projet, ecrire):
    bas = [total("Total conventionné", "=F2+F4"), total("Total", "=SUM(F2:F5)")]
    assert [c for c, _ in check_only(projet, ecrire, A, B, C, D, *bas)] == []


def test_a_total_of_what_is_supported_only_leaves_nothing_out(projet, ecrire):
    refusee = ["R", "Opérateur R", "Emploi", "refusée", None, 70, None]
    assert check_only(projet, ecrire, A, refusee, C, D, total("Total", "=F2+F4+F5")) == []
    [(cellules, _)] = check_only(projet, ecrire, A, refusee, C, D, total("Total", "=F2+F3+F4"))
    assert cellules == ("F6",)


@pytest.mark.parametrize("formule", ["=SUM(F2:F2)", "=SUM(F5,F5)"])
def test_a_sum_of_less_than_half_of_the_rows_is_another_matter(projet, ecrire, formule):
    assert check_only(projet, ecrire, A, B, C, D, total("Total", formule)) == []


@pytest.mark.parametrize("libelle", ["Total conventionné", "Total"])
def test_one_row_in_five_is_told_whatever_the_name(projet, ecrire, libelle):
    lignes = [A, B, C, D, project("E", 5), total(libelle, "=SUM(F2:F5)")]
    assert [cellules for cellules, _ in check_only(projet, ecrire, *lignes)] == [("F7",)]


def test_one_row_in_four_is_told_of_a_plain_total_only(projet, ecrire):
    lignes = [A, B, C, D]
    assert check_only(projet, ecrire, *lignes, total("Total", "=SUM(F2:F4)")) != []
    assert check_only(projet, ecrire, *lignes, total("Total conventionné", "=SUM(F2:F4)")) == []


def test_a_sum_of_a_subtotal_that_was_mistyped_is_right(projet, ecrire):
    """That subtotal is told for itself, by PV301."""
    lignes = [A, B, total("Sous-total", 1300), C, D, total("Sous-total", 34)]
    assert check_only(projet, ecrire, *lignes, total("Total", "=F4+F7")) == []
    assert [a.lieu.cellules for a in anomalies(projet, "PV301")] == [("F4",)]


def test_a_total_of_a_pilier_that_forgets_one_of_its_rows(projet, ecrire):
    lignes = [A, project("E", 500, pilier="Cohésion sociale"), B, C, []]
    [(cellules, message)] = check_only(
        projet, ecrire, *lignes, total("Total Emploi", "=F2+F4"), total("Total", "=SUM(F2:F5)")
    )
    assert cellules == ("F7",)
    assert "n’additionne pas la ligne 5" in message


@pytest.mark.parametrize(
    ("lignes", "attendu"),
    [
        ([total("Total", "=SUM(F3:F5)"), A, B, C, D], ("F2", "la ligne 6")),
        ([total("Total", "=SUM(F4:F6)"), A, B, C, D], ("F2", "la ligne 3")),
        (
            [
                total("Sous-total", "=SUM(F3:F4)"),
                A,
                B,
                C,
                total("Sous-total", "=SUM(F7:F8)"),
                D,
                project("E", 7),
            ],
            ("F2", "la ligne 5"),
        ),
        (
            [
                total("Sous-total", "=SUM(F3:F4)"),
                A,
                B,
                total("Sous-total", "=SUM(F6:F7)"),
                C,
                D,
                project("E", 7),
            ],
            ("F5", "la ligne 8"),
        ),
        (
            [
                *(total("Total", "=SUM(F4:F5,F7)"), total("Sous-total", "=SUM(F4:F5)"), A, B),
                *(total("Sous-total", "=SUM(F7:F8)"), C, D),
            ],
            ("F2", "la ligne 8"),
        ),
    ],
)
def test_totals_may_stand_above_their_rows(projet, ecrire, lignes, attendu):
    [(cellules, message)] = check_only(projet, ecrire, *lignes)
    assert cellules == (attendu[0],)
    assert f"n’additionne pas {attendu[1]}." in message


def test_a_cost_computed_from_one_funder_is_no_short_sum(projet, ecrire):
    ligne = ["E", "Le Club", "Emploi", "soutenue", "=SUM(F2:F2)", 5, 6, "=SUM(F2:G2)"]
    ecrire("programmation", Programmation=[[*ENTETES, "Total"], ligne])
    assert anomalies(projet, "PV302") == []


@pytest.mark.parametrize("formule", ["=SUM(E2:E2)", "=SUM(A2:D2)"])
def test_the_sum_of_a_row_over_no_funder_is_another_matter(projet, ecrire, formule):
    ligne = ["E", "Le Club", "Emploi", "soutenue", 100, 5, 6, formule]
    ecrire("programmation", Programmation=[[*ENTETES, "Total"], ligne])
    assert anomalies(projet, "PV302") == []


def test_the_sum_of_a_row_over_texts_too(projet, ecrire):
    ligne = ["E", "Le Club", "Emploi", "soutenue", 100, 5, 6, "=SUM(D2:G2)"]
    ecrire("programmation", Programmation=[[*ENTETES, "Total"], ligne])
    [anomalie] = anomalies(projet, "PV302")
    assert "prend aussi la colonne E." in anomalie.message


def test_what_is_counted_twice_and_what_is_left_out_weigh_together(projet, ecrire):
    assert check_only(projet, ecrire, A, B, C, D, total("Total", "=SUM(F2,F2,F3,F3)")) == []


def test_what_is_taken_in_and_what_is_left_out_weigh_together(projet, ecrire):
    suite = [C, D, project("E", 5), project("F", 6), total("Sous-total", "=SUM(F3,F5,F6)")]
    assert check_only(projet, ecrire, A, B, total("Sous-total", "=SUM(F2:F3)"), *suite) == []


REFUSEE = ["R", "Opérateur R", "Emploi", "refusée", None, 70, None]


def test_a_total_of_subtotals_of_what_is_supported_leaves_nothing_out(projet, ecrire):
    lignes = [A, REFUSEE, total("Sous-total", "=F2"), C, D, total("Sous-total", "=SUM(F5:F6)")]
    assert check_only(projet, ecrire, *lignes, total("Total", "=F4+F7")) == []


def test_an_empty_subtotal_adds_nothing(projet, ecrire):
    sans = project("E", None, 5)
    lignes = [A, B, REFUSEE, total("Sous-total", "=F2+F3"), sans, total("Sous-total", None)]
    assert check_only(projet, ecrire, *lignes, total("Total", "=F5+F7")) == []


def test_a_total_that_forgets_a_subtotal_forgets_its_rows(projet, ecrire):
    lignes = [*SECTIONS, project("E", 5), project("F", 6), total("Sous-total", "=SUM(F8:F9)")]
    [(cellules, defaut)] = check(projet, ecrire, *lignes, total("Total", "=F4+F10"))
    assert (cellules, defaut) == (("F11",), "n’additionne pas les lignes 5 et 6")


def test_a_sum_of_a_total_typed_by_hand_is_of_all_its_rows(projet, ecrire):
    assert check(projet, ecrire, *SECTIONS, total("Total", 1234), total("Total", "=F8")) == []


def test_a_sum_of_several_columns_is_another_matter(projet, ecrire):
    assert check_only(projet, ecrire, A, B, C, D, total("Total", "=SUM(F2:G4)")) == []


def test_a_plain_sum_takes_in_what_subtotal_leaves_out(projet, ecrire):
    siens = [A, B, total("Sous-total", "=SUBTOTAL(9,F2:F3)"), C, D]
    siens.append(total("Sous-total", "=SUBTOTAL(9,F5:F6)"))
    [(_, defaut)] = check(projet, ecrire, *siens, total("Total", "=SUM(F2:F7)"))
    assert defaut == "compte deux fois les lignes 2, 3, 5 et 6"


def test_subtotal_takes_in_what_was_typed_by_hand(projet, ecrire):
    lignes = [A, B, total("Sous-total", 1200), C, D, total("Sous-total", 34)]
    [(_, defaut)] = check(projet, ecrire, *lignes, total("Total", "=SUBTOTAL(9,F2:F7)"))
    assert defaut == "compte deux fois les lignes 2, 3, 5 et 6"


def test_a_total_may_begin_at_any_section(projet, ecrire):
    lignes = [*SECTIONS, project("E", 5), project("F", 6), total("Sous-total", "=SUM(F8:F9)")]
    [(_, defaut)] = check(projet, ecrire, *lignes, total("Total", "=SUM(F5:F6,F8:F8)"))
    assert defaut == "n’additionne pas la ligne 9"


def check_only(projet, ecrire, *lignes):
    ecrire("programmation", Programmation=[ENTETES, *lignes])
    return [(a.lieu.cellules, a.message) for a in anomalies(projet, "PV302")]


def test_the_sum_of_a_row_over_its_funders(projet, ecrire):
    entetes = [*ENTETES, "Total"]
    lignes = [
        [*A, "=SUM(F2:G2)"],
        [*project("E", 5, 6), "=SUM(F3:F3)"],  # leaves out 6 €
        [*project("F", 7), "=SUM(F4:F4)"],  # leaves out nothing
        [*project("G", 7, 8), "=SUM(F5:F5)"],
        [*project("H", 7, 8), "=F6+G6"],
    ]
    ecrire("programmation", Programmation=[entetes, *lignes])
    [anomalie] = check_annee(projet, 2023).anomalies
    assert (anomalie.rule.code, anomalie.lieu.cellules) == ("PV302", ("H3", "H5"))
    assert "n’additionne pas la colonne G" in anomalie.message


def test_the_sum_of_a_row_that_takes_in_the_cost(projet, ecrire):
    lignes = [["E", "Le Club", "Emploi", "soutenue", 100, 5, 6, "=SUM(E2:G2)"]]
    ecrire("programmation", Programmation=[[*ENTETES, "Total"], *lignes])
    [anomalie] = check_annee(projet, 2023).anomalies
    assert "prend aussi la colonne E" in anomalie.message


def test_a_sum_and_its_wrong_result_are_one_cause(projet, ecrire):
    chemin = ecrire(
        "programmation", Programmation=[ENTETES, A, B, C, total("Total", "=SUM(F2:F3)")]
    )
    set_value(chemin, "F5", "1200")
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV302"]


def test_a_formula_of_another_kind_with_a_wrong_result_is_a_wrong_total(projet, ecrire):
    chemin = ecrire(
        "programmation", Programmation=[ENTETES, A, B, C, total("Total", "=2*SUM(F2:F3)")]
    )
    set_value(chemin, "F5", "2400")
    assert [a.rule.code for a in check_annee(projet, 2023).anomalies] == ["PV301"]


def test_the_sheets_of_one_amount_are_looked_at_too(projet, ecrire):
    tableau = """
        | Commune | Opération | Dispositif | Montant     |
        | Orge    | Préau     | NPNRU      | 500         |
        | Val     | Square    | NPNRU      | 300         |
        | Total   |           |            | =SUM(D2:D2) |
        """
    ecrire("fonds_de_concours", Fonds_de_concours=tableau)
    assert [a.lieu.cellules for a in anomalies(projet, "PV302")] == [("D4",)]


@pytest.mark.parametrize("libelle", ["Total du pilier Emploi", "Sous-total de l'emploi"])
def test_a_total_of_a_pilier_whose_rows_are_apart(projet, ecrire, libelle):
    """What stands before the name of a group is no part of it."""
    autre = project("E", 500, pilier="Cohésion sociale")
    bas = [total(libelle, "=F2+F4"), total("TOTAL", "=SUM(F2:F4)")]
    assert check(projet, ecrire, A, autre, B, *bas) == []
    faux = [total(libelle, "=F2+F3"), total("TOTAL", "=SUM(F2:F4)")]
    [(cellules, _)] = check(projet, ecrire, A, autre, B, *faux)
    assert cellules == ("F5",)


@pytest.mark.parametrize(
    ("formule", "defaut"),
    [
        ("=SUM(F6:F7)", []),
        ("=SUM(F7:F7)", [(("F8",), "n’additionne pas la ligne 6")]),
        ("=SUM(F3,F6:F7)", [(("F8",), "prend aussi la ligne 3")]),
    ],
)
def test_a_block_begins_below_the_total_before(projet, ecrire, formule, defaut):
    lignes = [A, B, project("E", 70), total("Sous-total", "=SUM(F2:F4)")]
    faits = check(projet, ecrire, *lignes, C, D, total("Sous-total", formule))
    assert faits == defaut


def test_the_printed_whole_cost_is_compared_too(projet, ecrire):
    lignes = [[*ligne[:4], cout, *ligne[5:]] for ligne, cout in ((A, 4000), (B, 900))]
    bas = ["Total", None, None, None, "=SUM(E2:E2)", "=SUM(F2:F3)", None]
    assert check(projet, ecrire, *lignes, bas) == [(("E4",), "n’additionne pas la ligne 3")]
