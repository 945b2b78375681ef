"""The rules on the session (PV801 to PV819): what each lets pass, and what it must not."""

import pytest

from rapportpv.year.controle import check_annee
from tests.flatten import plain

ENTETES = (
    "Nom", "Prénom", "Qualité", "Mandataire", "Jusqu'à la question", "À partir de la question",
)  # fmt: skip
REGLAGE = """
[seance]
date = 2024-07-01
heure = "18 h"
lieu = "à Orge"
convocation_le = {convocation}
president = {{ civilite = "M.", nom = "{president}" }}
secretaire = {{ civilite = "Mme", nom = "AUBRY Anne" }}
signataire = {{ civilite = "M.", nom = "Quelqu'un", qualite = "Le Directeur" }}
vote = {{ {vote} }}
{suite}
"""


@pytest.fixture
def juge(projet, ecrire):
    """Checks a session: juge("AUBRY Anne|présent||13|", …) gives (code, cells, advice)."""

    def juge(*lignes, conseil="", **reglage):
        rangs = [_cells(ligne) for ligne in lignes]
        ecrire("seance", Séance=[ENTETES, *rangs])
        annee = projet / "2023" / "annee.toml"
        base = annee.read_text("utf-8").partition("[seance]")[0]
        defauts = {
            "convocation": "2024-06-20",
            "president": "AUBRY Anne",
            "vote": 'sens = "majorité"',
            "suite": "",
        }
        suite = REGLAGE.format(**defauts | reglage) if reglage else ""
        annee.write_text(base + suite, "utf-8")
        if conseil:
            chemin = projet / "rapportpv.toml"
            chemin.write_text(f"{chemin.read_text('utf-8')}\n[conseil]\n{conseil}\n", "utf-8")
        return [
            (a.rule.code, ", ".join(a.lieu.cellules), a.suggestion and plain(a.suggestion))
            for a in check_annee(projet, 2023).anomalies
        ]

    return juge


def _cells(ligne):
    """«AUBRY Anne|présent|mandataire|jusqu'à|à partir» as a row; the end may be left out."""
    nom, qualite, mandataire, jusqu_a, a_partir = (ligne + "||||").split("|")[:5]
    famille, _, prenom = nom.rpartition(" ")
    nombres = [int(n) if n.isdecimal() else n or None for n in (jusqu_a, a_partir)]
    return [famille, prenom, qualite, mandataire or None, *nombres]


A, B = "AUBRY Anne|présent", "BONNET Bruno|présent"


def test_a_sound_session_says_nothing(juge):
    lignes = (
        A, "BONNET Bruno|présent||13|", "BONNET Bruno|procuration|AUBRY Anne||14",
        "COLIN Claire|présent||3|", "COLIN Claire|présent|||9", "DUVAL Denis|excusé",
        "COLIN Claire|procuration|DE RAY Élise|8|4", "DE RAY Élise|présent",
    )  # fmt: skip
    assert juge(*lignes, conseil="membres_en_exercice = 7", vote='sens = "unanimité"') == []


def test_excused_for_the_rest_is_no_contradiction(juge):
    assert juge(A, "BONNET Bruno|présent||13|", "BONNET Bruno|excusé|||14") == []


@pytest.mark.parametrize(
    "autre", ["BONNET Bruno|présent||13|", "BONNET Bruno|procuration|AUBRY Anne"]
)
def test_pv802_present_or_represented_and_excused(juge, autre):
    assert juge(A, autre, "bonnet bruno|excusé") == [("PV802", "C3, C4", None)]


def test_pv803_homonyms_are_not_doubles(juge):
    assert juge("LECONTE Maurice|présent", "LECOMTE Maurice|présent") == []
    assert juge("LECONTE Maurice|présent", "Leconte MAURICE|présent") == [("PV803", "A2, A3", None)]


def test_pv805_a_surname_alone_or_a_slip_is_suggested(juge):
    for ecrit in ("AUBRI Anne", "AUBRY"):
        lignes = (A, B, f"COLIN Claire|procuration|{ecrit}")
        assert juge(*lignes) == [("PV805", "D4", "Écrivez « AUBRY Anne ».")]


@pytest.mark.parametrize("ecrit", ["Anne AUBRY", "Mme Aubry Anne", "AUBRY  ANNE", "Aubry-Anne"])
def test_pv805_other_spellings_are_known(juge, ecrit):
    assert juge(A, f"COLIN Claire|procuration|{ecrit}") == []


def test_pv805_nothing_is_said_of_a_mandataire_whose_own_row_is_wrong(juge):
    lignes = ("AUBRY Anne|presnt", B, "COLIN Claire|procuration|AUBRY Anne")
    assert juge(*lignes, president="BONNET Bruno") == [("PV801", "C2", "Écrivez « présent ».")]


