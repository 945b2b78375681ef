"""`rapportpv init ANNEE --depuis CLASSEUR`: what is shown, asked, written, refused."""

import json
from functools import partial
from pathlib import Path

import pytest
from openpyxl import Workbook

EPCI = ("--epci", "Communauté de communes du Val d'Orge", "--sigle", "CCVO", "--siren", "200072460")
RANGEES = (
    ("Porteur", "Action", "Pilier", "Décision", "ANCT demandé", "ANCT accordé", "Ville", "Divers"),
    ("Les Amis", "Aide aux devoirs", "Égalité des chances", "Favorable", 9000, 7000, 3000, 40),
    ("Le Club", "Chantier jeunes", "Emploi", "Favorable", 15000, 12000, None, 50),
    ("Mobilis", "Vélos", "Emploi", "Défavorable", 4000, None, None, 60),
)


def list_fichiers(dossier: Path) -> list[str]:
    return sorted(f.relative_to(dossier).as_posix() for f in dossier.rglob("*") if f.is_file())


@pytest.fixture
def ici(tmp_path):
    """An empty folder, where somebody stands."""
    dossier = tmp_path / "ici"
    dossier.mkdir()
    return dossier


@pytest.fixture
def lance(run, ici):
    """Runs a command there."""
    return partial(run, ici=ici)


@pytest.fixture
def classeur(tmp_path):
    """The workbook that somebody keeps, elsewhere."""
    livre = Workbook()
    for rangee in RANGEES:
        livre.active.append(list(rangee))
    livre.active.title = "CV 2024"
    chemin = tmp_path / "Mon suivi.xlsx"
    livre.save(chemin)
    return chemin


def test_it_is_shown_then_laid_down_then_checked_and_built(lance, ici, classeur):
    avant = classeur.read_bytes()
    code, sorti, aparte = lance("init", "2024", "--depuis", str(classeur), *EPCI, "--oui")
    assert code == 0
    assert "« Mon suivi.xlsx », feuille « CV 2024 » : les titres sont à la ligne 1" in sorti
    assert "\n  A  « Porteur » : Opérateur\n       Les Amis | Le Club | Mobilis\n" in sorti
    assert "« ANCT demandé » (E), 28 000 € en tout : laissée de côté (montants demandés)." in sorti
    assert "Lu ainsi : 3 projets, dont 2 soutenus, 22 000 € en tout." in sorti
    assert "Fichier écrit : 2024/programmation.xlsx" in sorti
    assert "« Mon suivi.xlsx » n'a pas été changé." in aparte
    assert (ici / "2024" / "programmation.xlsx").read_bytes() == classeur.read_bytes() == avant
    code, sorti, _ = lance("show", "2024", "--json")
    assert code == 0
    assert json.loads(sorti)["chiffres"]["programmation.total"]["valeur"] == 22000
    assert lance("build", "2024")[0] == 0
    assert lance("check", "2024")[0] == 0


def test_the_settings_say_in_french_what_was_taken_and_what_was_not(lance, ici, classeur):
    lance("init", "2024", "--depuis", str(classeur), *EPCI, "--oui")
    texte = (ici / "rapportpv.toml").read_text("utf-8")
    assert 'operateur = ["Porteur"]\nintitule = ["Action"]\nstatut = ["Décision"]\n' in texte
    assert '  "ANCT demandé",  # colonne E, montants demandés\n' in texte
    assert (
        'code = "anct"\nlibelle = "ANCT"\nfamille = "Etat"\nspecifique = true\n'
        'alias = ["ANCT accordé"]\n' in texte
    )
    assert (
        '# À VÉRIFIER : rien ne dit si ces crédits sont spécifiques.\n[[financeur]]\ncode = "ville"'
        in texte
    )


def test_without_anybody_to_say_yes_nothing_is_written_and_it_is_said_what_to_type(
    lance, ici, classeur
):
    code, sorti, aparte = lance("init", "2024", "--depuis", str(classeur), *EPCI)
    assert code == 2
    assert "Lu ainsi" in sorti
    assert "Rien n'a été écrit." in aparte
    assert f'rapportpv init 2024 --depuis "{classeur}" --epci "' in aparte
    assert aparte.rstrip().endswith("--oui")
    assert list_fichiers(ici) == []


@pytest.mark.parametrize("reponse", ["oui", "non", ""])
def test_somebody_at_the_terminal_is_asked(lance, ici, classeur, monkeypatch, reponse):
    monkeypatch.setattr("rapportpv.cli.init.ask", lambda _, defaut="": reponse or defaut)
    ecrit = reponse != "non"
    code, sorti, _ = lance("init", "2024", "--depuis", str(classeur), *EPCI)
    assert code == 0
    assert bool(list_fichiers(ici)) is ecrit
    assert ("Rien n'a été écrit." in sorti) is not ecrit


