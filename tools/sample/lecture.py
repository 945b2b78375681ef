"""The tables of `donnees/`: tab-separated, quotes are ordinary characters."""

import csv
from pathlib import Path

DONNEES = Path(__file__).parent / "donnees"

Ligne = dict[str, str]


def read_table(nom: str) -> list[Ligne]:
    """Rows of `donnees/NOM.tsv`, by heading; empty cells at the end of a row may be left out."""
    with (DONNEES / f"{nom}.tsv").open(encoding="utf-8", newline="") as fichier:
        lecteur = csv.DictReader(fichier, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
        return list(lecteur)


def read_entetes(nom: str) -> list[str]:
    """Headings of `donnees/NOM.tsv`, in their order."""
    with (DONNEES / f"{nom}.tsv").open(encoding="utf-8") as fichier:
        return fichier.readline().rstrip("\r\n").split("\t")


def parse_montant(texte: str) -> int | None:
    """Whole euros, or None for an empty cell."""
    return int(texte) if texte else None
