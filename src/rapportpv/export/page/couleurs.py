"""The colours and the font of a document, as a page shows them by day and by night."""

import re

from rapportpv.core.couleur import CONTRASTE, brighten, darken
from rapportpv.export.accessible.ooxml import local, parse
from rapportpv.export.page.ooxml import A, Docx

_CLAIR, _VOILE = "FFFFFF", "E8EEF5"
_NUIT, _NUIT_VOILE = "12171E", "1D2530"
_DEFAUT = {
    "dk1": "1C222B",
    "lt1": "FFFFFF",
    "dk2": "5B6470",
    "lt2": "E8EEF5",
    "accent1": "14375E",
    "accent2": "B5364A",
    "accent3": "54779A",
    "accent4": "9A6A00",
    "accent5": "C9D2DC",
    "accent6": "1A6E63",
}
SERIES = ("accent1", "accent2", "accent4", "accent6", "accent3")
_TRACE = 3.2
"""The contrast of what is drawn with what is behind it: more than the 3 that is asked for."""


def read_theme(docx: Docx) -> dict[str, str]:
    """The colours of the theme by their slots, and the usual ones for what it lacks."""
    lues: dict[str, str] = {}
    for nom, part in docx.parts.items():
        if re.fullmatch(r"word/theme/theme\d*\.xml", nom):
            schema = next(parse(part).iter(f"{{{A}}}clrScheme"), None)
            for case in () if schema is None else schema:
                couleur = next(iter(case), None)
                valeur = "" if couleur is None else couleur.get("val", "")
                valeur = valeur if couleur is None else couleur.get("lastClr", valeur)
                if re.fullmatch(r"[0-9A-Fa-f]{6}", valeur):
                    lues[local(case)] = valeur.upper()
            break
    return _DEFAUT | lues


def read_police(docx: Docx) -> str:
    """The font of the texts, by its name alone."""
    for nom, part in docx.parts.items():
        if re.fullmatch(r"word/theme/theme\d*\.xml", nom):
            for police in parse(part).iter(f"{{{A}}}minorFont"):
                latine = police.find(f"{{{A}}}latin")
                if latine is not None:
                    return re.sub(r"[^\w \-]", "", latine.get("typeface", ""))
    return ""


def paint(theme: dict[str, str]) -> dict[str, dict[str, str]]:
    """The colours of the page by their use: `jour` and `nuit`, each read on its own ground."""
    return {
        "jour": {
            "fond": _CLAIR,
            "voile": _VOILE,
            "encre": darken(theme["dk1"], _VOILE, 7),
            "doux": darken(theme["dk2"], _VOILE),
            "accent": darken(theme["accent1"], _VOILE),
            "second": darken(theme["accent2"], _VOILE),
            "filet": darken(theme["accent5"], _CLAIR, 1.4),
            "bandeau": darken(theme["accent1"], _CLAIR),
        }
        | {f"serie{n}": darken(theme[c], _CLAIR, _TRACE) for n, c in enumerate(SERIES, 1)},
        "nuit": {
            "fond": _NUIT,
            "voile": _NUIT_VOILE,
            "encre": "E9EDF2",
            "doux": brighten(theme["dk2"], _NUIT_VOILE),
            "accent": brighten(theme["accent1"], _NUIT_VOILE, CONTRASTE + 1),
            "second": brighten(theme["accent2"], _NUIT_VOILE),
            "filet": "3A4654",
            "bandeau": darken(theme["accent1"], _CLAIR),
        }
        | {f"serie{n}": brighten(theme[c], _NUIT, _TRACE) for n, c in enumerate(SERIES, 1)}
        | {"serie1": brighten(theme["accent1"], _NUIT, 2 * _TRACE)},
    }
