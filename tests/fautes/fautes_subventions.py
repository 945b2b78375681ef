"""Faults of the grants, which only the open data tells."""

from pathlib import Path

from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from tests.fautes.faute import Faute
from tests.fautes.feuille import open_feuille

SIRET = "73282932000074"
BLOC = f"""
[subventions]
siret = "{SIRET}"
convention_le = 2022-06-28
verse_le = 2022-09-15
"""


def identify(projet: Path, sauf: str = "") -> dict[str, str]:
    """Give each opérateur a SIRET, but for one; the cells where that one's are lacking."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        qui, siret = feuille.colonne("Opérateur"), feuille.colonne("SIRET")
        vides = []
        for ligne in feuille.donnees:
            oublie = feuille[f"{qui}{ligne}"] == sauf
            feuille[f"{siret}{ligne}"] = None if oublie else SIRET
            vides += [f"{siret}{ligne}"] if oublie else []
    return {"cellules": ", ".join(vides)}


def settle(projet: Path, bloc: str = BLOC) -> None:
    """Add the settings of the grants."""
    chemin = projet / "2022/annee.toml"
    chemin.write_text(chemin.read_text("utf-8") + bloc, "utf-8")


def forget_settings(projet: Path) -> None:
    identify(projet)


def forget_one(projet: Path) -> dict[str, str]:
    settle(projet)
    return identify(projet, sauf="AEP MILLENIUM")


FAUTES = (
    Faute("PV780", forget_settings, "2022/annee.toml › subventions", document="export"),
    Faute(
        "PV781",
        forget_one,
        "2022/programmation.xlsx › Programmation › {cellules}",
        document="export",
    ),
)
