"""PV406 and PV407: figures typed in the texts, and figures called by a name that is none."""

import pytest

from rapportpv.year.controle import check_annee
from rapportpv.year.load import load_dossier
from tests.conftest import EXEMPLE

CODES = {"PV406", "PV407"}


def plain(texte: str | None) -> str | None:
    return texte.replace("\u202f", " ").replace("\u00a0", " ") if texte else None


@pytest.fixture
def dits(exemple):
    """The anomalies of a text of the sample: line, value, suggestion."""

    def dits(contenu: str) -> list[tuple[str, str | None, str | None]]:
        (exemple / "2022" / "textes" / "x.md").write_text(contenu, "utf-8")
        anomalies = [a for a in check_annee(exemple, 2022).anomalies if a.rule.code in CODES]
        assert all(a.lieu.fichier == "2022/textes/x.md" for a in anomalies)
        return [(str(a.lieu), a.valeur, plain(a.suggestion)) for a in anomalies]

    return dits


def told(dits, contenu: str) -> list[tuple[str | None, str | None]]:
    return [(valeur, suggestion) for _, valeur, suggestion in dits(contenu)]


PUBLIE = """# La programmation

La programmation prévisionnelle 2022 a représenté un montant total de **5 955 899 €** de dépenses
cumulées au profit des QPV.

391 934 € ont été attribués à **7 communes** au titre du fonds concours spécifique « Politique de
la Ville » en 2022.
"""


def test_the_two_misprints_of_the_published_report_are_caught(dits):
    assert dits(PUBLIE) == [
        (
            "2022/textes/x.md › ligne 3",
            "5 955 899 €",
            "Écrivez {{ programmation.total }} (5 955 889 €).",
        ),
        (
            "2022/textes/x.md › ligne 6",
            "391 934 €",
            "Écrivez {{ fonds_de_concours.total }} (391 987 €).",
        ),
    ]


def test_the_message_says_what_parts_the_two_amounts(exemple):
    (exemple / "2022" / "textes" / "x.md").write_text(PUBLIE, "utf-8")
    anomalies = check_annee(exemple, 2022).anomalies
    un, autre = (plain(a.message) for a in anomalies if a.rule.code == "PV406")
    assert (
        "« programmation.total », qui vaut 5 955 889 € (écart de 10 € : un chiffre diffère)" in un
    )
    assert "qui vaut 391 987 € (écart de 53 €)" in autre


def test_a_misprint_that_comes_twice_is_one_anomaly(dits):
    [(lieu, _, _)] = dits("Soit 5 955 899 €.\n\nOu bien 5 955 899 €.")
    assert lieu == "2022/textes/x.md › ligne 1, ligne 3"


VRAI = """
Les thématiques relevant du pilier cohésion sociale (réussite éducative, santé, lien social, ...)
mobilisent **73%** des crédits de la programmation. Il représente 77 % des crédits de l'Etat.
Sur les **171 projets déposés**, **132 actions** ont été soutenues au titre des crédits de
l'Agence Nationale de la Cohésion des Territoires - ANCT.

16 communes, 21 quartiers concernés sur le territoire dont 16 quartiers reconnus par l'Etat.

Sur un total engagé de **5 955 889 €**, 39 % des crédits de la programmation sont des crédits
spécifiques « Politique Ville ». Une enveloppe FCS de **97 918 €** de la CABBALR a permis de soutenir
**31 projets** associatifs. 75 actions sont portées par des associations.

Les fonds de concours représentent 391 987 €, pour 7 communes, et 252 500 € pour le NPNRU. Soit
environ 392 000 €, près de 6 M€, 5,96 millions d’euros, 5.955.889 euros, 5 955 889,00 €.

| EMPLOI ET DEVELOPPEMENT ECONOMIQUE | 1 432 769,00 € | 24,1 |
"""


def test_figures_that_are_right_are_left_alone(dits):
    assert dits(VRAI) == []


