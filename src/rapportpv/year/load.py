"""A whole year of a project: every workbook read, every fault of reading told."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.vocabulaire import DISPOSITIFS, QUALITES, TYPES_QUARTIER
from rapportpv.french.lexique import Lexique
from rapportpv.french.typographie import format_texte
from rapportpv.reading import plan as plans
from rapportpv.reading.guard import ClasseurRefuseError
from rapportpv.reading.lignes import (
    LigneCommune,
    LigneDeFeuille,
    LigneFcs,
    LigneFondsDeConcours,
    LigneQuartier,
)
from rapportpv.reading.plan import PLANS, Plan
from rapportpv.reading.project import check_annee, find_classeur, find_verrou
from rapportpv.reading.rules.pv001_fichier_manquant import PV001
from rapportpv.reading.rules.pv002_fichier_illisible import PV002, RAISONS
from rapportpv.reading.rules.pv003_classeur_ouvert import PV003
from rapportpv.reading.rules.pv011_annee_sans_contrat import PV011
from rapportpv.reading.rules.pv017_copie_annotee import PV017
from rapportpv.reading.rules.pv019_classeur_a_remplir import PV019
from rapportpv.reading.settings import REGLAGES, load_annee, load_reglages
from rapportpv.reading.sheet import FeuilleTrouvee, load_feuille, locate
from rapportpv.reading.workbook import Grille, read_classeur
from rapportpv.subjects.carte.load import load_carte
from rapportpv.subjects.consultation.avis import SENS
from rapportpv.subjects.programmation.sheet import load_programmation
from rapportpv.texts.sans_objet import add_sans_objet
from rapportpv.texts.textes import load_textes


@dataclass
class _Lecture:
    """The reading of a year under way: what is already known, and all that is wrong so far."""

    racine: Path
    millesime: int
    reglages: Reglages
    anomalies: list[Anomalie] = field(default_factory=list)
    absents: list[str] = field(default_factory=list)
    vides: dict[str, dict[Plan, str]] = field(default_factory=dict)
    grilles: dict[str, tuple[str, list[Grille]] | None] = field(default_factory=dict)

    def locate(self, plan: Plan) -> FeuilleTrouvee | None:
        if plan.fichier not in self.grilles:
            self.grilles[plan.fichier] = self._read(plan.fichier)
        lu = self.grilles[plan.fichier]
        if lu is None:
            return None
        alias = self.reglages.colonnes.get(plan.nom, {})
        payeurs = self.reglages.financeurs.entrees if plan is plans.PROGRAMMATION else ()
        trouvee, anomalies = locate(lu[1], lu[0], plan, plan.lexique(alias, payeurs))
        if trouvee is None and plan.facultative:
            self.absents.append(f"{plan.fichier} › {plan.feuille}")
            return None
        self.anomalies += anomalies
        manquantes = [c for c in plan.requis if trouvee and c.nom not in trouvee.entete.trouvees]
        return None if manquantes else trouvee

    def _read(self, fichier: str) -> tuple[str, list[Grille]] | None:
        chemin = find_classeur(self.racine, self.millesime, fichier)
        if chemin is None:
            self.absents.append(fichier)
            return None
        nom = f"{self.millesime}/{chemin.name}"
        if verrou := find_verrou(chemin):
            self.anomalies.append(PV003.at(Emplacement(nom), verrou=verrou.name))
        try:
            return nom, read_classeur(chemin)
        except ClasseurRefuseError as refus:
            self.anomalies.append(_tell_refus(nom, refus))
            return None

    def feuille(self, plan: Plan, modele: type[LigneDeFeuille], **codes: Lexique) -> Feuille | None:
        """The sheet of that plan, the columns named in `codes` turned into codes where known."""
        trouvee = self.locate(plan)
        if trouvee is None:
            return None
        feuille, anomalies = load_feuille(trouvee, modele)
        if manque := _find_vide(plan, feuille):
            self.vides.setdefault(feuille.fichier, {})[plan] = manque
            absent = f"{plan.fichier} › {plan.feuille}" if plan.facultative else plan.fichier
            self.absents.append(absent)
            return None
        self.anomalies += anomalies
        for colonne, lexique in codes.items():
            textes = feuille.frame[colonne]
            connus = {t: lexique.find(t) or t for t in textes.unique()}
            feuille.frame[colonne] = textes.map(connus).astype("str")
        return feuille

    def annexes(self) -> dict[str, Feuille]:
        """The sheets that the year has beside the five of every project, by plan."""
        lues: dict[str, Feuille] = {}
        for plan in plans.ANNEXES:
            if find_classeur(self.racine, self.millesime, plan.fichier) is None:
                self.absents.append(plan.fichier)
                continue
            from rapportpv.reading.lignes_annexes import MODELES

            feuille = self.feuille(plan, MODELES[plan.nom], **_codes(plan, self.reglages))
            if feuille is not None:
                lues[plan.nom] = feuille
        return lues

    def programmation(self, contrat: Contrat) -> Programmation | None:
        trouvee = self.locate(plans.PROGRAMMATION)
        if trouvee is None:
            if plans.PROGRAMMATION.fichier in self.absents:
                lieu = Emplacement(f"{self.millesime}/{plans.PROGRAMMATION.fichier}")
                self.anomalies.append(PV001.at(lieu))
            return None
        programmation, anomalies = load_programmation(trouvee, self.reglages, contrat)
        self.anomalies += anomalies
        if programmation is not None and programmation.feuille.frame.empty:
            self.vides[trouvee.fichier] = {plans.PROGRAMMATION: _SANS_LIGNE}
        return programmation

    def tell_vides(self) -> None:
        """What is left to fill, once a file."""
        for fichier, manques in self.vides.items():
            entier = len(manques) == sum(p.fichier == next(iter(manques)).fichier for p in PLANS)
            if entier and set(manques.values()) == {_SANS_LIGNE}:
                self.anomalies.append(
                    PV019.at(Emplacement(fichier), quoi=f"Ce classeur {_SANS_LIGNE}")
                )
                continue
            for plan, manque in manques.items():
                sujet = f"La feuille « {plan.feuille} » " if manque == _SANS_LIGNE else ""
                quoi = format_texte(f"{sujet}{manque}")
                self.anomalies.append(PV019.at(Emplacement(fichier, plan.feuille), quoi=quoi))


_SANS_LIGNE = "n’a encore aucune ligne"


def _find_vide(plan: Plan, feuille: Feuille) -> str:
    """What a sheet of `init` still lacks to say anything: a row, or the words of a column."""
    if feuille.frame.empty:
        return _SANS_LIGNE
    for champ in plan.requis if plan.tacite else ():
        if champ.nom in feuille.frame and (feuille.frame[champ.nom] == "").all():
            return f"La colonne « {champ.libelle} » n’est pas encore remplie"
    return ""


def _codes(plan: Plan, reglages: Reglages) -> dict[str, Lexique]:
    """The columns of such a sheet whose words are of a list."""
    if plan is plans.CONSULTATION:
        return {"type": reglages.instances, "sens": reglages.sens.extend(SENS)}
    return {"qualite": reglages.qualites.extend(QUALITES)} if plan is plans.SEANCE else {}


def load_dossier(racine: Path, millesime: int) -> tuple[Dossier | None, list[Anomalie]]:
    """All that the project knows of a year, and all that is wrong with how it was read.

    The Dossier is None when there is no programming to speak of. Raises AnneeIntrouvableError,
    and FichierInaccessibleError when the system forbids a reading.
    """
    check_annee(racine, millesime)
    reglages, anomalies = load_reglages(racine)
    annee, fautes = load_annee(racine, millesime)
    anomalies += fautes
    contrat = reglages.contrat_de(millesime) if reglages else None
    if reglages and not contrat:
        anomalies.append(PV011.at(Emplacement(REGLAGES, None, ("contrat",)), annee=millesime))
    if not (reglages and annee and contrat):
        return None, anomalies
    lecture = _Lecture(racine, millesime, reglages, anomalies)
    programmation = lecture.programmation(contrat)
    feuilles: dict[str, Any] = {
        "fcs": lecture.feuille(plans.FCS, LigneFcs, axe=reglages.axes),
        "fonds_de_concours": lecture.feuille(
            plans.FONDS_DE_CONCOURS, LigneFondsDeConcours, dispositif=DISPOSITIFS
        ),
        "communes": lecture.feuille(plans.COMMUNES, LigneCommune),
        "quartiers": lecture.feuille(plans.QUARTIERS, LigneQuartier, type=TYPES_QUARTIER),
    }
    annexes = lecture.annexes()
    carte, fautes = load_carte(racine, millesime)
    lecture.anomalies += fautes
    if programmation is None:
        return None, lecture.anomalies
    lecture.tell_vides()
    textes, fautes = load_textes(racine, millesime)
    textes = add_sans_objet(textes, reglages.sans_objet, racine, millesime)
    lecture.anomalies += fautes
    absents = tuple(lecture.absents)
    dossier = Dossier(
        reglages,
        contrat,
        millesime,
        annee,
        programmation,
        annexes=annexes,
        carte=carte,
        absents=absents,
        textes=textes,
        **feuilles,
    )
    return dossier, lecture.anomalies


def _tell_refus(fichier: str, refus: ClasseurRefuseError) -> Anomalie:
    if refus.raison == "copie":
        return PV017.at(Emplacement(fichier))
    return PV002.at(Emplacement(fichier), raison=RAISONS[refus.raison])
