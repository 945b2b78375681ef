"""Refresh: the year's figures put into an edited document, which keeps all the rest."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.commands.build import Commande, render_annee
from rapportpv.commands.fourni import ENVOIS, find_modele
from rapportpv.commands.remplacement import keep_copy
from rapportpv.core.ecriture import write_whole
from rapportpv.core.errors import DocumentOuvertError, DocumentRefuseError, SortieInaccessibleError
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.review.changements import A_REGARDER
from rapportpv.review.errors import RegionInconnueError, RegionsAbsentesError
from rapportpv.review.ouvrir import Ouvert, check_origine, is_open, open_docx
from rapportpv.review.rafraichir import Rafraichi, Voeux, refresh_document
from rapportpv.word.invariants import check_document
from rapportpv.word.memoire import read_memoire
from rapportpv.word.origine import Origine
from rapportpv.year.controle import Controle, check_annee

_SOURCES = "sources"  # the table of the annexe, which `build` adds when asked to


class Demande(Struct, frozen=True):
    """What is asked for: a document, a year; where to write, and what may be gone over."""

    racine: Path
    fichier: Path
    millesime: int
    sortie: Path | None = None
    sur_place: bool = False
    essai: bool = False
    suivi: bool = False
    malgre_erreurs: bool = False
    ecraser: tuple[str, ...] = ()
    ajouter: tuple[str, ...] = ()


class Rafraichissement(Struct, frozen=True):
    """A document brought up to date, or what stands in its way.

    `chemin` is None when nothing was to be written, or for a trial; `copie` is what stood there.
    `version` is that of the document, when the year has another: some words depend on it.
    """

    controle: Controle
    rafraichi: Rafraichi | None = None
    chemin: Path | None = None
    copie: Path | None = None
    suivi: bool = False
    version: str = ""

    @property
    def complet(self) -> bool:
        """Whether the document now says all that the year says."""
        if self.rafraichi is None:
            return False
        return not any(c.sort in A_REGARDER for c in self.rafraichi.changements)


def refresh_fichier(demande: Demande) -> Rafraichissement:
    """The document with the current figures, written beside it or in its place.

    Raises RapportError when it cannot be read, is not of that year, or cannot be written.
    """
    ouvert = open_docx(demande.fichier)
    if is_open(demande.fichier):
        raise DocumentOuvertError(demande.fichier)
    controle = check_annee(demande.racine, demande.millesime)
    if controle.dossier is None:
        return Rafraichissement(controle)
    origine = check_origine(ouvert, controle.dossier.identite())
    controle, neuf = _render(demande, ouvert, origine, controle)
    if neuf is None or controle.dossier is None:
        return Rafraichissement(controle)
    jour = controle.dossier.annee.arrete_le if demande.suivi else None
    voeux = Voeux(jour, frozenset(demande.ecraser), frozenset(demande.ajouter))
    rafraichi = refresh_document(ouvert, neuf, voeux)
    _check(demande, rafraichi)
    version = origine.version if origine.version != controle.dossier.annee.version else ""
    fait = Rafraichissement(controle, rafraichi, suivi=demande.suivi, version=version)
    if rafraichi.contenu is None or demande.essai:
        return fait
    check_document(rafraichi.contenu, demande.fichier)
    chemin, copie = _write(demande, rafraichi.contenu)
    return replace(fait, chemin=chemin, copie=copie)


def _render(
    demande: Demande, ouvert: Ouvert, origine: Origine, controle: Controle
) -> tuple[Controle, bytes | None]:
    """The document that `build` would make now."""
    if origine.document in ENVOIS:
        raise DocumentRefuseError(
            demande.fichier, "c’est une lettre. Refaites-la avec « rapportpv build »"
        )
    souvenirs = (read_memoire(ouvert.unpack()) or {}).values()
    commande = Commande(
        demande.racine,
        demande.millesime,
        origine.document,
        demande.fichier.parent,
        malgre_erreurs=demande.malgre_erreurs,
        sources=any(souvenir.ancre.nom == _SOURCES for souvenir in souvenirs),
    )
    return render_annee(commande, find_modele(demande.racine, origine.document), controle)


def _check(demande: Demande, rafraichi: Rafraichi) -> None:
    """Refuse a document without regions, and names that it has not."""
    if not rafraichi.noms:
        raise RegionsAbsentesError(demande.fichier)
    for option, noms in (("--ecraser", demande.ecraser), ("--ajouter", demande.ajouter)):
        for nom in noms:
            if nom not in rafraichi.noms:
                proche = Lexique(tuple(Entree(n, n) for n in sorted(rafraichi.noms))).suggest(nom)
                raise RegionInconnueError(option, nom, proche)


def _write(demande: Demande, contenu: bytes) -> tuple[Path, Path | None]:
    """Where the document was written, and the copy of what stood there."""
    fichier = demande.fichier
    if not demande.sur_place:
        dossier = demande.sortie or fichier.parent
        suffixe = "suivi" if demande.suivi else "rafraichi"
        chemin = _free(dossier, f"{fichier.stem}-{suffixe}", contenu)
        write_whole(chemin, contenu)
        return chemin, None
    copie = keep_copy(fichier)
    write_whole(fichier, contenu)
    return fichier, copie


def _free(dossier: Path, souche: str, contenu: bytes) -> Path:
    """The first name that is free, or that holds those very bytes: nothing is written over."""
    try:
        return next(c for c in _names(dossier, souche) if not c.exists() or _holds(c, contenu))
    except OSError as cause:
        raise SortieInaccessibleError(dossier / f"{souche}.docx") from cause


def _names(dossier: Path, souche: str) -> Iterable[Path]:
    yield dossier / f"{souche}.docx"
    numero = 2
    while True:
        yield dossier / f"{souche}-{numero}.docx"
        numero += 1


def _holds(chemin: Path, contenu: bytes) -> bool:
    return chemin.is_file() and chemin.read_bytes() == contenu
