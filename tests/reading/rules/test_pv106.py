"""PV106: days that are none, as the sheets with dates will read them."""

from datetime import date, datetime

from rapportpv.reading.cells import Jour, JourRequis, LigneDeFeuille, TexteRequis
from rapportpv.reading.rows import Lecteur


class LigneAvis(LigneDeFeuille):
    instance: TexteRequis
    envoye_le: JourRequis
    recu_le: Jour = None


def read(*lignes):
    colonnes = {"instance": 1, "envoye_le": 2, "recu_le": 3}
    libelles = {1: "Instance", 2: "Envoyé le", 3: "Reçu le"}
    lecteur = Lecteur("2023/consultation.xlsx", "Consultation", colonnes, libelles)
    cellules = [dict(zip(colonnes, ligne, strict=True)) for ligne in lignes]
    return lecteur.read(LigneAvis, enumerate(cellules, start=2))


def test_days_become_dates():
    lecture = read(
        ("Orge", datetime(2023, 7, 3), "1er octobre 2023"),
        ("Valmont", "3 juillet 2023", None),
    )
    assert lecture.anomalies == []
    assert list(lecture.lignes[2].values()) == ["Orge", date(2023, 7, 3), date(2023, 10, 1)]
    assert list(lecture.lignes[3].values()) == ["Valmont", date(2023, 7, 3), None]


def test_a_day_that_is_none_is_told_and_the_rest_of_its_row_is_kept():
    lecture = read(("Orge", "31/06/2023", "27/06/2023"))
    [anomalie] = lecture.anomalies
    assert anomalie.rule.code == "PV106"
    assert str(anomalie.lieu) == "2023/consultation.xlsx › Consultation › B2"
    assert "«\u00a031/06/2023\u00a0»" in anomalie.message
    assert "«\u00a0Envoyé le\u00a0»" in anomalie.message
    assert list(lecture.lignes[2].values()) == ["Orge", None, date(2023, 6, 27)]
    assert lecture.refusees == {2}


def test_every_fault_of_a_row_is_told():
    lecture = read(("", "#REF!", "fin juin"), ("Orge", None, None))
    assert [(a.rule.code, str(a.lieu.cellules[0])) for a in lecture.anomalies] == [
        ("PV102", "A2"),
        ("PV111", "B2"),
        ("PV106", "C2"),
        ("PV102", "B3"),
    ]
