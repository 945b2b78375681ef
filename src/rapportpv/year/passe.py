"""The years before, from their own folders, else from historique.xlsx."""

from collections.abc import Iterator
from pathlib import Path

from rapportpv.core.anomalie import Anomalie, Severite, Stage, gather
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.errors import RapportError
from rapportpv.core.passe import ANNEES, AnneePassee, Passe
from rapportpv.reading.project import list_annees
from rapportpv.subjects.annees.read import load_historique
from rapportpv.subjects.annees.rules.pv753_annee_passee_fautive import PV753
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.epreuves import run_checks
from rapportpv.year.load import load_dossier
from rapportpv.year.verdicts import judge, name_causes


def load_passe(racine: Path, dossier: Dossier) -> tuple[Passe, list[Anomalie]]:
    """What is known of the four years before, and what is wrong with them."""
    historique, anomalies = load_historique(racine, dossier.reglages)
    connues = {annee.annee: annee for annee in historique}
    fenetre = range(dossier.millesime - ANNEES + 1, dossier.millesime)
    for millesime in list_annees(racine):
        if millesime not in fenetre:
            continue
        lue = _load(racine, millesime)
        if lue is None:
            lieu = Emplacement(f"{millesime}/annee.toml")
            anomalies.append(PV753.at(lieu, annee=millesime))
        else:
            connues[millesime] = _complete(lue, connues.get(millesime))
    annees = (connues[n] for n in fenetre if n in connues)
    return Passe(tuple(annees), historique), anomalies


def _load(racine: Path, millesime: int) -> AnneePassee | None:
    """An earlier year as its folder has it; None when an error of its own forbids to use it."""
    try:
        dossier, anomalies = load_dossier(racine, millesime)
    except RapportError:
        return None
    if dossier is None:
        return None
    bilan = compute_bilan(dossier)
    fautes = [*anomalies, *run_checks(Stage.ANNEE, dossier)]
    verdict = judge(name_causes(gather(fautes), dossier), dossier.reglages, millesime)
    if any(_is_blocking(verdict.restantes)):
        return None
    return AnneePassee(millesime, dossier.contrat, bilan.chiffres, dossier=True)


def _is_blocking(anomalies: list[Anomalie]) -> Iterator[bool]:
    return (anomalie.severite is Severite.ERREUR for anomalie in anomalies)


def _complete(lue: AnneePassee, ecrite: AnneePassee | None) -> AnneePassee:
    """The figures of a folder, and those that only the workbook has."""
    autres = ecrite.chiffres if ecrite else {}
    return AnneePassee(lue.annee, lue.contrat, {**autres, **lue.chiffres}, dossier=True)