ETRANGER = """
Projet de territoire, délibération n° 2022CC/136 : soutenir les 100 communes et leurs habitants.
Le club intervient sur les quartiers prioritaires de 4 communes, auprès d'un peu plus de 500 jeunes
de 11 à 25 ans. L'ÉTABLI accompagne 5 communes volontaires. 15 communes volontaires ont répondu.
L'évènement a eu 4 villages et 4 jeunes investis dans 3 quartiers. 15 communes ont délibéré.

En 2021, la programmation était de 5 955 899 €, pour 160 projets déposés ; 125 actions ont été
soutenues. En 2022, 171 projets ont été déposés contre 158 projets déposés en 2021.
Le contrat 2015-2022 a vu 150 projets déposés. Appelez le 03 21 61 50 00.

20 projets ont été déposés en matière de santé. Pour l'emploi, 18 projets ont été soutenus.
Le pilier cohésion sociale compte 150 projets déposés. À Béthune, 130 actions ont été soutenues.
Environ 170 projets déposés. 165 projets déposés par des associations.

Axe 3 du FCS : 20 projets. Une école a coûté 4 250 000 €, un minibus 39 990 €, une salle 98 500 €.
Le taux de chômage est de 24 %. La cohésion sociale réunit 72 % des associations.
Entre 71 % et 74 %, la cohésion sociale domine la programmation.
L'action « Lire » reçoit 15 000 €, la fête 97 917,50 €... non, 12 345 €.
"""


def test_what_is_not_a_figure_of_the_report_is_left_alone(dits):
    assert dits(ETRANGER.replace("97 917,50", "917,50")) == []


@pytest.mark.parametrize(
    ("phrase", "valeur", "nom"),
    [
        ("Un total de 5 959 588 €.", None, None),  # three digits, 0.06 %… of which five count
        ("Un total de 4 955 889 €.", "4 955 889 €", "programmation.total"),
        ("Un total de 5 955 898 €.", "5 955 898 €", "programmation.total"),
        ("Un **5 955 899** €.", "5 955 899 €", "programmation.total"),
        ("Soit 79 918 € en tout.", "79 918 €", "fcs.total"),
        ("Soit 97 981 € en tout.", "97 981 €", "fcs.total"),
        ("Soit 5 955\n899 € en tout.", "5 955 899 €", "programmation.total"),
        ("Soit 5955899€ en tout.", "5955899€", "programmation.total"),
        ("Soit 5,955899 M€ en tout.", "5,955899 M€", "programmation.total"),
        ("Soit 2 312 751 euros en tout.", "2 312 751 euros", "credits_specifiques.total"),
        ("En 2022, contre 2021, 97 981 €.", "97 981 €", "fcs.total"),
        ("À Béthune, 97 981 €.", "97 981 €", "fcs.total"),
    ],
)
def test_an_amount_near_one_figure_is_told(dits, phrase, valeur, nom):
    if nom is None:
        nom, valeur = "programmation.total", "5 959 588 €"
    [(lu, conseil)] = told(dits, phrase)
    assert lu == valeur
    assert conseil
    assert conseil.startswith(f"Écrivez {{{{ {nom} }}}} (")


@pytest.mark.parametrize(
    ("phrase", "valeur", "conseil"),
    [
        (
            "Sur 170 projets déposés, rien.",
            "170 projets déposés",
            "{{ programmation.projets_deposes }} (171)",
        ),
        (
            "160 dossiers ont été déposés.",
            "160 dossiers ont été déposés",
            "{{ programmation.projets_deposes }} (171)",
        ),
        (
            "**123** actions ont été soutenues au titre des crédits de l'ANCT.",
            "123 actions ont été soutenues",
            "{{ programmation.actions_soutenues }} (132)",
        ),
        (
            "74 actions sont portées par des associations.",
            "74 actions sont portées par des associations",
            "{{ associations.total }} (75)",
        ),
        ("Le FCS a soutenu 30 projets.", "30 projets", "{{ fcs.projets }} (31)"),
        (
            "Le fonds de cohésion sociale aide 32 projets associatifs.",
            "32 projets",
            "{{ fcs.projets }} (31)",
        ),
        ("15 communes sont concernées.", "15 communes", "{{ territoire.communes }} (16)"),
        ("Le contrat a 20 quartiers.", "20 quartiers", "{{ territoire.quartiers }} (21)"),
        (
            "17 quartiers reconnus par l’État.",
            "17 quartiers reconnus par l’État",
            "{{ territoire.quartiers_etat }} (16)",
        ),
        (
            "Un fonds de concours a été attribué à 8 communes.",
            "8 communes",
            "{{ fonds_de_concours.communes }} (7)",
        ),
        (
            "Le pilier cohésion sociale mobilise 74 % des crédits de la programmation.",
            "74 %",
            "{{ piliers.cohesion_sociale.taux | sans_decimale }} (73 %)",
        ),
        (
            "Le cadre de vie mobilise 2,1 % des crédits de la programmation.",
            "2,1 %",
            "{{ piliers.cadre_de_vie.taux }} (1,2 %)",
        ),
        (
            "La cohésion sociale reçoit 79 % des crédits de l'État.",
            "79 %",
            "{{ credits_etat.piliers.cohesion_sociale.taux | sans_decimale }} (77 %)",
        ),
        (
            "41 % des crédits de la programmation sont des crédits spécifiques.",
            "41 %",
            "{{ credits_specifiques.taux | sans_decimale }} (39 %)",
        ),
    ],
)
def test_a_count_or_a_share_whose_sentence_says_of_what_is_told(dits, phrase, valeur, conseil):
    assert told(dits, phrase) == [(valeur, f"Écrivez {conseil}.")]


