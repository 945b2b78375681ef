"""Proofread an edited document: its figures against those of the year, its tables added up."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from rapportpv.commands.remplacement import Remplacement, write_output
from rapportpv.core.chiffre import Quantite
from rapportpv.core.dossier import Dossier
from rapportpv.core.relecture import Relecture
from rapportpv.published.load import load_publication
from rapportpv.published.publication import Publication
from rapportpv.reading.project import list_annees
from rapportpv.review.annoter import annotate_docx
from rapportpv.review.lecture.errors import CopieRefuseeError
from rapportpv.review.lecture.lire import Ecrit, open_document
from rapportpv.review.relecture import Relecteur
from rapportpv.review.verdicts.attendus import Attendus
from rapportpv.year.controle import Controle, check_annee

_DOCX = ".docx"


class Relue(Struct, frozen=True):
    """A document that was proofread, or the check of the year that forbids it; its copy.

    `gardee`: what stood where the copy is.
    """

    controle: Controle
    relecture: Relecture | None = None
    copie: Path | None = None
    gardee: Path | None = None


class Demande(Struct, frozen=True):
    """What is asked for: a document, the year, where its annotated copy goes."""

    racine: Path
    millesime: int
    document: Path
    copie: Path | None = None
    ecraser: bool = False


def relire_document(demande: Demande) -> Relue:
    """The verdicts on a document; its annotated copy is written whole or not at all.

    Raises RapportError when a file cannot be read or written, or is of another year or EPCI.
    """
    if demande.copie is not None:
        _check_copie(demande.document, demande.copie, ecraser=demande.ecraser)
    ecrit = open_document(demande.document)
    controle = check_annee(demande.racine, demande.millesime)
    if controle.dossier is None or controle.is_blocked():
        return Relue(controle)
    ecrit.check(controle.dossier.identite())
    anciens = collect_anciens(demande.racine, demande.millesime)
    relecteur = Relecteur(Attendus(controle.dossier, controle.bilan, anciens))
    relecture = relecteur.read(ecrit.lu, demande.document.name, ecrit.empreinte)
    if demande.copie is None:
        return Relue(controle, relecture)
    gardee = _write_copie(demande.copie, ecrit, relecteur, controle.dossier)
    return Relue(controle, relecture, demande.copie, gardee)


def _write_copie(copie: Path, ecrit: Ecrit, relecteur: Relecteur, dossier: Dossier) -> Path | None:
    """Write the annotated copy; the copy of what stood there, where somebody may have answered."""
    jour = dossier.identite().deliberation_le or dossier.annee.arrete_le
    contenu = annotate_docx(ecrit.octets, relecteur.trouvailles, jour)
    # A copy is not stamped: any other file is taken for one that somebody touched.
    voulu = Remplacement(ecraser=True, is_ours=lambda _: False)
    return write_output(copie, contenu, voulu).gardee


def collect_anciens(racine: Path, millesime: int) -> dict[str, Mapping[str, Quantite]]:
    """The figures as they were published, that year and the others; those of the year before too.

    A year that was not published is added up, but for the one before only: it is the one that a
    report is made from.
    """
    anciens: dict[str, Mapping[str, Quantite]] = {}
    publiee = load_publication(racine, millesime)
    if publiee is not None:
        anciens["la dernière publication"] = _of_publication(publiee)
    for annee in sorted(set(list_annees(racine)) - {millesime}, reverse=True):
        autre = load_publication(racine, annee)
        if autre is not None:
            anciens[f"l’année {annee}"] = _of_publication(autre)
        elif annee == millesime - 1:
            anciens[f"l’année {annee}"] = check_annee(racine, annee).bilan.chiffres
    return anciens


def _of_publication(publication: Publication) -> dict[str, Quantite]:
    return {nom: Quantite(c.valeur, c.unite) for nom, c in publication.chiffres.items()}


def _check_copie(document: Path, copie: Path, *, ecraser: bool) -> None:
    """Refuse a copy that would be the document itself, or erase another file."""
    if document.suffix.lower() != _DOCX or copie.suffix.lower() != _DOCX:
        raise CopieRefuseeError(copie, "seul un .docx reçoit des commentaires, dans un .docx")
    if copie.exists() and document.exists() and copie.samefile(document):
        raise CopieRefuseeError(copie, "c’est le document lui-même, qui n’est jamais modifié")
    if copie.exists() and not ecraser:
        raise CopieRefuseeError(
            copie, "ce fichier existe déjà. Ajoutez --ecraser pour le remplacer"
        )
