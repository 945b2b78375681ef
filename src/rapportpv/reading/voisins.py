"""The files of a year: found whatever the spelling of their names, and those that look meant."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_liste
from rapportpv.reading.rules.pv024_fichier_au_nom_voisin import PV024

EXTENSIONS = (".xlsx", ".xlsm", ".ods", ".xls", ".csv", ".xlsb", ".numbers")
"""Those of workbooks, the preferred first; the last two are found so as to be told."""

_REGLAGES = {".toml", ".txt", ".tml", ".ini", ""}  # what settings are saved as by mistake
_COPIES = {"copie", "copy", "de", "conflit", "conflict", "ancien", "old", "bis"}
_CACHES = (".", "~")
_RESSEMBLANCE = 88  # of 100: one letter of «programmation»


def find_classeur(racine: Path, millesime: int, fichier: str) -> Path | None:
    """The workbook of that name for that year, .xlsx first, or None.

    Case, accents and how they are composed are no matter, on any system.
    """
    return find_classeur_dans(racine / str(millesime), fichier)


def find_classeur_dans(dossier: Path, fichier: str) -> Path | None:
    """The workbook of that name in a folder, in the same way."""
    attendu = Path(fichier)
    memes = [
        (EXTENSIONS.index(chemin.suffix.lower()), chemin.stem != attendu.stem, chemin)
        for chemin in _list_classeurs(dossier)
        if fold(chemin.stem) == fold(attendu.stem)
    ]
    return min(memes)[2] if memes else None


def find_voisins(racine: Path, millesime: int, fichier: str) -> list[str]:
    """The files that look meant for a workbook that is not there: «programmation (1).xlsx»."""
    attendus = split_words(Path(fichier).stem)
    return sorted(
        chemin.name
        for chemin in _list_classeurs(racine / str(millesime))
        if is_like(split_words(chemin.stem), attendus)
    )


def tell_voisins(
    racine: Path, millesime: int, absents: Sequence[str], attendus: Sequence[str]
) -> Iterator[Anomalie]:
    """An anomaly for each file that is not read and looks meant for one of those expected.

    A copy beside a workbook that is there (OneDrive makes some) may hold what a colleague typed.
    """
    presents = {f: chemin for f in attendus if (chemin := find_classeur(racine, millesime, f))}
    pris = {chemin.name for chemin in presents.values()}
    dits: set[str] = set()
    for fichier in dict.fromkeys((*absents, *presents)):
        for voisin in find_voisins(racine, millesime, fichier) if "›" not in fichier else ():
            if voisin not in pris | dits:
                dits.add(voisin)
                yield _tell(f"{millesime}/{voisin}", fichier, presents.get(fichier))


def _tell(voisin: str, fichier: str, present: Path | None) -> Anomalie:
    if present is None:
        conseil = advise([Path(voisin).name], fichier)
        constat = "était attendu, et n’est pas là"
    else:
        conseil = f"Reportez-y ce qu’il a de plus, puis sortez « {Path(voisin).name} » du dossier."
        constat = "l’est"
    attendu = present.name if present else fichier
    return PV024.at(Emplacement(voisin), attendu=attendu, constat=constat, suggestion=conseil)


def find_autres(racine: Path, millesime: int, attendus: Sequence[str]) -> list[str]:
    """The workbooks of a year that have the name of none that is expected: «prog 2024.xlsx»."""
    connus = {fold(Path(attendu).stem) for attendu in attendus}
    noms = (chemin.name for chemin in _list_classeurs(racine / str(millesime)))
    return sorted(nom for nom in noms if fold(Path(nom).stem) not in connus)


def advise(voisins: Sequence[str], fichier: str) -> str | None:
    """What to do with files that look meant for a workbook; None without any."""
    if not voisins:
        return None
    juste = Path(fichier).stem + Path(voisins[0]).suffix.lower()
    if len(voisins) == 1:
        return f"Renommez « {voisins[0]} » en « {juste} » si c’est bien lui."
    return f"Renommez le bon en « {juste} » : {format_liste(voisins)}."


def _list_classeurs(dossier: Path) -> list[Path]:
    """The workbooks of a folder; a document of Numbers may be a folder itself."""
    if not dossier.is_dir():
        return []
    return [
        chemin
        for chemin in dossier.iterdir()
        if chemin.suffix.lower() in EXTENSIONS
        and not chemin.name.startswith((".", "~$"))
        and (chemin.is_file() or chemin.suffix.lower() == ".numbers")
    ]


def split_words(nom: str) -> list[str]:
    """The words and numbers of a name, without case or accents."""
    return re.findall(r"[a-z]+|\d+", fold(nom))


def is_like(mots: Sequence[str], attendus: Sequence[str]) -> bool:
    """Whether the words of a name go on around those expected, or are nearly they."""
    longueur = len(attendus)
    if any(mots[i : i + longueur] == attendus for i in range(len(mots) - longueur + 1)):
        return True
    from rapidfuzz.fuzz import ratio

    lettres = "".join(mot for mot in mots if mot.isalpha())
    return len(lettres) > 5 and ratio(lettres, "".join(attendus)) >= _RESSEMBLANCE


def find_semblable(dossier: Path, attendu: str) -> str | None:
    """The file that looks meant for settings that are not there: «année.toml», «….toml.txt»."""
    visibles = list_visibles(dossier)
    return next((c.name for c in visibles if c.name != attendu and is_named(c, attendu)), None)


def is_named(chemin: Path, attendu: str) -> bool:
    """Whether a file has the name of those settings, but for accents, case, a number, an ending."""
    mots = split_words(chemin.name.partition(".")[0])
    voulus = split_words(Path(attendu).stem)
    reste = set(mots[len(voulus) :])
    pareil = mots[: len(voulus)] == voulus and all(m.isdecimal() or m in _COPIES for m in reste)
    return pareil and chemin.suffix.lower() in _REGLAGES and chemin.is_file()


def list_visibles(dossier: Path) -> list[Path]:
    """What a folder holds, in the order of its names, but for what programs hide there."""
    if not dossier.is_dir():
        return []
    return sorted(c for c in dossier.iterdir() if not c.name.startswith(_CACHES))
