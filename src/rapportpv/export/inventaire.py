"""The inventory of a year, as what shows it needs it: words, JSON."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapportpv.core.emplacement import Emplacement
from rapportpv.core.inventaire import Absente, Inventaire, Laisse, Lu
from rapportpv.core.livre import Livre, Sort
from rapportpv.export.lecture import clean, format_nombre
from rapportpv.export.livre import format_livre
from rapportpv.french.typographie import format_enumeration, format_texte

_PLACE = re.compile(r"(?<=[A-Z])\d+|^ligne \d+, colonne ")
DECRET = "Demandé par le décret n° 2015-1118, et absent du rapport {annee}"
SANS_OBJET = (
    "Si l’une de ces parties n’a pas lieu d’être, dites pourquoi dans rapportpv.toml, bloc "
    "[sans_objet]."
)

_NOMMES = 5  # columns or files that are named one by one


def format_lus(
    inventaire: Inventaire, livres: Iterable[Livre], *, valeurs: bool = True
) -> Iterator[str]:
    """What was read: a line for each sheet with amounts, one for all the others."""
    connus = {(livre.fichier, livre.feuille): livre for livre in livres}
    autres = []
    for lu in inventaire.lus:
        livre = connus.get((lu.lieu.fichier, lu.lieu.feuille or ""))
        nombre = format_nombre(lu.nombre, lu.quoi)
        if livre is None or not _has_montants(livre):
            autres.append(f"{_name(lu.lieu, inventaire.millesime)} ({nombre})")
            continue
        sorts = format_livre(livre, valeurs=valeurs)
        ligne = format_texte("{lieu} : {nombre} ; cellules : {sorts}")
        lieu = _name(lu.lieu, inventaire.millesime)
        yield ligne.format(lieu=lieu, nombre=nombre, sorts=sorts)
    if autres:
        yield format_texte("sans montants : {}").format(", ".join(autres))


def format_laisses(inventaires: Iterable[Inventaire], *, valeurs: bool = True) -> Iterator[str]:
    """What was left out and why: the columns of a sheet, the files of a folder, on one line."""
    laisses = dict.fromkeys(laisse for i in inventaires for laisse in i.laisses)
    for (_, raison), siens in groupby(laisses, _group):
        ensemble = list(siens)
        ligne = format_texte("{lieux} : {raison}")
        lieux = _format_lieux(ensemble, valeurs=valeurs)
        yield ligne.format(lieux=lieux, raison=format_texte(raison))


def format_absentes(inventaire: Inventaire) -> str:
    """The parts that the report will lack and that nothing asks for, by cause; or nothing."""
    par_raison: dict[str, list[str]] = {}
    for absente in inventaire.absentes:
        if absente.comble:
            continue
        par_raison.setdefault(absente.raison, []).append(absente.libelle)
    causes = (f"{', '.join(parties)} ({raison})" for raison, parties in par_raison.items())
    return format_texte(" ; ".join(causes))


def format_decret(inventaire: Inventaire) -> list[str]:
    """The parts that the décret asks for and that the report will lack: what would fill each."""
    return [
        format_texte("{partie} : {comble}").format(partie=a.libelle, comble=a.comble)
        for a in inventaire.absentes
        if a.comble
    ]


def list_inventaires(
    inventaires: Sequence[Inventaire], *, valeurs: bool = True
) -> dict[str, object]:
    """The inventories for a program: what was read, left out, lacking, of all those years."""
    laisses = dict.fromkeys(laisse for i in inventaires for laisse in i.laisses)
    return {
        "lus": [_lu(lu) for i in inventaires for lu in i.lus],
        "laisses": [_laisse(laisse, valeurs=valeurs) for laisse in laisses],
        "absentes": [_absente(a, i.millesime) for i in inventaires for a in i.absentes],
    }


def _lu(lu: Lu) -> dict[str, object]:
    return {
        "fichier": lu.lieu.fichier,
        "feuille": lu.lieu.feuille,
        "nombre": lu.nombre,
        "quoi": lu.quoi,
    }


def _laisse(laisse: Laisse, *, valeurs: bool) -> dict[str, object]:
    return {
        "fichier": laisse.lieu.fichier,
        "feuille": laisse.lieu.feuille,
        "cellules": list(laisse.lieu.cellules),
        "titres": list(laisse.titres) if valeurs else [],
        "raison": format_texte(laisse.raison),
    }


def _absente(absente: Absente, millesime: int) -> dict[str, object]:
    return {
        "annee": millesime,
        "partie": absente.partie,
        "libelle": absente.libelle,
        "raison": absente.raison,
        "decret": bool(absente.comble),
        "comble": absente.comble or None,
    }


def _has_montants(livre: Livre) -> bool:
    return any(livre.part(sort).cellules for sort in Sort if sort is not Sort.AUTRE_MESURE)


def _group(laisse: Laisse) -> tuple[object, str]:
    """Files of one folder go together, columns are together already."""
    lieu = laisse.lieu
    return (laisse if lieu.feuille else lieu.dossier), laisse.raison


def _format_lieux(laisses: Sequence[Laisse], *, valeurs: bool) -> str:
    premiere = laisses[0]
    if premiere.titres:
        return f"{_show(premiere.lieu)} › {_format_colonnes(premiere, valeurs=valeurs)}"
    return _enumerate([_show(laisse.lieu) for laisse in laisses], "autre")


def _format_colonnes(laisse: Laisse, *, valeurs: bool) -> str:
    """«colonnes « Remarques » (X) et « Contact » (Y)»; without values, their letters."""
    colonnes = []
    for cellule, titre in zip(laisse.lieu.dites, laisse.titres, strict=True):
        nom = _PLACE.sub("", cellule)
        dit = format_texte("« {titre} » ({nom})").format(titre=clean(titre), nom=nom)
        colonnes.append(dit if titre and valeurs else nom)
    mot = "colonnes" if len(colonnes) > 1 else "colonne"
    return f"{mot} {_enumerate(colonnes, 'autre')}"


def _enumerate(noms: Sequence[str], reste: str) -> str:
    if len(noms) <= _NOMMES:
        return format_enumeration(noms)
    return f"{', '.join(noms[:_NOMMES])} et {format_nombre(len(noms) - _NOMMES, reste)}"


def _show(lieu: Emplacement) -> str:
    return clean(str(Emplacement(lieu.fichier, lieu.feuille)))


def _name(lieu: Emplacement, millesime: int) -> str:
    """The place without the year, which is told above."""
    return clean(str(Emplacement(lieu.fichier.removeprefix(f"{millesime}/"), lieu.feuille)))
