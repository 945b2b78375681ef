"""The communes that receive the dotation: those declared, and those that are known."""

from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import index_by_key


def list_declarees(dossier: Dossier) -> dict[str, str]:
    """The communes that received the dotation, by what their spellings share."""
    return index_by_key(dossier.annee.dsu.communes if dossier.annee.dsu else ())


def is_connue(dossier: Dossier, cle: str) -> bool:
    """Whether that is a commune of the territory, when its communes are listed."""
    if dossier.communes is None or dossier.communes.frame.empty:
        return True
    return cle in index_by_key(dossier.communes.frame["commune"])
