"""What the documentation shows of `comparer`: the sample's report, before and after a change."""

import shutil
import tempfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from rapportpv.commands.build import Commande, build_document
from tools.exemples import EXEMPLE, show_command
from tools.exemples_publication import change_amount

_ANNEE = 2022
_AVANT, _APRES = "projet.docx", "definitif.docx"
_MOTS = ("étroite", "solide")


def show_comparer(*arguments: str, lignes: int | None = None) -> str:
    """What changed: 2 000 € more in one cell, a sentence reworded and another one by hand."""
    with tempfile.TemporaryDirectory() as travail:
        dossier = Path(travail)
        projet = dossier / "exemple"
        shutil.copytree(EXEMPLE, projet)
        shutil.move(_build(projet, dossier), dossier / _AVANT)
        change_amount(projet, "L37")
        shutil.move(_build(projet, dossier), dossier / _APRES)
        _edit(dossier / _APRES)
        return show_command("comparer", _AVANT, _APRES, *arguments, dossier=dossier, lignes=lignes)


def _build(projet: Path, sortie: Path) -> Path:
    chemin = build_document(Commande(projet, _ANNEE, "rapport", sortie)).chemin
    assert chemin is not None  # the sample has no fault
    return chemin


def _edit(chemin: Path) -> None:
    """As a person would in Word."""
    document = docx.Document(str(chemin))
    for element in document.element.body.iter(qn("w:p")):
        paragraphe = Paragraph(element, document)
        for run in paragraphe.runs:
            if _MOTS[0] in run.text:
                run.text = run.text.replace(*_MOTS)
                paragraphe.insert_paragraph_before("Le conseil a demandé cette précision.")
                document.save(str(chemin))
                return
