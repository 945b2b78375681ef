"""What the formats for people share: counts in words, cells in short, texts that do no harm."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.emplacement import Case, Emplacement, format_cases
from rapportpv.core.somme import column_number
from rapportpv.french.typographie import show_signs

_CASE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_AU_LONG = 4  # cells that are all named
_NOMMEES = 2  # cells named when they are more
_BLANCS = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def clean(texte: str) -> str:
    """The text on one line, the signs that cannot be seen replaced by ones that can."""
    return show_signs(_BLANCS.sub(" ", texte))


def format_nombre(nombre: int, mot: str) -> str:
    """«0 alerte», «2 erreurs», «2 anomalies acceptées»."""
    mots = mot.split()
    return " ".join([str(nombre), *(f"{m}s" if nombre > 1 else m for m in mots)])


def format_denombrement(anomalies: Iterable[Anomalie], acceptees: int = 0) -> str:
    """«1 erreur, 2 infos, 3 anomalies acceptées»: what there is, the worst first."""
    severites = [anomalie.severite for anomalie in anomalies]
    nombres = [(severites.count(severite), severite.value) for severite in Severite]
    nombres.append((acceptees, "anomalie acceptée"))
    return ", ".join(format_nombre(nombre, mot) for nombre, mot in nombres if nombre)


def shorten_cellules(cellules: Sequence[str]) -> str:
    """«F12, F40 et 38 autres cellules»: enough to find the first ones."""
    if len(cellules) <= _AU_LONG:
        return ", ".join(cellules)
    reste = len(cellules) - _NOMMEES
    return f"{', '.join(cellules[:_NOMMEES])} et {reste} autres cellules"


def format_cellules(cellules: Iterable[str]) -> str:
    """All the cells, those side by side as ranges: «F12:F14, F40»."""
    cases: list[Case] = []
    autres: list[str] = []
    for cellule in cellules:
        lue = _CASE.fullmatch(cellule)
        if lue:
            cases.append((int(lue[2]), column_number(lue[1])))
        else:
            autres.append(cellule)
    return ", ".join((*format_cases(cases), *autres))


def shorten_lieu(lieu: Emplacement) -> str:
    """The place on one line, a long list of cells cut short."""
    cellules = shorten_cellules(lieu.dites)
    return clean(" › ".join(filter(None, (lieu.fichier, lieu.feuille, cellules))))


def name_whole(lieu: Emplacement) -> str:
    """What a place without cells is: a sheet, a file, a folder."""
    if lieu.feuille:
        return "la feuille"
    return "le fichier" if "." in lieu.nom else "le dossier"


def hide_values(anomalie: Anomalie) -> Anomalie:
    """The anomaly with nothing of what the workbooks hold: its place, its code, its title."""
    lieu = anomalie.lieu
    muettes = tuple(cellule for cellule in lieu.cellules if "«" not in cellule)  # quoted words
    return replace(
        anomalie,
        lieu=replace(lieu, cellules=muettes),
        message=anomalie.rule.titre,
        valeur=None,
        suggestion=None,
        cle="",
    )
