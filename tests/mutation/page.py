"""What came of the mutants, as the page docs/fiabilite.md says it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.mutants import Mutant

_DEBUT = "<!-- make mutation -->"
_FIN = "<!-- fin mutation -->"
PARTIES = (
    ("lecture des montants", ("reading/montant", "reading/nombres", "reading/unites")),
    (
        "nature des lignes",
        ("reading/kinds", "reading/signes", "reading/rows", "reading/additions"),
    ),
    ("totaux imprimés", ("reading/totals/", "core/somme")),
    ("chiffres et tableaux", ("subjects/", "core/quantites", "core/chiffre")),
)


def write_page(
    chemin: Path, mutants: Sequence[Mutant], juges: Sequence[Mutant], vivants: Sequence[Mutant]
) -> None:
    """Put the figures between the two marks of the page."""
    page = chemin.read_text("utf-8")
    avant, _, reste = page.partition(_DEBUT)
    _, _, apres = reste.partition(_FIN)
    tableau = format_mutants(mutants, juges, vivants)
    chemin.write_text(f"{avant}{_DEBUT}\n{tableau}\n{_FIN}{apres}", "utf-8")


def format_mutants(
    mutants: Sequence[Mutant], juges: Sequence[Mutant], vivants: Sequence[Mutant]
) -> str:
    """A line for each part of the program, in Markdown: all, seen, judged the same, the rest."""
    comptes = [Counter(map(_part, liste)) for liste in (mutants, juges, vivants)]
    lignes = [
        "| Ce qui est changé | Changements | Vus par un test | Équivalents | Survivants | Part vue |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lignes += [_line(nom, *(c[nom] for c in comptes)) for nom, _ in PARTIES if comptes[0][nom]]
    lignes.append(_line("ensemble", len(mutants), len(juges), len(vivants)))
    return "\n".join(lignes)


def _line(nom: str, tous: int, juges: int, vivants: int) -> str:
    """The part seen is of all of them: those judged the same are not taken off."""
    vus = tous - juges - vivants
    part = f"{100 * vus / tous:.1f}".replace(".", ",")
    return f"| {nom} | {tous} | {vus} | {juges} | {vivants} | {part}\u00a0% |"


def _part(mutant: Mutant) -> str:
    return next(nom for nom, debuts in PARTIES if mutant.fichier.startswith(debuts))
