"""What can be built in a project: its documents, where their templates are from, what they are."""

from pathlib import Path
from xml.etree.ElementTree import ParseError

from msgspec import Struct

from rapportpv.commands.fourni import ENVOIS, list_modeles, templates_dir
from rapportpv.core.zip import ArchiveIllisibleError, read_zip

FOURNI = "modèle fourni"

_OBJETS = {
    "rapport": "le rapport annuel sur la mise en œuvre de la politique de la ville",
    "deliberation": "la délibération, de seance.xlsx et du bloc [seance] d’annee.toml",
    "courriers": "les lettres qui transmettent le projet de rapport, une par destinataire",
    "relances": "les lettres de rappel à ceux qui n’ont pas répondu",
}
_COEUR = "docProps/core.xml"
_TITRE = "{http://purl.org/dc/elements/1.1/}title"


class Document(Struct, frozen=True):
    """A document that can be built: its name, where its template is from, what it is, if known."""

    nom: str
    origine: str
    objet: str


def list_documents(racine: Path) -> list[Document]:
    """The documents of a project, in the order of their names."""
    modeles = {ENVOIS.get(nom, nom): chemin for nom, chemin in list_modeles(racine).items()}
    return [
        Document(nom, _origine(racine, chemin), _OBJETS.get(nom) or _read_titre(chemin))
        for nom, chemin in sorted(modeles.items())
    ]


def _origine(racine: Path, chemin: Path) -> str:
    if chemin.parent == templates_dir():
        return FOURNI
    return chemin.relative_to(racine).as_posix()


def _read_titre(chemin: Path) -> str:
    """The title in the template's properties; nothing when it has none, or has tags."""
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    try:
        coeur = read_zip(chemin.read_bytes()).get(_COEUR)
        titre = ElementTree.fromstring(coeur).findtext(_TITRE) if coeur else None
    except (OSError, ArchiveIllisibleError, ParseError, DefusedXmlException):
        return ""
    return "" if titre is None or "{" in titre else " ".join(titre.split())
