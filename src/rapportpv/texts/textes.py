"""The folder `textes/` of a year: one file per section of the report."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.prose import Prose, Titre
from rapportpv.core.sections import FOCUS
from rapportpv.core.textes import TEXTES, Texte
from rapportpv.texts.entete import Ligne, find_entete, read_entete
from rapportpv.texts.images import Phototheque
from rapportpv.texts.markdown import read_markdown
from rapportpv.texts.objectifs import take_objectifs
from rapportpv.texts.releve import Releve
from rapportpv.texts.rules.pv608_texte_illisible import PV608, RAISONS
from rapportpv.texts.rules.pv609_texte_avec_macros import PV609
from rapportpv.texts.sections import check_sections
from rapportpv.texts.word.fragment_word import read_word
from rapportpv.texts.word.paquet_word import TexteRefuseError

_MARKDOWN = {".md", ".markdown"}
_WORD = {".docx", ".docm"}
_REFUSES = {".doc", ".dot", ".dotx", ".dotm", ".odt", ".rtf", ".pages"}
_CACHES = (".", "~$")
_OCTETS = {True: 100 * 2**20, False: 200_000}  # with its pictures, or words only: 60 pages
_ZIP = b"PK\x03\x04"
_BOMS_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def load_textes(racine: Path, millesime: int) -> tuple[tuple[Texte, ...] | None, list[Anomalie]]:
    """The texts of the year in their order, and all that is wrong with how they were read.

    None when the project has no such folder. Raises FichierInaccessibleError when the system
    forbids a reading.
    """
    dossier = racine / str(millesime) / TEXTES
    if not dossier.is_dir():
        return None, []
    phototheque = Phototheque(racine, millesime)
    anomalies: list[Anomalie] = []
    textes: list[Texte] = []
    for chemin in _list_fichiers(dossier):
        fichier = f"{millesime}/{TEXTES}/{chemin.name}"
        releve = Releve(fichier, word=chemin.suffix.lower() in _WORD)
        textes.append(_load(chemin, releve, phototheque))
        anomalies += releve.anomalies
    textes.sort(key=lambda texte: texte.ordre)
    return tuple(textes), [*anomalies, *check_sections(textes, racine)]


def _list_fichiers(dossier: Path) -> list[Path]:
    """The texts by name; one in a format that is not read counts when no other says the same."""
    fichiers = sorted(
        f for f in dossier.iterdir() if f.is_file() and not f.name.startswith(_CACHES)
    )
    lus = [f for f in fichiers if f.suffix.lower() in _MARKDOWN | _WORD]
    sections = {Texte(f.name, "").section for f in lus}
    refuses = [f for f in fichiers if f.suffix.lower() in _REFUSES]
    return [*lus, *(f for f in refuses if Texte(f.name, "").section not in sections)]


def _load(chemin: Path, releve: Releve, phototheque: Phototheque) -> Texte:
    """The text of a file; one that cannot be read is empty, and told."""
    try:
        if chemin.suffix.lower() in _REFUSES:
            raise TexteRefuseError("format")
        octets = _read(chemin, _OCTETS[releve.word])
        lire = _load_word if releve.word else _load_markdown
        return lire(octets, releve, phototheque)
    except TexteRefuseError as refus:
        releve.anomalies.clear()  # what was told so far is of no matter now
        if refus.raison == "macros":
            releve.tell(PV609, 0)
        else:
            releve.tell(PV608, 0, raison=RAISONS[refus.raison])
        return Texte(releve.fichier, "", word=releve.word, illisible=True)


def _read(chemin: Path, limite: int) -> bytes:
    try:
        if chemin.stat().st_size > limite:
            raise TexteRefuseError("trop_grand")
        return chemin.read_bytes()
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause


def _load_word(octets: bytes, releve: Releve, phototheque: Phototheque) -> Texte:
    if Path(releve.fichier).suffix.lower() == ".docm":
        raise TexteRefuseError("macros")
    lu = read_word(octets, releve, phototheque)
    texte = Texte(releve.fichier, lu.contenu, word=True, prose=lu.prose)
    return _complete(texte, lu.entete, releve, phototheque)


def _load_markdown(octets: bytes, releve: Releve, phototheque: Phototheque) -> Texte:
    contenu = _decode(octets).replace("\r\n", "\n").replace("\r", "\n")
    lignes = contenu.split("\n")
    fin = find_entete(lignes)
    corps = "\n" * fin + "\n".join(lignes[fin:])
    prose = read_markdown(corps, releve, phototheque) if corps.strip() else Prose()
    entete = [Ligne(n, ligne) for n, ligne in enumerate(lignes[:fin], 1)]
    return _complete(Texte(releve.fichier, contenu, prose=prose), entete, releve, phototheque)


def _complete(
    texte: Texte, entete: Iterable[Ligne], releve: Releve, phototheque: Phototheque
) -> Texte:
    """The text with its front matter, the aims of a focus apart; headings alone print nothing."""
    dit, photos = read_entete(entete, releve, phototheque)
    prose, objectifs = texte.prose, Prose()
    if texte.section == FOCUS:
        prose, objectifs = take_objectifs(prose)
    if all(isinstance(bloc, Titre) for bloc in prose.blocs):
        prose = Prose()
    return replace(texte, prose=prose, objectifs=objectifs, entete=dit, photos=photos)


def _decode(octets: bytes) -> str:
    """The text, in UTF-8 or as Windows editors save it."""
    if octets.startswith(_BOMS_UTF16):
        return octets.decode("utf-16", "replace")
    if octets.startswith(_ZIP) or b"\x00" in octets:
        raise TexteRefuseError("inconnu")
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        return octets.decode("cp1252", "replace")
