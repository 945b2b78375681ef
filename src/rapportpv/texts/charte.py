"""The pictures of the charter: files of the project, looked at as those of the texts are."""

from pathlib import Path

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.prose import Image
from rapportpv.reading.noms import REGLAGES
from rapportpv.reading.rules.pv010_reglage_invalide import PV010
from rapportpv.texts.images import OCTETS, PIXELS
from rapportpv.texts.photo import ImageRefuseeError, inspect_photo, turn
from rapportpv.texts.rules.pv603_image_illisible import RAISONS

_ABSENT = "ce fichier n’est pas dans le dossier du projet"
_DEHORS = "une image est un fichier du dossier du projet, nommé à partir de celui-ci"
_GRAND = "cette image est trop grande. Enregistrez-la plus petite"


def load_image(racine: Path, cle: str, nom: str | None) -> tuple[Image | None, list[Anomalie]]:
    """The picture that a key of [charte] names in the project, or None; what is wrong with it."""
    if nom is None:
        return None, []
    chemin = racine / nom
    try:
        if not chemin.resolve().is_relative_to(racine.resolve()):
            return None, [_tell(cle, nom, _DEHORS)]
        if not chemin.is_file():
            return None, [_tell(cle, nom, _ABSENT)]
        octets = b"" if (grand := chemin.stat().st_size > OCTETS) else chemin.read_bytes()
    except (OSError, ValueError) as cause:
        raise FichierInaccessibleError(chemin) from cause
    try:
        photo = None if grand else inspect_photo(octets)
        if photo is None or photo.largeur * photo.hauteur > PIXELS:
            return None, [_tell(cle, nom, _GRAND)]
        photo = turn(photo, octets) if photo.tournee else photo
    except ImageRefuseeError as refus:
        return None, [_tell(cle, nom, RAISONS[refus.raison])]
    return Image(nom, photo.octets, photo.format, photo.largeur, photo.hauteur), []


def _tell(cle: str, nom: str, raison: str) -> Anomalie:
    lieu = Emplacement(REGLAGES, None, (f"charte, {cle}",))
    return PV010.at(lieu, valeur=nom, raison=raison)
