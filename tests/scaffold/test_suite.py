"""`init 2025` in a project that has 2024: what is carried over, and what is told of it."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rapportpv.core.errors import RapportError
from rapportpv.scaffold.annee import Pose, lay
from rapportpv.scaffold.demande import Demande
from rapportpv.year.controle import check_annee
from tests.flatten import plain
from tests.scaffold.saisie import DEUX_PROJETS, PROJETS, TITRES, fill
from tests.scaffold.test_annee import VAL_D_ORGE, list_fichiers, nobody


@pytest.fixture
def projet(tmp_path: Path) -> Path:
    """The Val d'Orge with its year 2024 filled in."""
    lay(tmp_path, None, VAL_D_ORGE, nobody)
    annee = tmp_path / "2024"
    jardin = (*DEUX_PROJETS[1][:5], "soutenue", None, 1500)
    fill(annee / "programmation.xlsx", "Programmation", PROJETS, DEUX_PROJETS[0], jardin)
    communes = (("Valmont", "62119"), ("Orge", "62400"))
    fill(annee / "territoire.xlsx", "Communes", ("Commune", "Code INSEE"), *communes)
    quartiers = ("Code", "Nom", "Commune(s)", "Type", "Population")
    tilleuls = ("QN06205M", "Les Tilleuls", "Valmont; Orge", "QPV", 1250)
    fill(annee / "territoire.xlsx", "Quartiers", quartiers, tilleuls)
    elus = (("DUPONT", "Marie", "présente"), ("DURAND", "Paul", "excusé"))
    fill(annee / "seance.xlsx", "Séance", ("Nom", "Prénom", "Qualité"), *elus)
    instances = ("Instance", "Type", "Destinataire", "Envoyé le")
    mairie = ("Valmont", "commune", "Madame la Maire", date(2025, 7, 1))
    fill(annee / "consultation.xlsx", "Consultation", instances, mairie)
    textes = annee / "textes"
    (textes / "orientations.md").write_text(
        "Le contrat mobilise 16 500,50 € en 2024, dont 15 000,50 euros pour un pilier et 12 000 €.\n",
        "utf-8",
    )
    (textes / "evolution.md").write_text("Tout va mieux.\n", "utf-8")
    return tmp_path


def follow(projet: Path, **options) -> Pose:
    return lay(projet, None, Demande(2025, **options), nobody)


def read(chemin: Path, feuille: str) -> list[dict[str, object]]:
    page = load_workbook(chemin, data_only=True)[feuille]
    titres = [c.value for c in page[TITRES]]
    lignes = [[c.value or None for c in ligne] for ligne in page.iter_rows(min_row=TITRES + 1)]
    return [
        {t: v for t, v in zip(titres, ligne, strict=True) if v is not None}
        for ligne in lignes
        if any(ligne)
    ]


def test_places_and_people_are_carried_over(projet):
    posee = follow(projet)
    annee = projet / "2025"
    assert read(annee / "territoire.xlsx", "Communes") == [
        {"Commune": "Valmont", "Code INSEE": "62119"},
        {"Commune": "Orge", "Code INSEE": "62400"},
    ]
    [quartier] = read(annee / "territoire.xlsx", "Quartiers")
    assert quartier == {
        "Code": "QN06205M",
        "Nom": "Les Tilleuls",
        "Commune(s)": "Valmont; Orge",
        "Type": "QPV",
        "Population": 1250,
    }
    assert read(annee / "seance.xlsx", "Séance") == [
        {"Nom": "DUPONT", "Prénom": "Marie"},
        {"Nom": "DURAND", "Prénom": "Paul"},
    ]
    assert read(annee / "consultation.xlsx", "Consultation") == [
        {"Instance": "Valmont", "Type": "commune", "Destinataire": "Madame la Maire"}
    ]
    assert read(annee / "programmation.xlsx", "Programmation") == []
    assert (
        "Repris de 2024 : 2 communes, 1 quartier, 1 instance consultée, 2 élus, 1 texte à relire."
    ) in map(plain, posee.conseils)


