"""What the documentation shows of `relire`: the published report, then a report that goes round."""

import shutil
import tempfile
from pathlib import Path

from openpyxl import load_workbook

from rapportpv.commands.build import Commande, build_document
from rapportpv.core.zip import read_zip, write_zip
from tools.exemples import EXEMPLE, RACINE, show_command
from tools.exemples_publication import change_amount

_ANNEE = 2022
_FICHIER = f"rapport-{_ANNEE}-projet.docx"
_CELLULES = 10
_RETOUCHES = (
    ("Sur un total engagé de ", "Sur un total engagé, toutes sources réunies, de "),
    ("Les thématiques de la cohésion sociale", "Les actions de la cohésion sociale"),
)


def show_publie() -> str:
    """What is told of the report that was published in 2022."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        texte = projet / "rapport-publie.txt"
        shutil.copyfile(RACINE / "tests" / "rapport-publie-2022.txt", texte)
        dit = show_command("relire", texte.name, str(_ANNEE), dossier=projet)
    lignes = dit.split("\n")
    fin = next(rang for rang, ligne in enumerate(lignes) if ligne.startswith("Sans source"))
    return "\n".join((*lignes[: fin + 4], "…", *lignes[-3:]))


def show_tour() -> str:
    """A report built, worked over, then refreshed once ten cells have changed: nothing is false."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        build_document(Commande(projet, _ANNEE, "rapport", projet))
        _edit(projet / _FICHIER)
        for cellule in _list_amounts(projet):
            change_amount(projet, cellule)
        avant = show_command("relire", _FICHIER, str(_ANNEE), dossier=projet)
        refait = show_command("refresh", _FICHIER, str(_ANNEE), "--sur-place", dossier=projet)
        apres = show_command("relire", _FICHIER, str(_ANNEE), dossier=projet)
    return "\n".join((_shorten(avant), _shorten(refait), _shorten(apres)))


def _shorten(dit: str) -> str:
    """The command, its first lines and its last one."""
    lignes = dit.split("\n")
    if len(lignes) <= 12:
        return dit
    return "\n".join((*lignes[:7], "…", *lignes[-3:]))


def _edit(chemin: Path) -> None:
    """Words changed, as people do."""
    parts = read_zip(chemin.read_bytes())
    xml = parts["word/document.xml"].decode()
    for avant, apres in _RETOUCHES:
        if avant not in xml:
            raise ValueError(avant)
        xml = xml.replace(avant, apres)
    chemin.write_bytes(write_zip({**parts, "word/document.xml": xml.encode()}))


def _list_amounts(projet: Path) -> list[str]:
    """The ten first amounts of a funder."""
    classeur = load_workbook(projet / str(_ANNEE) / "programmation.xlsx", data_only=True)
    cases = (case for (case,) in classeur["Programmation"]["L5:L100"])
    return [case.coordinate for case in cases if isinstance(case.value, int) and case.value][
        :_CELLULES
    ]
