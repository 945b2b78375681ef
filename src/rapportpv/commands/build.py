"""Build: check the year, render its document, and write it whole or not at all."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.commands.fourni import find_modele, find_page
from rapportpv.commands.remplacement import Ecriture, Etat, Remplacement, write_output
from rapportpv.core.anomalie import Anomalie, Stage, gather
from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.core.errors import (
    FormatInconnuError,
    PublicationDeBrouillonError,
    RapportError,
)
from rapportpv.drawing import draw_dessins
from rapportpv.subjects.consultation.figures import read_avis
from rapportpv.subjects.seance.figures import read_seance
from rapportpv.word.matiere import Matiere
from rapportpv.word.render import render_document
from rapportpv.year.controle import Controle, check_annee
from rapportpv.year.epreuves import run_checks
from rapportpv.year.sources import add_sources

DELIBERATION = "deliberation"

DOCX, PDF, HTML = FORMATS = ("docx", "pdf", "html")


class Fabrication(Struct, frozen=True):
    """A document that was built, or what stands in its way.

    `copies`: the same document in other formats. `gardees`: copies of what somebody had touched and
    that was replaced. `publication`: the state of the year, if it was published and is another
    than before. `manque`: why a part of what was asked for was not done.
    """

    controle: Controle
    etat: Etat = Etat.REFUSE
    chemin: Path | None = None
    copies: tuple[tuple[Etat, Path], ...] = ()
    gardees: tuple[Path, ...] = ()
    publication: Path | None = None
    manque: RapportError | None = None


class Commande(Struct, frozen=True):
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
    controle, contenu = render_annee(
        commande, modele, check_annee(commande.racine, commande.millesime)
    )
    if controle.dossier is None or contenu is None:
        return Fabrication(controle)
    dossier, document = controle.dossier, modele.stem
    nom = f"{document}-{commande.millesime}-{dossier.annee.version}.docx"
    chemin = commande.sortie / nom
    voulu = Remplacement(commande.ecraser, commande.millesime)
    fabrication = _add(Fabrication(controle), write_output(chemin, contenu, voulu))
    if HTML in commande.formats:
        fabrication = _add_page(fabrication, chemin, contenu, commande, document)
    if PDF in commande.formats and fabrication.manque is None:
        fabrication = _add_pdf(fabrication, chemin, contenu, ecraser=commande.ecraser)
    if commande.publier and fabrication.manque is None:
        from rapportpv.commands.publication import publish_annee

        publication = publish_annee(commande.racine, dossier, controle.bilan, document)
        fabrication = replace(fabrication, publication=publication)
    return fabrication


def render_annee(
    commande: Commande, modele: Path, controle: Controle
) -> tuple[Controle, bytes | None]:
    """The document of a year that was checked; None when an anomaly, one of those, forbids it.

    Raises DocumentMalFaitError.
    """
    dossier, bloque = controle.dossier, controle.is_blocked()
    if dossier is None or (bloque and not commande.malgre_erreurs):
        return controle, None
    if modele.stem == DELIBERATION and (manques := [*run_checks(Stage.DELIBERATION, dossier)]):
        return add_fautes(controle, manques), None
    matiere = gather_matiere(dossier, controle.bilan, commande, brouillon=bloque)
    contenu, fautes = render_document(modele, matiere)
    if contenu is None or fautes:
        return add_fautes(controle, fautes), None
    return controle, contenu


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
        couverture=dossier.couverture,
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
        voulu = Remplacement(ecraser, is_ours=pdf.is_untouched)
        return _add(fabrication, write_output(chemin, converti, voulu))
    except RapportError as manque:
        return replace(fabrication, manque=manque)


def _add_page(
    fabrication: Fabrication, chemin: Path, contenu: bytes, commande: Commande, document: str
) -> Fabrication:
    from rapportpv.export import page

    modele, dossiers = find_page(commande.racine, document)
    try:
        html = page.render_page(contenu, modele, dossiers)
        voulu = Remplacement(commande.ecraser, is_ours=page.is_untouched)
        return _add(fabrication, write_output(chemin.with_suffix(f".{HTML}"), html, voulu))
    except RapportError as manque:
        return replace(fabrication, manque=manque)


def _add(fabrication: Fabrication, ecrit: Ecriture) -> Fabrication:
    """The same, with a file that was written: the document itself, then its other formats."""
    gardees = fabrication.gardees if ecrit.gardee is None else (*fabrication.gardees, ecrit.gardee)
    if fabrication.chemin is None:
        return replace(fabrication, etat=ecrit.etat, chemin=ecrit.chemin, gardees=gardees)
    copies = (*fabrication.copies, (ecrit.etat, ecrit.chemin))
    return replace(fabrication, copies=copies, gardees=gardees)


def add_fautes(controle: Controle, fautes: list[Anomalie]) -> Controle:
    """The same year, with those anomalies as well."""
    return replace(controle, anomalies=tuple(gather([*controle.anomalies, *fautes])))
