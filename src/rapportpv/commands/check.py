"""Check: the years of a project, and the templates of its own, as `build` would find them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from rapportpv.commands.fourni import ENVOIS, list_own_modeles, templates_dir
from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Dossier
from rapportpv.core.textes import ACCOLADES, read_appel
from rapportpv.french.lexique import fold
from rapportpv.year import controle as year
from rapportpv.year.controle import Controle
from rapportpv.year.inventaire import take_inventaire

RAPPORT = "rapport"
_SIMPLE = re.compile(r"""([\w.]+)(?: \| (?:sans_decimale|accorde\((?:'[^']*',? ?){2}\)))?""")
_DE_CHIFFRES = frozenset({"PV901", "PV903", "PV904", "PV909"})  # may come of a figure that lacks


def check_annees(racine: Path, annees: Iterable[int]) -> list[Controle]:
    """Each year with all that is wrong with it, the templates that fail on it too."""
    modeles = list_own_modeles(racine)
    controles = [year.check_annee(racine, millesime) for millesime in annees]
    complets = [_add_modeles(racine, controle, modeles) for controle in controles]
    return [replace(c, inventaire=take_inventaire(racine, c)) for c in complets]


def _add_modeles(racine: Path, controle: Controle, propres: Mapping[str, Path]) -> Controle:
    """The year with the faults of those templates, and of what its texts ask of the report."""
    if controle.dossier is None:
        return controle
    modeles = dict(propres)
    if RAPPORT not in map(fold, modeles) and _asks_more(controle):
        modeles[RAPPORT] = templates_dir() / f"{RAPPORT}.docx"
    fautes = [f for modele in modeles.values() for f in _try_modele(racine, controle, modele)]
    if _lacks(controle.dossier):
        fautes = [faute for faute in fautes if faute.rule.code not in _DE_CHIFFRES]
    if not fautes:
        return controle
    from rapportpv.commands.build import add_fautes

    return add_fautes(controle, fautes)


def _asks_more(controle: Controle) -> bool:
    """Whether a text asks for something else than a figure by its name: to be tried."""
    textes = controle.dossier.textes or () if controle.dossier else ()
    ecrits = (ecrit for texte in textes for ecrit in ACCOLADES.findall(texte.contenu))
    appels = filter(None, map(read_appel, ecrits))  # what cannot be read is told for itself
    simples = (_SIMPLE.fullmatch(appel) for appel in appels)
    return any(simple is None or simple[1] not in controle.bilan.chiffres for simple in simples)


def _lacks(dossier: Dossier) -> bool:
    """Whether figures may fall short because something could not be read: that is told."""
    return bool(dossier.illisibles) or any(feuille.refusees for feuille in dossier.feuilles)


def _try_modele(racine: Path, controle: Controle, modele: Path) -> list[Anomalie]:
    """What is wrong with a template; a délibération without its session is left."""
    # What writes Word takes long to import: only for a project that has templates of its own.
    from rapportpv.commands.build import DELIBERATION, Commande, gather_matiere
    from rapportpv.commands.courriers import try_lettres
    from rapportpv.core.anomalie import Stage
    from rapportpv.word.render import render_document
    from rapportpv.year.epreuves import run_checks

    dossier, document = controle.dossier, modele.stem
    if dossier is None:
        return []
    if document in ENVOIS:
        return try_lettres(modele, dossier, controle.bilan)
    if document == DELIBERATION and any(run_checks(Stage.DELIBERATION, dossier)):
        return []
    commande = Commande(racine, controle.millesime, document, racine)
    brouillon = controle.is_blocked()
    matiere = gather_matiere(dossier, controle.bilan, commande, brouillon=brouillon)
    return list(render_document(modele, matiere)[1])
