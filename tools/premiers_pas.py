"""The first five minutes, run for real: what docs/premiers-pas.md shows (`make docs`)."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tools.exemples import show_command

TITRES = 4  # the row of headings in a workbook of `init`
EPCI = "Communauté de communes du Val d’Orge"
INIT = ("init", "2024", "--epci", f'"{EPCI}"', "--siren", "200072460")

COMMUNES = (("Commune",), ("Valmont",), ("Orge-sur-Mer",))
QUARTIERS = (
    ("Code", "Nom", "Commune(s)", "Type"),
    ("QN09905M", "Les Tilleuls", "Valmont; Orge-sur-Mer", "QPV"),
)
_EMPLOI, _CHANCES = "Emploi et développement économique", "Égalité des chances"
_ECOLOGIE = "Transition écologique et cadre de vie"
_ORDRE = "Ordre républicain et tranquillité publique"
PROJETS = (
    (
        *("Intitulé de l'action", "Opérateur", "Type d'opérateur", "Pilier", "Quartier(s)"),
        *("Statut", "État « BOP 147 »", "Communes"),
    ),
    (
        "Aide aux devoirs",
        "Les Amis",
        "association",
        _CHANCES,
        "Les Tilleuls",
        "soutenue",
        7000,
        3000,
    ),
    ("Chantier jeunes", "Le Club", "association", _EMPLOI, "Les Tilleuls", "soutenue", 12000, None),
    ("Jardin partagé", "Le Club", "association", _ECOLOGIE, "", "soutenue", 4000, 2500),
    ("Médiation de nuit", "Valmont", "commune", _ORDRE, "Les Tilleuls", "soutenue", 9000, 9000),
    ("Permis à points", "Mobilis", "association", _EMPLOI, "", "soutenue", 5500, None),
    ("Lire ensemble", "Les Amis", "association", _CHANCES, "", "soutenue", 3200, 800),
    ("Vélos réparés", "Mobilis", "association", _ECOLOGIE, "", "soutenue", 2800, None),
    ("Café des parents", "Les Amis", "association", _CHANCES, "", "soutenue", 2500.5, 1000),
    ("Fête de la rue", "Le Club", "association", _ORDRE, "", "refusée", None, None),
    ("Radio des jeunes", "Mobilis", "association", _CHANCES, "", "en instruction", None, None),
)

Remplir = Callable[[Path, str, Sequence[Sequence[Any]]], None]
"""Writes a table below the headings of a sheet: its first row names them."""


def fill(chemin: Path, feuille: str, table: Sequence[Sequence[Any]]) -> None:
    """Write the rows of the table below the headings that its first row names, by openpyxl."""
    classeur = load_workbook(chemin)
    page = classeur[feuille]
    colonnes = {str(c.value): rang for rang, c in enumerate(page[TITRES], start=1)}
    for numero, ligne in enumerate(table[1:], start=TITRES + 1):
        for titre, valeur in zip(table[0], ligne, strict=True):
            page.cell(numero, colonnes[titre], None if valeur == "" else valeur)
    classeur.save(chemin)


def type_projets(dossier: Path, remplir: Remplir = fill) -> None:
    """The two communes, the quartier and the ten projects."""
    remplir(dossier / "2024" / "territoire.xlsx", "Communes", COMMUNES)
    remplir(dossier / "2024" / "territoire.xlsx", "Quartiers", QUARTIERS)
    remplir(dossier / "2024" / "programmation.xlsx", "Programmation", PROJETS)


def show_saisie() -> str:
    """The ten projects as a Markdown table."""
    titres, *lignes = PROJETS
    rangees = [" | ".join("" if v is None else str(v) for v in ligne) for ligne in lignes]
    tirets = " | ".join("---" for _ in titres)
    return "\n".join(f"| {ligne} |" for ligne in (" | ".join(titres), tirets, *rangees)) + "\n"


def show_pas(remplir: Remplir = fill) -> dict[str, str]:
    """What each command prints, from an empty folder to the second year."""
    with tempfile.TemporaryDirectory() as travail:
        ici = Path(travail)
        pas = {"init": show_command(*INIT, dossier=ici)}
        type_projets(ici, remplir)
        pas["check"] = show_command("check", "2024", dossier=ici)
        pas["build"] = show_command("build", "2024", dossier=ici)
        pas["suite"] = show_command("init", "2025", "--reprendre-actions", dossier=ici)
        pas["check_suite"] = show_command("check", "2025", dossier=ici)
        pas["build_suite"] = show_command("build", "2025", dossier=ici)
        return pas
