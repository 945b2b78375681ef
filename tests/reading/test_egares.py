"""Files that look meant for the program: told, with where they should be; others are left alone."""

import pytest

from rapportpv.reading.egares import list_egares, list_egares_racine
from rapportpv.reading.voisins import find_semblable

CLASSEURS = ("programmation.xlsx", "fcs.xlsx", "territoire.xlsx")


def put(racine, *chemins: str) -> None:
    for nom in chemins:
        chemin = racine / nom
        chemin.parent.mkdir(parents=True, exist_ok=True)
        if nom.endswith("/"):
            chemin.mkdir(exist_ok=True)
        else:
            chemin.write_bytes(b"x")


def told(laisses) -> dict[str, str]:
    return {laisse.lieu.fichier: laisse.raison for laisse in laisses}


@pytest.mark.parametrize(
    ("nom", "raison"),
    [
        ("année.toml", "les réglages de l’année se lisent dans « annee.toml »"),
        ("Annee.toml", "les réglages de l’année se lisent dans « annee.toml »"),
        ("annee.toml.txt", "les réglages de l’année se lisent dans « annee.toml »"),
        ("annee (1).toml", "les réglages de l’année se lisent dans « annee.toml »"),
        ("budget.xlsx", "aucun classeur attendu ne porte ce nom"),
        ("Copie d'écran.ods", "aucun classeur attendu ne porte ce nom"),
        ("FCS.pdf", "« fcs.xlsx » est attendu, enregistré en classeur Excel"),
        ("fcs.xlsx.zip", "« fcs.xlsx » est attendu, enregistré en classeur Excel"),
        ("evolution.md", "un texte se range dans « 2023/textes »"),
        ("Évaluation.docx", "un texte se range dans « 2023/textes »"),
        ("quartiers.kml", "la carte se lit dans « carte.geojson »"),
        ("texte/a.md", "le dossier des textes s’appelle « textes »"),
        ("Textes/a.md", "le dossier des textes s’appelle « textes »"),
        ("textes - copie/a.md", "le dossier des textes s’appelle « textes »"),
        ("textes/evolution.txt", "un texte s’écrit en .md ou en .docx"),
        ("textes/evolution.md.txt", "un texte s’écrit en .md ou en .docx"),
        ("textes/vieux/evolution.md", "un sous-dossier n’est pas lu"),
    ],
)
def test_what_looks_meant_for_a_year_is_told(tmp_path, nom, raison):
    put(tmp_path, "2023/annee.toml", "2023/programmation.xlsx", "2023/carte.geojson", f"2023/{nom}")
    sien = f"2023/{nom}" if nom.startswith("textes/") else f"2023/{nom.partition('/')[0]}"
    sien = "2023/textes/vieux" if "vieux" in nom else sien
    assert told(list_egares(tmp_path, 2023, CLASSEURS)) == {sien: raison}


@pytest.mark.parametrize(
    "nom",
    [
        "Programmation.XLSX",
        "~$programmation.xlsx",
        ".~lock.programmation.xlsx#",
        ".DS_Store",
        "délibération signée.pdf",
        "programmation.pdf",  # printed, beside the workbook that is read
        "images/photo.jpg",
        "archives/programmation.xlsx",
        "textes/evolution.md",
        "textes/photo.jpg",
        "textes/.evolution.md.swp",
        "textes/evolution.odt",  # PV608 tells it
        "contexte/notes.md",
    ],
)
def test_the_rest_is_left_alone(tmp_path, nom):
    put(tmp_path, "2023/annee.toml", f"2023/{nom}")
    if nom.casefold() != "programmation.xlsx":
        put(tmp_path, "2023/programmation.xlsx")
    assert told(list_egares(tmp_path, 2023, CLASSEURS)) == {}


def test_a_text_in_another_format_beside_the_one_that_is_read_is_told(tmp_path):
    put(tmp_path, "2023/textes/evolution.md", "2023/textes/Évolution.odt")
    assert told(list_egares(tmp_path, 2023, CLASSEURS)) == {
        "2023/textes/Évolution.odt": "le même texte est lu à côté"
    }


@pytest.mark.parametrize(
    ("nom", "raison"),
    [
        ("rapportpv.toml.txt", "les réglages se lisent dans « rapportpv.toml »"),
        ("rapportpv - copie.toml", "les réglages se lisent dans « rapportpv.toml »"),
        ("fcs.xlsx", "un classeur se range dans le dossier de son année, comme « 2024/fcs.xlsx »"),
        ("modèles/rapport.docx", "le dossier des modèles s’appelle « modeles »"),
        ("Modele/rapport.docx", "le dossier des modèles s’appelle « modeles »"),
        ("modeles/rapport.odt", "un modèle s’enregistre en .docx"),
        ("modeles/rapport.dotx", "un modèle s’enregistre en .docx"),
        ("Année 2024/annee.toml", "le dossier d’une année porte ses quatre chiffres, « 2024 »"),
        ("2024 (1)/fcs.xlsx", "le dossier d’une année porte ses quatre chiffres, « 2024 »"),
        (
            "2025/programmation.xlsx",
            "« 2025/annee.toml » n’y est pas : ce n’est pas encore une année du projet",
        ),
        ("2025/année.toml", "« 2025/annee.toml » n’y est pas : ce n’est pas encore une année du projet"),
    ],
)  # fmt: skip
def test_what_looks_meant_for_the_project_is_told(tmp_path, nom, raison):
    put(tmp_path, "rapportpv.toml", "2023/annee.toml", nom)
    sien = nom if nom.startswith("modeles/") else nom.partition("/")[0]
    assert told(list_egares_racine(tmp_path, CLASSEURS)) == {sien: raison}


@pytest.mark.parametrize(
    "nom",
    ["LISEZMOI.txt", "modeles/rapport.docx", "sortie/rapport-2023.docx", "2019/photos.zip",
     "publication/2023.json", "budget.xlsx", "bilan 2021.xlsx", ".git/config", "notes 2023/a.txt"],
)  # fmt: skip
def test_the_rest_of_a_project_is_left_alone(tmp_path, nom):
    put(tmp_path, "rapportpv.toml", "2023/annee.toml", nom)
    assert told(list_egares_racine(tmp_path, CLASSEURS)) == {}


@pytest.mark.parametrize(
    ("nom", "semblable"),
    [
        ("rapportpv.toml.txt", True),
        ("Rapportpv.TOML", True),
        ("rapportpv", True),
        ("rapportpv (2).toml", True),
        ("rapportpv.exe", False),
        ("rapportpv-notes.txt", False),
        ("rapport.toml", False),
    ],
)
def test_settings_under_another_name_are_found(tmp_path, nom, semblable):
    put(tmp_path, nom)
    assert find_semblable(tmp_path, "rapportpv.toml") == (nom if semblable else None)
