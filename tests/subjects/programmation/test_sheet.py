"""The words of the closed lists of the programming: each is read as what it says."""

import pytest

from rapportpv.subjects.programmation.sheet import (
    PLURIANNUELS,
    RECONDUCTIONS,
    STATUTS,
    TYPES_OPERATEUR,
)

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


TYPES = {
    "association": "association, associations, asso, associatif",
    "commune": "commune, communes, ville, mairie",
    "epci": "EPCI, agglomération, intercommunalité",
    "etablissement_public": "établissement public, EP, établissements publics",
    "bailleur": "bailleur, bailleur social, bailleurs",
    "entreprise": "entreprise, société, entreprises",
    "autre": "autre, autres",
}
RECONDUITES = {
    "nouvelle": (
        "nouvelle, N, nouveau, nouvelle action, action nouvelle, nouveau projet, "
        "première année, première demande, création, 1re année, 1ère année"
    ),
    "reconduite": (
        "reconduite, R, reconduit, reconduction, action reconduite, en reconduction, "
        "renouvelée, renouvelé, renouvellement, reprise, poursuite"
    ),
}
DUREES = {
    "pluriannuelle": (
        "pluriannuelle, pluriannuel, oui, CPO, convention pluriannuelle, triennale, quadriennale"
    ),
    "annuelle": "annuelle, annuel, non, ponctuelle, ponctuel, un an",
}


def find_lists() -> dict:
    """Each list of the program, and what it should hold."""
    return {
        "statut": (STATUTS, MOTS),
        "type": (TYPES_OPERATEUR, TYPES),
        "reconduction": (RECONDUCTIONS, RECONDUITES),
        "durée": (PLURIANNUELS, DUREES),
    }


@pytest.mark.parametrize("nom", ["statut", "type", "reconduction", "durée"])
def test_each_word_is_read_in_small_and_in_capital_letters(nom):
    lexique, mots = find_lists()[nom]
    lus = {m: lexique.find(m) for dits in mots.values() for m in dits.split(", ")}
    assert lus == {m: code for code, dits in mots.items() for m in dits.split(", ")}
    assert {m: lexique.find(m.upper()) for m in lus} == lus
    assert [entree.code for entree in lexique.entrees] == list(mots)
    assert [entree.libelle for entree in lexique.entrees] == [
        dits.split(", ")[0] for dits in mots.values()
    ]


def test_no_other_word_is_guessed():
    assert STATUTS.find("peut-être") is None
