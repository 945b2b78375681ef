"""What the user sees: the one place for terminal tables, colours, and what a console can print."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from rapportpv.export.pages import format_page
from rapportpv.model.anomalie import Anomalie, Rule, Severite
from rapportpv.model.typographie import FINE, INSECABLE, format_texte

if TYPE_CHECKING:
    from rich.console import Console

    from rapportpv.model.chiffre import Bilan, Tableau
    from rapportpv.pipeline.build import Fabrication
    from rapportpv.pipeline.controle import Controle

_SANS_TERMINAL = 160  # columns, when the output goes to a file or a pipe
_COULEURS = {Severite.ERREUR: "bold red", Severite.ALERTE: "yellow", Severite.INFO: "cyan"}
_ETATS = {
    "ECRIT": "Document écrit",
    "REMPLACE": "Document remplacé",
    "INCHANGE": "Document inchangé",
}


def write(texte: str, *, err: bool = False) -> None:
    """A line for the user, in the signs that their console knows."""
    flux = sys.stderr if err else sys.stdout
    print(printable(texte, flux.encoding), file=flux)


def printable(texte: str, encodage: str | None) -> str:
    """The text with what the encoding lacks replaced: a Windows console may know no U+202F."""
    encodage = encodage or "utf-8"
    try:
        texte.encode(encodage)
    except UnicodeEncodeError:
        texte = texte.replace(FINE, INSECABLE)
        return texte.encode(encodage, "replace").decode(encodage)
    return texte


def write_fabrication(fabrication: Fabrication) -> None:
    """What became of the document, and what it was made without."""
    controle = fabrication.controle
    if controle.dossier is not None:
        for fichier in controle.dossier.absents:
            write(f"Sans « {fichier} » : sa partie du rapport est laissée de côté.", err=True)
    if fabrication.chemin is None:
        write_resume(controle, err=True)
        write("Aucun document n’a été écrit.", err=True)
    else:
        write(f"{_ETATS[fabrication.etat.name]} : {_relative(fabrication.chemin)}")


def write_resume(controle: Controle, *, err: bool = False) -> None:
    """How many anomalies there are, or that there is none."""
    erreurs = controle.count(Severite.ERREUR)
    alertes = controle.count(Severite.ALERTE)
    if not controle.anomalies:
        resume = f"{controle.millesime} : aucune anomalie ({controle.lignes} projets lus)."
    else:
        resume = (
            f"{controle.millesime} : {_plural(erreurs, 'erreur')}, {_plural(alertes, 'alerte')}. "
            f"« rapportpv explain {controle.anomalies[0].rule.code} » explique la première."
        )
    write(format_texte(resume), err=err)


def _plural(nombre: int, mot: str) -> str:
    return f"{nombre} {mot}{'s' if nombre > 1 else ''}"


def _relative(chemin: Path) -> str:
    ici = Path.cwd()
    return str(chemin.relative_to(ici) if chemin.is_relative_to(ici) else chemin)


def write_anomalies(anomalies: Iterable[Anomalie], *, err: bool = False) -> None:
    """One line an anomaly, place first, its severity in words and not by colour alone."""
    console = _console(sys.stderr if err else sys.stdout)
    for anomalie in anomalies:
        severite = anomalie.severite
        texte = f"{anomalie.lieu}{INSECABLE}: {severite} {anomalie.rule.code} {anomalie.message}"
        if anomalie.suggestion:
            texte += f" {anomalie.suggestion}"
        console.print(
            printable(texte, console.encoding),
            style=_COULEURS[severite] if console.is_terminal else "",
        )


def write_bilan(bilan: Bilan, *, sources: bool) -> None:
    """The tables, then the figures by name, perhaps with their cells."""
    for tableau in bilan.tableaux.values():
        if tableau.lignes:
            _write_tableau(tableau)
    entetes = ("Chiffre", "Valeur", "Sources") if sources else ("Chiffre", "Valeur")
    lignes = [
        (c.nom, c.affiche, "\n".join(c.sources)) if sources else (c.nom, c.affiche)
        for c in bilan.chiffres.values()
    ]
    _write_table("Chiffres", entetes, lignes, a_droite={1})


def write_catalogue(catalogue: Iterable[Rule]) -> None:
    """The anomalies, a line each."""
    lignes = [(rule.code, rule.severite.value, rule.nom, rule.titre) for rule in catalogue]
    _write_table("Anomalies", ("Code", "Sévérité", "Nom", "Ce qui ne va pas"), lignes)


def write_page(rule: Rule) -> None:
    """The page of an anomaly."""
    write(format_page(rule))


def _write_tableau(tableau: Tableau) -> None:
    lignes = [*tableau.lignes, *filter(None, [tableau.total])]
    premiere = tableau.lignes[0].cellules
    chiffrees = {
        rang for rang, c in enumerate(tableau.colonnes) if not isinstance(premiere[c.nom], str)
    }
    _write_table(
        tableau.titre,
        [colonne.libelle for colonne in tableau.colonnes],
        [[str(ligne.cellules[c.nom]) for c in tableau.colonnes] for ligne in lignes],
        a_droite=chiffrees,
        total=tableau.total is not None,
    )


def _write_table(
    titre: str,
    entetes: Sequence[str],
    lignes: Sequence[Sequence[str]],
    *,
    a_droite: Iterable[int] = (),
    total: bool = False,
) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    console = _console(sys.stdout)
    table = Table(box=box.SIMPLE_HEAD if _has_boxes(console.encoding) else box.ASCII2)
    table.title, table.title_justify, table.title_style = Text(titre), "left", "bold"
    droite = set(a_droite)
    for rang, entete in enumerate(entetes):
        table.add_column(Text(entete), justify="right" if rang in droite else "left")
    for rang, ligne in enumerate(lignes):
        if total and rang == len(lignes) - 1:
            table.add_section()
        table.add_row(*(Text(printable(cellule, console.encoding)) for cellule in ligne))
    console.print(table)


def _has_boxes(encodage: str | None) -> bool:
    return (encodage or "").lower().startswith("utf")


def _console(flux: TextIO) -> Console:
    from rich.console import Console

    console = Console(file=flux, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(
            file=flux, highlight=False, markup=False, emoji=False, width=_SANS_TERMINAL
        )
    return console
