"""Check: the years of a project, and the templates of its own, as `build` would find them."""

from collections.abc import Iterable
from pathlib import Path

from rapportpv.commands.fourni import list_own_modeles
from rapportpv.core.anomalie import Anomalie
from rapportpv.year import controle as year
from rapportpv.year.controle import Controle


def check_annees(racine: Path, annees: Iterable[int]) -> list[Controle]:
    """Each year with all that is wrong with it, the templates that fail on it too."""
    modeles = list(list_own_modeles(racine).values())
    controles = [year.check_annee(racine, millesime) for millesime in annees]
    return [_add_modeles(racine, controle, modeles) for controle in controles]


def _add_modeles(racine: Path, controle: Controle, modeles: Iterable[Path]) -> Controle:
    """The year with the faults of those templates, once its figures are known."""
    if controle.dossier is None or controle.is_blocked():
        return controle
    fautes = [f for modele in modeles for f in _try_modele(racine, controle, modele)]
    if not fautes:
        return controle
    from rapportpv.commands.build import add_fautes

    return add_fautes(controle, fautes)


def _try_modele(racine: Path, controle: Controle, modele: Path) -> list[Anomalie]:
    """What is wrong with a template; letters, and a délibération without its session, are left."""
    # What writes Word takes long to import: only for a project that has templates of its own.
    from rapportpv.commands.build import DELIBERATION, Commande, gather_matiere
    from rapportpv.commands.courriers import ENVOIS
    from rapportpv.core.anomalie import Stage
    from rapportpv.word.render import render_document
    from rapportpv.year.controle import run_checks

    dossier, document = controle.dossier, modele.stem
    if dossier is None or document in ENVOIS:
        return []
    if document == DELIBERATION and any(run_checks(Stage.DELIBERATION, dossier)):
        return []
    commande = Commande(racine, controle.millesime, document, racine)
    matiere = gather_matiere(dossier, controle.bilan, commande, brouillon=False)
    return list(render_document(modele, matiere)[1])
