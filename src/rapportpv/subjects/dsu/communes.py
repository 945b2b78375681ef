"""The communes that receive the dotation: those declared, and those that are known."""

from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import index_by_key
from rapportpv.subjects.territoire.sheet import COMMUNES


def list_declarees(dossier: Dossier) -> dict[str, str]:
    """The communes that received the dotation, by what their spellings share."""
    return index_by_key(dossier.annee.dsu.communes if dossier.annee.dsu else ())


def is_connue(dossier: Dossier, cle: str) -> bool:
    """Whether that is a commune of the territory, when its communes are listed."""
    feuille = dossier.feuille(COMMUNES)
    if feuille is None or feuille.frame.empty:
        return True
    return cle in index_by_key(feuille.frame["commune"])
