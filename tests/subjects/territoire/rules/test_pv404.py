"""PV404: a quartier that is in none of the row's communes."""

import pytest

from rapportpv.year.controle import check_annee

QUARTIERS = """
| Code     | Nom          | Commune(s)      | Type          |
| -------- | ------------ | --------------- | ------------- |
| QP062001 | Les Tilleuls | Valmont         | QPV           |
| QP062002 | Le Centre    | Orge            | QPV           |
| QC-01    | Le Centre    | Valmont         | communautaire |
| QC-02    | La Plaine    | Orge; Saint-Luc | communautaire |
"""


@pytest.fixture
def dits(projet, ecrire):
    ecrire("territoire", Quartiers=QUARTIERS)

    def dits(*lieux: tuple[str, str]) -> list[tuple[str, str | None, str]]:
        lignes = [["Intitulé de l'action", "Opérateur", "Pilier", "Statut", "ANCT"]]
        lignes[0] += ["Commune(s)", "Quartier(s)"]
        for rang, (communes, quartiers) in enumerate(lieux):
            lignes.append([f"Action {rang}", "Le Club", "Emploi", "soutenue", 100 + rang])
            lignes[-1] += [communes, quartiers]
        ecrire("programmation", Programmation=lignes)
        return [
            (str(a.lieu.cellules), a.valeur, a.message)
            for a in check_annee(projet, 2023).anomalies
            if a.rule.code == "PV404"
        ]

    return dits


def test_a_quartier_elsewhere_is_told_with_where_it_is(dits):
    [(cellules, valeur, message)] = dits(("Orge", "Les Tilleuls"))
    assert (cellules, valeur) == ("('G2',)", "Les Tilleuls")
    assert "est à Valmont" in message
    assert "«\u00a0Orge\u00a0»" in message


def test_the_same_fault_on_several_rows_is_one_anomaly(dits):
    assert [c for c, _, _ in dits(("Orge", "Les Tilleuls"), ("Orge", "Les Tilleuls"))] == [
        "('G2', 'G3')"
    ]


def test_a_quartier_is_known_by_its_code_and_in_any_spelling(dits):
    assert [v for _, v, _ in dits(("ORGE", "qp062001"), ("orge", "les  tilleuls"))] == [
        "qp062001",
        "les tilleuls",
    ]


@pytest.mark.parametrize(
    ("communes", "quartiers"),
    [
        ("Valmont", "Les Tilleuls"),
        ("VALMONT", "Les Tilleuls"),
        ("Orge; Valmont", "Les Tilleuls"),
        ("Saint Luc", "La Plaine"),  # one of the two communes of the quartier is enough
        ("Orge", "Le Centre"),  # two quartiers of one name
        ("Valmont", "Le Centre"),
        ("", "Les Tilleuls"),
        ("Orge", ""),
        ("Ailleurs", "Les Tilleuls"),  # not known: another rule's
        ("Orge; Ailleurs", "Les Tilleuls"),
        ("Orge", "Les Tilluels"),
        ("Toutes", "Les Tilleuls"),
    ],
)
def test_what_may_be_right_is_left_alone(dits, communes, quartiers):
    assert dits((communes, quartiers)) == []


def test_only_the_quartier_that_is_elsewhere_is_told(dits):
    assert [v for _, v, _ in dits(("Orge", "Le Centre; Les Tilleuls"))] == ["Les Tilleuls"]


def test_a_quartier_whose_commune_is_unknown_is_left_to_that_fault(projet, ecrire, dits):
    ecrire(
        "territoire",
        Quartiers=QUARTIERS,
        Communes="| Commune | Référent |\n| Orge | Marie |\n| Saint-Luc | Paul |",
    )
    assert dits(("Orge", "Les Tilleuls")) == []
    assert [v for _, v, _ in dits(("Saint-Luc", "QP062002"))] == ["QP062002"]
