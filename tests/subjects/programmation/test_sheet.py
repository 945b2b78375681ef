"""The words that a statut may be written with, those of Dauphin first: each is read as one."""

import pytest

from rapportpv.subjects.programmation.sheet import STATUTS

MOTS = {
    "soutenue": (
        "soutenue, soutenu, accordée, accordé, À justifier, Justifiée, A été versé, "
        "Justification à modifier, Justification en cours, favorable, oui, avis favorable, "
        "retenue, retenu, validée, validé, acceptée, accepté, attribuée, attribué, financée, "
        "financé, votée, voté, approuvée, approuvé, subventionnée, subventionné, notifiée, "
        "notifié, ok, accord, actée, acté, sélectionnée, sélectionné"
    ),
    "refusee": (
        "refusée, refusé, Rejetée, rejeté, Clôturée, Non recevable, inéligible, défavorable, "
        "avis défavorable, non retenue, non retenu, non, refus, rejet, non soutenue, "
        "non soutenu, non financée, non financé, ko, non accordée, non accordé, non validée, "
        "non validé, irrecevable, non éligible, écartée, écarté, non sélectionnée, "
        "non sélectionné"
    ),
    "ajournee": (
        "ajournée, ajourné, reportée, reporté, ajournement, différée, différé, report, sursis, "
        "sursis à statuer, à revoir"
    ),
    "retiree": (
        "retirée, retiré, abandonnée, abandonné, abandon, annulée, annulé, annulation, "
        "désistement, retrait, sans suite"
    ),
    "en_instruction": (
        "en instruction, Prise en charge, Recevable, Transmise, En attente d'attestation, "
        "En attente d'instruction, En cours de saisie, En cours, en attente, instruction, "
        "à l'étude, à instruire, en cours d'instruction, déposée, déposé, "
        "en attente de décision, à l'instruction, à étudier"
    ),
}


@pytest.mark.parametrize("code", MOTS)
def test_each_word_of_a_statut(code):
    for mot in MOTS[code].split(", "):
        assert STATUTS.find(mot) == code, mot
        assert STATUTS.find(mot.upper()) == code, mot


def test_no_other_word_is_guessed():
    assert {entree.code for entree in STATUTS.entrees} == MOTS.keys()
    assert STATUTS.find("peut-être") is None
