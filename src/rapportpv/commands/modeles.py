"""Templates to be changed in Word: the built-in ones, copied into the project."""

from pathlib import Path

from msgspec import Struct

from rapportpv.commands.fourni import list_fournis, list_own_modeles
from rapportpv.core.ecriture import write_whole
from rapportpv.core.errors import RapportError
from rapportpv.french.lexique import Entree, Lexique, fold
from rapportpv.reading.noms import MODELES

_OBJETS = {
    "rapport": "le rapport annuel",
    "deliberation": "la délibération",
    "courrier": "la lettre qui transmet le projet de rapport",
    "relance": "la lettre de rappel",
}
_DOCUMENTS = {"courrier": "courriers", "relance": "relances"}


class ModeleInconnuError(RapportError):
    """No built-in template has that name."""

    def __init__(self, nom: str, connus: list[str], proche: str | None = None) -> None:
        conseil = f" Vouliez-vous dire « {proche} » ?" if proche else ""
        super().__init__(
            f"Aucun modèle fourni ne s’appelle « {nom} » (modèles fournis : "
            f"{', '.join(connus)}).{conseil}"
        )


class ModeleDejaLaError(RapportError):
    """A template would be overwritten."""

    def __init__(self, chemin: Path) -> None:
        super().__init__(
            f"Le modèle « {chemin} » est déjà là : il n’est pas remplacé. Renommez-le ou "
            "déplacez-le pour repartir du modèle fourni."
        )


class Modele(Struct, frozen=True):
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