def write_chiffre(chemin: Path) -> None:
    """What Excel writes when a workbook has a password."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    chemin.write_bytes(ole + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)


def write_sans_tableau(chemin: Path) -> None:
    livre = Workbook()
    livre.active.append(["Bonjour"])
    livre.active.append(["Ceci n'est pas un tableau", 12])
    livre.save(chemin)


FAUTIFS = {
    "absent.xlsx": (lambda chemin: None, "n'existe pas"),
    "lettre.docx": (lambda chemin: chemin.write_bytes(b"PK"), "n'est pas un classeur"),
    "vide.xlsx": (lambda chemin: chemin.write_bytes(b""), "il est vide"),
    "texte.xlsx": (lambda chemin: chemin.write_bytes(b"\0\1\2\3" * 50), "son contenu n'est pas"),
    "page.xls": (lambda chemin: chemin.write_text("<html><table>", "utf-8"), "page web renommée"),
    "abime.xlsx": (lambda chemin: chemin.write_bytes(b"PK\x03\x04" + b"\0" * 90), "ne se lit pas"),
    "secret.xlsx": (write_chiffre, "mot de passe"),
    "mots.xlsx": (write_sans_tableau, "n'est un tableau de projets"),
    "dossier.xlsx": (lambda chemin: chemin.mkdir(), "n'est pas un classeur"),
    "rien.csv": (lambda chemin: chemin.write_text("\n\n", "utf-8"), "il est vide"),
    "une.csv": (lambda chemin: chemin.write_text("a;b\n", "utf-8"), "tableau de projets"),
}


@pytest.mark.parametrize("nom", FAUTIFS)
def test_a_file_that_is_no_table_is_told_in_one_sentence(lance, ici, tmp_path, nom):
    write, dit = FAUTIFS[nom]
    write(tmp_path / nom)
    code, sorti, aparte = lance("init", "2024", "--depuis", str(tmp_path / nom), *EPCI, "--oui")
    assert (code, sorti) == (2, "")
    assert dit in aparte
    assert "rien n'a été écrit" in aparte.lower()
    assert aparte.count("\n") == 1
    assert list_fichiers(ici) == []


@pytest.mark.parametrize(
    ("arguments", "dit"),
    [
        (("20x4",), "n'est pas une année"),
        (("2045",), "Aucun contrat de ville connu ne couvre 2045"),
        (("2024", "--siren", "123456789"), "n'est pas un numéro SIREN"),
        (("2024", "--contrat", "CV, 2015-2022"), "ne couvre 2024"),
        (("2024", "--classeur", "fcs"), "L'option --classeur ne vaut que pour"),
        (("2024", "--reprendre-actions"), "L'option --reprendre-actions ne vaut que pour"),
        ((), "Dites l'année du rapport"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(lance, ici, classeur, arguments, dit):
    options = ("--depuis", str(classeur), "--epci", "CC", "--oui")
    code, sorti, aparte = lance("init", *arguments, *options)
    assert (code, sorti) == (2, "")
    assert dit in aparte
    assert list_fichiers(ici) == []


def test_yes_alone_is_told(lance):
    code, _, aparte = lance("init", "2024", "--oui")
    assert code == 2
    assert "L'option --oui ne vaut que pour" in aparte


def test_the_name_of_the_epci_is_asked_for_once_all_is_shown(lance, ici, classeur):
    code, sorti, aparte = lance("init", "2024", "--depuis", str(classeur), "--oui")
    assert code == 2
    assert "Lu ainsi" in sorti
    assert "Il manque le nom de l'intercommunalité" in aparte
    assert list_fichiers(ici) == []


def test_a_folder_that_cannot_be_written_is_told(lance, ici, classeur, monkeypatch):
    ouvrir = Path.open

    def refuse(chemin, mode="r", *suite, **options):
        if "x" in mode:
            raise PermissionError(13, "interdit")
        return ouvrir(chemin, mode, *suite, **options)

    monkeypatch.setattr(Path, "open", refuse)
    code, _, aparte = lance("init", "2024", "--depuis", str(classeur), *EPCI, "--oui")
    assert code == 2
    assert "rien n'y a été laissé" in aparte
    assert list_fichiers(ici) == []


def test_an_existing_year_is_refused(lance, ici, classeur):
    (ici / "2024").mkdir()
    (ici / "2024" / "annee.toml").write_text('version = "projet"', "utf-8")
    code, sorti, aparte = lance("init", "2024", "--depuis", str(classeur), *EPCI, "--oui")
    assert (code, sorti) == (2, "")
    assert "existe déjà" in aparte
    assert list_fichiers(ici) == ["2024/annee.toml"]


def test_a_workbook_that_stands_in_its_place_already_is_not_copied(lance, ici, classeur):
    (ici / "2024").mkdir()
    place = ici / "2024" / "Programmation.XLSX"
    place.write_bytes(classeur.read_bytes())
    code, sorti, aparte = lance("init", "2024", "--depuis", str(place), *EPCI, "--oui")
    assert code == 0
    assert "Fichier déjà là, laissé : 2024/Programmation.XLSX" in sorti
    assert "copie" not in aparte
    assert [f.name for f in (ici / "2024").glob("[pP]rog*")] == ["Programmation.XLSX"]
    assert lance("show", "2024", "--json")[0] == 0


def test_a_workbook_alone_in_its_folder_is_a_new_project_whatever_is_above(lance, ici, classeur):
    assert lance("init", "2024", "--depuis", str(classeur), *EPCI, "--oui")[0] == 0
    dessous = ici / "autre"
    dessous.mkdir()
    (dessous / "suivi.xlsx").write_bytes(classeur.read_bytes())
    chemin = str(dessous / "suivi.xlsx")
    dossier = ("--dossier", str(dessous))
    code, _, _ = lance("init", "2024", "--depuis", chemin, *EPCI, *dossier, "--oui")
    assert code == 0
    assert (dessous / "rapportpv.toml").is_file()
