"""What a campaign found, as the page docs/fiabilite.md says it."""

from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.campagne import Bilan
from tests.fuzz.essai import MEGAOCTETS, SECONDES

_DEBUT = "<!-- make fuzz -->"
_FIN = "<!-- fin -->"


def write_fiabilite(chemin: Path, campagne: Sequence[Bilan]) -> None:
    """Put the figures of a campaign between the two marks of the page."""
    page = chemin.read_text("utf-8")
    avant, _, reste = page.partition(_DEBUT)
    _, _, apres = reste.partition(_FIN)
    chemin.write_text(f"{avant}{_DEBUT}\n{format_campagne(campagne)}\n{_FIN}{apres}", "utf-8")


def format_campagne(campagne: Sequence[Bilan]) -> str:
    """A line for each kind of files, in Markdown."""
    lignes = [
        "| Ce qui est abîmé | Essais | Rien à dire (0) | Anomalies (1) | Refus (2) | Plus long | Mémoire | Fautes |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for b in campagne:
        codes = " | ".join(str(b.codes[code]) for code in (0, 1, 2))
        duree = f"{b.secondes:.1f} s".replace(".", ",")
        lignes.append(
            f"| {b.nom} | {b.essais} | {codes} | {duree} | {b.memoire} Mo | {len(b.fautes)} |"
        )
    lignes.append(f"\nBornes : {SECONDES} s de calcul, {MEGAOCTETS} Mo, aucune trace d’exécution.")
    return "\n".join(lignes)
