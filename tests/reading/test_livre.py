"""The ledger: its fates add up to the sheet, and no way of laying a sheet out changes a figure."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportpv.core.livre import Livre, Sort
from rapportpv.reading.nombres import read_nombre
from rapportpv.year.controle import Controle, check_annee
from tests.conftest import write_projet
from tests.tables import write_classeur

ENTETES = ["N° dossier", "Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Région"]
PILIERS = ("Cohésion sociale", "Emploi", "Habitat et transition écologique")
STATUTS = ("soutenue", "soutenue", "soutenue", "refusée")

Lignes = list[list[Any]]

LENT = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def projets(draw) -> Lignes:
    """Rows of projects, one pilier after another."""
    nombre = draw(st.integers(2, 8))
    montants = st.one_of(st.none(), st.integers(4, 60).map(lambda n: n * 250))
    piliers = sorted(draw(st.lists(st.sampled_from(PILIERS), min_size=nombre, max_size=nombre)))
    return [
        [
            f"23-{rang:03}",
            f"Action {rang} des habitants",
            f"Association {chr(65 + rang)}",
            pilier,
            draw(st.sampled_from(STATUTS)),
            draw(st.integers(4, 60)) * 250,
            draw(montants),
        ]
        for rang, pilier in enumerate(piliers)
    ]


def total(lignes: Lignes) -> int:
    """What the supported rows come to."""
    return sum((ligne[5] or 0) + (ligne[6] or 0) for ligne in lignes if ligne[4] == "soutenue")


def sums(libelle: str, lignes: Lignes) -> list[Any]:
    """A row that adds up the supported ones."""
    gardees = [ligne for ligne in lignes if ligne[4] == "soutenue"]
    return [None, libelle, None, None, None, *(sum(li[c] or 0 for li in gardees) for c in (5, 6))]


def check(feuille: Lignes) -> Controle:
    """The year of a project whose programming is that sheet."""
    racine = Path(tempfile.mkdtemp())
    try:
        write_projet(racine)
        write_classeur(racine / "2023" / "programmation.xlsx", Programmation=feuille)
        return check_annee(racine, 2023)
    finally:
        shutil.rmtree(racine)


def check_total(feuille: Lignes, attendu: int) -> None:
    """The total is right, or an error is told; and the ledger accounts for each number."""
    controle = check(feuille)
    if not controle.is_blocked():
        assert controle.bilan.chiffres["programmation.total"].valeur == attendu
    for livre in controle.livres:
        check_livre(livre, feuille)
        comptee = livre.part(Sort.COMPTEE).cents
        if not controle.is_blocked():
            assert comptee == 100 * attendu
            assert livre.part(Sort.INEXPLIQUEE).cellules == 0


def check_livre(livre: Livre, feuille: Lignes) -> None:
    """Its fates add up to the sheet, and each cell is of the fate that it is counted in."""
    cents = {
        (n, c): lu
        for n, ligne in enumerate(feuille, start=1)
        for c, valeur in enumerate(ligne, start=1)
        if (lu := read_nombre(valeur)) is not None
    }
    parts = livre.bilan.values()
    assert sum(part.cellules for part in parts) == len(cents)
    assert sum(part.cents for part in parts) == sum(cents.values())
    for sort in Sort:
        siennes = [case for case in cents if livre.sort(case) is sort]
        assert livre.part(sort).cellules == len(siennes)
        assert livre.part(sort).cents == sum(cents[case] for case in siennes)


@LENT
@given(projets(), st.permutations(range(7)))
def test_columns_may_stand_in_any_order(lignes, ordre):
    feuille = [[ligne[c] for c in ordre] for ligne in [ENTETES, *lignes]]
    check_total(feuille, total(lignes))


@LENT
@given(
    projets(),
    st.lists(
        st.tuples(
            st.integers(0, 8),
            st.sampled_from(
                [
                    [],
                    ["Programmation 2023"],
                    [None, "Note : vu en comité"],
                    ["Emploi"],
                    ["Source : service"],
                    [None, None, None, "1. Cohésion sociale"],
                ]
            ),
        ),
        max_size=5,
    ),
)
def test_blank_rows_titles_and_notes_change_nothing(lignes, ajouts):
    feuille = [ENTETES, *lignes]
    for rang, ligne in ajouts:
        feuille.insert(min(rang, len(feuille)), ligne)
    check_total(feuille, total(lignes))


@LENT
@given(
    projets(),
    st.sampled_from(["Total", "Ensemble", "S/T", "Cumul", "Report", "", "Emploi"]),
    st.integers(1, 7),
)
def test_subtotals_under_any_name_change_nothing(lignes, nom, rang):
    rang = min(rang, len(lignes))
    feuille = [ENTETES, *lignes[:rang], sums(nom, lignes[:rang]), *lignes[rang:]]
    check_total([*feuille, sums("TOTAL", lignes)], total(lignes))


@LENT
@given(
    projets(), st.integers(1, 7), st.sampled_from([None, "Emploi", "Second appel", "Rappel 2022"])
)
def test_a_sheet_may_be_split_in_two_tables(lignes, rang, titre):
    rang = min(rang, len(lignes))
    milieu = [[], *([[titre]] if titre else []), ENTETES]
    check_total([ENTETES, *lignes[:rang], *milieu, *lignes[rang:]], total(lignes))


@LENT
@given(projets())
def test_a_wide_sheet_and_a_long_one_give_the_same_figures(lignes):
    longue = [[*ENTETES[:5], "Financeur", "Montant"]]
    for ligne in lignes:
        payes = [(nom, ligne[c]) for nom, c in (("ANCT", 5), ("Région", 6)) if ligne[c]]
        longue += [[*ligne[:5], nom, montant] for nom, montant in payes]
    check_total(longue, total(lignes))


@LENT
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.integers(-(10**6), 10**6),
                st.floats(-1000, 1000).map(lambda x: round(x, 2)),
                st.sampled_from(["Emploi", "12 000 €", "Total", "soutenue", "ANCT", "x", "2022"]),
            ),
            max_size=9,
        ),
        max_size=8,
    )
)
def test_whatever_the_sheet_its_fates_add_up_to_it(suite):
    feuille = [ENTETES, ["23-1", "Bal", "Le Club", "Emploi", "soutenue", 500, None], *suite]
    for livre in check(feuille).livres:
        check_livre(livre, feuille)
