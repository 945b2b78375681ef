"""What openpyxl cannot carry into a copy of a workbook, counted in the parts of the original."""

import re
from collections.abc import Mapping

from msgspec import Struct

_DESSINS = r"xl/drawings/[^/]+\.xml"
_FEUILLES = r"xl/worksheets/[^/]+\.xml"
_REPLI = re.compile(rb"<mc:Fallback\b.*?</mc:Fallback>", re.DOTALL)  # the same drawing again


class _Perte(Struct, frozen=True):
    """A thing to count: its name, the parts it is in, and its tag there (none: the parts)."""

    un: str
    plusieurs: str
    parties: str
    balise: str = ""


_PERTES = (
    _Perte("image", "images", _DESSINS, "pic"),
    _Perte("image d’en-tête", "images d’en-tête", _FEUILLES, "legacyDrawingHF"),
    _Perte("graphique", "graphiques", r"xl/charts/chart[^/]*\.xml"),
    _Perte("zone de texte ou forme", "zones de texte ou formes", _DESSINS, "(?:sp|cxnSp)"),
    _Perte("schéma", "schémas", r"xl/diagrams/data[^/]*\.xml"),
    _Perte("courbe sparkline", "courbes sparkline", _FEUILLES, "x14:sparkline"),
    _Perte("tableau croisé", "tableaux croisés", r"xl/pivotTables/[^/]+\.xml"),
    _Perte("segment", "segments", r"xl/(slicers|timelines)/[^/]+\.xml"),
    _Perte("contrôle de formulaire", "contrôles de formulaire", r"xl/ctrlProps/[^/]+\.xml"),
    _Perte("objet incorporé", "objets incorporés", r"xl/embeddings/.+"),
    _Perte(
        "message de discussion",
        "messages de discussion",
        r"xl/threadedComments/.+\.xml",
        "threadedComment",
    ),
    _Perte("liste de saisie", "listes de saisie", _FEUILLES, "x14:dataValidation"),
    _Perte("connexion externe", "connexions externes", r"xl/connections\.xml", "connection"),
    _Perte("module de macros", "modules de macros", r"xl/vbaProject\.bin"),
)


def list_pertes(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """What the copy goes without: («2 images», «1 graphique»)."""
    nombres = ((_count(perte, parts), perte) for perte in _PERTES)
    return tuple(f"{n} {perte.plusieurs if n > 1 else perte.un}" for n, perte in nombres if n)


def format_reserves(pertes: tuple[str, ...], *, formules: bool) -> str:
    """«La copie n’a pas : 2 images, 1 graphique. Excel recalcule…», or nothing."""
    manques = f"La copie n’a pas\u00a0: {', '.join(pertes)}." if pertes else ""
    recalcul = "Excel recalcule les formules à l’ouverture." if formules else ""
    return " ".join(filter(None, (manques, recalcul)))


def has_formules(parts: Mapping[str, bytes]) -> bool:
    """Whether a sheet computes: its results are not in the copy until it is opened."""
    return any(re.match(_FEUILLES, nom) and re.search(rb"<f[\s>]", parts[nom]) for nom in parts)


def _count(perte: _Perte, parts: Mapping[str, bytes]) -> int:
    noms = [nom for nom in parts if re.fullmatch(perte.parties, nom)]
    if not perte.balise:
        return len(noms)
    prefixe = "" if perte.balise.startswith("x14:") else r"(?:\w+:)?"
    balise = re.compile(rf"<{prefixe}{perte.balise}[\s/>]".encode())
    return sum(len(balise.findall(_REPLI.sub(b"", parts[nom]))) for nom in noms)
