"""What the documentation shows of the commands: run for real, pasted by cog (`make docs`)."""

import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook

from rapportpv import subjects
from rapportpv.core.chiffre import Bilan, Figure
from rapportpv.year.controle import check_annee

RACINE = Path(__file__).parents[1]
EXEMPLE = RACINE / "data" / "sample"
COMMANDE = "import sys; sys.argv[0] = 'rapportpv'; from rapportpv.cli import main; main()"
_SANS_LIBELLE = "un montant dont seule la part est imprimée"
TERMINAL = {"COLUMNS": "96", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}


def show_command(*arguments: str, dossier: Path = RACINE, lignes: int | None = None) -> str:
    """The command and what it prints, as a Markdown block; its first lines only if told.

    An argument may stand between quotation marks, as it is typed.
    """
    recus = [argument.strip('"') for argument in arguments]
    resultat = subprocess.run(
        [sys.executable, "-c", COMMANDE, *recus],
        cwd=dossier,
        env=os.environ | TERMINAL,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    texte = [ligne.rstrip() for ligne in resultat.stdout.strip("\n").splitlines()]
    if lignes is not None and len(texte) > lignes:
        texte = [*texte[:lignes], "…"]
    return "\n".join(("```console", f"$ rapportpv {' '.join(arguments)}", *texte, "```\n"))


def show_build() -> str:
    """A build of the sample, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        return show_command("build", "2022", dossier=projet)


def show_modele() -> str:
    """A template copied into a project that goes away."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        return show_command("modele", "rapport", dossier=projet)


def show_faute() -> str:
    """A build of the sample once somebody has misspelt a pillar twice in it."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        chemin = projet / "2022" / "programmation.xlsx"
        classeur = load_workbook(chemin)
        lignes = list(classeur["Programmation"].iter_rows())
        titre = next(i for i, ligne in enumerate(lignes) if "Pilier" in {c.value for c in ligne})
        colonnes = {str(cellule.value): i for i, cellule in enumerate(lignes[titre])}
        for ecart in (5, 8):
            lignes[titre + ecart][colonnes["Pilier"]].value = "Cohésion social"
        classeur.save(chemin)
        return show_command("build", "2022", dossier=projet)


def list_chiffres() -> str:
    """The named figures of the sample, as a Markdown table."""
    lignes = [f"| `{c.nom}` | {c.affiche} |" for c in _bilan().chiffres.values()]
    return "\n".join(("| Chiffre | Dans l’exemple |", "| --- | --- |", *lignes, ""))


def list_tableaux() -> str:
    """The tables of the sample and their columns, as a Markdown table."""
    lignes = [
        f"| `{t.nom}` | {t.titre} | {', '.join(f'`{c.nom}` ({c.libelle})' for c in t.colonnes)} |"
        for t in _bilan().tableaux.values()
    ]
    return "\n".join(("| Tableau | Titre | Colonnes |", "| --- | --- | --- |", *lignes, ""))


def list_autres_chiffres() -> str:
    """The figures of what the sample has no workbook of, or no amount, as a Markdown table."""
    connus = _bilan().chiffres
    lignes = [
        f"| `{figure.nom.replace('{}', 'CODE')}` | {figure.libelle or _SANS_LIBELLE} |"
        for figure in list_figures()
        if not any(re.fullmatch(pattern_of(figure.nom), nom) for nom in connus)
    ]
    return "\n".join(("| Chiffre | Ce que c’est |", "| --- | --- |", *lignes, ""))


def list_figures() -> list[Figure]:
    """Every figure that some subject declares, by its name."""
    modules = pkgutil.walk_packages(subjects.__path__, f"{subjects.__name__}.")
    declares = [v for m in modules for v in vars(importlib.import_module(m.name)).values()]
    return sorted({v for v in declares if isinstance(v, Figure)}, key=lambda figure: figure.nom)


def pattern_of(nom: str) -> str:
    """The names that a figure takes: a code stands for each pair of braces."""
    return re.escape(nom).replace(r"\{\}", r"\w+")


def _bilan() -> Bilan:
    return check_annee(EXEMPLE, 2022).bilan
