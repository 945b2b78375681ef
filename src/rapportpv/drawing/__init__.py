"""The drawings of a year: its territory and its service."""

from rapportpv.core.chiffre import Bilan
from rapportpv.core.dessin import Dessin
from rapportpv.core.dossier import Dossier


def draw_dessins(dossier: Dossier, _bilan: Bilan | None = None) -> dict[str, Dessin]:
    """The drawings by name: `carte`, `fiche_CODE`, `organigramme`, those that have data."""
    dessins = [*_draw_cartes(dossier), _draw_organigramme(dossier)]
    return {dessin.nom: dessin for dessin in dessins if dessin is not None}


def _draw_cartes(dossier: Dossier) -> list[Dessin]:
    if dossier.carte is None:
        return []
    from rapportpv.drawing.carte import draw_cartes

    return draw_cartes(dossier)


def _draw_organigramme(dossier: Dossier) -> Dessin | None:
    from rapportpv.subjects.service.sheet import SERVICE

    feuille = dossier.feuille(SERVICE)
    if feuille is None:
        return None
    from rapportpv.drawing.organigramme import draw_organigramme
    from rapportpv.subjects.service.organigramme import read_service

    return draw_organigramme(read_service(feuille))
