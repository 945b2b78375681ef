"""A proposal tried: the workbook read with the settings that it would make."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.commands.proposition.proposition import Essai
from rapportpv.core.anomalie import Anomalie, fold_repeated, gather
from rapportpv.core.settings.reglages import Reglages
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.sheet import FeuilleTrouvee, locate
from rapportpv.subjects.programmation.read import load_programmation
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.year.attendus import make_attendus


class Lu(Struct, frozen=True):
    """What the reader makes of the sheet: its headings, the column of each field and funder."""

    essai: Essai = field(default_factory=Essai)
    feuille: str = ""
    ligne: int = 0
    libelles: Mapping[int, str] = field(default_factory=dict)
    colonnes: Mapping[str, int] = field(default_factory=dict)


def try_reglages(grilles: Sequence[Grille], fichier: str, reglages: Reglages, millesime: int) -> Lu:
    """What is read with those settings."""
    attendus = make_attendus(PROGRAMMATION, reglages, millesime)
    trouvee, anomalies = locate(grilles, fichier, attendus, reglages.feuilles.ignorer)
    if trouvee is None:
        return Lu(Essai(anomalies=_gather(anomalies)))
    entete = trouvee.entete
    lu = Lu(Essai(), trouvee.nom, entete.ligne, entete.libelles, dict(entete.colonnes))
    return replace(lu, essai=_add_up(trouvee, anomalies, reglages, millesime))


def _add_up(
    trouvee: FeuilleTrouvee, anomalies: list[Anomalie], reglages: Reglages, millesime: int
) -> Essai:
    """What the projects come to, when all that is required is there."""
    contrat = reglages.contrat_de(millesime)
    complete = all(c.nom in trouvee.entete.trouvees for c in PROGRAMMATION.requis)
    if contrat is None or not complete:
        return Essai(anomalies=_gather(anomalies))
    programmation, fautes = load_programmation(trouvee, reglages, contrat)
    toutes = _gather([*anomalies, *fautes])
    if programmation is None:
        return Essai(anomalies=toutes)
    projets, actions = programmation.feuille.frame, programmation.actions
    return Essai(len(projets), len(actions), programmation.sum(), toutes, lu=True)


def _gather(anomalies: Iterable[Anomalie]) -> tuple[Anomalie, ...]:
    return tuple(gather(fold_repeated(gather(anomalies))))
