"""Whole columns and the model: the same values and the same faults, whichever way a row went."""

from datetime import date, datetime, time
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportpv.core.plan import FINANCEUR, Champ
from rapportpv.reading import colonnes as module
from rapportpv.reading.cells import (
    Cents,
    CentsRequis,
    Entier,
    EntierRequis,
    Jour,
    JourRequis,
    LigneDeFeuille,
    Texte,
    TexteRequis,
)
from rapportpv.reading.colonnes import list_lectures, read_colonnes
from rapportpv.reading.rows import MONTANTS, Lecteur
from rapportpv.year.sujets import PLANS


class LigneVelo(LigneDeFeuille):
    modele: Annotated[TexteRequis, Champ("Modèle")]
    couleur: Annotated[Texte, Champ("Couleur")] = ""
    prix: Annotated[Cents, Champ("Prix")] = None
    caution: Annotated[CentsRequis, Champ("Caution")]
    vitesses: Annotated[Entier, Champ("Vitesses")] = None
    roues: Annotated[EntierRequis, Champ("Roues")]
    vendu: Annotated[Jour, Champ("Vendu le")] = None
    fait: Annotated[JourRequis, Champ("Fait le")]
    absent: Annotated[Texte, Champ("Absent")] = "rien"
    montants: dict[str, Cents]


FINANCEURS = ("caf", "anct")
CODES = [
    *("modele", "couleur", "prix", "caution", "vitesses", "roues", "vendu", "fait", "ignorer"),
    *(FINANCEUR + code for code in FINANCEURS),
]
LECTEUR = Lecteur(
    "2023/velos.xlsx",
    "Vélos",
    {code: rang for rang, code in enumerate(CODES, start=1)},
    {rang: code.capitalize() for rang, code in enumerate(CODES, start=1)},
    FINANCEURS,
)

textes = st.one_of(
    st.sampled_from(
        [
            *("Vélo", "Velo\u0301", "Vélo  bleu", " Vélo", "Vélo ", "Vélo\u00a0bleu", "Vélo\nbleu"),
            *("", " ", "\u200b", "Vé\u200blo", "Vélo_x000B_bleu", "Vélo\x85", "|", " |", "œuf"),
            *("#REF!", " #N/A ", "#DIV/0!", "n° 12 #", "-", "–", "néant", "1 200,50 €", "1.234"),
            *(
                "(120)",
                "12 k€",
                "1234.5600000000002",
                "12\n13",
                "env. 3000",
                "1,005",
                "12\u200b000",
            ),
            *("31/06/2023", "27/06/2023", "1er octobre 2023", "12", "12.0", "٣", "nan", "inf"),
        ]
    ),
    st.text(max_size=8),
)
nombres = st.one_of(
    st.sampled_from(
        [
            *(0, -1, 12, 2**63, 10**18, 10**400, 90_071_992_547_409_93, 99_999_999, 100_000_000),
            *(0.1 + 0.2, 1.005, 12.34, 1e-9, -0.0, 1e15, 1e22, 9e15, 1e308, 0.00001),
            *(float("nan"), float("inf"), float("-inf"), 9_999_999.995, 10_000_000.01),
        ]
    ),
    st.integers(),
    st.integers(-(10**12), 10**12).map(lambda cents: cents / 100),
    st.floats(),
    st.floats(-1e7, 1e7),
)
jours = st.one_of(st.dates(), st.datetimes(), st.just(time(12, 30)), st.just(date(2023, 6, 27)))
cellules = st.one_of(st.none(), textes, nombres, st.booleans(), jours)
# Whole columns of one kind, and columns of everything: both ways are taken.
saines = {
    "modele": st.sampled_from(["Vélo", "Vélo bleu", "Élan"]),
    "couleur": st.sampled_from(["bleu", "rouge vif"]),
    "prix": st.integers(0, 10**6).map(lambda cents: cents / 100),
    "caution": st.integers(0, 10**6),
    "vitesses": st.integers(0, 30),
    "roues": st.integers(0, 30),
    "vendu": st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    "fait": st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    "ignorer": st.sampled_from(["x", None]),
    FINANCEUR + "caf": st.integers(0, 10**6).map(lambda cents: cents / 100),
    FINANCEUR + "anct": st.none() | st.integers(0, 10**6),
}


@st.composite
def tableaux(draw):
    combien = draw(st.integers(0, 6))
    sales = draw(st.sets(st.sampled_from(CODES)))
    return {
        code: draw(
            st.lists(
                cellules if code in sales else saines[code], min_size=combien, max_size=combien
            )
        )
        for code in CODES
    }


@pytest.fixture(autouse=True, scope="module")
def small_packets():
    """Packets of two cells: a sheet of six rows has sound ones and others."""
    avant, module._PAQUET = module._PAQUET, 2
    yield
    module._PAQUET = avant


@settings(max_examples=600, deadline=None)
@given(tableaux())
def test_columns_and_the_model_read_the_same(brutes):
    combien = len(brutes["modele"])
    numeros = list(range(2, combien + 2))
    lignes = [
        (n, LECTEUR.gather({code: brutes[code][rang] for code in CODES}))
        for rang, n in enumerate(numeros)
    ]
    attendue = LECTEUR.read(LigneVelo, lignes)
    lue = read_colonnes(LECTEUR, LigneVelo, numeros, brutes)
    assert lue.anomalies == attendue.anomalies
    assert lue.refusees == attendue.refusees
    for rang, numero in enumerate(numeros):
        ligne = dict(attendue.lignes[numero])
        ligne |= {FINANCEUR + code: cents for code, cents in ligne.pop(MONTANTS).items()}
        assert {code: valeurs[rang] for code, valeurs in lue.valeurs.items()} == ligne
        for code, valeur in ligne.items():
            assert lue.valeurs[code][rang].__class__ is valeur.__class__


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.nom)
def test_each_field_of_each_sheet_is_read_by_the_function_of_its_type(plan):
    """A field that asks more than its type would be asked less of by columns than by the model."""
    lectures = list_lectures(plan.ligne)
    assert lectures.keys() == {champ.nom for champ in plan.champs}
    for champ in plan.champs:
        autres = [type(m).__name__ for m in plan.ligne.model_fields[champ.nom].metadata]
        assert sorted(autres) == ["BeforeValidator", "Champ"]
    decorateurs = plan.ligne.__pydantic_decorators__
    assert not decorateurs.field_validators
    assert not decorateurs.model_validators


def test_a_row_of_faults_leaves_the_others_to_the_columns(monkeypatch):
    """One bad cell among many: the model sees its row, and no other."""
    vus = []
    relue = Lecteur.read
    monkeypatch.setattr(
        Lecteur,
        "read",
        lambda self, modele, lignes: relue(
            self, modele, (vus.append(n) or (n, li) for n, li in lignes)
        ),
    )
    sain = {"modele": "Vélo", "caution": 12, "roues": 2, "fait": datetime(2023, 6, 27)}
    brutes = {code: [sain.get(code)] * 50 for code in CODES}
    brutes["prix"][7] = "env. 3000"
    lue = read_colonnes(LECTEUR, LigneVelo, list(range(2, 52)), brutes)
    assert vus == [9]
    assert [(a.rule.code, a.lieu.cellules) for a in lue.anomalies] == [("PV101", ("C9",))]
    assert lue.valeurs["prix"] == [None] * 50
    assert lue.valeurs["caution"] == [1200] * 50
