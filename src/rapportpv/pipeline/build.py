"""Build: check the year, render its document, and write it whole or not at all."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from rapportpv.aggregate import add_sources, read_avis
from rapportpv.aggregate.dessins import draw_dessins
from rapportpv.aggregate.seance import read_seance
from rapportpv.model.anomalie import Anomalie, gather
from rapportpv.model.chiffre import Bilan
from rapportpv.model.dossier import Dossier
from rapportpv.model.errors import DocumentModifieError, SortieInaccessibleError
from rapportpv.model.matiere import Matiere
from rapportpv.pipeline.controle import Controle, check_annee
from rapportpv.pipeline.fourni import find_modele
from rapportpv.render.archive import is_untouched
from rapportpv.render.word import render_document
from rapportpv.rules import pv817_seance_incomplete

DELIBERATION = "deliberation"


class Etat(Enum):
    """What became of the document."""

    REFUSE = auto()
    ECRIT = auto()
    REMPLACE = auto()
    INCHANGE = auto()


@dataclass(frozen=True)
class Fabrication:
    """A document that was built, or what stands in its way."""

    controle: Controle
    etat: Etat = Etat.REFUSE
    chemin: Path | None = None


@dataclass(frozen=True)
class Commande:
    """What is asked for: a document of a year, where, and what may be gone over."""

    racine: Path
    millesime: int
    document: str
    sortie: Path
    malgre_erreurs: bool = False
    ecraser: bool = False
    sources: bool = False


def build_document(commande: Commande) -> Fabrication:
    """The document, written whole; nothing is written when an anomaly forbids it.

    Raises RapportError when the document cannot be written or would erase somebody's edits.
    """
    modele = find_modele(commande.racine, commande.document)
    controle = check_annee(commande.racine, commande.millesime)
    bloque = controle.is_blocked()
    if controle.dossier is None or (bloque and not commande.malgre_erreurs):
        return Fabrication(controle)
    dossier, document = controle.dossier, modele.stem
    if document == DELIBERATION and (manques := list(pv817_seance_incomplete.check(dossier))):
        return Fabrication(_with(controle, manques))
    matiere = _gather(dossier, controle.bilan, commande, brouillon=bloque)
    contenu, fautes = render_document(modele, matiere)
    if contenu is None or fautes:
        return Fabrication(_with(controle, fautes))
    nom = f"{document}-{commande.millesime}-{matiere.identite.version}.docx"
    chemin = commande.sortie / nom
    return Fabrication(controle, write_output(chemin, contenu, ecraser=commande.ecraser), chemin)


def _gather(dossier: Dossier, bilan: Bilan, commande: Commande, *, brouillon: bool) -> Matiere:
    """All that the document is made of."""
    return Matiere(
        dossier.identite(brouillon=brouillon),
        add_sources(bilan, dossier) if commande.sources else bilan,
        textes=dossier.textes or (),
        dessins=draw_dessins(dossier, bilan),
        sources=commande.sources,
        conseil=dossier.reglages.conseil,
        seance=read_seance(dossier),
        consultes=read_avis(dossier),
    )


def _with(controle: Controle, fautes: list[Anomalie]) -> Controle:
    return replace(controle, anomalies=tuple(gather([*controle.anomalies, *fautes])))


def check_output(chemin: Path, contenu: bytes, *, ecraser: bool) -> Etat:
    """What would become of a document that is written there; nothing is.

    Raises SortieInaccessibleError and DocumentModifieError.
    """
    try:
        ancien = chemin.read_bytes() if chemin.exists() else None
    except OSError as cause:
        raise SortieInaccessibleError(chemin) from cause
    if ancien == contenu:
        return Etat.INCHANGE
    if chemin.with_name(f"~${chemin.name[2:]}").exists():  # Word has it open
        raise SortieInaccessibleError(chemin)
    if ancien is not None and not ecraser and not is_untouched(ancien):
        raise DocumentModifieError(chemin)
    return Etat.ECRIT if ancien is None else Etat.REMPLACE


def write_output(chemin: Path, contenu: bytes, *, ecraser: bool) -> Etat:
    """Write a document whole, unless it is there already; what became of it.

    Raises SortieInaccessibleError and DocumentModifieError.
    """
    etat = check_output(chemin, contenu, ecraser=ecraser)
    if etat is Etat.INCHANGE:
        return etat
    try:
        chemin.parent.mkdir(parents=True, exist_ok=True)
        _replace(chemin, contenu)
    except OSError as cause:
        raise SortieInaccessibleError(chemin) from cause
    return etat


def _replace(chemin: Path, contenu: bytes) -> None:
    """Write beside, then rename: a reader sees the old document or the new one, never a half."""
    brouillon = chemin.with_name(f".{chemin.name}.tmp")
    try:
        brouillon.write_bytes(contenu)
        brouillon.replace(chemin)
    finally:
        brouillon.unlink(missing_ok=True)