def test_an_amount_of_the_sheets_may_be_typed(projet, ecrire):
    """12 001 € is near the 12 000 € of a figure, and it is what a project receives."""
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier           | Statut   | ANCT  | Région |
        | -------------------- | --------- | ---------------- | -------- | ----- | ------ |
        | Aide                 | Les Amis  | Cohésion sociale | soutenue | 12001 |        |
        | Jeux                 | Le Club   | Emploi           | soutenue |       | 12011  |
        | Bal                  | Le Club   | Emploi           | soutenue | 7     |        |
        """,
    )
    textes = projet / "2023" / "textes"
    textes.mkdir()
    (textes / "evolution.md").write_text("L’aide reçoit 12 001 €, le reste 12 009 €.", "utf-8")
    assert [a.valeur for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV406"] == []
    (textes / "evolution.md").write_text("En tout, 24 091 €.", "utf-8")
    anomalies = [a for a in check_annee(projet, 2023).anomalies if a.rule.code == "PV406"]
    assert [a.valeur for a in anomalies] == ["24 091 €"]


def test_while_a_cell_is_refused_no_text_is_accused(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT  |
        | -------------------- | --------- | ------ | -------- | ----- |
        | Aide                 | Les Amis  | Emploi | soutenue | 12345 |
        | Jeux                 | Le Club   | Emploi | soutenue | dix   |
        """,
    )
    textes = projet / "2023" / "textes"
    textes.mkdir()
    (textes / "evolution.md").write_text("En tout, 12 355 €.", "utf-8")
    assert "PV406" not in {a.rule.code for a in check_annee(projet, 2023).anomalies}


def test_names_of_figures_and_of_the_report_are_known(dits):
    noms = "{{ programmation.total }} {{ fcs.axes.1.total }} {{ epci }} {{ contrat.nom }}"
    assert dits(noms + " {{ piliers.emploi.taux | sans_decimale }} {% if fcs %}x{% endif %}") == []


def test_a_misspelt_name_is_told_with_the_nearest(dits):
    assert dits("Un\n{{ programmation.totla }}\n{{ pilliers.emploi.taux|sans_decimale }}") == [
        ("2022/textes/x.md › ligne 2", "programmation.totla", "Écrivez {{ programmation.total }}."),
        (
            "2022/textes/x.md › ligne 3",
            "pilliers.emploi.taux",
            "Écrivez {{ piliers.emploi.taux }}.",
        ),
    ]


def test_a_group_of_figures_is_no_figure(dits):
    assert told(dits, "{{ piliers.emploi }}") == [
        ("piliers.emploi", "Écrivez {{ piliers.emploi.taux }}.")
    ]


def test_a_name_like_no_other_has_no_suggestion(dits):
    assert told(dits, "{{ bonjour }}") == [("bonjour", None)]


def test_a_figure_whose_workbook_is_absent_is_told(exemple, dits):
    (exemple / "2022" / "fcs.xlsx").unlink()
    (exemple / "2022" / "textes" / "articulation.md").write_text("Rien.", "utf-8")
    assert [v for v, _ in told(dits, "{{ fcs.total }}")] == ["fcs.total"]


def test_a_figure_whose_workbook_is_broken_is_not_told_twice(exemple, dits):
    (exemple / "2022" / "fcs.xlsx").write_bytes(b"broken")
    assert dits("{{ fcs.total }}") == []


def test_the_texts_of_the_sample_are_read():
    assert load_dossier(EXEMPLE, 2022)[0].textes
