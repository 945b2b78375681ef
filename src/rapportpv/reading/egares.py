"""Files and folders that look meant for the program, and that it does not read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapportpv.core.emplacement import Emplacement
from rapportpv.core.inventaire import Laisse
from rapportpv.core.textes import IMAGES, TEXTES
from rapportpv.french.lexique import fold
from rapportpv.reading.noms import ANNEE, MODELES, REGLAGES
from rapportpv.reading.voisins import (
    EXTENSIONS,
    find_classeur,
    is_like,
    is_named,
    list_visibles,
    split_words,
)

CARTE = "carte.geojson"
_LUS_EN_TEXTE = {".md", ".markdown", ".docx", ".docm"}
_TEXTES = _LUS_EN_TEXTE | {".txt", ".doc", ".odt", ".rtf", ".pages"}
_PAS_DES_MODELES = {".doc", ".docm", ".dot", ".dotx", ".dotm", ".odt", ".ott", ".rtf", ".pages"}
_IMAGES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".svg"}
_CARTES = {".geojson", ".json", ".kml", ".kmz", ".shp", ".gpkg"}
_ANNEE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def list_egares(racine: Path, millesime: int, classeurs: Sequence[str]) -> Iterator[Laisse]:
    """Those of a year's folder."""
    annee = racine / str(millesime)
    lus = {c.name for nom in classeurs if (c := find_classeur(racine, millesime, nom))}
    absents = [nom for nom in classeurs if not find_classeur(racine, millesime, nom)]
    for chemin in list_visibles(annee):
        if chemin.name not in lus | {ANNEE, CARTE, TEXTES, IMAGES}:
            raison = _judge_annee(chemin, millesime, absents)
            if raison:
                yield Laisse(Emplacement(f"{millesime}/{chemin.name}"), raison)
    yield from _list_textes(annee / TEXTES, f"{millesime}/{TEXTES}")


def list_egares_racine(racine: Path, classeurs: Sequence[str]) -> Iterator[Laisse]:
    """Those of the project's own folder, and of its templates."""
    for chemin in list_visibles(racine):
        raison = ""
        if chemin.is_dir():
            raison = _judge_dossier(chemin, classeurs)
        elif chemin.name != REGLAGES and is_named(chemin, REGLAGES):
            raison = f"les réglages se lisent dans « {REGLAGES} »"
        elif chemin.suffix.lower() in EXTENSIONS and _find_plan(chemin, classeurs):
            raison = (
                f"un classeur se range dans le dossier de son année, comme « 2024/{chemin.name} »"
            )
        if raison:
            yield Laisse(Emplacement(chemin.name), raison)
    for chemin in list_visibles(racine / MODELES):
        if chemin.is_file() and chemin.suffix.lower() in _PAS_DES_MODELES:
            yield Laisse(Emplacement(f"{MODELES}/{chemin.name}"), "un modèle s’enregistre en .docx")


def _judge_annee(chemin: Path, millesime: int, absents: Iterable[str]) -> str:
    suffixe = chemin.suffix.lower()
    if chemin.is_dir():
        proche = is_like(split_words(chemin.name), [TEXTES]) or fold(chemin.name) == "texte"
        return f"le dossier des textes s’appelle « {TEXTES} »" if proche else ""
    if is_named(chemin, ANNEE) or suffixe == ".toml":
        return f"les réglages de l’année se lisent dans « {ANNEE} »"
    if voulu := _find_plan(chemin, absents):
        return f"« {voulu} » est attendu, enregistré en classeur Excel"
    if suffixe in EXTENSIONS:
        return "aucun classeur attendu ne porte ce nom"
    if suffixe in _TEXTES:
        return f"un texte se range dans « {millesime}/{TEXTES} »"
    return f"la carte se lit dans « {CARTE} »" if suffixe in _CARTES else ""


def _list_textes(dossier: Path, nom: str) -> Iterator[Laisse]:
    """What stands among the texts and is none; a picture may be shown by one."""
    fichiers = list_visibles(dossier)
    lus = {fold(f.stem) for f in fichiers if f.suffix.lower() in _LUS_EN_TEXTE}
    for chemin in fichiers:
        suffixe = chemin.suffix.lower()
        raison = "un texte s’écrit en .md ou en .docx"
        if chemin.is_dir():
            raison = "un sous-dossier n’est pas lu" if any(chemin.iterdir()) else ""
        elif suffixe in _LUS_EN_TEXTE | _IMAGES:
            raison = ""
        elif suffixe in _TEXTES - {".txt"}:  # told by PV608, unless the same is read beside it
            raison = "le même texte est lu à côté" if fold(chemin.stem) in lus else ""
        if raison:
            yield Laisse(Emplacement(f"{nom}/{chemin.name}"), raison)


def _judge_dossier(dossier: Path, classeurs: Sequence[str]) -> str:
    """Why a folder of the project is none of its years, nor that of its templates."""
    if dossier.name != MODELES and fold(dossier.name) in {MODELES, "modele"}:
        return f"le dossier des modèles s’appelle « {MODELES} »"
    if dossier.name.isdecimal() and (dossier / ANNEE).is_file():
        return ""
    contenu = list_visibles(dossier) if _ANNEE.search(dossier.name) else []
    siens = (is_named(c, ANNEE) or _find_plan(c, classeurs) for c in contenu if c.is_file())
    if not any(siens):
        return ""
    if dossier.name.isdecimal():
        return f"« {dossier.name}/{ANNEE} » n’y est pas : ce n’est pas encore une année du projet"
    annee = _ANNEE.findall(dossier.name)[0]
    return f"le dossier d’une année porte ses quatre chiffres, « {annee} »"


def _find_plan(chemin: Path, classeurs: Iterable[str]) -> str:
    """The workbook that a file looks meant for: «Programmation 2024.xlsx»."""
    mots = split_words(chemin.name.partition(".")[0])
    return next((c for c in classeurs if is_like(mots, split_words(Path(c).stem))), "")
