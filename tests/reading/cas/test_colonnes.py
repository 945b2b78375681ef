"""Headings with words added: asked, granted, another year, a unit; columns that nobody declared."""

import pytest

from tests.flatten import plain
from tests.reading.cas.lire import lire

ENTRE = "| Intitulé de l'action | Opérateur | Pilier | Statut | Coût total |"


def sheet(*colonnes: str) -> str:
    """Two projects; the cells of each column are given as «heading: first, second»."""
    titres, un, deux = [], [], []
    for colonne in colonnes:
        titre, _, cellules = colonne.partition(" = ")
        titres.append(titre)
        premiere, _, seconde = cellules.partition(" ; ")
        un.append(premiere)
        deux.append(seconde)
    return "\n".join(
        (
            f"{ENTRE} {' | '.join(titres)} |",
            f"| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 20000 | {' | '.join(un)} |",
            f"| Chantier jeunes | Le Club | Emploi | soutenue | 9000 | {' | '.join(deux)} |",
        )
    )


@pytest.mark.parametrize(
    ("colonnes", "total"),
    [
        (["ANCT demandé = 14000 ; 9000", "ANCT accordé = 12000 ; 8000"], 20000),
        (["Région sollicitée = 5000 ; 4000", "Région votée = 3000 ; 1000"], 4000),
        (["ANCT = 12000 ; 8000", "ANCT versé = 6000 ; 4000"], 20000),
        (["ANCT 2022 = 7000 ; 7000", "ANCT 2023 = 12000 ; 8000"], 20000),
        (["ANCT N-1 = 7000 ; 7000", "ANCT N = 12000 ; 8000"], 20000),
        (["P147 notifié = 12000 ; 8000"], 20000),
        (["Subvention Région = 3000 ; 1000", "Crédits de l’ANCT = 12000 ; 8000"], 24000),
        (["ANCT = 12000 ; 8000", "Montant demandé = 20000 ; 9000"], 20000),
        (["ANCT = 12000 ; 8000", "Nb de bénéficiaires = 120 ; 340"], 20000),
        (["ANCT = 12000 ; 8000", "Part ANCT = 0.60 ; 0.89"], 20000),
        (["ANCT = 12000 ; 8000", "% ANCT = 0.60 ; 0.89"], 20000),
        (["ANCT = 12000 ; 8000", "ANCT (%) = 60 ; 89"], 20000),
        (["ANCT = 12000 ; 8000", "Reste à charge = 8000 ; 1000"], 20000),
        (["ANCT = 12000 ; 8000", "Tous financeurs = 12000 ; 8000"], 20000),
        (["ANCT = 12000 ; 8000", "Code postal = 62990 ; 62991"], 20000),
    ],
    ids=lambda v: v[-1].partition(" = ")[0] if isinstance(v, list) else None,
)
def test_what_a_heading_adds_is_understood(projet, colonnes, total):
    lu = lire(projet, Programmation=sheet(*colonnes))
    assert lu.erreurs == []
    assert lu.total == total


def test_the_number_of_a_funder_is_not_the_amount_that_a_unit_is_of(projet):
    lu = lire(projet, Programmation=sheet("P147 k€ = 12 ; 8"))
    assert lu.erreurs == [("PV020", "F1")]
    assert "lus en euros, ils font 20 € ; lus ainsi, 20 000 €" in plain(lu.dits)


