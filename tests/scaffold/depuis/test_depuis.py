"""`init --depuis`: workbooks of many layouts, proposed, laid down, checked, added up."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openpyxl.utils import get_column_letter

from rapportpv.commands.proposition.proposition import Proposition, Usage
from rapportpv.core.anomalie import Severite
from rapportpv.reading.settings import load_reglages
from rapportpv.scaffold.demande import Demande
from rapportpv.scaffold.depuis.pose import Chantier, lay_chantier, open_chantier
from rapportpv.year.controle import check_annee
from rapportpv.year.inventaire import take_inventaire
from rapportpv.year.sujets import PLANS
from tests.flatten import plain
from tests.scaffold.depuis.classeurs import CAS, CHANCES, EMPLOI, MILLIERS, Cas, save

EPCI = "Communauté de communes du Val d'Orge"


def nobody(question: str, defaut: str) -> None:
    return None


def prepare(dossier: Path, cas: Cas) -> Chantier:
    """The workbook beside the project that is to be, and what is proposed of it."""
    chemin = dossier / cas.fichier
    cas.write(chemin)
    projet = dossier / "projet"
    projet.mkdir()
    demande = Demande(cas.annee, epci=EPCI, sigle="CCVO", siren="200072460")
    return open_chantier(projet, None, demande, chemin)


def columns(proposition: Proposition, usage: Usage) -> dict[str, str]:
    """The letter of each column of that use, by its code."""
    siennes = (c for c in proposition.colonnes if c.usage is usage)
    return {c.code: get_column_letter(c.numero) for c in siennes}


@pytest.mark.parametrize("cas", CAS, ids=lambda cas: cas.nom)
def test_what_each_column_is_proposed_to_be(tmp_path, cas):
    proposition = prepare(tmp_path, cas).proposition
    assert columns(proposition, Usage.CHAMP) == cas.champs
    libelles = {p.financeur.code: p.financeur.libelle for p in proposition.payeurs}
    payees = columns(proposition, Usage.FINANCEUR)
    assert {libelles[code]: lettre for code, lettre in payees.items()} == cas.financeurs
    ecartees = [c for c in proposition.colonnes if c.usage is Usage.ECARTEE]
    assert "".join(get_column_letter(c.numero) for c in ecartees) == cas.ecartees
    assert proposition.ligne == cas.lignes


@pytest.mark.parametrize("cas", CAS, ids=lambda cas: cas.nom)
def test_every_doubt_is_told_and_every_column_left_out_is_named(tmp_path, cas):
    proposition = prepare(tmp_path, cas).proposition
    doutes = plain("\n".join(proposition.doutes))
    for dit in cas.dits:
        assert plain(dit) in doutes
    for c in proposition.colonnes:
        if c.usage in {Usage.ECARTEE, Usage.DOUTEUSE}:
            assert plain(f"« {c.libelle} »") in doutes
        assert len(c.exemples) <= 5


def test_amounts_in_thousands_are_shown_in_euros_and_not_doubted(tmp_path):
    proposition = prepare(tmp_path, MILLIERS).proposition
    exemples = {c.libelle: plain(" | ".join(c.exemples)) for c in proposition.colonnes}
    assert exemples["P147"] == "7 000 € | 12 000 €"
    assert exemples["Région"] == "2 500 €"
    assert exemples["Coût"] == "18 250 € | 30 000 € | 9 000 €"
    assert "très petits" not in "\n".join(proposition.doutes)


def test_an_unknown_column_beside_thousands_is_not_set_aside_in_silence(tmp_path):
    feuilles = {
        "Programmation": [
            ["Programmation 2024 (en k€)"],
            ["Action", "Opérateur", "Pilier", "Statut", "P147", "Les Papillons", "Nb de jeunes"],
            ["Aide aux devoirs", "Les Amis", CHANCES, "soutenue", 7, 3, 25],
            ["Chantier jeunes", "Le Club", EMPLOI, "soutenue", 12, 4.5, 12],
        ]
    }
    save(feuilles)(tmp_path / "milliers.xlsx")
    projet = tmp_path / "projet"
    chantier = open_chantier(projet, projet, Demande(2024, epci=EPCI), tmp_path / "milliers.xlsx")
    assert "« Les Papillons » (F) : des nombres, peut-être" in plain(
        "\n".join(chantier.proposition.doutes)
    )
    assert [c.libelle for c in chantier.proposition.ignorees()] == ["Nb de jeunes"]
    lay_chantier(chantier, nobody)
    inventaire = take_inventaire(projet, check_annee(projet, 2024))
    assert ("Les Papillons",) in [laisse.titres for laisse in inventaire.laisses]


def test_small_amounts_that_nothing_says_are_in_thousands_are_doubted(tmp_path):
    feuilles = {
        "Programmation": [
            ["Action", "Opérateur", "Pilier", "Statut", "P147", "Région", "CAF"],
            ["Aide aux devoirs", "Les Amis", CHANCES, "soutenue", 7, 2.5, 4000],
            ["Chantier jeunes", "Le Club", EMPLOI, "soutenue", 12, None, 3500],
        ]
    }
    save(feuilles)(tmp_path / "petits.xlsx")
    projet = tmp_path / "projet"
    chantier = open_chantier(projet, projet, Demande(2024, epci=EPCI), tmp_path / "petits.xlsx")
    dits = [plain(d) for d in chantier.proposition.doutes if "très petits" in d]
    assert [dit.partition(" (")[0] for dit in dits] == ["« P147 »", "« Région »"]
    assert all(
        dit.endswith(": ses montants sont très petits, vérifiez qu'ils sont en euros.")
        for dit in dits
    )


@pytest.mark.parametrize("cas", CAS, ids=lambda cas: cas.nom)
def test_the_year_that_is_laid_down_has_the_right_figures(tmp_path, cas):
    chantier = prepare(tmp_path, cas)
    avant = (tmp_path / cas.fichier).read_bytes()
    lay_chantier(chantier, nobody)
    assert (tmp_path / cas.fichier).read_bytes() == avant
    [copie] = (tmp_path / "projet" / str(cas.annee)).glob("programmation.*")
    assert copie.read_bytes() == avant
    assert f"{cas.annee}/{copie.name}" in (tmp_path / "projet" / "LISEZMOI.txt").read_text("utf-8")
    controle = check_annee(tmp_path / "projet", cas.annee)
    erreurs = [a for a in controle.anomalies if a.severite is Severite.ERREUR]
    assert {a.rule.code for a in erreurs} == set(cas.bloque), [a.message for a in erreurs]
    assert controle.lignes == cas.projets
    chiffres = controle.bilan.chiffres
    assert chiffres["programmation.actions_soutenues"].valeur == cas.soutenus
    total = chiffres["programmation.total"].valeur
    assert float(total) == cas.total
    assert float(total) * 100 == chantier.proposition.essai.cents
    assert [a.rule.code for a in controle.anomalies if a.lieu.fichier == "rapportpv.toml"] == []
    if cas.piliers:
        assert tuple(p.code for p in controle.dossier.contrat.pilier) == cas.piliers


def test_the_other_sheets_of_the_workbook_are_read_where_they_are(tmp_path):
    feuilles = {
        "Programmation": [
            ["Action", "Porteur", "Pilier", "Statut", "ANCT", "FCS"],
            ["Aide aux devoirs", "Les Amis", CHANCES, "soutenue", 7000, 900],
            ["Bénévoles", "Le Club", EMPLOI, "soutenue", None, 400],
        ],
        "FCS 2024": [
            ["N°", "Axe", "Opérateur", "Intitulé", "Commune", "Montant"],
            [1, "Axe 1 - Soutenir les habitants", "Les Amis", "Aide aux devoirs", "Orge", 900],
            [2, "Axe 2 - Former les acteurs", "Le Club", "Bénévoles", "Orge", 400],
        ],
        "QPV": [
            ["Code", "Nom", "Commune", "Type", "Population"],
            ["QN09905M", "Les Tilleuls", "Orge", "QPV", 1200],
        ],
        "Élus": [["Nom", "Courriel"], ["MARTIN", "a@b.fr"]],
    }
    save(feuilles)(tmp_path / "tout.xlsx")
    projet = tmp_path / "projet"
    demande = Demande(2024, epci=EPCI, sigle="CCVO")
    chantier = open_chantier(projet, projet, demande, tmp_path / "tout.xlsx")
    assert [(a.plan, a.feuille, a.lignes) for a in chantier.proposition.autres] == [
        ("fcs", "FCS 2024", 2),
        ("quartiers", "QPV", 1),
    ]
    assert "« Élus » n'est pas lue" in plain("\n".join(chantier.proposition.doutes))
    lay_chantier(chantier, nobody)
    noms = {f.name for f in (projet / "2024").iterdir()}
    assert "programmation.xlsx" in noms
    assert not {"fcs.xlsx", "territoire.xlsx"} & noms
    controle = check_annee(projet, 2024)
    erreurs = [a for a in controle.anomalies if a.severite is Severite.ERREUR]
    assert [a.message for a in erreurs] == []
    chiffres = controle.bilan.chiffres
    assert chiffres["fcs.total"].valeur == 1300
    assert chiffres["fcs.axes.2.total"].valeur == 400
    assert chiffres["territoire.quartiers"].valeur == 1
    assert chiffres["programmation.total"].valeur == 8300
    (projet / "2024" / "fcs.xlsx").write_bytes(render_fcs("FCS", 50))  # its own comes first
    assert check_annee(projet, 2024).bilan.chiffres["fcs.total"].valeur == 50


def render_fcs(feuille: str, montant: int) -> bytes:
    """A workbook of the fund with one project."""
    with TemporaryDirectory() as dossier:
        chemin = Path(dossier) / "fcs.xlsx"
        titres = ["Axe", "Opérateur", "Intitulé", "Montant"]
        save({feuille: [titres, ["1", "Les Amis", "Aide aux devoirs", montant]]})(chemin)
        return chemin.read_bytes()


@pytest.mark.parametrize(
    ("ligne", "dit"),
    [
        ('fcss = "programmation"', "il ne désigne aucune feuille"),
        ('fcs = "programation"', "il ne désigne aucun classeur"),
    ],
)
def test_a_block_of_workbooks_that_names_nothing_is_told(tmp_path, ligne, dit):
    cas = CAS[0]
    chantier = prepare(tmp_path, cas)
    lay_chantier(chantier, nobody)
    chemin = tmp_path / "projet" / "rapportpv.toml"
    chemin.write_text(chemin.read_text("utf-8") + f"\n[classeurs]\n{ligne}\n", "utf-8")
    [anomalie] = load_reglages(tmp_path / "projet", PLANS)[1]
    assert anomalie.rule.code == "PV010"
    assert dit in plain(anomalie.message)
    assert "Écrivez" in plain(anomalie.suggestion)
