"""What comes with the program: templates and the sample, in the wheel or in the checkout."""

from pathlib import Path

from rapportpv.model.errors import DocumentInconnuError

_PAQUET = Path(__file__).parents[1]
_DANS_LE_PAQUET = _PAQUET / "_fourni" / "templates"
_DANS_LE_DEPOT = _PAQUET.parents[1] / "templates"


def templates_dir() -> Path:
    """The folder of the built-in templates (an editable install has them in the checkout)."""
    return _DANS_LE_PAQUET if _DANS_LE_PAQUET.is_dir() else _DANS_LE_DEPOT


def find_modele(racine: Path, document: str) -> Path:
    """The template of that document: the project's own, else the built-in one.

    Raises DocumentInconnuError.
    """
    dossiers = (racine / "modeles", templates_dir())
    modeles = {
        chemin.stem: chemin
        for dossier in reversed(dossiers)
        for chemin in sorted(dossier.glob("*.docx"))
        if not chemin.name.startswith("~$")
    }
    if document not in modeles:
        raise DocumentInconnuError(document, sorted(modeles))
    return modeles[document]
