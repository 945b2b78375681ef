"""An old .xls, read in a process of its own: what a hostile one can do ends with it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import rapportpv
from rapportpv.reading.classeur.apparence import make_apparence
from rapportpv.reading.classeur.grille import Grille, repeat_merged
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.styles import Style, Styles
from rapportpv.reading.classeur.xlsx import Choix

_ENFANT = "rapportpv.reading.classeur.xls_enfant"
_PATIENCE = 60  # seconds, by the clock: the child itself counts those that it works
_LUES: dict[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def read_xls(contenu: bytes, choix: Choix) -> list[Grille]:
    """The sheets of the workbook, in order."""
    lu = _ask(contenu)
    if "refus" in lu:
        raise ClasseurRefuseError(lu["refus"], lu.get("feuille"), lu.get("cellule", ""))
    styles = Styles(tuple(Style(*style) for style in lu["styles"]) or (Style(),))
    voulues = set(choix([f["nom"] for f in lu["feuilles"] if not f["masquee"]]))
    return [_make_grille(feuille, feuille["nom"] in voulues, styles) for feuille in lu["feuilles"]]


def _ask(contenu: bytes) -> Any:
    """What the child says of the file; a crash, or a silence, is a file that is broken."""
    racine = str(Path(rapportpv.__file__).resolve().parents[1])
    chemins = os.pathsep.join(filter(None, (racine, os.environ.get("PYTHONPATH"))))
    try:
        rendu = subprocess.run(
            [sys.executable, "-m", _ENFANT],
            input=contenu,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            env={**os.environ, "PYTHONPATH": chemins},
            check=True,
        )
        return json.loads(rendu.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as cause:
        raise ClasseurRefuseError("abime") from cause


def _make_grille(lue: dict[str, Any], voulue: bool, styles: Styles) -> Grille:
    nom = lue["nom"]
    if lue["masquee"] or not voulue:
        return Grille(nom, [], masquee=lue["masquee"])
    lignes = [[_read(valeur) for valeur in ligne] for ligne in lue["lignes"]]
    fusions = tuple(sorted((h, g, b, d) for h, g, b, d in lue["fusions"]))
    repeat_merged(nom, lignes, fusions)
    return Grille(
        nom,
        lignes,
        fusions=fusions,
        lignes_masquees=frozenset(lue["lignes_masquees"]),
        colonnes_masquees=frozenset(lue["colonnes_masquees"]),
        erreurs={(ligne, colonne): texte for ligne, colonne, texte in lue["erreurs"]},
        apparence=make_apparence(lue["stylees"], styles),
    )


def _read(valeur: Any) -> Any:
    """A value as the child writes it: dates are pairs, the rest is as JSON has it."""
    return _LUES[valeur[0]](valeur[1]) if isinstance(valeur, list) else valeur
