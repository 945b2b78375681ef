"""The sheets of one part of the report each, before the rules that all sheets share; PV213, PV214."""

import pytest

from rapportpv.year.controle import check_annee
from tests.year.aides import anomalies, told

TERRITOIRE = {
    "Communes": "| Commune | Référent |\n| Valmont | |\n| Orge | |\n| Haisnes | |",
    "Quartiers": """
    | Code     | Nom          | Commune(s) | Type |
    | -------- | ------------ | ---------- | ---- |
    | QP062001 | Les Tilleuls | Valmont    | QPV  |
    """,
}
NPNRU = "| Quartier | Opération | Maître d'ouvrage | État | Montant |\n"
DSU = "| Commune | Action | Montant |\n"
ABATTEMENT = "| Bailleur | Quartier | Action | Montant |\n"
ADULTES_RELAIS = "| Opérateur | Commune | Quartier | Postes |\n"


@pytest.fixture
def annee(projet):
    """Writes the settings of the year: what [dsu] names, None for no such block."""

    def annee(communes):
        bloc = "" if communes is None else f"\n[dsu]\ncommunes = {communes}\n"
        (projet / "2023" / "annee.toml").write_text(
            f'version = "projet"\narrete_le = 2024-07-01\n{bloc}', "utf-8"
        )

    return annee


def test_quartiers_are_looked_for_in_each_sheet(projet, ecrire):
    ecrire("territoire", **TERRITOIRE)
    ecrire("npnru", NPNRU=f"{NPNRU}| Les Tileuls | Halle | SEM | | 5 |")
    ecrire("abattement_tfpb", Abattement_TFPB=f"{ABATTEMENT}| SEM | les tilleul | Murs | 5 |")
    ecrire(
        "adultes_relais",
        Adultes_relais=f"{ADULTES_RELAIS}| Le Club | Valmont | Zzyzx | 1 |\n| Le Bal | Orge | | 1 |",
    )
    assert told(projet, "PV209") == [
        ("Abattement TFPB B2", "les tilleul", "Les Tilleuls"),
        ("Adultes relais C2", "Zzyzx", None),
        ("NPNRU A2", "Les Tileuls", "Les Tilleuls"),
    ]
    ecrire("npnru", NPNRU=f"{NPNRU}| qp 062001 | Halle | SEM | | 5 |")
    assert len(told(projet, "PV209")) == 2


def test_communes_are_looked_for_in_each_sheet(projet, ecrire, annee):
    annee('["Valmont"]')
    ecrire("territoire", **TERRITOIRE)
    ecrire("dsu", DSU=f"{DSU}| Vallmont | Fête | 5 |\n| VALMONT | Bal | 5 |")
    ecrire("adultes_relais", Adultes_relais=f"{ADULTES_RELAIS}| Le Club | Haines | | 1 |")
    assert told(projet, "PV208") == [
        ("Adultes relais B2", "Haines", "Haisnes"),
        ("DSU A2", "Vallmont", "Valmont"),
    ]
    assert told(projet, "PV211") == [("DSU A3", "VALMONT", "Valmont")]


def test_negative_amounts(projet, ecrire, annee):
    annee('["Orge"]')
    ecrire("npnru", NPNRU=f"{NPNRU}| Le Bois | Halle | SEM | | -5 |\n| Le Bois | Place | SEM | | |")
    ecrire("dsu", DSU=f"{DSU}| Orge | Fête | -7 |")
    ecrire("abattement_tfpb", Abattement_TFPB=f"{ABATTEMENT}| SEM | Le Bois | Murs | -9 |")
    assert told(projet, "PV105") == [
        ("Abattement TFPB D2", "−9\u00a0€", None),
        ("DSU C2", "−7\u00a0€", None),
        ("NPNRU E2", "−5\u00a0€", None),
    ]


OPERATIONS = """
| Le Bois | Halle      | SEM     | livrée | 100 |
| Le Parc | Place      | SEM     | livrée | 200 |
| Le Parc | Relogement | Habitat |        | 40  |
"""


