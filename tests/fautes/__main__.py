"""`python -m tests.fautes DOSSIER`: writes the second sample, a project for each fault."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.conftest import EXEMPLE
from tests.fautes import FAUTES
from tests.fautes.faute import ANNEE, EXPORT, Attendu, Faute

LISEZMOI = "LISEZMOI.txt"


def write_projets(dossier: Path, fautes: Sequence[Faute] = FAUTES) -> list[Path]:
    """Write the projects below a new folder, and return their paths: always the same bytes."""
    dossier.mkdir(parents=True)
    return [_write_projet(dossier / faute.nom, faute) for faute in fautes]


def _write_projet(projet: Path, faute: Faute) -> Path:
    shutil.copytree(EXEMPLE, projet)
    attendu = faute.sow(projet)
    (projet / LISEZMOI).write_text(_explain(faute, attendu), "utf-8", newline="\n")
    return projet


def _explain(faute: Faute, attendu: Attendu) -> str:
    """What the project must make the program say."""
    document = faute.code.startswith("PV9") or bool(faute.document)
    verbe, quoi = "build" if document else "check", f"{ANNEE} {faute.document}".strip()
    if faute.document == EXPORT:
        verbe, quoi = EXPORT, str(ANNEE)
    commande = f"rapportpv {verbe} {quoi} --dossier ."
    return "\n".join(
        (
            f"Le projet d’exemple, avec une seule faute : {faute.rule.titre}",
            "",
            f"Dans ce dossier, « {commande} » doit dire une anomalie, et une seule :",
            "",
            f"code       : {attendu.code} ({faute.rule.nom}, {faute.rule.severite})",
            f"lieu       : {attendu.lieu}",
            f"suggestion : {attendu.suggestion or 'aucune'}",
            "",
        )
    )


if __name__ == "__main__":
    write_projets(Path(sys.argv[1]))
