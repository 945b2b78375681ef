"""The observations told by theme: each once, with what became of it."""

import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.load import load_dossier
from tests.flatten import plain, read_text

ANNEE = """
version = "definitif"
arrete_le = 2024-07-01

[consultation]
transmission_le = 2024-07-03
avis_au_plus_tard_le = 2024-10-03

[definitif]
deliberation_le = 2024-11-26
"""
CONSULTATION = """
| Instance | Type             | Envoyé le  | Reçu le    | Sens      | Thème      | Observations      | Suite donnée        |
| -------- | ---------------- | ---------- | ---------- | --------- | ---------- | ----------------- | ------------------- |
| Orge     | commune          | 03/07/2024 | 12/09/2024 | favorable | transports | Un bus le soir.   | Demandé.            |
| Valmont  | commune          | 03/07/2024 | 12/09/2024 | favorable |            | Un résumé.        | Joint.              |
| Aubrac   | commune          | 03/07/2024 | 12/09/2024 | favorable | Jeunesse   | Un local.         | Étudié.             |
| Le Parc  | conseil citoyen  | 03/07/2024 | 12/09/2024 | réservé   | TRANSPORTS | Un arrêt de plus. | Refusé.             |
| Le Bois  | conseil citoyen  | 03/07/2024 |            |           | Jeunesse   |                   |                     |
"""


@pytest.fixture
def consulte(projet, ecrire):
    (projet / "2023" / "annee.toml").write_text(ANNEE, "utf-8")

    def write(texte=CONSULTATION):
        ecrire("consultation", Consultation=texte)
        return compute_bilan(load_dossier(projet, 2023)[0]).tableaux.get("observations_par_theme")

    return write


def test_themes_by_the_alphabet_bodies_as_in_the_sheet_the_others_last(consulte):
    tableau = consulte()
    assert [" | ".join(map(str, ligne.cellules.values())) for ligne in tableau.lignes] == [
        "Jeunesse | Aubrac | Un local. | Étudié.",
        "transports | Orge | Un bus le soir. | Demandé.",
        "transports | Le Parc | Un arrêt de plus. | Refusé.",
        "Autres observations | Valmont | Un résumé. | Joint.",
    ]
    assert list(tableau.sources) == ["2023/consultation.xlsx › Consultation › A2:A5, F2:H5"]


def test_no_table_without_a_theme(consulte):
    sans = CONSULTATION
    for theme in ("transports", "TRANSPORTS", "Jeunesse"):
        sans = sans.replace(theme, " " * len(theme))
    assert consulte(sans) is None
    lignes = CONSULTATION.splitlines()
    assert consulte("\n".join([*lignes[:3], lignes[-1]])) is None  # a theme, no observation


def test_the_report_prints_each_observation_once(consulte, projet):
    consulte()
    fabrication = build_document(
        Commande(projet, 2023, "rapport", projet / "sortie", malgre_erreurs=True)
    )
    texte = plain(read_text(fabrication.chemin))
    assert "Les observations, thème par thème" in texte
    for observation in ("Un bus le soir.", "Un résumé.", "Un local.", "Un arrêt de plus."):
        assert texte.count(observation) == 1
    assert "Thème | Instance | Observations | Suite donnée" in texte
    assert "4 instances ont fait des observations ; 4 ont reçu une suite." in texte
