"""What a row is, cell by cell: one sheet, one row, its kind."""

import pytest

from rapportpv.core.plan import FINANCEUR, Plan
from rapportpv.reading.headers import Entete
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.signes import is_measure, is_numbering
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.territoire.sheet import COMMUNES

COLONNES = ("numero", "intitule", "operateur", "pilier", "statut", "cout_total", "total")
ANCT = f"{FINANCEUR}anct"
MONTANTS = ("montant", "total", "cout_total", "population", "prevu", "realise", "decide", ANCT)


def make(*codes: str, plan: Plan = PROGRAMMATION) -> Trieur:
    """Of a sheet whose headings are the codes themselves."""
    libelles = dict(enumerate(codes, start=1))
    return Trieur(Entete([], 1, libelles, {code: [n] for n, code in libelles.items()}), plan)


def large() -> Trieur:
    """A new one each time: it remembers what it works out."""
    return make(*COLONNES, ANCT)


def row(numero=None, intitule=None, operateur=None, pilier=None, statut=None, *montants):
    cout, total, anct = (*montants, None, None, None)[:3]
    return [numero, intitule, operateur, pilier, statut, cout, total, anct]


@pytest.mark.parametrize("code", MONTANTS)
def test_a_row_with_an_amount_is_no_heading_whatever_its_column(code):
    trieur = make("intitule", "operateur", code)
    assert trieur.montants == {code: 3}
    assert trieur.kind(["Reliquat de 2021", None, 500]) is Genre.DONNEES
    assert trieur.kind(["Reliquat de 2021", None, None]) is Genre.INTERTITRE


@pytest.mark.parametrize(
    "code", ["numero", "intitule", "operateur", "operation", "action", "pilier", "axe"]
)
def test_a_row_is_named_by_its_first_words_and_by_those_of_some_columns(code):
    trieur = make("commune", code, "statut")
    assert trieur.names(["Béthune", "Sous-total", "soutenue"]) == ["Béthune", "Sous-total"]
    assert trieur.names([None, "Sous-total", "soutenue"]) == ["Sous-total"]
    assert trieur.names(["  ", 12, "soutenue"]) == ["soutenue"]
    assert trieur.names([1, 2, None]) == [""]
    assert trieur.names(["Béthune"]) == ["Béthune"]


GROUPES = ("pilier", "axe", "thematique", "commune", "communes", "quartier", "dispositif")


@pytest.mark.parametrize("code", GROUPES)
def test_rows_are_put_together_by_a_column_of_groups(code):
    trieur = make("intitule", code)
    assert trieur.groups(["Emploi", "Béthune"]) == {"bethune"}
    assert trieur.groupe(["Emploi", "Béthune"]) == "Béthune"
    assert trieur.groups(["Emploi", 3]) == set()
    assert trieur.groupe(["Emploi", 3]) == 3
    assert trieur.groupe(["Emploi", " "]) is None


def test_the_first_column_of_groups_counts():
    trieur = make(*reversed(GROUPES))
    assert trieur.groupe([f"{code} 1" for code in reversed(GROUPES)]) == "pilier 1"
    assert trieur.groupe([None, None, None, "de Béthune", "Santé", None, None]) == "Santé"
    assert len(trieur.groups([f"{code} 1" for code in reversed(GROUPES)])) == len(GROUPES)


def test_a_title_is_the_intitule_else_the_first_words():
    assert large().title(row(12, "Aide", "Les Amis")) == "Aide"
    assert large().title(row(12, None, "Les Amis")) == "Les Amis"
    assert large().title([12]) == ""
    assert large().title(row("23-001", "Aide", "Les Amis")) == "Aide"
    assert large().title(["23-001", "Aide"]) == "Aide"
    assert large().title(["23-001"]) == "23-001"
    assert make("intitule", "operateur").title([12, "Les Amis"]) == "12"
    assert make("operateur", "pilier").title(["Les Amis", "Emploi"]) == "Les Amis"