@pytest.mark.parametrize(
    ("colonne", "code", "mot"),
    [
        ("MILDECA = 3000 ; 2000", "PV009", 'libelle = "MILDECA"'),
        ("MILDECA = 3 000 € ; 2 500,00", "PV009", "2 montants, 5 500 € en tout"),
        ("Part de l’État = 3000 ; 3000", "PV009", "rien ne dit ce que c’est"),
        ("ANCT complément = 3000 ; 1000", "PV009", 'ignorer = ["ANCT complément"]'),
        ("FIPD = 2000 ; 2000", "PV009", "4 000 €"),  # all alike: no years
        ("Région demandée = 3000 ; 1000", "PV019", "ne dit pas ce qui est accordé"),
        ("Région 2022 = 3000 ; 1000", "PV019", "« Région 2022 » (G, 4 000 €)"),
        ("Région (k€) = 3 ; 1", "PV020", "lus en euros, ils font 4 € ; lus ainsi, 4 000 €"),
        ("Thématique = 3000 ; 1000", "PV009", "lue comme la colonne « Thématique »"),
    ],
    ids=lambda v: v.partition(" = ")[0],
)
def test_an_amount_that_nobody_can_explain_is_an_error_at_its_column(projet, colonne, code, mot):
    lu = lire(projet, Programmation=sheet("ANCT = 12000 ; 8000", colonne))
    assert lu.erreurs == [(code, "G1")]
    assert plain(mot) in lu.dits


def test_two_columns_that_may_be_the_one_show_both_figures(projet):
    lu = lire(projet, Programmation=sheet("ANCT = 14000 ; 9000", "ANCT accordé = 12000 ; 8000"))
    assert lu.erreurs == [("PV019", "F1, G1")]
    assert "« ANCT » (F, 23 000 €) et « ANCT accordé » (G, 20 000 €)" in lu.dits


def test_the_total_of_a_row_that_counts_an_unread_column_is_no_second_fault(projet):
    colonnes = ("ANCT = 12000 ; 8000", "MILDECA = 3000 ; 2000", "Total = 15000 ; 10000")
    lu = lire(projet, Programmation=sheet(*colonnes))
    assert lu.erreurs == [("PV009", "G1")]
    assert "le total écrit dans la colonne H les dépasse de 5 000 €" in lu.dits


def test_nor_is_a_printed_total_that_counts_it_and_leaves_out_what_is_refused(projet):
    lu = lire(
        projet,
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT | MILDECA | Total |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | 8000 | 3 000 € | 11000 |
        | Jardin partagé       | Le Club   | Emploi | refusée  | 2000 |         | 2000  |
        | Ensemble             |           |        |          | 8000 | 3000    | 11000 |
        """,
    )
    assert lu.erreurs == [("PV009", "F1")]


def test_groups_of_headings_say_what_their_columns_are(projet):
    lu = lire(
        projet,
        Programmation="""
        |                      |           |        |          | Demandé |        | Accordé |        |
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT    | Région | ANCT    | Région |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | 9000    | 4000   | 8000    | 1000   |
        """,
    )
    # Nothing is merged: the second column of a group is blank above, and says nothing.
    assert lu.total in {9000, None}


def test_a_long_sheet_reads_what_is_granted(projet):
    lu = lire(
        projet,
        Programmation="""
        | N° dossier | Intitulé de l'action | Opérateur | Pilier | Statut   | Financeur | Montant demandé | Montant accordé |
        | 23-1       | Chantier jeunes      | Le Club   | Emploi | soutenue | ANCT      | 9000            | 8000            |
        | 23-1       | Chantier jeunes      | Le Club   | Emploi | soutenue | Région    | 4000            | 1000            |
        """,
    )
    assert lu.total == 9000


def test_the_words_that_everyone_uses_for_headings(projet):
    lu = lire(
        projet,
        Programmation="""
        | N° | Nom de l'action | Porteur | Volet  | Décision     | P147 |
        | 1  | Chantier jeunes | Le Club | Emploi | Avis favorable | 8000 |
        | 2  | Jardin partagé  | Le Club | Emploi | Non retenu   |      |
        """,
    )
    assert (lu.erreurs, lu.total) == ([], 8000)


def test_an_unread_column_is_told_once_whatever_depends_on_it(projet):
    lu = lire(
        projet,
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT | MILDECA |
        | Chantier jeunes      | Le Club   | Emploi | soutenue | 8000 |         |
        | Jardin partagé       | Le Club   | Emploi | soutenue |      | 2000    |
        | Forum des métiers    | Le Club   | Emploi | soutenue |      | 3000    |
        """,
    )
    assert [a.rule.code for a in lu.controle.anomalies] == ["PV009"]