def test_pv807_the_mandataire_who_comes_back_covers(juge):
    retour = ("AUBRY Anne|présent||5|", "AUBRY Anne|présent|||6")
    assert juge(*retour, "COLIN Claire|procuration|AUBRY Anne") == []
    trou = ("AUBRY Anne|présent||5|", "AUBRY Anne|présent|||7")
    assert juge(*trou, "COLIN Claire|procuration|AUBRY Anne") == [("PV807", "D4", None)]


@pytest.mark.parametrize(
    ("presence", "donnee", "attendu"),
    [
        ("|21|", "||", ("PV807", "E4", "Écrivez « 21 ».")),
        ("|21|", "|25|", ("PV807", "E4", "Écrivez « 21 ».")),
        ("||3", "||", ("PV807", "F4", "Écrivez « 3 ».")),
        ("|4|", "||9", ("PV807", "D4", None)),  # never there together
    ],
)
def test_pv807_where_and_what_to_type(juge, presence, donnee, attendu):
    lignes = (f"AUBRY Anne|présent|{presence}", B, f"COLIN Claire|procuration|AUBRY Anne{donnee}")
    assert juge(*lignes) == [attendu]


def test_pv807_as_long_as_the_mandataire_is_there(juge):
    assert juge("AUBRY Anne|présent||21|", "COLIN Claire|procuration|AUBRY Anne|21|") == []


def test_pv808_windows_count_and_so_does_the_setting(juge, projet):
    suivies = ("BONNET Bruno|procuration|AUBRY Anne|13|", "COLIN Claire|procuration|AUBRY Anne||14")
    assert juge(A, *suivies) == []
    croisees = ("BONNET Bruno|procuration|AUBRY Anne|14|", suivies[1])
    assert juge(A, *croisees) == [("PV808", "D3, D4", None)]
    assert juge(A, *croisees, conseil="procurations_par_membre = 2") == []


def test_pv808_three_at_once_when_two_are_allowed(juge):
    donnent = [f"{nom} X|procuration|Anne AUBRY" for nom in ("BONNET", "COLIN", "DUVAL")]
    assert juge(A, *donnent, conseil="procurations_par_membre = 2") == [
        ("PV808", "D3, D4, D5", None)
    ]


@pytest.mark.parametrize(
    ("presence", "donnee", "attendu"),
    [
        ("|13|", "|13", ("PV809", "F4", "Écrivez « 14 ».")),
        ("|13|", "|", ("PV809", "F4", "Écrivez « 14 ».")),
        ("||9", "9|", ("PV809", "F3", "Écrivez « 10 ».")),  # who arrives late
        ("||", "|", ("PV809", "C4", None)),
    ],
)
def test_pv809_where_and_what_to_type(juge, presence, donnee, attendu):
    lignes = (
        A,
        f"BONNET Bruno|présent|{presence}",
        f"BONNET Bruno|procuration|AUBRY Anne|{donnee}",
    )
    assert juge(*lignes) == [attendu]


def test_pv810_the_one_who_arrives_late(juge):
    lignes = (A, "BONNET Bruno|procuration|AUBRY Anne|3|", "BONNET Bruno|présent|||5")
    assert juge(*lignes) == [("PV810", "F4", "Écrivez « 4 ».")]


def test_pv810_excused_between_two_is_covered(juge):
    lignes = (A, "BONNET Bruno|présent||3|", "BONNET Bruno|excusé||5|4")
    assert juge(*lignes, "BONNET Bruno|procuration|AUBRY Anne||6") == []


def test_pv811_nothing_else_is_made_of_such_a_row(juge):
    lignes = ("AUBRY Anne|présent||4|12", "COLIN Claire|procuration|AUBRY Anne")
    assert juge(*lignes) == [("PV811", "E2", None)]


def test_pv812_more_than_half_not_half(juge):
    assert juge(A, B, conseil="membres_en_exercice = 4") == [("PV812", "", None)]
    assert juge(A, B, "COLIN Claire|présent") == []  # three of four


def test_pv812_procurations_do_not_count_and_two_rows_are_one_member(juge):
    lignes = (
        "AUBRY Anne|présent||5|",
        "AUBRY Anne|présent|||7",
        "COLIN C|procuration|AUBRY Anne|5|",
    )
    assert juge(*lignes, conseil="membres_en_exercice = 2") == [("PV812", "", None)]


def test_pv812_at_the_question_when_it_is_known(juge):
    lignes = (A, "BONNET Bruno|présent||13|", "COLIN Claire|présent")
    assert juge(*lignes, conseil="membres_en_exercice = 5", suite="question = 13") == []
    assert juge(*lignes, suite="question = 14") == [("PV812", "", None)]


def test_pv813_a_president_in_the_other_order_is_there(juge):
    assert juge(A, president="Anne AUBRY") == []
    assert juge(A, president="BONNET Bruno") == [("PV813", "seance, president, nom", None)]


