"""`init --depuis`: what is asked is checked, the proposal made, then all is written or nothing."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from rapportpv.commands.proposition.acquis import make_acquis
from rapportpv.commands.proposition.proposition import Proposition
from rapportpv.core.settings.reglages import Reglages, Territoire
from rapportpv.french.lexique import fold
from rapportpv.reading.noms import REGLAGES
from rapportpv.scaffold.annee import (
    LISEZMOI,
    Suite,
    find_parent,
    is_empty,
    read_suite,
    render_fichiers,
    tell_depots,
)
from rapportpv.scaffold.contrats import find_contrat
from rapportpv.scaffold.demande import Demande, Question, complete_demande, read_siren
from rapportpv.scaffold.depuis.ajout import add_to
from rapportpv.scaffold.depuis.preparer import Cadre, Source, prepare, read_source
from rapportpv.scaffold.depuis.rendu import list_classeurs, render_depuis
from rapportpv.scaffold.errors import AnneeDejaLaError
from rapportpv.scaffold.pose import Pose, lay_files
from rapportpv.scaffold.rendu import render_lisezmoi
from rapportpv.scaffold.reprise import Reprise
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.year.sujets import PLANS

_A_NOMMER = Territoire(epci="À nommer", sigle="EPCI")


class Chantier(Struct, frozen=True):
    """A year about to be laid down from a workbook; `suite`, when its project is there."""

    dossier: Path
    demande: Demande
    source: Source
    cadre: Cadre
    proposition: Proposition
    suite: Suite | None = None

    @property
    def commande(self) -> str:
        """What to type to accept the proposal."""
        epci = self.demande.epci or "Communauté de communes du Val d’Orge"
        qui = "" if self.suite else f'--epci "{epci}" '
        return f'rapportpv init {self.demande.annee} --depuis "{self.source.chemin}" {qui}--oui'


def open_chantier(depart: Path, dossier: Path | None, demande: Demande, depuis: Path) -> Chantier:
    """What would be laid down, nothing of it written.

    Raises AnneeDejaLaError, SirenInvalideError, and what find_contrat, read_source and prepare do.
    """
    ici, annee = dossier or depart, demande.annee
    projet = None if is_empty(ici) or _is_alone(depuis, ici) else find_parent(depart, dossier)
    racine = projet.racine if projet else ici
    _refuse_annee(racine / str(annee), depuis)
    read_siren(demande.siren or "")
    suite = read_suite(racine, demande) if projet else None
    cadre = _frame_suite(racine, suite, annee) if suite else _frame(demande)
    source = read_source(depuis)
    return Chantier(racine, demande, source, cadre, prepare(source, cadre), suite)


def _is_alone(classeur: Path, dossier: Path) -> bool:
    """Whether nothing but the workbook is in a folder: a new project, whatever is above."""
    return all(f.resolve() == classeur.resolve() for f in dossier.iterdir())


def _frame(demande: Demande) -> Cadre:
    """What a proposal for a new project is made in."""
    contrat, annee = find_contrat(demande.annee, demande.contrat), demande.annee

    def make(proposition: Proposition) -> Reglages:
        return _read(render_depuis(proposition, _A_NOMMER, contrat, annee))

    return Cadre(annee, contrat, demande.sigle or "", make)


def _frame_suite(racine: Path, suite: Suite, annee: int) -> Cadre:
    """What a proposal for another year of a project is made in."""
    ancien = _text(racine, suite)
    reglages = _read(ancien)

    def make(proposition: Proposition) -> Reglages:
        return _read(add_to(ancien, reglages, proposition, annee).texte)

    sigle = reglages.territoire.sigle
    return Cadre(annee, suite.contrat, sigle, make, make_acquis(reglages, annee))


def _text(racine: Path, suite: Suite) -> str:
    """The settings of the project, with the block of a contract that the year adds."""
    chemin = racine / REGLAGES
    octets = suite.ajout.get(chemin) or chemin.read_bytes()
    return octets.decode("utf-8-sig").replace("\r\n", "\n")


def _read(texte: str) -> Reglages:
    return Reglages.model_validate(tomllib.loads(texte))


def lay_chantier(chantier: Chantier, ask: Question) -> Pose:
    """Lay it down, once all is told. Raises InitSansReponseError, SirenInvalideError, and more."""
    if chantier.suite is not None:
        return _lay_suite(chantier, chantier.suite)
    demande = complete_demande(chantier.demande, ask)
    annee, dossier = demande.annee, chantier.dossier
    siren = read_siren(demande.siren or "")
    territoire = Territoire(epci=demande.epci or "", sigle=demande.sigle or "", siren=siren or None)
    texte = render_depuis(chantier.proposition, territoire, chantier.cadre.contrat, annee)
    titre = f"{territoire.epci} ({territoire.sigle})"
    fichiers = {
        dossier / REGLAGES: texte.encode(),
        dossier / LISEZMOI: render_lisezmoi(titre, annee, _place(chantier).name).encode(),
        **_render_annee(chantier, _read(texte), Reprise()),
    }
    nouveaux = {chemin: octets for chemin, octets in fichiers.items() if not chemin.exists()}
    lay_files(dossier, nouveaux)
    return Pose(tuple(tell_depots(fichiers, nouveaux)), tuple(_advise(chantier)))


def _lay_suite(chantier: Chantier, suite: Suite) -> Pose:
    """Lay down the year of a project that is there: its settings only gain lines."""
    racine, annee = chantier.dossier, chantier.demande.annee
    ancien, chemin = _text(racine, suite), racine / REGLAGES
    ajout = add_to(ancien, _read(ancien), chantier.proposition, annee)
    fichiers = _render_annee(chantier, _read(ajout.texte), suite.reprise)
    nouveaux = {f: octets for f, octets in fichiers.items() if not f.exists()}
    retour = "\r\n" if b"\r\n" in chemin.read_bytes() else "\n"
    octets = ajout.texte.replace("\n", retour).encode()
    lay_files(racine, nouveaux, {} if ajout.texte == ancien else {chemin: octets})
    a_la_main = [f"À ajouter vous-même dans {REGLAGES} : {ligne}" for ligne in ajout.a_la_main]
    conseils = (*suite.conseils, *a_la_main, *_advise(chantier))
    return Pose(tuple(tell_depots(fichiers, nouveaux)), conseils)


def _render_annee(chantier: Chantier, reglages: Reglages, reprise: Reprise) -> Mapping[Path, bytes]:
    """The files of the year, the workbook in place of the blank one."""
    annee = chantier.demande.annee
    vierge = chantier.dossier / str(annee) / PROGRAMMATION.fichier
    copie = _place(chantier)
    contrat = reglages.contrat_de(annee) or chantier.cadre.contrat
    fichiers = render_fichiers(chantier.dossier, annee, reglages, contrat, reprise)
    groupes = {plan.fichier for plan in PLANS if plan.nom in list_classeurs(chantier.proposition)}
    return {
        (copie if chemin == vierge else chemin): (
            chantier.source.contenu if chemin == vierge else octets
        )
        for chemin, octets in fichiers.items()
        if chemin.name not in groupes  # their sheets are in the workbook
    }


def _refuse_annee(dossier: Path, depuis: Path) -> None:
    """Refuse a year that is there, but for a folder where the workbook stands alone."""
    if not dossier.exists():
        return
    if dossier.is_file():
        raise AnneeDejaLaError(dossier)
    autres = [f for f in dossier.iterdir() if f.resolve() != depuis.resolve()]
    if any(not f.name.startswith(("~$", ".")) for f in autres):
        raise AnneeDejaLaError(dossier)


def _place(chantier: Chantier) -> Path:
    """Where the workbook is read from: its own place when it stands there under that name."""
    dossier, chemin = chantier.dossier / str(chantier.demande.annee), chantier.source.chemin
    nommee = fold(chemin.stem) == fold(Path(PROGRAMMATION.fichier).stem)
    if nommee and chemin.resolve().parent == dossier.resolve():
        return dossier / chemin.name
    return dossier / chantier.source.nom


def _advise(chantier: Chantier) -> Iterator[str]:
    """What became of the workbook, and what to do next."""
    annee, chemin, copie = chantier.demande.annee, chantier.source.chemin, _place(chantier)
    if copie.resolve() != chemin.resolve():
        yield (
            f"« {chemin.name} » n’a pas été changé. Le projet en a une copie, la même à l’octet "
            f"près : {annee}/{copie.name}. C’est elle qui est lue ; continuez dans celle-là."
        )
    yield f"Ce qui est proposé est dans {REGLAGES} : relisez-le, surtout ce qui est à vérifier."
    yield "Puis :"
    yield f"  rapportpv check {annee}"
    yield f"  rapportpv build {annee}"
