"""A cell in error is told as one whatever the program, the language and the year of its error."""

import pytest

from rapportpv.year.controle import check_annee

TABLEAU = """
| Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT |
| -------------------- | --------- | ------ | -------- | ---- |
| Aide                 | Les Amis  | Emploi | soutenue | {}   |
"""


@pytest.mark.parametrize(
    "erreur", ["#REF!", "#DIV/0!", "#N/A", "#N/D", "#SPILL!", "#CALC!", "#CHAMP!", "Err:502"]
)
def test_an_error_is_told(projet, ecrire, erreur):
    ecrire("programmation", Programmation=TABLEAU.format(erreur))
    [anomalie] = check_annee(projet, 2023).anomalies
    assert (anomalie.rule.code, anomalie.lieu.cellules, anomalie.valeur) == (
        "PV111",
        ("E2",),
        erreur,
    )


@pytest.mark.parametrize("texte", ["#1", "#aide", "Err: 502", "#A VOIR"])
def test_what_only_looks_like_one_is_an_amount_that_cannot_be_read(projet, ecrire, texte):
    ecrire("programmation", Programmation=TABLEAU.format(texte))
    assert "PV111" not in [a.rule.code for a in check_annee(projet, 2023).anomalies]