@pytest.mark.parametrize(
    ("vote", "suite", "codes"),
    [
        ('sens = "majorité", pour = 2, contre = 1, abstentions = 0', "", []),
        ('sens = "majorité", pour = 2, contre = 0, abstentions = 0', "", []),  # after question 5
        ('sens = "majorité", pour = 2, contre = 0, abstentions = 0', "question = 5", ["PV814"]),
        ('sens = "majorité", pour = 2, contre = 0, abstentions = 0', "question = 6", []),
        ('sens = "majorité", pour = 2, contre = 0, abstentions = 1, sans_prendre_part = 1',
         "", ["PV814"]),
        ('sens = "majorité", pour = 1, contre = 0, abstentions = 1, sans_prendre_part = 1', "", []),
        ('sens = "unanimité", pour = 3', "", []),
        ('sens = "unanimité", pour = 1', "", ["PV814"]),
        ('sens = "majorité", pour = 1', "", []),  # the rest was not counted
        ('sens = "majorité", pour = 9', "", ["PV814"]),
    ],
)  # fmt: skip
def test_pv814_votes_and_voters(juge, vote, suite, codes):
    lignes = (A, "BONNET Bruno|présent||5|", "COLIN Claire|procuration|AUBRY Anne")
    assert [code for code, *_ in juge(*lignes, vote=vote, suite=suite)] == codes


@pytest.mark.parametrize(
    ("vote", "codes"),
    [
        ('sens = "unanimité", contre = 1', ["PV815"]),
        ('sens = "unanimité", contre = 0', []),
        ('sens = "majorité absolue", pour = 1, contre = 1', ["PV815"]),
        ('sens = "majorité absolue", pour = 2, contre = 1', []),
    ],
)
def test_pv815_words_and_numbers(juge, vote, codes):
    lignes = (A, B, "COLIN Claire|présent")
    assert [code for code, *_ in juge(*lignes, vote=vote)] == codes


@pytest.mark.parametrize(
    ("convocation", "conseil", "codes"),
    [
        ("2024-06-25", "", []),  # 26, 27, 28, 29 and 30 June: five clear days
        ("2024-06-26", "", ["PV816"]),
        ("2024-07-02", "", ["PV816"]),
        ("2024-06-25", "jours_francs_de_convocation = 6", ["PV816"]),
        ("2024-06-29", "jours_francs_de_convocation = 1", []),
    ],
)
def test_pv816_clear_days(juge, convocation, conseil, codes):
    assert [c for c, *_ in juge(A, convocation=convocation, conseil=conseil)] == codes


def test_pv818_each_date_is_told_once(juge):
    suite = (
        'commission = { nom = "C", date = 2024-07-02 }\n'
        "reception_le = 2024-06-30\npublication_le = 2024-07-01"
    )
    places = {(code, place) for code, place, _ in juge(A, suite=suite)}
    assert places == {("PV818", "seance, commission, date"), ("PV818", "seance, reception_le")}


def test_pv819_is_no_error(juge, projet):
    assert juge(A, "BONNET Bruno|présent|AUBRY Anne") == [("PV819", "D3", None)]
    assert not check_annee(projet, 2023).is_blocked()


def test_a_refused_cell_is_told_alone(juge):
    lignes = (A, "BONNET Bruno|présent||13 bis|", "BONNET Bruno|procuration|AUBRY Anne||14")
    assert [code for code, *_ in juge(*lignes)] == ["PV104"]


@pytest.mark.parametrize(
    ("reglage", "place", "dit"),
    [
        ({"vote": 'sens = "peut-être"'}, "seance, vote, sens", "majorité absolue"),
        ({"vote": 'sens = "majorité", pour = -1'}, "seance, vote, pour", "au moins 0"),
        ({"suite": "question = 0"}, "seance, question", "au moins 1"),
        ({"suite": "visa = []"}, "seance, visa", "Écrivez « visas »."),
        ({"president": ""}, "seance, president, nom", "pas vide"),
        ({"convocation": '"lundi"'}, "seance, convocation_le", "une date"),
    ],
)
def test_a_setting_that_does_not_fit(juge, projet, reglage, place, dit):
    [(code, cellule, _)] = juge(A, **reglage)
    [anomalie] = check_annee(projet, 2023).anomalies
    assert (code, cellule) == ("PV010", place)
    assert dit in plain(str(anomalie))


def test_an_hour_that_is_none(juge, projet):
    annee = projet / "2023" / "annee.toml"
    juge(A, suite="")
    annee.write_text(annee.read_text("utf-8").replace('"18 h"', '"18"'), "utf-8")
    [anomalie] = check_annee(projet, 2023).anomalies
    assert "19 h 00" in plain(str(anomalie))
