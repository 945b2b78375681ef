"""A whole year of a project: every workbook read, every fault of reading told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.livre import Livre, Sort
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.vocabulaire import DISPOSITIFS, QUALITES, SOUTENUE, STATUTS, TYPES_QUARTIER
from rapportpv.french.lexique import Lexique
from rapportpv.reading import plan as plans
from rapportpv.reading.guard import ClasseurRefuseError
from rapportpv.reading.headers import Attendus
from rapportpv.reading.lignes import (
    LigneCommune,
    LigneDeFeuille,
    LigneFcs,
    LigneFondsDeConcours,
    LigneQuartier,
)
from rapportpv.reading.livre import leave_feuille
from rapportpv.reading.plan import Plan
from rapportpv.reading.project import check_annee, find_classeur, find_verrou
from rapportpv.reading.rules.pv001_fichier_manquant import PV001
from rapportpv.reading.rules.pv002_fichier_illisible import PV002, RAISONS
from rapportpv.reading.rules.pv003_classeur_ouvert import PV003
from rapportpv.reading.rules.pv011_annee_sans_contrat import PV011
from rapportpv.reading.rules.pv017_copie_annotee import PV017
from rapportpv.reading.settings import REGLAGES, load_annee, load_reglages
from rapportpv.reading.sheet import FeuilleTrouvee, load_feuille, locate
from rapportpv.reading.workbook import Grille, read_classeur
from rapportpv.subjects.carte.load import load_carte
from rapportpv.subjects.consultation.avis import SENS
from rapportpv.subjects.programmation.sheet import load_programmation
from rapportpv.texts.textes import load_textes


@dataclass
class _Lecture:
    """The reading of a year under way: what is already known, and all that is wrong so far."""

    racine: Path
    millesime: int
    reglages: Reglages
    anomalies: list[Anomalie] = field(default_factory=list)
    absents: list[str] = field(default_factory=list)
    grilles: dict[str, tuple[str, list[Grille]] | None] = field(default_factory=dict)
    secondes: set[tuple[str, str]] = field(default_factory=set)  # sheets told for themselves

    def locate(self, plan: Plan) -> FeuilleTrouvee | None:
        if plan.fichier not in self.grilles:
            self.grilles[plan.fichier] = self._read(plan.fichier)
        lu = self.grilles[plan.fichier]
        if lu is None:
            return None
        ignorees = self.reglages.feuilles.ignorer
        trouvee, anomalies = locate(lu[1], lu[0], self._attendus(plan), ignorees)
        if trouvee is None and plan.facultative:
            self.absents.append(f"{plan.fichier} › {plan.feuille}")
            return None
        self.anomalies += anomalies
        if trouvee:
            self.secondes |= {(lu[0], nom) for nom in trouvee.secondes}
        manquantes = [c for c in plan.requis if trouvee and c.nom not in trouvee.entete.trouvees]
        return None if manquantes else trouvee

    def _attendus(self, plan: Plan) -> Attendus:
        """What the headings of that sheet are looked up in."""
        reglages = self.reglages
        alias = reglages.colonnes.get(plan.nom, {})
        if plan is not plans.PROGRAMMATION:
            sections = reglages.axes if plan is plans.FCS else Lexique(())
            return Attendus(plan, plan.lexique(alias), self.millesime, sections)
        contrat = reglages.contrat_de(self.millesime)
        piliers = contrat.lexique if contrat else Lexique(())
        lexique = plan.lexique(alias, reglages.financeurs.entrees)
        return Attendus(plan, lexique, self.millesime, piliers, STATUTS, SOUTENUE)

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
        self.anomalies += anomalies
        for colonne, lexique in codes.items():
            textes = feuille.frame[colonne]
            connus = {t: lexique.read(t) or t for t in textes.unique()}
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
        return programmation

    def livres(self, feuilles: Iterable[Feuille]) -> Iterator[Livre]:
        """The ledger of each sheet that holds numbers, those that are not read too."""
        lus = {(f.fichier, f.nom): f.livre for f in feuilles}
        for fichier, grilles in filter(None, self.grilles.values()):
            for grille in grilles:
                livre = lus.get((fichier, grille.nom)) or self._leave(fichier, grille)
                if any(part.cellules for part in livre.bilan.values()):
                    yield livre

    def _leave(self, fichier: str, grille: Grille) -> Livre:
        if (fichier, grille.nom) in self.secondes:
            return leave_feuille(fichier, grille, Sort.INEXPLIQUEE, "mêmes en-têtes, pas lue")
        ignoree = grille.nom in self.reglages.feuilles.ignorer
        raison = "ignorée dans rapportpv.toml" if ignoree else "pas lue : ce n’est pas le tableau"
        return leave_feuille(fichier, grille, Sort.ECARTEE, raison)


def _codes(plan: Plan, reglages: Reglages) -> dict[str, Lexique]:
    """The columns of such a sheet whose words are of a list."""
    if plan is plans.CONSULTATION:
        return {"type": reglages.instances, "sens": SENS}
    return {"qualite": QUALITES} if plan is plans.SEANCE else {}


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
    textes, fautes = load_textes(racine, millesime)
    lecture.anomalies += fautes
    absents = tuple(lecture.absents)
    lues = (f for f in (programmation.feuille, *feuilles.values(), *annexes.values()) if f)
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
        livres=tuple(lecture.livres(lues)),
        **feuilles,
    )
    return dossier, lecture.anomalies


def _tell_refus(fichier: str, refus: ClasseurRefuseError) -> Anomalie:
    if refus.raison == "copie":
        return PV017.at(Emplacement(fichier))
    return PV002.at(Emplacement(fichier), raison=RAISONS[refus.raison])
