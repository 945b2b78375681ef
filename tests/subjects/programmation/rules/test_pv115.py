"""RNA numbers typed in the SIRET column."""

from tests.year.aides import told


def test_what_begins_with_a_w_is_meant_for_one(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | SIRET          | Pilier | Statut   | ANCT |
        | -------------------- | --------- | -------------- | ------ | -------- | ---- |
        | Aide                 | Les Amis  | W621001234     | Emploi | soutenue | 1    |
        | Jeux                 | Le Club   | W62100123      | Emploi | soutenue | 2    |
        | Chant                | Le Chœur  | w 621 001 2345 | Emploi | soutenue | 3    |
        | Danse                | Le Bal    | W9R1011072     | Emploi | soutenue | 4    |
        | Lire                 | Le Livre  | W62100123      | Emploi | soutenue | 5    |
        """,
    )
    assert told(projet, "PV108") == []
    assert told(projet, "PV115") == [
        ("Programmation C3, C6", "W62100123", None),
        ("Programmation C4", "w 621 001 2345", None),
    ]
