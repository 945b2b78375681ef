"""PV209: quartiers that the sheet «Quartiers» does not have."""

from tests.year.aides import told

QUARTIERS = """
| Code     | Nom          | Commune(s) | Type          |
| -------- | ------------ | ---------- | ------------- |
| QP006005 | Les Tilleuls | Valmont    | QPV           |
|          | Cité du Parc | Valmont    | communautaire |
"""
PROGRAMMATION = """
| Intitulé de l'action | Opérateur | Quartier(s)             | Pilier | Statut   | ANCT |
| -------------------- | --------- | ----------------------- | ------ | -------- | ---- |
| Aide                 | Les Amis  | Les Tileuls             | Emploi | soutenue | 1    |
| Jeux                 | Le Club   | QP006005; CITE DU PARC  | Emploi | soutenue | 2    |
| Chant                | Le Chœur  | qp 006005               | Emploi | soutenue | 3    |
| Danse                | Le Bal    |                         | Emploi | soutenue | 4    |
| Lire                 | Le Livre  | Tous les quartiers      | Emploi | soutenue | 5    |
| Rire                 | Le Clown  | Cité du Parc; Les Tileuls | Emploi | soutenue | 6    |
| Voir                 | Le Ciné   | QP006006                | Emploi | soutenue | 7    |
"""


def test_a_quartier_is_known_by_its_name_or_its_code(projet, ecrire):
    ecrire("territoire", Quartiers=QUARTIERS)
    ecrire("programmation", Programmation=PROGRAMMATION)
    assert told(projet, "PV209") == [
        ("Programmation C2, C7", "Les Tileuls", "Les Tilleuls"),
        ("Programmation C8", "QP006006", "QP006005"),
    ]


def test_without_the_sheet_nothing_is_unknown(projet, ecrire):
    ecrire("programmation", Programmation=PROGRAMMATION)
    ecrire("territoire", Communes="| Commune | Code INSEE |\n| Valmont | 62119 |")
    assert told(projet, "PV209") == []
