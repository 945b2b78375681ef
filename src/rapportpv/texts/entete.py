"""The front matter of a text: lines «clé : valeur» at its top, between two lines «---»."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from rapportpv.core.prose import Image
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.typographie import format_liste, format_texte
from rapportpv.texts.contenu import clean
from rapportpv.texts.images import Phototheque
from rapportpv.texts.releve import Releve
from rapportpv.texts.rules.pv605_image_sans_texte_alternatif import PV605
from rapportpv.texts.rules.pv611_en_tete_inconnu import PV611

CLES = Lexique(
    (
        Entree("titre", "titre"),
        Entree("operateur", "opérateur", ("porteur",)),
        Entree("photo", "photo", ("image",)),
        Entree("alt", "alt", ("texte alternatif", "description")),
        Entree("legende", "légende"),
        Entree("credit", "crédit", ("crédit photo",)),
        Entree("logo", "logo"),
        Entree("alt_logo", "alt_logo", ("alt du logo",)),
    )
)
"""What a front matter may say."""

BORNE = re.compile(r"\s*(?:-{3,}|[\u2013\u2014]-?|\.{3})\s*")
_IMAGES = ("photo", "logo")
_LIGNE = re.compile(r"(?P<cle>[^:]{1,40}?)\s*:\s*(?P<valeur>.*)")
_GUILLEMETS = (('"', '"'), ("'", "'"), ("«", "»"), ("\u201c", "\u201d"))


class Ligne(Struct, frozen=True):
    """A line of a front matter, and its number in the file."""

    numero: int
    texte: str


def find_entete(lignes: list[str]) -> int:
    """How many lines the front matter has at the top of those, its bounds too; 0 without one."""
    debut = next((rang for rang, ligne in enumerate(lignes) if ligne.strip()), len(lignes))
    if debut == len(lignes) or not BORNE.fullmatch(lignes[debut]):
        return 0
    for rang, ligne in enumerate(lignes[debut + 1 :], debut + 1):
        if BORNE.fullmatch(ligne):
            return rang + 1 if any(map(split_ligne, lignes[debut + 1 : rang])) else 0
    return 0


def split_ligne(ligne: str) -> tuple[str, str] | None:
    """The key and the value of a line, without the quotes around it."""
    trouve = _LIGNE.fullmatch(ligne.strip())
    if trouve is None:
        return None
    cle, valeur = trouve["cle"], trouve["valeur"]
    for ouvrant, fermant in _GUILLEMETS:
        if len(valeur) > 1 and valeur.startswith(ouvrant) and valeur.endswith(fermant):
            valeur = valeur[1:-1].strip()
            break
    return cle, valeur


def read_entete(
    lignes: Iterable[Ligne], releve: Releve, phototheque: Phototheque
) -> tuple[Mapping[str, str], Mapping[str, Image]]:
    """What the lines say, by key without accents, and the pictures that they name, by path."""
    entete: dict[str, str] = {}
    places: dict[str, int] = {}
    for ligne in lignes:
        if re.match(r"\s*(?:#|$)", ligne.texte) or BORNE.fullmatch(ligne.texte):
            continue
        cle, valeur = split_ligne(ligne.texte) or ("", "")
        code = CLES.find(cle)
        if code is None:
            _tell_inconnue(cle or ligne.texte.strip(), ligne.numero, releve)
        elif valeur:
            entete[code] = clean(valeur) if code in _IMAGES else format_texte(clean(valeur))
            places[code] = ligne.numero
    photos: dict[str, Image] = {}
    for cle in _IMAGES:
        if cle in entete and (image := phototheque.find(entete[cle], releve, places[cle])):
            photos[entete[cle]] = image
    if entete.get("photo") in photos and not entete.keys() & {"alt", "legende"}:
        releve.tell(
            PV605,
            places["photo"],
            valeur=entete["photo"],
            ou="dans une ligne « alt : » de l’en-tête",
        )
    return entete, photos


def _tell_inconnue(cle: str, numero: int, releve: Releve) -> None:
    proche = CLES.suggest(cle, ressemblance="orthographe")
    releve.tell(
        PV611,
        numero,
        valeur=cle,
        suggestion=f"Écrivez « {proche} »." if proche else None,
        connues=format_liste(entree.libelle for entree in CLES.entrees),
    )
