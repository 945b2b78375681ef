"""What a project came to last time, kept beside its documents: a second batch need not do it again.

It stands in the project's own `sortie`, so that it goes where the documents go: a project that is
moved, or that is below two folders, is known all the same, and no two processes share a file.
"""

import json
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from rapportpv.commands.lot.projets import SORTIE, digest_file
from rapportpv.core.ecriture import write_whole
from rapportpv.core.lot import Issue, Resultat

_MEMOIRE = ".rapportpv-lot.json"


def recall(racine: Path, demande: str, empreinte: str) -> Resultat | None:
    """What came of the same files last time, if its documents are as it left them."""
    connu = _read(racine).get(demande)
    if not isinstance(connu, dict) or connu.get("empreinte") != empreinte:
        return None
    try:
        resultat = Resultat(**connu["resultat"])
        tels_quels = all(
            digest_file(racine / nom) == somme for nom, somme in connu["documents"].items()
        )
        issue = Issue(resultat.issue)
    except (OSError, TypeError, ValueError, KeyError, AttributeError):
        return None  # a document is gone, or somebody wrote in that file: it is done again
    if not tels_quels:
        return None
    issue = Issue.INCHANGE if issue is Issue.FAIT else issue
    return Resultat(
        resultat.projet,
        issue,
        tuple(resultat.documents),
        resultat.erreurs,
        resultat.alertes,
        resultat.raison,
    )


def remember(racine: Path, demande: str, empreinte: str, resultat: Resultat) -> None:
    """Keep what came of those files. Raises SortieInaccessibleError."""
    connus = _read(racine)
    documents = {nom: digest_file(racine / nom) for nom in resultat.documents}
    connus[demande] = {
        "empreinte": empreinte,
        "documents": documents,
        "resultat": asdict(resultat) | {"secondes": 0.0},
    }
    contenu = json.dumps(connus, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(racine / SORTIE / _MEMOIRE, f"{contenu}\n".encode())


def _read(racine: Path) -> dict[str, Any]:
    try:
        lu = json.loads((racine / SORTIE / _MEMOIRE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return lu if isinstance(lu, dict) else {}
