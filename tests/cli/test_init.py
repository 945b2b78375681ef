"""`rapportpv init`: what it lays down, what it does not go over, what it refuses."""

import errno

import pytest

from tests.scaffold.test_annee import list_fichiers

VAL = ("--epci", "Communauté de communes du Val")
IMPOSSIBLES = {
    "année": (("20x4", *VAL), "« 20x4 » n'est pas une année."),
    "année à deux chiffres": (("24", *VAL), "« 24 » n'est pas une année."),
    "année à virgule": (("2024.5", *VAL), "« 2024.5 » n'est pas une année."),
    "SIREN trop court": (("2024", *VAL, "--siren", "12345678"), "il a 8 chiffres au lieu de 9"),
    "SIREN en lettres": (("2024", *VAL, "--siren", "20007246O"), "autre chose que des chiffres"),
    "clé du SIREN": (("2024", *VAL, "--siren", "200072461"), "sa clé de contrôle est fausse"),
    "sans nom": (("2024",), "Il manque le nom de l'intercommunalité."),
    "nom vide": (("2024", "--epci", "  "), "Il manque le nom de l'intercommunalité."),
    "sans contrat": (("2050", *VAL), "Aucun contrat de ville connu ne couvre 2050."),
    "contrat échu": (
        ("2024", *VAL, "--contrat", "Contrat, 2010-2012"),
        "Aucun contrat de ville connu ne couvre 2024.",
    ),
    "dossier qui est un fichier": (
        ("2024", *VAL, "--dossier", "notes.txt"),
        "Impossible d'écrire dans « notes.txt » : rien n'y a été laissé.",
    ),
    "dossier sous un fichier": (
        ("2024", *VAL, "--dossier", "notes.txt/projet"),
        "Impossible d'écrire dans « notes.txt/projet »",
    ),
    "dossier au nom trop long": (
        ("2024", *VAL, "--dossier", "a" * 300),
        "Le système ne permet pas de lire ou d'écrire « aaaa",
    ),
    "sans année": ((), "rapportpv.toml"),
}


def test_init(run, projet):
    code, sorti, aparte = run("init")
    assert (code, sorti) == (2, "")
    assert "rapportpv init --ci github" in aparte
    code, sorti, aparte = run("init", "--ci", "github")
    assert (code, sorti.splitlines()) == (
        0,
        [
            "Fichier écrit : .github/workflows/rapportpv.yml",
            "Fichier écrit : .github/rapportpv-exigences.txt",
        ],
    )
    assert "Allow GitHub Actions to create and approve pull requests" in aparte
    chemin = projet / ".github" / "workflows" / "rapportpv.yml"
    chemin.write_text(chemin.read_text("utf-8").replace("3.13", "3.12"), "utf-8")
    code, sorti, aparte = run("init", "--ci", "github")
    assert (code, sorti) == (2, "")
    assert '-          python-version: "3.12"\n+          python-version: "3.13"' in aparte
    assert "--ecraser" in aparte
    assert run("init", "--ci", "github", "--ecraser")[1].startswith("Fichier remplacé")


@pytest.mark.parametrize("cas", IMPOSSIBLES)
def test_what_cannot_be_done_is_one_french_sentence_and_nothing_is_written(run, tmp_path, cas):
    arguments, dit = IMPOSSIBLES[cas]
    (tmp_path / "notes.txt").write_text("à moi")
    code, sorti, aparte = run("init", *arguments, ici=tmp_path)
    assert (code, sorti) == (2, "")
    assert dit in aparte
    assert aparte.count("\n") == 1
    assert list_fichiers(tmp_path) == {"notes.txt": "à moi".encode()}


def test_a_folder_that_the_system_protects_is_left_as_it_was(run, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    code, sorti, aparte = run("init", "2024", *VAL, ici=tmp_path)
    assert (code, sorti, list_fichiers(tmp_path)) == (2, "", {})
    assert aparte.startswith("Impossible d'écrire dans « ")
    assert "denied" not in aparte


@pytest.mark.parametrize("arguments", [("2023",), ("2023", *VAL), ("2023", "--reprendre-actions")])
def test_a_year_that_is_there_is_left_as_it_was(run, projet, arguments):
    avant = list_fichiers(projet)
    code, sorti, aparte = run("init", *arguments, ici=projet)
    assert (code, sorti) == (2, "")
    assert "L'année existe déjà" in aparte
    assert list_fichiers(projet) == avant


@pytest.mark.parametrize(
    ("arguments", "dit"),
    [
        (("2023", "--classeur", "teritoire"), "Vouliez-vous dire « territoire » ?"),
        (("2023", "--classeur", "programmation"), "existe déjà : rien n'a été écrit."),
        (("2031", "--classeur", "seance"), "n'a pas d'année 2031"),
        (("--ci", "bitbucket"), "Forge inconnue : « bitbucket »."),
        ((), "Dites l'année du rapport"),
    ],
)
def test_what_a_project_cannot_be_given_is_told_and_nothing_is_written(run, projet, arguments, dit):
    avant = list_fichiers(projet)
    code, sorti, aparte = run("init", *arguments, ici=projet)
    assert (code, sorti) == (2, "")
    assert dit in aparte
    assert list_fichiers(projet) == avant
