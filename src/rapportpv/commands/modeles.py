"""Templates to be changed in Word: the built-in ones, copied into the project."""

from dataclasses import dataclass
from pathlib import Path

from rapportpv.commands.ecriture import write_whole
from rapportpv.commands.fourni import MODELES, list_fournis, list_own_modeles
from rapportpv.core.errors import ModeleDejaLaError, ModeleInconnuError
from rapportpv.french.lexique import Entree, Lexique, fold

_OBJETS = {
    "rapport": "le rapport annuel",
    "deliberation": "la délibération",
    "courrier": "la lettre qui transmet le projet de rapport",
    "relance": "la lettre de rappel",
}
_DOCUMENTS = {"courrier": "courriers", "relance": "relances"}


@dataclass(frozen=True)
class Modele:
    """A template: its name, what it is for, the document made of it, where the project's is."""

    nom: str
    objet: str
    document: str
    copie: Path | None


def list_copiables(racine: Path) -> list[Modele]:
    """The templates that can be copied, and those of the project."""
    siens = list_own_modeles(racine)
    fournis = [nom for nom in _OBJETS if nom in list_fournis()]
    autres = [nom for nom in siens if nom not in fournis]
    return [_make(nom, siens.get(nom)) for nom in (*fournis, *autres)]


def copy_modele(racine: Path, document: str) -> Modele:
    """The built-in template of that document, copied into the project; never over another.

    Raises ModeleInconnuError, ModeleDejaLaError and SortieInaccessibleError.
    """
    fournis = list_fournis()
    nom = _find(document, sorted(fournis))
    siens = {fold(autre): chemin for autre, chemin in list_own_modeles(racine).items()}
    copie = siens.get(fold(nom), racine / MODELES / f"{nom}.docx")
    if copie.exists():
        raise ModeleDejaLaError(copie)
    write_whole(copie, fournis[nom].read_bytes())
    return _make(nom, copie)


def _find(document: str, fournis: list[str]) -> str:
    """The template's name, however it is spelt; «courriers» are made of «courrier»."""
    entrees = tuple(Entree(nom, nom, (_DOCUMENTS.get(nom, nom),)) for nom in fournis)
    noms = Lexique(entrees)
    trouve = noms.find(document)
    if trouve is None:
        raise ModeleInconnuError(document, fournis, noms.suggest(document))
    return trouve


def _make(nom: str, copie: Path | None) -> Modele:
    return Modele(nom, _OBJETS.get(nom, ""), _DOCUMENTS.get(nom, nom), copie)
