"""The pictures of a year's texts: found in the project, looked at, read once each."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct, field

from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.prose import Image
from rapportpv.core.textes import IMAGES, TEXTES
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.typographie import FINE, INSECABLE
from rapportpv.texts.photo import ImageRefuseeError, Photo, inspect_photo, turn
from rapportpv.texts.releve import Releve
from rapportpv.texts.rules.pv601_image_introuvable import PV601
from rapportpv.texts.rules.pv602_image_hors_du_projet import PV602
from rapportpv.texts.rules.pv603_image_illisible import PV603, RAISONS
from rapportpv.texts.rules.pv604_image_trop_grande import PV604

PIXELS = 40_000_000
OCTETS = 20 * 2**20
_AILLEURS = re.compile(r"[\\/]|[a-zA-Z][\w+.-]*:")  # absolute, of a network, of a drive, an URL


class Montree(Struct, frozen=True):
    """How a text shows a picture: under what name, on which line, and how many bytes it has."""

    nom: str
    numero: int
    taille: int


class Phototheque(Struct):
    """The pictures of a year: each is read once, however many texts show it."""

    racine: Path
    millesime: int
    lues: dict[str, Image] = field(default_factory=dict)

    @property
    def dossier(self) -> str:
        """Where pictures are to be put: «2022/images»."""
        return f"{self.millesime}/{IMAGES}"

    def find(self, ecrit: str, releve: Releve, numero: int) -> Image | None:
        """The picture at that path, as typed in a text, or None: what is wrong is then told."""
        voulu = unquote(ecrit).strip()
        fichier = None if _AILLEURS.match(voulu) else self._locate(voulu.replace("\\", "/"))
        if fichier is None:
            releve.tell(PV602, numero, valeur=voulu, dossier=self.dossier)
            return None
        if fichier in self.lues:
            return self.lues[fichier]
        chemin = self.racine / fichier
        if not _is_file(chemin):
            proche = self._suggest(chemin)
            releve.tell(PV601, numero, valeur=voulu, suggestion=proche, dossier=self.dossier)
            return None
        try:
            taille = chemin.stat().st_size
            octets = b"" if taille > OCTETS else chemin.read_bytes()
        except OSError as cause:
            raise FichierInaccessibleError(chemin) from cause
        image = look(octets, fichier, Montree(voulu, numero, taille), releve)
        if image:
            self.lues[fichier] = image
        return image

    def _locate(self, voulu: str) -> str | None:
        """The file of the project that a path means; None when it leads outside."""
        possibles = [
            posixpath.normpath(posixpath.join(dossier, voulu))
            for dossier in (f"{self.millesime}/{TEXTES}", f"{self.millesime}", self.dossier)
        ]
        possibles = [p for p in possibles if not p.startswith("../") and p != ".."]
        presents = (p for p in possibles if _is_file(self.racine / p))
        fichier = next(presents, None)
        if fichier is None:
            return next(iter(possibles), None)
        return fichier if self._is_inside(self.racine / fichier) else None

    def _is_inside(self, chemin: Path) -> bool:
        """Whether a file is of the project, links followed."""
        return chemin.resolve().is_relative_to(self.racine.resolve())

    def _suggest(self, chemin: Path) -> str | None:
        """The picture whose name is nearest, where it was looked for or among the pictures."""
        for dossier in (chemin.parent, self.racine / self.dossier):
            try:
                dedans = dossier.is_dir() and self._is_inside(dossier)
                noms = sorted(f.name for f in dossier.iterdir() if f.is_file()) if dedans else []
            except (OSError, ValueError, RuntimeError):  # no path at all
                continue
            lexique = Lexique(tuple(Entree(nom, nom) for nom in noms))
            if proche := lexique.suggest(chemin.name, ressemblance="orthographe"):
                return f"Écrivez « {proche} »."
        return None


def _is_file(chemin: Path) -> bool:
    try:
        return chemin.is_file()
    except (OSError, ValueError):  # too long, or no path at all
        return False


def look(octets: bytes, fichier: str, montree: Montree, releve: Releve) -> Image | None:
    """The picture that the bytes are, or None: what is wrong is then told."""
    try:
        photo = None if montree.taille > OCTETS else inspect_photo(octets)
        if photo is None or photo.largeur * photo.hauteur > PIXELS:
            dimension = _format_pixels(photo) if photo else f"{montree.taille >> 20}{INSECABLE}Mo"
            releve.tell(PV604, montree.numero, valeur=montree.nom, taille=dimension)
            return None
        if photo.tournee:
            photo = turn(photo, octets)
    except ImageRefuseeError as refus:
        releve.tell(PV603, montree.numero, valeur=montree.nom, raison=RAISONS[refus.raison])
        return None
    return Image(fichier, photo.octets, photo.format, photo.largeur, photo.hauteur)


def _format_pixels(photo: Photo) -> str:
    cotes = (f"{cote:,}".replace(",", FINE) for cote in (photo.largeur, photo.hauteur))
    return f"{'×'.join(cotes)} pixels"
