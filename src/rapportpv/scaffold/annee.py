"""A project laid down, or a year of one: all of its files, or none."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rapportpv.core.errors import ProjetIntrouvableError, ReglagesFautifsError
from rapportpv.core.plan import Plan
from rapportpv.core.settings.reglages import Contrat, Reglages, Territoire
from rapportpv.core.textes import TEXTES, Texte
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.noms import ANNEE, REGLAGES
from rapportpv.reading.project import Projet, check_annee, find_projet, list_annees
from rapportpv.reading.settings import load_reglages
from rapportpv.scaffold.classeur import ClasseurGuide, FeuilleGuidee, write_classeur
from rapportpv.scaffold.colonnes import list_colonnes
from rapportpv.scaffold.contrats import find_contrat
from rapportpv.scaffold.demande import Demande, Question, complete_demande, read_siren
from rapportpv.scaffold.errors import (
    AnneeDejaLaError,
    ClasseurDejaLaError,
    ClasseurInconnuError,
    RienAReprendreError,
)
from rapportpv.scaffold.guides import render_guides
from rapportpv.scaffold.pose import Pose, lay_files
from rapportpv.scaffold.rendu import render_annee, render_contrat, render_lisezmoi, render_reglages
from rapportpv.scaffold.reprise import Reprise, read_reprise
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.year.sujets import PLANS

LISEZMOI = "LISEZMOI.txt"


def lay(depart: Path, dossier: Path | None, demande: Demande, ask: Question) -> Pose:
    """Lay down what is asked for: a project in a folder that has none, else a year of it.

    An empty folder is a new project, whatever there is above it.
    """
    ici = dossier or depart
    projet = None if is_empty(ici) else find_parent(depart, dossier)
    if demande.classeur is not None:
        trouve = projet or find_projet(depart, dossier)
        check_annee(trouve.racine, demande.annee)
        return lay_classeur(trouve.racine, demande.annee, demande.classeur)
    if projet is not None:
        return lay_suite(projet.racine, demande)
    _refuse_annee(ici / str(demande.annee))
    return lay_projet(ici, complete_demande(demande, ask))


def is_empty(dossier: Path) -> bool:
    """Whether nothing is there: a new project."""
    return not dossier.is_dir() or not any(dossier.iterdir())


def find_parent(depart: Path, dossier: Path | None) -> Projet | None:
    """The project to which the folder belongs, None when there is none."""
    try:
        return find_projet(depart, dossier)
    except ProjetIntrouvableError:
        return None


def lay_projet(dossier: Path, demande: Demande) -> Pose:
    """Lay down a new project and its first year, once all is told.

    Raises SirenInvalideError, and what lay_files and find_contrat raise.
    """
    annee, epci, sigle = demande.annee, demande.epci or "", demande.sigle or ""
    contrat = find_contrat(annee, demande.contrat)
    siren = read_siren(demande.siren or "")
    territoire = Territoire(epci=epci, sigle=sigle, siren=siren or None)
    texte = render_reglages(territoire, contrat, annee)
    reglages = Reglages.model_validate(tomllib.loads(texte))
    fichiers = {
        dossier / REGLAGES: texte.encode(),
        dossier / LISEZMOI: render_lisezmoi(f"{epci} ({sigle})", annee).encode(),
        **render_fichiers(dossier, annee, reglages, contrat, Reprise()),
    }
    nouveaux = {chemin: octets for chemin, octets in fichiers.items() if not chemin.exists()}
    lay_files(dossier, nouveaux)
    propose = f"Contrat proposé : « {contrat.nom} », {contrat.debut}-{contrat.fin}."
    return Pose(
        tuple(tell_depots(fichiers, nouveaux)),
        (
            f"{propose} Ses piliers et les financeurs se changent dans {REGLAGES}.",
            *tell_suite(annee),
        ),
    )


class Suite(Struct, frozen=True):
    """What another year of a project starts from; `ajout` is a file that goes on."""

    reglages: Reglages
    contrat: Contrat
    ajout: Mapping[Path, bytes]
    reprise: Reprise
    conseils: tuple[str, ...]


def lay_suite(racine: Path, demande: Demande) -> Pose:
    """Lay down another year of a project, with what it takes over from the nearest one.

    Raises AnneeDejaLaError, and what read_suite and lay_files do.
    """
    _refuse_annee(racine / str(demande.annee))
    suite = read_suite(racine, demande)
    fichiers = render_fichiers(racine, demande.annee, suite.reglages, suite.contrat, suite.reprise)
    lay_files(racine, fichiers, suite.ajout)
    return Pose(
        tuple(tell_depots(fichiers, fichiers)), (*suite.conseils, *tell_suite(demande.annee))
    )


def read_suite(racine: Path, demande: Demande) -> Suite:
    """What the year takes over. Raises ReglagesFautifsError, RienAReprendreError, and more."""
    annee = demande.annee
    reglages, _ = load_reglages(racine, PLANS)
    if reglages is None:
        raise ReglagesFautifsError
    contrat, ajout = _find_contrat(reglages, racine, demande)
    autres = list_annees(racine)
    precedente = min(autres, key=lambda autre: (autre > annee, abs(autre - annee)), default=None)
    if demande.reprendre_actions and precedente is None:
        raise RienAReprendreError(annee)
    reprise, conseils = Reprise(), list[str]()
    if precedente is not None:
        ancien = reglages.contrat_de(precedente)
        meme = ancien is not None and ancien == reglages.contrat_de(annee)
        reprise = read_reprise(
            racine, precedente, meme_contrat=meme, actions=demande.reprendre_actions
        )
        if not meme and ancien is not None:
            conseils.append(f"Le contrat change en {annee} : « {contrat.nom} ».")
    if ajout:
        conseils.append(f"Le bloc de ce contrat a été ajouté à la fin de {REGLAGES} : relisez-le.")
    return Suite(reglages, contrat, ajout, reprise, (*conseils, *reprise.conseils))


def lay_classeur(racine: Path, annee: int, nom: str) -> Pose:
    """Lay down one workbook of a year that is there.

    Raises ClasseurInconnuError, ClasseurDejaLaError, ReglagesFautifsError and what lay_files does.
    """
    groupes = _group_plans()
    lexique = Lexique(tuple(Entree(f, f.rpartition(".")[0]) for f in groupes))
    voulu = lexique.find(nom.removesuffix(".xlsx"))
    if voulu is None:
        connus = [fichier.rpartition(".")[0] for fichier in groupes]
        raise ClasseurInconnuError(nom, connus, lexique.suggest(nom, ressemblance="orthographe"))
    reglages, _ = load_reglages(racine, PLANS)
    contrat = reglages.contrat_de(annee) if reglages else None
    if reglages is None or contrat is None:
        raise ReglagesFautifsError
    chemin = racine / str(annee) / voulu
    if chemin.exists():
        raise ClasseurDejaLaError(chemin)
    fichiers = {chemin: render_classeur(voulu, annee, reglages, contrat, Reprise())}
    lay_files(racine, fichiers)
    return Pose(tuple(tell_depots(fichiers, fichiers)), ())


def _find_contrat(
    reglages: Reglages, racine: Path, demande: Demande
) -> tuple[Contrat, dict[Path, bytes]]:
    """The contract of the year; when the settings have none, one that is added to them."""
    contrat = reglages.contrat_de(demande.annee)
    if contrat is not None:
        return contrat, {}
    contrat = find_contrat(demande.annee, demande.contrat)
    chemin = racine / REGLAGES
    ancien = chemin.read_bytes()
    retour = b"\r\n" if b"\r\n" in ancien else b"\n"
    bloc = render_contrat(contrat).encode().rstrip(b"\n").replace(b"\n", retour)
    return contrat, {chemin: ancien.rstrip() + 2 * retour + bloc + retour}


def _refuse_annee(chemin: Path) -> None:
    if chemin.exists() and (chemin.is_file() or any(chemin.iterdir())):
        raise AnneeDejaLaError(chemin)


def render_fichiers(
    racine: Path, annee: int, reglages: Reglages, contrat: Contrat, reprise: Reprise
) -> dict[Path, bytes]:
    """All the files of a year, by their path."""
    dossier = racine / str(annee)
    sans_fcs = not reglages.axe_fcs
    fichiers = {dossier / ANNEE: render_annee(annee).encode()}
    for nom in _group_plans():
        if not (sans_fcs and nom == FCS.fichier):
            fichiers[dossier / nom] = render_classeur(nom, annee, reglages, contrat, reprise)
    repris = {Texte(nom, "").section for nom in reprise.fichiers if nom.startswith(TEXTES)}
    guides = render_guides({*repris, *reglages.sans_objet, *(("fcs",) if sans_fcs else ())})
    fichiers |= {dossier / TEXTES / nom: texte.encode() for nom, texte in guides.items()}
    return fichiers | {dossier / nom: octets for nom, octets in reprise.fichiers.items()}


def _group_plans() -> Mapping[str, list[Plan]]:
    """The sheets of each workbook."""
    groupes: dict[str, list[Plan]] = {}
    for plan in PLANS:
        groupes.setdefault(plan.fichier, []).append(plan)
    return groupes


def render_classeur(
    fichier: str, annee: int, reglages: Reglages, contrat: Contrat, reprise: Reprise
) -> bytes:
    """A workbook of that year, the rows that are known in it."""
    feuilles = []
    for plan in _group_plans()[fichier]:
        colonnes = list_colonnes(plan, reglages, contrat)
        rangees = [
            {c.nom: c.word(rangee.get(c.nom)) for c in colonnes}
            for rangee in reprise.rangees.get(plan.nom, ())
        ]
        feuilles.append(FeuilleGuidee(plan, colonnes, rangees))
    noms = " et ".join(feuille.plan.feuille.lower() for feuille in feuilles)
    titre = noms if len(feuilles) > 1 else feuilles[0].plan.feuille
    titre = f"{titre[0].upper()}{titre[1:]} {annee} – {reglages.territoire.sigle}"
    return write_classeur(ClasseurGuide(titre, feuilles, reprise.listes))


def tell_depots(
    fichiers: Mapping[Path, bytes], nouveaux: Mapping[Path, bytes]
) -> Iterator[tuple[str, Path]]:
    """What became of each file."""
    for chemin in fichiers:
        yield ("Fichier écrit" if chemin in nouveaux else "Fichier déjà là, laissé"), chemin


def tell_suite(annee: int) -> Iterator[str]:
    """What to do next."""
    yield f"Remplissez {annee}/territoire.xlsx et {annee}/programmation.xlsx, fermez-les, puis :"
    yield f"  rapportpv check {annee}"
    yield f"  rapportpv build {annee}"
