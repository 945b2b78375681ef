"""A workbook that somebody keeps already, and what `init --depuis` makes of it (`make docs`)."""

import tempfile
from pathlib import Path

from openpyxl import Workbook

from tools.exemples import show_command

CLASSEUR = "Suivi contrat de ville.xlsx"
RANGEES = (
    ("Contrat de ville – suivi 2024",),
    (),
    (
        *("Porteur", "Action", "Axe", "Décision du comité", "Coût du projet", "ANCT demandé"),
        *("ANCT accordé", "Région", "CAF", "Complément", "Observations"),
    ),
    (
        *("Les Amis", "Aide aux devoirs", "Égalité des chances", "Favorable", 15000, 9000),
        *(7000, 2000, 500, None, "2e année"),
    ),
    (
        *("Le Club", "Chantier jeunes", "Emploi", "Favorable", 30000, 15000),
        *(12000, None, None, 1500, None),
    ),
    (
        *("Mobilis", "Vélos réparés", "Cadre de vie", "Non retenu", 6000, 4000),
        *(None, None, None, None, None),
    ),
    (
        *("Mobilis", "Permis à points", "Emploi", "Favorable", 11000, 5500),
        *(5500, 1000, None, None, None),
    ),
)


def write_suivi(dossier: Path) -> None:
    """The workbook, as it is kept."""
    classeur = Workbook()
    feuille = classeur.worksheets[0]
    feuille.title = "Suivi"
    for rangee in RANGEES:
        feuille.append(list(rangee))
    classeur.save(dossier / CLASSEUR)


def show_depuis() -> dict[str, str]:
    """What is proposed, what is written in the settings, what `check` then says."""
    with tempfile.TemporaryDirectory() as travail:
        ici = Path(travail)
        write_suivi(ici)
        options = ("--epci", '"Communauté de communes du Val d’Orge"')
        init = ("init", "2024", "--depuis", f'"{CLASSEUR}"', *options)
        pas = {"init": show_command(*init, "--oui", dossier=ici)}
        reglages = (ici / "rapportpv.toml").read_text("utf-8")
        debut = reglages.index("[colonnes.programmation]")
        fin = reglages.index("# --- Ce qui ne s'applique pas ici")
        pas["reglages"] = f"```toml\n{reglages[debut:fin].rstrip()}\n```\n"
        pas["check"] = _keep(show_command("check", "2024", dossier=ici))
        return pas


def _keep(texte: str) -> str:
    """What `check` says of the programming, the workbooks that are left to fill apart."""
    tete, *lignes = texte.splitlines()[1:]
    siennes = [li for li in lignes if li.startswith("2024/programmation") or "Programmation" in li]
    return "\n".join(("```console", tete, *siennes, "…", "```\n"))
