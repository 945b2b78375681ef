"""Rows that are data for sure by packets: the same kinds as one by one, whatever is in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportpv.reading import entieres, kinds
from rapportpv.reading.additions import has_candidates
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.headers import Entete
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.registre import Registre
from rapportpv.subjects.programmation.sheet import PROGRAMMATION

LIBELLES = ["N° dossier", "Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT", "Total"]
CODES = ["numero", "intitule", "operateur", "pilier", "statut", "financeur:anct", "total"]
ENTETE = Entete(
    Grille("Programmation", [LIBELLES]),
    1,
    dict(enumerate(LIBELLES, start=1)),
    {code: [rang] for rang, code in enumerate(CODES, start=1)},
    1,
)
TRIEUR = Trieur(ENTETE, PROGRAMMATION)
SAINE = ["23-001", "Aide aux devoirs", "Les Amis", "Emploi", "soutenue", 12000, 12000]

cellules = st.one_of(
    st.none(),
    st.integers(0, 9),
    st.sampled_from(
        [
            *(
                "Total",
                "TOTAL ",
                "Sous-total Emploi",
                "Dotation",
                "tota\u0131",
                "S/T",
                "\u017fomme",
            ),
            *("Ensemble", "Tous au jardin", "1", "(2)", "3", "4", "5", "6", "7", "", " ", "x"),
            *("NB", "Source : CAF", "Axe 1", "action", "Intitule\u0301 de l'action", True, 0.5),
        ]
    ),
    st.sampled_from(LIBELLES),
)
lignes = st.one_of(
    st.just(SAINE),
    st.just(LIBELLES),
    st.just(["1", "2", "3", "4", "5", "6", "7"]),
    st.tuples(st.integers(0, 6), cellules).map(
        lambda c: [*SAINE[: c[0]], c[1], *SAINE[c[0] + 1 :]]
    ),
    st.lists(cellules, min_size=7, max_size=7),
    st.lists(cellules, max_size=9),
)

egales = st.one_of(
    st.just(SAINE),
    st.just(SAINE),
    st.tuples(st.integers(0, 6), cellules).map(
        lambda c: [*SAINE[: c[0]], c[1], *SAINE[c[0] + 1 :]]
    ),
    st.lists(cellules, min_size=7, max_size=7),
)


@pytest.fixture(autouse=True, scope="module")
def small_packets():
    """Packets of two rows: a sheet of eight has sound ones and others."""
    avant, entieres._PAQUET = entieres._PAQUET, 2
    yield
    entieres._PAQUET = avant


@settings(max_examples=500)
@given(st.lists(lignes, max_size=8))
def test_packets_change_no_kind(rangees):
    seule = [False] * len(rangees)
    with pytest.MonkeyPatch.context() as sans:
        sans.setattr(Trieur, "_find_sure", lambda *_: seule)
        attendus = TRIEUR.sort(rangees)
    assert TRIEUR.sort(rangees) == attendus


@settings(max_examples=500)
@given(st.lists(lignes, max_size=8))
def test_packets_hide_no_candidate(rangees):
    genres = [Genre.DONNEES] * len(rangees)
    attendu = not all(map(TRIEUR.is_sure, rangees))
    assert has_candidates(TRIEUR, rangees, genres) is attendu


@settings(max_examples=500)
@given(st.lists(egales, max_size=8))
def test_whole_columns_change_no_kind_and_hide_no_candidate(rangees):
    registre = Registre(Grille("Programmation", [LIBELLES, *rangees]), 1)
    assert TRIEUR.sort(rangees, registre) == TRIEUR.sort(rangees)
    genres = [Genre.DONNEES] * len(rangees)
    attendu = has_candidates(TRIEUR, rangees, genres)
    assert has_candidates(TRIEUR, rangees, genres, registre) is attendu


def test_whole_columns_that_are_sound_are_not_looked_at_by_packets(monkeypatch):
    monkeypatch.setattr(kinds, "find_entieres", pytest.fail)
    monkeypatch.setattr(kinds, "find_douteuses", pytest.fail)
    registre = Registre(Grille("Programmation", [LIBELLES, *[SAINE] * 9]), 1)
    genres = TRIEUR.sort([SAINE] * 9, registre)
    assert genres == [Genre.DONNEES] * 9
    assert not has_candidates(TRIEUR, [SAINE] * 9, genres, registre)


def test_sound_rows_are_not_looked_at_one_by_one(monkeypatch):
    vues = []
    un_par_un = Trieur.kind
    monkeypatch.setattr(
        Trieur,
        "kind",
        lambda self, ligne, **reste: vues.append(ligne) or un_par_un(self, ligne, **reste),
    )
    total = ["Total", None, None, None, None, 12000 * 50, 12000 * 50]
    genres = TRIEUR.sort([*[SAINE] * 50, total])
    assert genres == [*[Genre.DONNEES] * 50, Genre.TOTAL]
    assert vues == [total]
