"""What comes with the program: templates and the sample, in the wheel or in the checkout."""

import unicodedata
from pathlib import Path

from rapportpv.core.errors import DocumentInconnuError
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.noms import MODELES

ENVOIS = {
    "courriers": "courriers",
    "courrier": "courriers",
    "relances": "relances",
    "relance": "relances",
}
"""The letters that may be asked for, and what their batch is called."""

PAGE = "rapport.html"
"""The template of every web page that has none of its own."""

_PAQUET = Path(__file__).parents[1]
_DANS_LE_PAQUET = _PAQUET / "_fourni" / "templates"
_DANS_LE_DEPOT = _PAQUET.parents[1] / "templates"


def templates_dir() -> Path:
    """The folder of the built-in templates (an editable install has them in the checkout)."""
    return _DANS_LE_PAQUET if _DANS_LE_PAQUET.is_dir() else _DANS_LE_DEPOT


def find_exigences() -> Path:
    """The locked dependencies, with their digests."""
    fournies = _PAQUET / "_fourni" / "exigences.txt"
    return fournies if fournies.is_file() else _PAQUET.parents[1] / "requirements" / "run.txt"


def find_modele(racine: Path, document: str) -> Path:
    """The template of that document: the project's own, else the built-in one.

    However its name is spelt: «délibération» is `deliberation`. Raises DocumentInconnuError.
    """
    modeles = list_modeles(racine)
    noms = Lexique(tuple(Entree(nom, nom) for nom in modeles))
    trouve = noms.find(document)
    if trouve is None:
        raise DocumentInconnuError(document, sorted(modeles), noms.suggest(document))
    return modeles[trouve]


def find_page(racine: Path, document: str) -> tuple[str, list[Path]]:
    """The template of the web page of a document, and the folders to look for it in.

    It is that of the document in the project, else `rapport.html`, the project's own or ours.
    """
    dossiers = [racine / MODELES, templates_dir()]
    sien = f"{document}.html"
    return (sien if (dossiers[0] / sien).is_file() else PAGE), dossiers


def list_noms(racine: Path) -> list[str]:
    """What `build` may be asked for in a project: a template of letters is a batch of them."""
    return sorted({ENVOIS.get(nom, nom) for nom in list_modeles(racine)})


def list_modeles(racine: Path) -> dict[str, Path]:
    """The templates by the name of their document, the built-in ones first; the project's win."""
    return {**list_fournis(), **list_own_modeles(racine)}


def list_fournis() -> dict[str, Path]:
    """The built-in templates by their name."""
    return _list(templates_dir())


def list_own_modeles(racine: Path) -> dict[str, Path]:
    """The templates of the project by the name of their document."""
    return _list(racine / MODELES)


def _list(dossier: Path) -> dict[str, Path]:
    chemins = [c for c in sorted(dossier.iterdir()) if _is_modele(c)] if dossier.is_dir() else []
    return {unicodedata.normalize("NFC", chemin.stem): chemin for chemin in chemins}


def _is_modele(chemin: Path) -> bool:
    """Whether it is a Word document, and not what Word or a Mac leaves beside one."""
    return (
        chemin.suffix.lower() == ".docx"
        and not chemin.name.startswith(("~$", "."))
        and chemin.is_file()
    )
