"""The map of a year, and what is wrong with how it was read."""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.carte import EN_LAMBERT_93, LAMBERT_93, WGS84, ZONES, Carte, Contour, Zone
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lexique import fold, squash
from rapportpv.subjects.carte.geojson import CarteRefuseeError, Geojson, Objet, read_geojson
from rapportpv.subjects.carte.noeuds import is_tangled
from rapportpv.subjects.carte.rules.pv701_carte_illisible import PV701, RAISONS
from rapportpv.subjects.carte.rules.pv702_objet_sans_contour import PV702
from rapportpv.subjects.carte.rules.pv703_coordonnees_inversees import PV703
from rapportpv.subjects.carte.rules.pv704_coordonnees_hors_de_france import AILLEURS, PV704

FICHIER = "carte.geojson"
OUTILS = ("shapely", "pyproj")

_LETTRES = 200  # of a name: more is no name
_INTERDITS = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")  # in XML, on a screen
_NOM = ("nom", "name", "quartier", "nomqp", "nomqpv", "nomquartier", "libqp", "libelle")
_CODE = ("code", "codeqp", "codeqpv", "codequartier")
_TYPE = ("type", "typequartier")
_COMMUNE = ("commune", "nomcom", "nomcommune")


class _Objets(Struct, frozen=True):
    """The objects of a file, sorted: quartiers, communes, and those that cannot be drawn."""

    quartiers: tuple[Contour, ...]
    communes: tuple[Contour, ...]
    muets: tuple[Objet, ...]

    @property
    def contours(self) -> tuple[Contour, ...]:
        return (*self.quartiers, *self.communes)


def load_carte(racine: Path, millesime: int) -> tuple[Carte | None, list[Anomalie]]:
    """The map of the year, None when there is none to draw, and what is wrong with it.

    Raises FichierInaccessibleError when the system forbids the reading.
    """
    chemin = racine / str(millesime) / FICHIER
    if not chemin.is_file():
        return None, []
    fichier = f"{millesime}/{FICHIER}"
    try:
        geojson = read_geojson(chemin)
        objets = _sort(geojson.objets)
        outils = all(find_spec(outil) for outil in OUTILS)
        if outils and is_tangled(objets.contours):
            raise CarteRefuseeError("emmele")
    except CarteRefuseeError as refus:
        return None, [PV701.at(Emplacement(fichier), raison=RAISONS[refus.raison])]
    zone = _find_zone(objets.contours, geojson.epsg)
    if fautes := _check_places(fichier, objets.contours, zone, geojson.epsg):
        return None, fautes
    muets = [PV702.at(_lieu(fichier, objets.muets))] if objets.muets else []
    return _make_carte(fichier, geojson, objets, zone, outils=outils), muets


def _sort(lus: Sequence[Objet]) -> _Objets:
    quartiers: list[Contour] = []
    communes: list[Contour] = []
    muets: list[Objet] = []
    for objet in lus:
        contour, is_commune = _read_contour(objet)
        rang = communes if is_commune else quartiers
        if objet.surfaces and (contour.libelle or is_commune):
            rang.append(contour)
        else:
            muets.append(objet)
    if not quartiers:
        sans_nom = any(objet.surfaces for objet in muets)
        raise CarteRefuseeError("sans_nom" if sans_nom else "sans_contour")
    return _Objets(tuple(quartiers), tuple(communes), tuple(muets))


def _read_contour(objet: Objet) -> tuple[Contour, bool]:
    """A contour, and whether it is that of a commune."""
    textes = {squash(str(n)).replace(" ", ""): v for n, v in objet.proprietes.items()}
    nom, code, genre, commune = (_find(textes, cles) for cles in (_NOM, _CODE, _TYPE, _COMMUNE))
    is_commune = fold(genre) == "commune" or bool(commune and not (nom or code))
    nom = (nom or commune) if is_commune else nom
    return Contour(objet.rang, nom, code, genre, objet.surfaces), is_commune


def _find(textes: dict[str, object], cles: Iterable[str]) -> str:
    """The first of those properties that says something."""
    lus = (textes.get(cle) for cle in cles)
    dits = (_clean(str(lu)) for lu in lus if isinstance(lu, str | int) and lu)
    return next(dits, "")[:_LETTRES]


def _clean(texte: str) -> str:
    """The text on one line, without what no document can hold."""
    return " ".join(_INTERDITS.sub(" ", texte).split())


def _find_zone(contours: Sequence[Contour], epsg: int | None) -> Zone | None:
    """The part of France that the map is of; None when it is nowhere there."""
    zones = {WGS84: ZONES, LAMBERT_93: (EN_LAMBERT_93,)}.get(epsg or 0, ())
    return next((z for z in zones if any(_is_in(c, z.holds) for c in contours)), None)


def _is_in(contour: Contour, holds: Callable[[float, float], bool]) -> bool:
    return all(holds(*point) for surface in contour.surfaces for a in surface for point in a)


def _check_places(
    fichier: str, contours: Sequence[Contour], zone: Zone | None, epsg: int | None
) -> list[Anomalie]:
    """What is told of the contours that are not where the others are, or nowhere in France."""
    dehors = [c for c in contours if zone is None or not _is_in(c, zone.holds)]
    if not dehors:
        return []
    lieu = _lieu(fichier, dehors)
    if epsg == WGS84 and all(_is_swapped(contour) for contour in dehors):
        return [PV703.at(lieu)]
    raison = "ailleurs"
    if epsg is None:
        raison = "systeme"
    elif epsg == WGS84 and any(not _is_in(c, _is_degrees) for c in dehors):
        raison = "metres"
    return [PV704.at(lieu, raison=AILLEURS[raison])]


def _is_swapped(contour: Contour) -> bool:
    return any(_is_in(contour, zone.holds_swapped) for zone in ZONES)


def _is_degrees(x: float, y: float) -> bool:
    return abs(x) <= 180 and abs(y) <= 90


def _lieu(fichier: str, objets: Iterable[Contour | Objet]) -> Emplacement:
    return Emplacement(fichier, None, tuple(f"objet {objet.rang}" for objet in objets))


def _make_carte(
    fichier: str, geojson: Geojson, objets: _Objets, zone: Zone | None, *, outils: bool
) -> Carte:
    return Carte(
        fichier,
        objets.quartiers,
        objets.communes,
        epsg=geojson.epsg or WGS84,
        projection=zone.epsg if zone else LAMBERT_93,
        mention=_clean(geojson.mention),
        outils=outils,
    )
