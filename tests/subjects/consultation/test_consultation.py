"""The state of each avis as of a day: what has come, what is late, what silence means."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.dossier import Dossier
from rapportpv.subjects.consultation.avis import RECUS, Etat
from rapportpv.subjects.consultation.figures import read_avis
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier

DATES = "[consultation]\ntransmission_le = 2023-07-03\navis_au_plus_tard_le = 2023-10-03\n"
DELAI = '[consultation]\ntransmission_le = 2023-07-03\ndelai = "3 mois"\n'


@pytest.fixture
def lire(projet, ecrire):
    """The dossier of a consultation."""

    def lire(consultation: str, dates: str = DATES, annee: str = "") -> Dossier:
        debut = annee or 'version = "projet"\narrete_le = 2023-06-27\n'
        (projet / "2023" / "annee.toml").write_text(debut + dates, "utf-8")
        ecrire("consultation", Consultation=consultation)
        dossier, _ = load_dossier(projet, 2023)
        assert dossier
        return dossier

    return lire


def etats(dossier: Dossier, au: str | None = None) -> list[str]:
    consultes = read_avis(dossier, date.fromisoformat(au) if au else None)
    assert consultes
    return [avis.etat.value for avis in consultes.avis]


CINQ = """
| Instance    | Type            | Envoyé le  | Reçu le    | Sens        |
| ----------- | --------------- | ---------- | ---------- | ----------- |
| Orge        | commune         | 03/07/2023 | 12/09/2023 | favorable   |
| Valmont     | commune         | 03/07/2023 | 03/10/2023 | défavorable |
| Les Ormes   | commune         | 03/07/2023 | 04/10/2023 | réservé     |
| Le Parc     | conseil citoyen | 03/07/2023 |            |             |
| Les Jardins | autre           |            |            |             |
"""


@pytest.mark.parametrize(
    ("au", "attendus"),
    [
        ("2023-07-02", ["à envoyer"] * 5),
        ("2023-07-03", ["attendu"] * 4 + ["à envoyer"]),
        ("2023-09-11", ["attendu"] * 4 + ["à envoyer"]),
        ("2023-09-12", ["favorable", *["attendu"] * 3, "à envoyer"]),
        ("2023-10-02", ["favorable", *["attendu"] * 3, "à envoyer"]),
        ("2023-10-03", ["favorable", "défavorable", "attendu", "attendu", "à envoyer"]),
        (
            "2023-10-04",
            ["favorable", "défavorable", "réputé favorable", "réputé favorable", "à envoyer"],
        ),
    ],
)
def test_each_state_follows_from_the_day(lire, au, attendus):
    assert etats(lire(CINQ), au) == attendus


def test_a_late_answer_is_told_and_does_not_count(lire):
    consultes = read_avis(lire(CINQ), date(2023, 10, 4))
    assert [avis.instance for avis in consultes.hors_delai] == ["Les Ormes"]
    assert consultes.avis[2].recu_le == date(2023, 10, 4)
    assert read_avis(lire(CINQ), date(2023, 10, 3)).hors_delai == ()


def test_what_is_not_known_yet_is_not_told(lire):
    observe = CINQ.replace("| Sens        |", "| Sens | Observations |").replace(
        "| favorable   |", "| favorable | Le stade |"
    )
    dossier = lire(observe)
    assert read_avis(dossier, date(2023, 9, 11)).avis[0].observations == ""
    assert read_avis(dossier, date(2023, 9, 12)).avis[0].observations == "Le stade"


@pytest.mark.parametrize(
    ("annee", "au"),
    [
        ('version = "projet"\narrete_le = 2023-06-27\n', "2023-07-03"),
        ('version = "projet"\narrete_le = 2023-09-01\n', "2023-09-01"),
        ('version = "definitif"\narrete_le = 2023-11-28\n', "2023-11-28"),
        (
            'version = "definitif"\narrete_le = 2023-11-28\n'
            "[definitif]\ndeliberation_le = 2023-12-05\n",
            "2023-12-05",
        ),
    ],
)
def test_without_a_day_the_year_says_it_and_never_the_clock(lire, annee, au):
    assert read_avis(lire(CINQ, annee=annee)).au.isoformat() == au


def test_the_day_of_a_projet_may_be_a_setting(lire):
    dossier = lire(CINQ, f"{DATES}au = 2023-09-20\n")
    assert etats(dossier) == ["favorable", "attendu", "attendu", "attendu", "à envoyer"]


def test_a_length_of_time_runs_from_each_sending(lire):
    dossier = lire(
        """
        | Instance | Type    | Envoyé le  | Reçu le    | Sens      |
        | -------- | ------- | ---------- | ---------- | --------- |
        | Orge     | commune | 03/07/2023 |            |           |
        | Valmont  | commune | 31/08/2023 | 30/11/2023 | favorable |
        """,
        DELAI,
    )
    limites = [avis.limite for avis in read_avis(dossier).avis]
    assert limites == [date(2023, 10, 3), date(2023, 11, 30)]
    assert etats(dossier, "2023-11-30") == ["réputé favorable", "favorable"]


def test_without_dates_nobody_is_deemed_favourable(lire):
    assert etats(lire(CINQ, ""), "2030-01-01")[3] == "attendu"


def test_the_figures_and_the_table_say_the_same(lire):
    bilan = compute_bilan(lire(CINQ, f"{DATES}au = 2023-10-04\n"))
    noms = ("instances", "recus", "favorables", "defavorables", "reputes_favorables", "attendus")
    valeurs = [int(bilan.chiffres[f"consultation.{nom}"].valeur) for nom in noms]
    assert valeurs == [5, 2, 1, 1, 2, 0]
    recus = bilan.chiffres["consultation.recus"]
    assert recus.sources == ("2023/consultation.xlsx › Consultation › D2:E3",)
    lignes = [ligne.cellules for ligne in bilan.tableaux["avis"].lignes]
    assert [(li["date"], li["sens"]) for li in lignes] == [
        ("12/09/2023", "favorable"),
        ("03/10/2023", "défavorable"),
        ("04/10/2023 (hors délai)", "réputé favorable"),
        ("", "réputé favorable"),
        ("", "à envoyer"),
    ]


def test_a_year_without_consultation_has_neither(projet):
    dossier, _ = load_dossier(projet, 2023)
    assert read_avis(dossier) is None
    assert not any(nom.startswith("consultation") for nom in compute_bilan(dossier).chiffres)


JOUR = st.dates(date(2023, 6, 1), date(2023, 12, 31))
LIGNE = st.tuples(
    st.none() | JOUR, st.none() | JOUR, st.sampled_from(["", "favorable", "reserve", "defavorable"])
)


def build(dossier: Dossier, lignes: list) -> Dossier:
    """The same year with other bodies."""
    from msgspec.structs import replace

    feuille = dossier.autres["consultation"]
    vides = [""] * len(lignes)
    frame = pd.DataFrame(
        {
            "instance": [f"I{n}" for n in range(len(lignes))],
            "type": ["commune"] * len(lignes),
            "destinataire": vides,
            "envoye_le": pd.Series([e for e, _, _ in lignes], dtype="object"),
            "recu_le": pd.Series([r for _, r, _ in lignes], dtype="object"),
            "sens": [s for _, _, s in lignes],
            "observations": vides,
            "suite_donnee": vides,
            "theme": vides,
        }
    )
    return replace(dossier, autres={"consultation": replace(feuille, frame=frame)})


_DOSSIERS: list[Dossier] = []


@pytest.fixture
def dossier(lire):
    _DOSSIERS[:] = [lire(CINQ)]


@pytest.mark.usefixtures("dossier")
def test_laws():
    limite = date(2023, 10, 3)

    @given(st.lists(LIGNE, max_size=6), JOUR)
    def every_body_is_in_one_state_and_silence_counts_only_afterwards(lignes, au):
        consultes = read_avis(build(_DOSSIERS[0], lignes), au)
        parts = (RECUS, (Etat.REPUTE_FAVORABLE,), (Etat.ATTENDU,), (Etat.A_ENVOYER,))
        assert sum(consultes.count(*etats) for etats in parts) == len(lignes)
        if au <= limite:
            assert consultes.count(Etat.REPUTE_FAVORABLE) == 0
        else:
            assert consultes.count(Etat.ATTENDU) == 0
        for avis in consultes.avis:
            if avis.etat in (Etat.REPUTE_FAVORABLE, Etat.ATTENDU):
                assert avis.envoye_le
                assert avis.envoye_le <= au

    @given(st.lists(LIGNE, max_size=6), JOUR, st.integers(1, 60))
    def an_avis_in_time_never_changes_afterwards(lignes, au, jours):
        dossier = build(_DOSSIERS[0], lignes)
        avant, apres = read_avis(dossier, au), read_avis(dossier, au + timedelta(days=jours))
        for un, autre in zip(avant.avis, apres.avis, strict=True):
            if un.etat in (*RECUS, Etat.REPUTE_FAVORABLE) and un.recu_le != autre.recu_le:
                assert autre.hors_delai
            elif un.etat in RECUS:
                assert autre.etat is un.etat

    every_body_is_in_one_state_and_silence_counts_only_afterwards()
    an_avis_in_time_never_changes_afterwards()
