"""Negative amounts, in every sheet that has amounts."""

from tests.year.aides import anomalies, told


def test_each_kind_of_amount_is_looked_at(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Coût total | ANCT | Région |
        | -------------------- | --------- | ------ | -------- | ---------- | ---- | ------ |
        | Aide                 | Les Amis  | Emploi | soutenue | -500       | 100  | (50)   |
        | Jeux                 | Le Club   | Emploi | refusée  | 300        | 0    | 80-    |
        """,
    )
    ecrire("fcs", FCS="| Axe | Opérateur | Intitulé | Montant |\n| Axe 1 | Les Amis | Fête | -7 |")
    ecrire(
        "fonds_de_concours",
        Fonds_de_concours="""
        | Commune | Opération | Dispositif | Montant |
        | Orge    | Préau     | NPNRU      | -0,50 € |
        """,
    )
    assert told(projet, "PV105") == [
        ("FCS D2", "−7\u00a0€", None),
        ("Fonds de concours D2", "−0,50\u00a0€", None),
        ("Programmation E2", "−500\u00a0€", None),
        ("Programmation G2", "−50\u00a0€", None),
        ("Programmation G3", "−80\u00a0€", None),
    ]


def test_the_message_names_the_column(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | P147 |
        | -------------------- | --------- | ------ | -------- | ---- |
        | Aide                 | Les Amis  | Emploi | soutenue | -5   |
        """,
    )
    [anomalie] = anomalies(projet, "PV105")
    assert "colonne «\u00a0ANCT\u00a0»" in anomalie.message


def test_of_a_long_sheet_the_row_of_the_grant_is_told(projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant |
        | -------------------- | --------- | ------ | -------- | --------- | ------- |
        | Aide                 | Les Amis  | Emploi | soutenue | ANCT      | 700     |
        | Aide                 | Les Amis  | Emploi | soutenue | Région    | -200    |
        """,
    )
    [anomalie] = anomalies(projet, "PV105")
    assert anomalie.lieu.cellules == ("F3",)
    assert "colonne «\u00a0Montant\u00a0»" in anomalie.message