@pytest.mark.parametrize(
    ("total", "dit"),
    [
        ("| Total | | | | 340 |", []),
        ("| Total SEM | | | | 300 |", []),
        ("| Total Le Parc | | | | 240 |", []),
        ("| Total | | | | 350 |", [("NPNRU E5", "350\u00a0€", "Écrivez 340\u00a0€.")]),
    ],
)
def test_printed_totals(projet, ecrire, total, dit):
    ecrire("npnru", NPNRU=f"{NPNRU}{OPERATIONS}{total}")
    assert told(projet, "PV301") == dit


def test_printed_totals_of_the_rare_sheets(projet, ecrire, annee):
    annee('["Orge"]')
    ecrire("dsu", DSU=f"{DSU}| Orge | Fête | 7 |\n| Orge | Bal | 3 |\n| Total | | 11 |")
    ecrire(
        "abattement_tfpb",
        Abattement_TFPB=f"{ABATTEMENT}| SEM | Le Bois | Murs | 9 |\n| Total SEM | | | 8 |",
    )
    assert [lieu for lieu, *_ in told(projet, "PV301")] == ["Abattement TFPB D3", "DSU C4"]


def test_an_operation_is_written_twice(projet, ecrire):
    ecrire(
        "npnru",
        NPNRU=f"""{NPNRU}
        | Le Bois | Halle de marché   | SEM     | | 5 |
        | Le Bois | Place centrale    | SEM     | | 5 |
        | Le Bois | « Halle de marché » | S.E.M | | 7 |
        | Le Parc | Place centrale    | SEM     | | 5 |
        | Le Bois | Place centrale    | Habitat | | 5 |
        """,
    )
    assert told(projet, "PV402") == [("NPNRU B2, B4", "SEM – Halle de marché", None)]
    [anomalie] = anomalies(projet, "PV402")
    assert anomalie.message.startswith("L’opération «\u00a0SEM – Halle de marché\u00a0»")


@pytest.mark.parametrize(("postes", "code"), [("deux", "PV104"), (1.5, "PV104"), (None, "PV102")])
def test_a_number_of_posts_that_cannot_be_read(projet, ecrire, postes, code):
    entete = ["Opérateur", "Commune", "Quartier", "Postes"]
    ecrire(
        "adultes_relais",
        Adultes_relais=[entete, ["Le Club", "Orge", None, postes], ["Le Bal", "Orge", None, 1]],
    )
    assert [lieu for lieu, *_ in told(projet, code)] == ["Adultes relais D2"]


def test_words_for_new_and_for_renewed(projet, ecrire):
    mots = ["N", "nouveau", "Nouvelle action", "R", "reconduit", "Renouvellement", "?", None, "oui"]
    entete = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT"]
    lignes = [[f"Action {n}", "Les Amis", "Emploi", "refusée", None, m] for n, m in enumerate(mots)]
    ecrire("programmation", Programmation=[[*entete, "Nouvelle ou reconduite"], *lignes])
    assert told(projet, "PV212") == [
        ("Programmation F8", "?", None),
        ("Programmation F10", "oui", None),
    ]
    [anomalie, _] = anomalies(projet, "PV212")
    assert "«\u00a0nouvelle\u00a0», «\u00a0reconduite\u00a0»" in anomalie.message


# The dotation: annee.toml and dsu.xlsx.


@pytest.fixture
def dotation(projet, annee, ecrire):
    """A project whose communes are listed, and what writes its two sides of the dotation."""
    ecrire("territoire", **TERRITOIRE)
    return projet, annee, ecrire


