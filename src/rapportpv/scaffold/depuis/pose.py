"""`init --depuis`: what is asked is checked, the proposal made, then all is written or nothing."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapportpv.commands.proposition.proposition import Proposition
from rapportpv.core.settings.reglages import Contrat, Reglages, Territoire
from rapportpv.french.lexique import fold
from rapportpv.reading.settings import REGLAGES
from rapportpv.scaffold.annee import (
    LISEZMOI,
    Demande,
    Pose,
    Question,
    complete_demande,
    read_siren,
    render_fichiers,
    tell_depots,
)
from rapportpv.scaffold.contrats import find_contrat
from rapportpv.scaffold.depuis.preparer import Source, prepare, read_source
from rapportpv.scaffold.depuis.rendu import render_depuis
from rapportpv.scaffold.errors import AnneeDejaLaError
from rapportpv.scaffold.pose import lay_files
from rapportpv.scaffold.rendu import render_lisezmoi
from rapportpv.scaffold.reprise import Reprise
from rapportpv.subjects.programmation.sheet import PROGRAMMATION


@dataclass(frozen=True)
class Chantier:
    """A project about to be laid down from a workbook."""

    dossier: Path
    demande: Demande
    source: Source
    contrat: Contrat
    proposition: Proposition

    @property
    def commande(self) -> str:
        """What to type to accept the proposal."""
        epci = self.demande.epci or "Communauté de communes du Val d’Orge"
        return (
            f'rapportpv init {self.demande.annee} --depuis "{self.source.chemin}" '
            f'--epci "{epci}" --oui'
        )


def open_chantier(ici: Path, demande: Demande, depuis: Path) -> Chantier:
    """What would be laid down, nothing of it written.

    Raises AnneeDejaLaError, SirenInvalideError, and what find_contrat, read_source and prepare do.
    """
    _refuse_annee(ici / str(demande.annee), depuis)
    read_siren(demande.siren or "")
    contrat = find_contrat(demande.annee, demande.contrat)
    source = read_source(depuis)
    proposition = prepare(source, contrat, demande.annee, demande.sigle or "")
    return Chantier(ici, demande, source, contrat, proposition)


def lay_chantier(chantier: Chantier, ask: Question) -> Pose:
    """Lay it down, once all is told. Raises InitSansReponseError, SirenInvalideError, and more."""
    demande = complete_demande(chantier.demande, ask)
    annee, dossier = demande.annee, chantier.dossier
    siren = read_siren(demande.siren or "")
    territoire = Territoire(epci=demande.epci or "", sigle=demande.sigle or "", siren=siren or None)
    texte = render_depuis(chantier.proposition, territoire, chantier.contrat, annee)
    reglages = Reglages.model_validate(tomllib.loads(texte))
    contrat = reglages.contrat_de(annee) or chantier.contrat
    titre = f"{territoire.epci} ({territoire.sigle})"
    fichiers = {
        dossier / REGLAGES: texte.encode(),
        dossier / LISEZMOI: render_lisezmoi(titre, annee).encode(),
        **_render_annee(chantier, reglages, contrat),
    }
    nouveaux = {chemin: octets for chemin, octets in fichiers.items() if not chemin.exists()}
    lay_files(dossier, nouveaux)
    return Pose(tuple(tell_depots(fichiers, nouveaux)), tuple(_advise(chantier)))


def _render_annee(chantier: Chantier, reglages: Reglages, contrat: Contrat) -> Mapping[Path, bytes]:
    """The files of the year, the workbook in place of the blank one."""
    annee = chantier.demande.annee
    vierge = chantier.dossier / str(annee) / PROGRAMMATION.fichier
    copie = _place(chantier)
    fichiers = render_fichiers(chantier.dossier, annee, reglages, contrat, Reprise())
    return {
        (copie if chemin == vierge else chemin): (
            chantier.source.contenu if chemin == vierge else octets
        )
        for chemin, octets in fichiers.items()
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
