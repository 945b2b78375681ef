"""The templates that can be changed, and what to do with one that was copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapportpv.console.flux import format_chemin, write

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rapportpv.commands.modeles import Modele


def write_modeles(modeles: Iterable[Modele], racine: Path) -> None:
    """A line each: what it is for, and whether the project has its own."""
    for modele in modeles:
        objet = f"\u00a0: {modele.objet}" if modele.objet else ""
        sien = f" ({modele.copie.relative_to(racine).as_posix()})" if modele.copie else ""
        write(f"{modele.nom}{sien}{objet}")
    write("«\u00a0rapportpv modele NOM\u00a0» copie un modèle fourni dans «\u00a0modeles\u00a0».")


def write_copie_de_modele(modele: Modele) -> None:
    """Where the copy is, and the three things to do."""
    assert modele.copie is not None  # it has just been written
    write(f"Modèle copié\u00a0: {format_chemin(modele.copie)}")
    write(
        "1. Ouvrez-le dans Word. Ce qui est entre accolades, {{ }} ou {% %}, se déplace ou s’efface"
    )
    write("   en entier ; tout le reste se change comme dans n’importe quel document.")
    write("2. Enregistrez-le à la même place, en .docx, et fermez-le.")
    write(f"3. «\u00a0rapportpv build ANNEE {modele.document}\u00a0» s’en sert désormais.")
    write(
        "Pour revenir au modèle fourni, renommez ou effacez cette copie. Les noms des chiffres, des"
    )
    write("tableaux et des textes, avec un exemple de chacun, sont dans docs/modeles.md.")