@pytest.mark.parametrize(
    ("declarees", "feuille", "dits"),
    [
        ('["Orge"]', ["ORGE"], []),
        ('["Orge", "Valmont"]', ["Orge; Valmont"], []),
        ('["Orge"]', ["Orge", "Valmont"], [("PV213", "DSU A3", "Valmont")]),
        (None, ["Orge", "Orge"], [("PV213", "DSU A2, A3", "Orge")]),
        ("[]", ["Orge"], [("PV213", "DSU A2", "Orge")]),
        ('["Orge", "Valmont"]', ["Orge"], [("PV214", "None dsu, communes", "Valmont")]),
        ('["Orge"]', [], []),  # PV029 tells a sheet without a row
        ('["Orge"]', ["Vallmont"], []),  # PV208 tells it, and Orge may be what was meant
        (
            '["Orge"]',
            ["Valmont"],
            [("PV213", "DSU A2", "Valmont"), ("PV214", "None dsu, communes", "Orge")],
        ),
        ('["Orge"]', ["Orge", "Toutes"], []),
    ],
)
def test_the_communes_of_the_dotation_agree(dotation, declarees, feuille, dits):
    projet, annee, ecrire = dotation
    annee(declarees)
    entete = ["Commune", "Action", "Montant"]
    ecrire("dsu", DSU=[entete, *([nom, f"Action {n}", n] for n, nom in enumerate(feuille, 1))])
    trouves = [
        (code, lieu, valeur)
        for code in ("PV213", "PV214")
        for lieu, valeur, _ in told(projet, code)
    ]
    assert trouves == dits


def test_without_the_sheet_the_communes_agree_with_the_text_only(projet, annee):
    annee('["Orge"]')
    assert told(projet, "PV214") == []
    assert len(told(projet, "PV502")) == 1


def test_the_sheet_of_the_dotation_does_for_its_text(projet, ecrire, annee):
    annee('["Orge"]')
    ecrire("dsu", DSU=f"{DSU}| Orge | Fête | 7 |")
    assert told(projet, "PV502") == []


def test_a_text_without_a_commune_is_told_once(projet, ecrire, annee):
    annee(None)
    textes = projet / "2023" / "textes"
    textes.mkdir()
    (textes / "dsu.md").write_text("La dotation a payé un poste.\n", "utf-8")
    assert len(told(projet, "PV503")) == 1
    ecrire("dsu", DSU=f"{DSU}| Orge | Fête | 7 |")
    assert (len(told(projet, "PV503")), len(told(projet, "PV213"))) == (0, 1)
    ecrire("dsu", DSU=DSU)
    assert len(told(projet, "PV503")) == 1


def test_nothing_is_said_of_good_sheets(projet, ecrire, annee):
    annee('["Orge"]')
    ecrire("territoire", **TERRITOIRE)
    ecrire(
        "npnru", NPNRU=f"{NPNRU}| Les Tilleuls | Halle | SEM | livrée | 5 |\n| Total | | | | 5 |"
    )
    ecrire("dsu", DSU=f"{DSU}| Orge | Fête | 7 |\n| Total | | 7 |")
    ecrire("abattement_tfpb", Abattement_TFPB=f"{ABATTEMENT}| SEM | Les Tilleuls | Murs | 9 |")
    ecrire("adultes_relais", Adultes_relais=f"{ADULTES_RELAIS}| Le Club | Valmont | | 2 |")
    for code in ("PV208", "PV209", "PV105", "PV301", "PV402", "PV213", "PV214", "PV102", "PV104"):
        assert told(projet, code) == []


def test_a_figure_of_a_broken_sheet_is_not_told_twice(projet):
    textes = projet / "2023" / "textes"
    textes.mkdir()
    (textes / "npnru.md").write_text("Un total de {{ npnru.total }}.\n", "utf-8")
    assert len(told(projet, "PV407")) == 1
    (projet / "2023" / "npnru.xlsx").write_bytes(b"PK\x03\x04")
    assert (len(told(projet, "PV407")), len(told(projet, "PV002"))) == (0, 1)


@pytest.mark.parametrize(("imprime", "faux"), [(1020, False), (1021, True)])
def test_a_total_that_names_a_commune_is_of_its_rows(projet, ecrire, imprime, faux):
    """Two rows of a commune that another one parts."""
    ecrire(
        "fonds_de_concours",
        **{
            "Fonds de concours": f"""
            | Commune | Opération | Dispositif | Montant |
            | Valmont | Halle     | Politique de la Ville | 1000    |
            | Orge    | École     | Politique de la Ville | 300     |
            | Valmont | Place     | Politique de la Ville | 20      |
            | Total Valmont | | | {imprime} |
            | Total | | | 1320    |
            """
        },
    )
    tous = check_annee(projet, 2023).anomalies
    assert [a.rule.code for a in tous if a.rule.code == "PV301"] == ["PV301"] * faux
