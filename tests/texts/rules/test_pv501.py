"""PV501 to PV505: what décret n° 2015-1118 asks of the report and of its consultation."""

from datetime import date

import pytest

from rapportpv.french.echeance import add_mois
from rapportpv.year.controle import check_annee

PARTIES = ("orientations", "evolution", "perspectives", "articulation")
CODES = {"PV501", "PV502", "PV503", "PV504", "PV505", "PV010"}


@pytest.fixture
def annee(projet):
    """Writes annee.toml."""

    def annee(suite: str = "", version: str = "projet", arrete_le: str = "2024-07-01") -> None:
        debut = f'version = "{version}"\narrete_le = {arrete_le}\n'
        (projet / "2023" / "annee.toml").write_text(debut + suite, "utf-8")

    return annee


@pytest.fixture
def ecrit(projet):
    """Writes texts."""

    def ecrit(*noms: str, contenu: str = "Du texte.") -> None:
        dossier = projet / "2023" / "textes"
        dossier.mkdir(exist_ok=True)
        for nom in noms:
            (dossier / f"{nom}.md").write_text(contenu, "utf-8")

    return ecrit


@pytest.fixture
def dits(projet):
    def dits() -> list[tuple[str, str]]:
        anomalies = check_annee(projet, 2023).anomalies
        return [(a.rule.code, str(a.lieu)) for a in anomalies if a.rule.code in CODES]

    return dits


def test_a_project_without_texts_is_asked_for_none(dits):
    assert dits() == []


def test_each_part_that_is_missing_or_empty_is_told_where_to_write_it(projet, ecrit, dits):
    ecrit("orientations")
    ecrit("evolution", contenu="# Évolution\n\n<!-- à écrire -->\n")
    assert dits() == [
        ("PV501", "2023/textes/articulation.md"),
        ("PV501", "2023/textes/evolution.md"),
        ("PV501", "2023/textes/perspectives.md"),
    ]
    messages = [a.message for a in check_annee(projet, 2023).anomalies if a.rule.code in CODES]
    assert all("2015-1118" in m and "Écrivez-la dans" in m for m in messages)
    assert "évolution de la situation" in messages[1]


def test_an_empty_folder_asks_for_every_part(ecrit, dits):
    ecrit()
    assert [code for code, _ in dits()] == ["PV501"] * 4


def test_the_reasons_of_the_settings_are_no_folder_of_texts(projet, ecrit, dits):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(
        reglages.read_text("utf-8") + '\n[sans_objet]\nevolution = "Pas de QPV."\n', "utf-8"
    )
    assert dits() == []
    ecrit()
    assert [lieu.rpartition("/")[2] for _, lieu in dits()] == [
        "articulation.md", "orientations.md", "perspectives.md",
    ]  # fmt: skip


def test_the_parts_may_be_numbered_or_written_in_word(projet, ecrit, dits):
    ecrit("1-Orientations", "02 évolution", "Perspectives")
    (projet / "2023" / "textes" / "articulation.docx").write_bytes(b"x")
    assert dits() == []


def test_a_commune_with_the_dotation_asks_for_its_text(ecrit, annee, dits):
    annee('[dsu]\ncommunes = ["Orge"]\n')
    assert dits() == [("PV502", "2023/textes/dsu.md")]
    ecrit(*PARTIES)
    assert dits() == [("PV502", "2023/textes/dsu.md")]
    ecrit("dsu", contenu="# DSU\n")
    assert dits() == [("PV502", "2023/textes/dsu.md")]
    ecrit("dsu")
    assert dits() == []


@pytest.mark.parametrize("reglage", ["", "[dsu]\ncommunes = []\n"])
def test_a_text_on_the_dotation_asks_for_a_commune(ecrit, annee, dits, reglage):
    annee(reglage)
    ecrit(*PARTIES, "dsu")
    assert dits() == [("PV503", "2023/textes/dsu.md")]
    ecrit("dsu", contenu="# DSU\n")
    assert dits() == []


CONSULTATION = "[consultation]\ntransmission_le = {}\navis_au_plus_tard_le = {}\n"


@pytest.mark.parametrize(
    ("transmission", "limite", "juste"),
    [
        ("2023-07-03", "2023-10-03", True),
        ("2023-07-03", "2023-08-03", True),
        ("2023-07-03", "2023-08-02", False),
        ("2023-01-31", "2023-02-28", True),
        ("2023-01-31", "2023-02-27", False),
        ("2024-01-31", "2024-02-29", True),
        ("2024-01-31", "2024-02-28", False),
        ("2023-12-15", "2024-01-15", True),
        ("2023-12-15", "2024-01-14", False),
        ("2023-02-28", "2023-03-28", True),
        ("2023-07-03", "2023-07-01", False),
    ],
)
def test_those_who_are_consulted_have_a_month(annee, dits, transmission, limite, juste):
    annee(CONSULTATION.format(transmission, limite))
    lieu = "2023/annee.toml › consultation, avis_au_plus_tard_le"
    assert dits() == ([] if juste else [("PV504", lieu)])


def test_the_first_day_that_is_right_is_suggested(projet, annee):
    annee(CONSULTATION.format("2023-12-31", "2024-01-02"))
    [anomalie] = [a for a in check_annee(projet, 2023).anomalies if a.rule.code in CODES]
    assert "avis_au_plus_tard_le = 2024-01-31" in anomalie.suggestion
    assert "moins d’un mois après" in anomalie.message
    annee(CONSULTATION.format("2023-12-31", "2023-12-02"))
    [anomalie] = [a for a in check_annee(projet, 2023).anomalies if a.rule.code in CODES]
    assert "c’est avant" in anomalie.message


@pytest.mark.parametrize(
    ("jour", "echeance"),
    [((2024, 1, 31), (2024, 2, 29)), ((2023, 12, 1), (2024, 1, 1)), ((2023, 5, 31), (2023, 6, 30))],
)
def test_a_month_goes_from_date_to_date(jour, echeance):
    assert add_mois(date(*jour)) == date(*echeance)


def test_a_consultation_has_both_dates(annee, dits):
    annee("[consultation]\ntransmission_le = 2023-07-03\n")
    assert dits() == [("PV010", "2023/annee.toml › consultation, avis_au_plus_tard_le")]
    annee("consultation = 3\n")
    assert dits() == [("PV010", "2023/annee.toml › consultation")]


def test_a_definitive_report_has_been_consulted_on(annee, dits):
    annee(version="definitif")
    assert dits() == [("PV505", "2023/annee.toml › version")]


@pytest.mark.parametrize(
    ("arrete_le", "juste"), [("2023-09-26", False), ("2023-10-03", False), ("2023-10-04", True)]
)
def test_a_definitive_report_waits_for_the_deadline(annee, dits, arrete_le, juste):
    annee(CONSULTATION.format("2023-07-03", "2023-10-03"), "definitif", arrete_le)
    assert dits() == ([] if juste else [("PV505", "2023/annee.toml › arrete_le")])


def test_a_projet_comes_before_the_consultation(annee, dits):
    annee(CONSULTATION.format("2023-07-03", "2023-10-03"), "projet", "2023-06-27")
    assert dits() == []