def test_amounts_that_count_come_first_then_the_total_then_the_cost():
    assert large().cents(row(1, "A", "B", "C", "D", 90, 80, 70)) == [7000]
    assert large().cents(row(1, "A", "B", "C", "D", 90, 80)) == [8000]
    assert large().cents(row(1, "A", "B", "C", "D", 90)) == [9000]
    assert large().cents(row(1, "A", "B", "C", "D")) == []
    assert large().cents(row(1, "A", "B", "C", "D", 90, 80, 0)) == [8000]
    assert large().cents([1, "A", "B", "C", "D", 90]) == [9000]


AIDE = row(1, "Aide", "Les Amis", "Emploi", "soutenue", 90, 80, 70)


@pytest.mark.parametrize(
    ("ligne", "genre"),
    [
        (row(), Genre.VIDE),
        (row(" ", ""), Genre.VIDE),
        (row(None, None, None, None, None, None, 0), Genre.VIDE),
        (row(None, None, None, None, None, None, "0,00 €"), Genre.VIDE),
        (row(None, None, None, None, None, None, 1), Genre.TOTAL),
        (row(None, None, None, None, None, 0), Genre.TOTAL),
        (row(None, "Aide", None, None, None, None, 0), Genre.DONNEES),
        ([*COLONNES, ANCT], Genre.ENTETE),
        ([1, 2, 3, 4, 5, 6, 7, 8], Genre.ENTETE),
        (["(1)", "(2)", "(3)", "(4)"], Genre.ENTETE),
        (AIDE, Genre.DONNEES),
        (row(None, "Aide", "Les Amis", "Emploi", "soutenue"), Genre.DONNEES),
        (row(None, "Aide", "Les Amis", "Emploi"), Genre.DONNEES),
        (row(None, "Aide", "Les Amis"), Genre.DONNEES),
        (row(None, "Aide"), Genre.INTERTITRE),
        (row(3, "Aide"), Genre.DONNEES),
        (row(3), Genre.INTERTITRE),
        (row("Aide"), Genre.INTERTITRE),
        (row(None, "Source : DDETS", "Ville"), Genre.INTERTITRE),
        (row(None, "Source : DDETS", "Ville", "Emploi"), Genre.DONNEES),
        (row(None, "Pilier 1 : emploi", "Ville"), Genre.INTERTITRE),
        (row(None, "Pilier 1 : emploi", "Ville", "Emploi"), Genre.DONNEES),
        (row(None, "dont fonctionnement", None, None, None, 12, 10, 8), Genre.INTERTITRE),
        (row(None, "Part de l’État", None, None, None, 0.5, 0.25), Genre.INTERTITRE),
        (row(None, None, None, None, None, 0.5, 0.25, 0.25), Genre.INTERTITRE),
        (row(None, "dont fonctionnement", "Ville", None, None, 12, 10, 8), Genre.DONNEES),
        (row(None, "Total", None, None, None, 90, 80, 70), Genre.TOTAL),
        (row(None, "Sous-total", "Ville", None, None, 90, 80, 70), Genre.TOTAL),
        (row(None, "Total", "Ville", "Emploi", "soutenue", 90, 80, 70), Genre.TOTAL_REMPLI),
        (row(None, "Aide", "Total", "Emploi", "soutenue", 90, 80, 70), Genre.DONNEES),
        (row(None, "Aide", "Sous-total", "Emploi", "soutenue", 90), Genre.TOTAL_REMPLI),
        (row("Total", "Aide", "Les Amis", "Emploi", "soutenue", 90), Genre.TOTAL_REMPLI),
        (row(None, "Total respect", "Ville", "Emploi", "soutenue", 90), Genre.DONNEES),
        (row(None, "Total respect", None, None, None, 90), Genre.TOTAL),
        (row(None, "2. Emploi", None, None, None, 90), Genre.TOTAL),
        (row(None, "Emploi", None, None, None, 90), Genre.DONNEES),
        (row(None, "2. Emploi", "Ville", None, None, 90), Genre.DONNEES),
        (row(2, "2. Emploi", None, None, None, 90), Genre.DONNEES),
        (row(2, None, None, None, None, 90), Genre.DONNEES),
        (row(None, 2, None, None, None, 90), Genre.TOTAL),
        (row(None, "2. Emploi", 12, None, None, 90), Genre.TOTAL),
        (row("  ", "2. Emploi", None, None, None, 90), Genre.TOTAL),
        (row("Axe 1", None, None, None, None, 90), Genre.TOTAL),
        (row("23-001", None, None, None, None, 90), Genre.DONNEES),
        (row(None, 10, 20, 30, 40, 500), Genre.DONNEES),
    ],
    ids=str,
)
def test_the_kind_of_a_row_of_projects(ligne, genre):
    assert large().kind(ligne) is genre


