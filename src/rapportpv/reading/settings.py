"""rapportpv.toml and annee.toml read and validated, their faults told in the file's own words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.plan import IGNORER, Plan
from rapportpv.core.sections import FACULTATIVES, SECTIONS, section_key
from rapportpv.core.settings.reglage import Reglage
from rapportpv.core.settings.reglages import Annee, Reglages
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.noms import ANNEE, REGLAGES
from rapportpv.reading.reglages_contraires import check_contraires
from rapportpv.reading.reglages_fautifs import format_cle, tell_refus
from rapportpv.reading.rules.pv010_reglage_invalide import PV010
from rapportpv.reading.rules.pv012_toml_illisible import PV012
from rapportpv.reading.toml import TomlIllisibleError, read_toml

Modele = TypeVar("Modele", bound=Reglage)


def load_reglages(racine: Path, plans: Iterable[Plan]) -> tuple[Reglages | None, list[Anomalie]]:
    """The settings of the project, and what is wrong with them; `plans`: the sheets they name."""
    reglages, anomalies, texte = _load(racine / REGLAGES, REGLAGES, Reglages)
    if reglages:
        connus = tuple(plans)
        anomalies += [
            *check_contraires(reglages, connus, texte),
            *_check_colonnes(reglages, connus),
            *_check_classeurs(reglages, connus),
            *_check_unites(reglages, connus),
            *_check_sans_objet(reglages),
        ]
    return reglages, anomalies


def load_annee(racine: Path, millesime: int) -> tuple[Annee | None, list[Anomalie]]:
    """What is true of that year, and what is wrong with it."""
    annee, anomalies, _ = _load(racine / str(millesime) / ANNEE, f"{millesime}/{ANNEE}", Annee)
    return annee, anomalies


def _load(
    chemin: Path, fichier: str, modele: type[Modele]
) -> tuple[Modele | None, list[Anomalie], str]:
    """The settings, what is wrong with them, and their text."""
    try:
        with chemin.open("rb") as flux:
            donnees, texte = read_toml(flux.read())
    except FileNotFoundError:
        donnees, texte = {}, ""
    except OSError as cause:
        raise FichierInaccessibleError(chemin) from cause
    except TomlIllisibleError as faute:
        return None, [PV012.at(Emplacement(fichier), raison=str(faute))], ""
    try:
        return modele.model_validate(donnees), [], texte
    except ValidationError as refus:
        return None, tell_refus(fichier, refus, modele, texte), texte


def _check_colonnes(reglages: Reglages, plans: Iterable[Plan]) -> list[Anomalie]:
    """The blocks [colonnes.…] name sheets and columns that exist."""
    champs = {plan.nom: {c.nom for c in plan.champs} | {IGNORER} for plan in plans}
    anomalies = []
    for feuille, alias in reglages.colonnes.items():
        if feuille not in champs:
            anomalies.append(_tell_colonnes(("colonnes", feuille), "aucune feuille", champs))
        else:
            anomalies += [
                _tell_colonnes(("colonnes", feuille, champ), "aucune colonne", champs[feuille])
                for champ in sorted(alias.keys() - champs[feuille])
            ]
    return anomalies


def _check_classeurs(reglages: Reglages, plans: Iterable[Plan]) -> Iterator[Anomalie]:
    """The block [classeurs] names sheets, and workbooks."""
    feuilles = {plan.nom: Path(plan.fichier).stem for plan in plans}
    for nom, classeur in reglages.classeurs.items():
        if nom not in feuilles:
            yield _tell_colonnes(("classeurs", nom), "aucune feuille", feuilles)
        elif classeur not in feuilles.values():
            yield _tell_colonnes(
                ("classeurs", nom, classeur), "aucun classeur", set(feuilles.values())
            )


def _check_unites(reglages: Reglages, plans: Iterable[Plan]) -> Iterator[Anomalie]:
    """The blocks [unites.…] name sheets."""
    noms = [plan.nom for plan in plans]
    for nom in reglages.unites:
        if nom not in noms:
            yield _tell_colonnes(("unites", nom), "aucune feuille", noms)


def _check_sans_objet(reglages: Reglages) -> Iterator[Anomalie]:
    """The block [sans_objet] names parts of the report."""
    parties = tuple(nom for nom in SECTIONS if nom not in FACULTATIVES)
    connues = {section_key(nom) for nom in parties}
    for nom in reglages.sans_objet:
        if section_key(nom) not in connues:
            yield _tell_colonnes(("sans_objet", nom), "aucune partie du rapport", parties)


def _tell_colonnes(chemin: tuple[str, ...], sorte: str, connus: Iterable[str]) -> Anomalie:
    noms = sorted(connus)
    proche = Lexique(tuple(Entree(nom, nom) for nom in noms)).suggest(chemin[-1])
    return PV010.at(
        Emplacement(REGLAGES, None, (format_cle(chemin),)),
        valeur=chemin[-1],
        suggestion=f"Écrivez « {proche} »." if proche else None,
        raison=f"il ne désigne {sorte} ; noms possibles : {', '.join(noms)}",
    )
