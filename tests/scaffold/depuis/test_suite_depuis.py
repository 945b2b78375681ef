"""`init 2025 --depuis` in a project that has 2024: what the settings know, and what they gain."""

import tomllib
from pathlib import Path

import pytest

from rapportpv.core.anomalie import Severite
from rapportpv.core.errors import RapportError
from rapportpv.scaffold.annee import Pose
from rapportpv.scaffold.demande import Demande
from rapportpv.scaffold.depuis.pose import lay_chantier, open_chantier
from rapportpv.year.controle import check_annee
from tests.flatten import plain
from tests.scaffold.depuis.classeurs import CHANCES, EMPLOI, PORTEURS, save

LIGNES_2025 = [
    ["Porteur", "Action", "Axe", "Décision COPIL", "ANCT accordé", "Ville", "MILDECA", "Fax"],
    ["Les Amis", "Aide aux devoirs", CHANCES, "Favorable", 8000, 1500, 700, "03"],
    ["Le Club", "Chantier jeunes", EMPLOI, "Validé en COPIL", 11000, None, None, "03"],
    ["Mobilis", "Vélos", "Vivre ensemble", "Défavorable", None, None, None, ""],
]


def nobody(question: str, defaut: str) -> None:
    return None


def lay_annee(racine: Path, annee: int, chemin: Path) -> Pose:
    demande = Demande(annee, epci="Communauté de communes du Val d'Orge", sigle="CCVO")
    return lay_chantier(open_chantier(racine, racine, demande, chemin), nobody)


@pytest.fixture
def racine(tmp_path):
    """A project laid down from the workbook of 2024."""
    PORTEURS.write(tmp_path / "2024.xlsx")
    projet = tmp_path / "projet"
    projet.mkdir()
    lay_annee(projet, 2024, tmp_path / "2024.xlsx")
    return projet


def write_2025(racine: Path) -> Path:
    chemin = racine.parent / "2025.xlsx"
    save({"Actions": LIGNES_2025})(chemin)
    return chemin


def test_what_is_known_stays_as_it_is_and_what_is_new_is_added(racine):
    avant = (racine / "rapportpv.toml").read_text("utf-8")
    posee = lay_annee(racine, 2025, write_2025(racine))
    apres = (racine / "rapportpv.toml").read_text("utf-8")
    ajoutees = [ligne for ligne in apres.splitlines() if ligne not in avant.splitlines()]
    assert [ligne for ligne in avant.splitlines() if ligne not in apres.splitlines()] == []
    assert ajoutees == [
        "[statuts]",
        'soutenue = ["Validé en COPIL"]',
        "# Ajoutés pour 2025, d'après le classeur. À RELIRE.",
        'code = "mildeca"',
        'libelle = "MILDECA"',
    ]
    assert [plain(c) for c in posee.conseils if "vous-même" in c] == [
        'À ajouter vous-même dans rapportpv.toml : [colonnes.programmation] ignorer : ["Fax"]'
    ]
    codes = [f["code"] for f in tomllib.loads(apres)["financeur"]]
    assert codes == ["anct", "region", "ville", "mildeca"]


def test_the_figures_of_both_years(racine):
    avant = check_annee(racine, 2024).bilan.chiffres["programmation.total"].valeur
    lay_annee(racine, 2025, write_2025(racine))
    assert check_annee(racine, 2024).bilan.chiffres["programmation.total"].valeur == avant == 43500
    controle = check_annee(racine, 2025)
    chiffres = controle.bilan.chiffres
    assert chiffres["programmation.total"].valeur == 21200
    assert chiffres["financeurs.anct.montant"].valeur == 19000
    erreurs = [a for a in controle.anomalies if a.severite is Severite.ERREUR]
    assert [a.rule.code for a in erreurs] == ["PV201"]  # «Vivre ensemble» is no pilier there


def test_a_pilier_that_the_contract_lacks_is_told_and_not_added(racine):
    demande = Demande(2025)
    chantier = open_chantier(racine, None, demande, write_2025(racine))
    doutes = plain("\n".join(chantier.proposition.doutes))
    assert "Ces piliers ne sont pas dans le contrat : « Vivre ensemble »." in doutes
    assert "« ANCT », « Ville »" not in doutes  # the settings say what they are
    assert "--epci" not in chantier.commande


def test_windows_ends_of_lines_stay(racine):
    chemin = racine / "rapportpv.toml"
    chemin.write_bytes(chemin.read_bytes().replace(b"\n", b"\r\n"))
    lay_annee(racine, 2025, write_2025(racine))
    octets = chemin.read_bytes()
    assert octets.count(b"\r\n") == octets.count(b"\n") > 100
    assert check_annee(racine, 2025).bilan.chiffres["programmation.total"].valeur == 21200


def test_settings_at_fault_and_a_year_that_is_there_are_refused(racine):
    chemin = write_2025(racine)
    with pytest.raises(RapportError, match="existe déjà"):
        lay_annee(racine, 2024, chemin)
    (racine / "rapportpv.toml").write_text("[territoire", "utf-8")
    with pytest.raises(RapportError, match="a des erreurs"):
        lay_annee(racine, 2025, chemin)
    assert not (racine / "2025").exists()