@pytest.mark.parametrize(
    ("ligne", "genre"),
    [
        (row(None, "Emploi", None, None, None, 90), Genre.TOTAL),
        (row(None, "Aide", "Ville", None, None, 90), Genre.DONNEES),
        (row(None, "Aide", "Ville"), Genre.INTERTITRE),
        (row(None, "Aide", "Ville", "Emploi"), Genre.DONNEES),
        (row(4, "Aide", "Ville"), Genre.DONNEES),
        (AIDE, Genre.DONNEES),
    ],
    ids=str,
)
def test_the_kind_of_a_row_that_a_blank_one_parts_from_the_table(ligne, genre):
    assert large().kind(ligne, detachee=True) is genre


def test_notes_stand_below_a_blank_row_after_the_last_whole_one():
    note, vide = row(None, "Avis rendu", "Ville"), row()
    genres = large().sort([AIDE, vide, note, AIDE, note, vide, note, note])
    noms = "DONNEES VIDE DONNEES DONNEES DONNEES VIDE INTERTITRE INTERTITRE"
    assert [genre.name for genre in genres] == noms.split()


def test_without_a_whole_row_nothing_below_a_blank_one_is_a_note():
    note = row(None, "Avis rendu", "Ville")
    assert large().sort([note, row(), note])[2] is Genre.DONNEES


def test_a_heading_may_have_words_beside_it_in_a_column_that_is_not_required():
    trieur = make("intitule", "operateur", "pilier", "statut", "commune", ANCT)
    assert trieur.kind(["Emploi et insertion", None, None, None, "Orge"]) is Genre.INTERTITRE
    assert trieur.kind(["Aide", "Les Amis", None, None, "Orge"]) is Genre.DONNEES


def test_a_heading_makes_no_note_of_what_follows_it():
    note = row(None, "Avis rendu", "Ville")
    assert large().sort([AIDE, row("Instruction"), note])[2] is Genre.DONNEES


@pytest.mark.parametrize(
    ("texte", "genre"),
    [
        ("Béthune", Genre.DONNEES),
        ("Source : INSEE 2022", Genre.INTERTITRE),
        ("NB", Genre.INTERTITRE),
        ("Population au 1er janvier 2022", Genre.INTERTITRE),
        ("Total", Genre.TOTAL),
        ("Total respect", Genre.TOTAL),
    ],
)
def test_a_sheet_of_one_required_text(texte, genre):
    assert make("commune", "code_insee", plan=COMMUNES).kind([texte, None]) is genre


def test_a_commune_beside_its_code_is_no_note():
    trieur = make("commune", "code_insee", plan=COMMUNES)
    assert trieur.kind(["Arrêté de Béthune", "62119"]) is Genre.INTERTITRE
    assert trieur.kind(["Béthune.", "62119"]) is Genre.DONNEES
    assert trieur.kind([None, "Pas-de-Calais"]) is Genre.INTERTITRE


