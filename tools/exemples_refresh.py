"""What the documentation shows of `refresh`: a report worked over, then an amount that changes."""

import shutil
import tempfile
from pathlib import Path

from rapportpv.commands.build import Commande, build_document
from rapportpv.core.zip import read_zip, write_zip
from rapportpv.word.ooxml import parse, serialise, tag_of, w
from tools.exemples import EXEMPLE, show_command
from tools.exemples_publication import change_amount

_ANNEE = 2022
_FICHIER = f"rapport-{_ANNEE}-projet.docx"


def show_refresh(*arguments: str, lignes: int | None = None) -> str:
    """A refresh once somebody has written over a figure, and an amount has changed."""
    with tempfile.TemporaryDirectory() as travail:
        projet = Path(travail) / "projet"
        shutil.copytree(EXEMPLE, projet)
        build_document(Commande(projet, _ANNEE, "rapport", projet))
        _write_over(projet / _FICHIER)
        change_amount(projet)
        voulu = ("refresh", _FICHIER, str(_ANNEE), *arguments)
        return show_command(*voulu, dossier=projet, lignes=lignes)


def _write_over(chemin: Path) -> None:
    """Round a figure by hand, in the first place where it is printed in a sentence."""
    parts = read_zip(chemin.read_bytes())
    racine = parse(parts["word/document.xml"])
    controle = next(s for s in racine.iter(w("sdt")) if tag_of(s) == "droit_commun.total")
    next(controle.iter(w("t"))).text = "près de 3,65 M€"
    chemin.write_bytes(write_zip({**parts, "word/document.xml": serialise(racine)}))
