"""Build: check the year, render its document, and write it whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from rapportpv.commands.ecriture import write_whole
from rapportpv.commands.fourni import find_modele
from rapportpv.core.anomalie import Anomalie, Stage, gather
from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.core.errors import (
    DocumentModifieError,
    FormatInconnuError,
    PublicationDeBrouillonError,
    RapportError,
    SortieInaccessibleError,
)
from rapportpv.drawing import draw_dessins
from rapportpv.subjects.consultation.figures import read_avis
from rapportpv.subjects.seance.figures import read_seance
from rapportpv.word.archive import is_untouched
from rapportpv.word.matiere import Matiere
from rapportpv.word.render import render_document
from rapportpv.year.controle import Controle, check_annee, run_checks
from rapportpv.year.sources import add_sources

DELIBERATION = "deliberation"

DOCX, PDF = FORMATS = ("docx", "pdf")


class Etat(Enum):
    """What became of the document."""

    REFUSE = auto()
    ECRIT = auto()
    REMPLACE = auto()
    INCHANGE = auto()


@dataclass(frozen=True)
class Fabrication:
    """A document that was built, or what stands in its way.

    `copies`: the same document in other formats. `publication`: the state of the year, if it was
    published and is another than before. `manque`: why a part of what was asked for was not done.
    """

    controle: Controle
    etat: Etat = Etat.REFUSE
    chemin: Path | None = None
    copies: tuple[tuple[Etat, Path], ...] = ()
    publication: Path | None = None
    manque: RapportError | None = None


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
    formats: tuple[str, ...] = (DOCX,)
    publier: bool = False


def build_document(commande: Commande) -> Fabrication:
    """The document, written whole; nothing is written when an anomaly forbids it.

    Raises RapportError when the document cannot be written or would erase somebody's edits. A
    format that cannot be made is told in the Fabrication: the .docx is written all the same.
    """
    if commande.publier and commande.malgre_erreurs:
        raise PublicationDeBrouillonError
    modele = find_modele(commande.racine, commande.document)
    controle = check_annee(commande.racine, commande.millesime)
    bloque = controle.is_blocked()
    if controle.dossier is None or (bloque and not commande.malgre_erreurs):
        return Fabrication(controle)
    dossier, document = controle.dossier, modele.stem
    if document == DELIBERATION and (manques := [*run_checks(Stage.DELIBERATION, dossier)]):
        return Fabrication(add_fautes(controle, manques))
    matiere = gather_matiere(dossier, controle.bilan, commande, brouillon=bloque)
    contenu, fautes = render_document(modele, matiere)
    if contenu is None or fautes:
        return Fabrication(add_fautes(controle, fautes))
    nom = f"{document}-{commande.millesime}-{matiere.identite.version}.docx"
    chemin = commande.sortie / nom
    fabrication = Fabrication(
        controle, write_output(chemin, contenu, ecraser=commande.ecraser), chemin
    )
    if PDF in commande.formats:
        fabrication = _add_pdf(fabrication, chemin, contenu, ecraser=commande.ecraser)
    if commande.publier and fabrication.manque is None:
        from rapportpv.commands.publication import publish_annee

        publication = publish_annee(commande.racine, dossier, controle.bilan, document)
        fabrication = replace(fabrication, publication=publication)
    return fabrication


def gather_matiere(
    dossier: Dossier, bilan: Bilan, commande: Commande, *, brouillon: bool
) -> Matiere:
    """All that the document is made of."""
    return Matiere(
        dossier.identite(brouillon=brouillon),
        add_sources(bilan) if commande.sources else bilan,
        textes=dossier.textes or (),
        dessins=draw_dessins(dossier, bilan),
        sources=commande.sources,
        charte=dossier.reglages.charte,
        logo=dossier.logo,
        conseil=dossier.reglages.conseil,
        seance=read_seance(dossier),
        consultes=read_avis(dossier),
    )


def read_formats(texte: str) -> tuple[str, ...]:
    """The formats of «docx,pdf». Raises FormatInconnuError."""
    formats = tuple(nom.strip().lower() for nom in texte.split(","))
    for nom in formats:
        if nom not in FORMATS:
            raise FormatInconnuError(nom, FORMATS)
    return formats


def _add_pdf(
    fabrication: Fabrication, document: Path, contenu: bytes, *, ecraser: bool
) -> Fabrication:
    from rapportpv.export import pdf

    try:
        converti = pdf.convert_pdf(contenu, document.name)
        chemin = document.with_suffix(f".{PDF}")
        etat = write_output(chemin, converti, ecraser=ecraser, is_ours=pdf.is_untouched)
    except RapportError as manque:
        return replace(fabrication, manque=manque)
    return replace(fabrication, copies=((etat, chemin),))


def add_fautes(controle: Controle, fautes: list[Anomalie]) -> Controle:
    """The same year, with those anomalies as well."""
    return replace(controle, anomalies=tuple(gather([*controle.anomalies, *fautes])))


def check_output(
    chemin: Path,
    contenu: bytes,
    *,
    ecraser: bool,
    is_ours: Callable[[bytes], bool] = is_untouched,
) -> Etat:
    """What would become of a document that is written there; nothing is.

    Raises SortieInaccessibleError and DocumentModifieError.
    """
    try:
        ancien = chemin.read_bytes() if chemin.exists() else None
        if ancien == contenu:
            return Etat.INCHANGE
        if chemin.with_name(f"~${chemin.name[2:]}").exists():  # Word has it open
            raise SortieInaccessibleError(chemin)
    except OSError as cause:
        raise SortieInaccessibleError(chemin) from cause
    if ancien is not None and not ecraser and not is_ours(ancien):
        raise DocumentModifieError(chemin)
    return Etat.ECRIT if ancien is None else Etat.REMPLACE


def write_output(
    chemin: Path,
    contenu: bytes,
    *,
    ecraser: bool,
    is_ours: Callable[[bytes], bool] = is_untouched,
) -> Etat:
    """Write a document whole, unless it is there already; what became of it.

    Raises SortieInaccessibleError and DocumentModifieError.
    """
    etat = check_output(chemin, contenu, ecraser=ecraser, is_ours=is_ours)
    if etat is not Etat.INCHANGE:
        write_whole(chemin, contenu)
    return etat