def test_a_sheet_of_fewer_texts_than_that_of_projects():
    trieur = make("axe", "operateur", "intitule", "commune", "montant", plan=FCS)
    assert trieur.kind(["1", "Les Amis", "Fête", "Orme", 500]) is Genre.DONNEES
    assert trieur.kind(["1. Soutenir", None, None, None, None]) is Genre.INTERTITRE
    assert trieur.kind(["1. Soutenir", None, None, None, 500]) is Genre.TOTAL
    assert trieur.kind(["TOTAL_1", None, None, None, 500]) is Genre.TOTAL


@pytest.mark.parametrize(
    ("ligne", "sure"),
    [
        (AIDE, True),
        (row(1, "Aide", "Les Amis", "Emploi"), False),
        (row(1, "Sous-total Emploi", "Ville", "Emploi", "soutenue"), False),
        (row(1, "Aide", "S/T", "Emploi", "soutenue"), False),
        (row(1, "Sous-tot. Emploi", "Ville", "Emploi", "soutenue"), False),
        (row(1, "Aide", "Ville", "s / t pilier 1", "soutenue"), False),
        (row("TOTAL", "Aide", "Ville", "Emploi", "soutenue"), False),
        (row(1, "Aide", "Ville", "Emploi", "total"), True),
    ],
    ids=str,
)
def test_a_project_is_sure_when_it_is_whole_and_no_name_may_be_a_total(ligne, sure):
    assert large().is_sure(ligne) is sure
    assert list(large().find_unsure([ligne])) == ([] if sure else [0])


def test_a_row_is_whole_with_all_its_texts_when_there_are_two_or_more():
    deux = make("operateur", "intitule", "montant", plan=FCS)
    assert deux.is_whole(["Orme", "Toit", 500])
    assert deux.is_sure(["Orme", "Toit", 500])
    assert not deux.is_whole(["Orme", None, 500])
    assert not deux.is_sure(["Orme", None, 500])
    assert not deux.is_sure(["Total", "Orme", 500])
    assert list(deux.find_unsure([["Orme", "Toit", 500], ["Orme", None, 500]])) == [1]
    une = make("commune", "population", plan=COMMUNES)
    assert not une.is_whole(["Orme", 500])
    assert une.kind(["Orme", 500]) is Genre.DONNEES
    assert une.kind(["Axe 1", 500]) is Genre.TOTAL


def test_a_sheet_of_one_text_has_no_row_that_is_not_sure():
    trieur = make("commune", plan=COMMUNES)
    assert trieur.is_sure([None])
    assert list(trieur.find_unsure([[None], ["Total"]])) == []


def test_a_row_is_weak_when_nothing_but_a_label_tells_what_it_is():
    assert large().is_weak(row(None, "Ensemble", None, None, None, 90))
    assert large().is_weak(row(None, None, None, None, None, 90))
    assert not large().is_weak(row(3, "Ensemble", None, None, None, 90))


def test_rows_that_say_that_they_are_totals():
    lignes = [row("  ", "Total"), AIDE, row(None, 3, "Sous-total"), row()]
    assert large().totales(lignes, [1, 2, 3, 4]) == {1, 3}
    assert large().totales(lignes, [2, 3]) == {3}


@pytest.mark.parametrize(
    ("remplies", "mesure"),
    [
        ([0.5, 1.0], True),  # shares
        ([0.5, 1.5], False),
        ([0.5, 2], False),
        (["Part de l’État", 0.5], True),
        (["Aide", "Les Amis", 0.5], False),
        (["Aide", "Les Amis"], False),
        (["Aide", 12000], False),
        ([], False),
    ],
    ids=str,
)
def test_a_row_of_shares_is_a_measure(remplies, mesure):
    assert is_measure(remplies) is mesure


@pytest.mark.parametrize(
    ("remplies", "numeros"),
    [
        ([1, 2, 3, 4], True),
        (["(1)", "(2)", "(3)", "(4)"], True),
        ([1, 2, 3], False),
        ([1, 2, 3, 5], False),
        ([2, 3, 4, 5], False),
    ],
    ids=str,
)
def test_a_row_of_numbers_below_the_headings(remplies, numeros):
    assert is_numbering(remplies) is numeros
