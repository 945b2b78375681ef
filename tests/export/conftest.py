"""A workbook with faults, and its annotated copy."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.zip import read_zip, write_zip
from rapportpv.export.annoter import annotate_classeurs
from tests.tables import write_classeur

FICHIER = "2022/fcs.xlsx"
FCS = """
| N° | Axe | Opérateur | Intitulé | Montant |
| -- | --- | --------- | -------- | ------- |
| 1  | 9   | Les Amis  | Aide     | 5       |
| 2  | 8   | Le Club   | Jeux     | 6       |
"""


def fault(
    *cellules: str,
    severite: Severite = Severite.ERREUR,
    feuille: str | None = "FCS",
    fichier: str = FICHIER,
    valeur: str = "9",
    nom: str = "axe-inconnu",
    conseil: str | None = "Écrivez « 1 ».",
) -> Anomalie:
    code = {"erreur": "PV204", "alerte": "PV301", "info": "PV008"}[severite]
    rule = Rule(code, nom, severite, "Axe inconnu : « {valeur} ».", "Une page.")
    return rule.at(Emplacement(fichier, feuille, cellules), valeur=valeur, suggestion=conseil)


@pytest.fixture
def racine(tmp_path: Path) -> Path:
    write_classeur(tmp_path / FICHIER, FCS=FCS, Notes="| Rien |")
    return tmp_path


def annotate(racine: Path, *anomalies: Anomalie) -> Workbook:
    [copie] = annotate_classeurs(racine, anomalies, racine / "copies")
    return load_workbook(copie.chemin, rich_text=True)


def edit(racine: Path, change) -> None:
    classeur = load_workbook(racine / FICHIER)
    change(classeur)
    classeur.save(racine / FICHIER)


def set_parts(racine: Path, parts: dict[str, str]) -> None:
    toutes = read_zip((racine / FICHIER).read_bytes())
    toutes |= {nom: contenu.encode() for nom, contenu in parts.items()}
    (racine / FICHIER).write_bytes(write_zip(toutes))
