"""PV75x: the years before."""

import shutil
from pathlib import Path

from tests.fautes.faute import Faute
from tests.tables import write_classeur


def write_historique(*rangees: list[object]):
    """A workbook of the years before, at the root of the project."""

    def semer(projet: Path) -> None:
        write_classeur(projet / "historique.xlsx", Historique=rangees)

    return semer


def break_l_annee_d_avant(projet: Path) -> None:
    """A year before, with a programming that nobody can read."""
    shutil.copytree(projet / "2022", projet / "2021")
    (projet / "2021" / "programmation.xlsx").write_bytes(b"rien de tel")


def open_historique(projet: Path) -> None:
    """The workbook of the years before, open in Excel."""
    write_historique(["Chiffre", 2021], ["programmation.total", 12])(projet)
    (projet / "~$historique.xlsx").write_bytes(b"")


def break_historique(projet: Path) -> None:
    """The workbook of the years before, that nobody can read."""
    (projet / "historique.xlsx").write_bytes(b"rien de tel")


def _write(nom: str, valeur: object):
    return write_historique(["Chiffre", 2021], [nom, valeur])


_VALEUR = "historique.xlsx › Historique › B2"

FAUTES = (
    Faute("PV101", _write("programmation.total", "beaucoup"), _VALEUR, variante="historique"),
    Faute("PV103", _write("programmation.total", "1.234"), _VALEUR, variante="historique"),
    Faute("PV104", _write("programmation.projets_deposes", 12.5), _VALEUR, variante="historique"),
    Faute("PV003", open_historique, "historique.xlsx", variante="historique"),
    Faute("PV002", break_historique, "historique.xlsx", variante="historique"),
    Faute(
        "PV750",
        write_historique(["Chiffre", "L’an dernier"], ["programmation.total", 12]),
        "historique.xlsx",
    ),
    Faute(
        "PV751",
        write_historique(["Chiffre", 2021], ["programmation.totall", 12]),
        "historique.xlsx › Historique › A2",
        "Écrivez «\u00a0programmation.total\u00a0».",
    ),
    Faute(
        "PV752",
        write_historique(["Chiffre", 2022], ["programmation.total", 5955888]),
        "historique.xlsx › Historique › B2",
    ),
    Faute("PV753", break_l_annee_d_avant, "2021/annee.toml"),
    Faute(
        "PV754",
        write_historique(["Chiffre", 1999, 2021], ["programmation.total", 12, 13]),
        "historique.xlsx › Historique › B1",
    ),
    Faute(
        "PV755",
        write_historique(
            ["Chiffre", 2021], ["programmation.total", 12], ["Programmation : montant total", 12]
        ),
        "historique.xlsx › Historique › B3",
    ),
)
