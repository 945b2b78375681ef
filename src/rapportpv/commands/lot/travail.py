"""What is done of one project of a batch, in a process that has imported all of it once."""

from collections import Counter
from pathlib import Path

from msgspec import Struct

from rapportpv.commands.lot.memoire import recall, remember
from rapportpv.commands.lot.projets import SORTIE, digest_projet
from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.errors import RapportError
from rapportpv.core.lot import Issue, Resultat
from rapportpv.reading.project import check_annee

_CODES_CITES = 4


class Demande(Struct, frozen=True):
    """What is asked of a project: a document of a year, or no more than a check."""

    dossier: Path
    racine: Path
    millesime: int
    document: str
    verifier: bool = False
    refaire: bool = False

    @property
    def projet(self) -> str:
        """Its path below the folder."""
        relatif = self.racine.relative_to(self.dossier).as_posix()
        return self.racine.name if relatif == "." else relatif

    @property
    def cle(self) -> str:
        """What it is called in the memory of the project."""
        return f"{self.millesime} {'check' if self.verifier else self.document}"


def prepare_build() -> None:
    """Import once what builds."""
    import rapportpv.commands.build
    import rapportpv.commands.courriers  # noqa: F401


def prepare_check() -> None:
    """Import once what checks."""
    import rapportpv.commands.check  # noqa: F401


def work(demande: Demande) -> Resultat:
    """What became of the project; nothing is done again when none of its files changed."""
    try:
        check_annee(demande.racine, demande.millesime)
        empreinte = digest_projet(demande.racine, demande.cle)
        if not demande.refaire and (connu := recall(demande.racine, demande.cle, empreinte)):
            return connu
        resultat = _check(demande) if demande.verifier else _build(demande)
        if empreinte == digest_projet(demande.racine, demande.cle):  # else somebody is typing
            remember(demande.racine, demande.cle, empreinte, resultat)
    except RapportError as cause:
        return Resultat(demande.projet, Issue.REFUSE, raison=str(cause))
    return resultat


def _check(demande: Demande) -> Resultat:
    from rapportpv.commands.check import check_annees

    [controle] = check_annees(demande.racine, [demande.millesime])
    return _tell(demande, controle.anomalies, [], bloque=controle.is_blocked())


def _build(demande: Demande) -> Resultat:
    from rapportpv.commands.build import Commande, build_document
    from rapportpv.commands.courriers import build_courriers
    from rapportpv.commands.fourni import ENVOIS

    sortie = demande.racine / SORTIE
    commande = Commande(demande.racine, demande.millesime, demande.document, sortie)
    if demande.document in ENVOIS:
        envoi = build_courriers(commande)
        lettres = [lettre.chemin for lettre in envoi.lettres]
        return _tell(demande, envoi.controle.anomalies, lettres, bloque=envoi.bloque)
    fabrication = build_document(commande)
    ecrits = [fabrication.chemin] if fabrication.chemin else []
    return _tell(demande, fabrication.controle.anomalies, ecrits, bloque=not ecrits)


def _tell(
    demande: Demande, anomalies: tuple[Anomalie, ...], documents: list[Path], *, bloque: bool
) -> Resultat:
    severites = Counter(anomalie.severite for anomalie in anomalies)
    return Resultat(
        demande.projet,
        Issue.REFUSE if bloque else Issue.FAIT,
        tuple(chemin.relative_to(demande.racine).as_posix() for chemin in documents),
        severites[Severite.ERREUR],
        severites[Severite.ALERTE],
        _name_causes(anomalies) if bloque else "",
    )


def _name_causes(anomalies: tuple[Anomalie, ...]) -> str:
    """The rules that are broken, the most frequent first, without a word of the workbooks."""
    erreurs = Counter(a.rule.code for a in anomalies if a.severite is Severite.ERREUR)
    cites = [f"{c} × {n}" if n > 1 else c for c, n in erreurs.most_common(_CODES_CITES)]
    return ", ".join([*cites, *(["…"] if len(erreurs) > _CODES_CITES else [])])