def test_operators_and_places_are_offered_in_lists(projet):
    follow(projet)
    listes = load_workbook(projet / "2025" / "programmation.xlsx")["Listes"]
    colonnes = {c[2].value: [x.value for x in c[3:] if x.value] for c in listes.columns}
    assert colonnes["Liste « Opérateurs »"] == ["Le Club", "Les Amis"]
    assert colonnes["Liste « Communes »"] == ["Orge", "Valmont"]
    assert colonnes["Liste « Quartiers »"] == ["Les Tilleuls"]


def test_a_recurring_text_is_to_be_read_again_its_known_figures_by_name(projet):
    follow(projet)
    texte = (projet / "2025" / "textes" / "orientations.md").read_text("utf-8")
    assert texte.startswith("<!-- À relire : ce texte est celui de 2024.")
    assert "mobilise {{ programmation.total }} en 2024" in texte
    assert "dont {{ piliers.egalite_des_chances.montant }} pour un pilier" in texte
    assert "12 000 €" in texte  # the amount of two figures: nobody knows which is meant
    evolution = (projet / "2025" / "textes" / "evolution.md").read_text("utf-8")
    assert evolution.startswith("<!-- À écrire")


def test_the_next_year_checks_and_what_is_left_is_told_once(projet):
    follow(projet)
    controle = check_annee(projet, 2025)
    assert not controle.is_blocked()
    dites = {(a.rule.code, a.lieu.fichier, a.lieu.feuille) for a in controle.anomalies}
    assert ("PV029", "2025/seance.xlsx", "Séance") in dites
    assert ("PV507", "2025/textes", None) in dites
    assert ("PV029", "2025/territoire.xlsx", None) not in dites


def test_the_renewed_actions_come_without_amounts(projet):
    follow(projet, reprendre_actions=True)
    assert read(projet / "2025" / "programmation.xlsx", "Programmation") == [
        {
            "Intitulé de l'action": "Aide aux devoirs",
            "Opérateur": "Les Amis",
            "Type d'opérateur": "association",
            "Pilier": "Égalité des chances",
            "Commune(s)": "Valmont",
            "Statut": "en instruction",
            "Nouvelle ou reconduite": "reconduite",
        },
        {
            "Intitulé de l'action": "Jardin partagé",
            "Opérateur": "Le Club",
            "Type d'opérateur": "association",
            "Pilier": "Transition écologique et cadre de vie",
            "Commune(s)": "Orge; Valmont",
            "Statut": "en instruction",
            "Nouvelle ou reconduite": "reconduite",
        },
    ]
    assert not check_annee(projet, 2025).is_blocked()


def test_a_contract_that_changes_is_told_and_added_to_the_settings(projet):
    avant = (projet / "rapportpv.toml").read_text("utf-8")
    posee = lay(projet, None, Demande(2023), nobody)
    conseils = [plain(conseil) for conseil in posee.conseils]
    assert "Le contrat change en 2023 : « Contrat de ville »." in conseils
    assert "Le contrat change : les codes et la population des quartiers sont à remplir." in (
        conseils
    )
    apres = (projet / "rapportpv.toml").read_text("utf-8")
    assert apres.startswith(avant.rstrip())
    assert "debut = 2015\nfin = 2023\n" in apres
    [quartier] = read(projet / "2023" / "territoire.xlsx", "Quartiers")
    assert quartier == {"Nom": "Les Tilleuls", "Commune(s)": "Valmont; Orge", "Type": "QPV"}
    assert not check_annee(projet, 2023).is_blocked()
    assert not check_annee(projet, 2024).is_blocked()


def test_a_year_that_cannot_be_read_gives_nothing_and_says_so(projet):
    (projet / "2024" / "programmation.xlsx").unlink()
    posee = follow(projet)
    assert any("L'année 2024 ne se lit pas" in plain(conseil) for conseil in posee.conseils)
    assert not check_annee(projet, 2025).is_blocked()


def test_settings_with_errors_stop_all(projet):
    (projet / "rapportpv.toml").write_text("[territoire]\n", "utf-8")
    avant = list_fichiers(projet)
    with pytest.raises(RapportError, match="a des erreurs"):
        follow(projet)
    assert list_fichiers(projet) == avant


def test_the_sample_of_2022_has_a_next_year(exemple):
    lay(exemple, None, Demande(2023, reprendre_actions=True), nobody)
    controle = check_annee(exemple, 2023)
    assert not controle.is_blocked(), [str(a) for a in controle.anomalies]
    assert controle.lignes == 132
