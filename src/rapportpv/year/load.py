"""A whole year of a project: every workbook read, every fault of reading told."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.inventaire import Laisse
from rapportpv.core.livre import Livre, Sort
from rapportpv.core.plan import Plan
from rapportpv.core.prose import Image
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.textes import Texte
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.frames import load_feuille
from rapportpv.reading.livre import leave_feuille
from rapportpv.reading.noms import REGLAGES
from rapportpv.reading.project import check_annee, find_verrou
from rapportpv.reading.restes import list_feuilles
from rapportpv.reading.rules.pv001_fichier_manquant import PV001
from rapportpv.reading.rules.pv002_fichier_illisible import PV002, RAISONS
from rapportpv.reading.rules.pv003_classeur_ouvert import PV003
from rapportpv.reading.rules.pv011_annee_sans_contrat import PV011
from rapportpv.reading.rules.pv017_copie_annotee import PV017
from rapportpv.reading.settings import load_annee, load_reglages
from rapportpv.reading.sheet import FeuilleTrouvee, locate
from rapportpv.reading.voisins import advise, find_autres, find_classeur, find_voisins, tell_voisins
from rapportpv.subjects.carte.load import load_carte
from rapportpv.subjects.insee.load import load_insee
from rapportpv.subjects.programmation.read import load_programmation
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.territoire.sheet import QUARTIERS
from rapportpv.texts.charte import load_image
from rapportpv.texts.sans_objet import add_sans_objet
from rapportpv.texts.textes import load_textes
from rapportpv.year.attendus import find_place, make_attendus
from rapportpv.year.sujets import AUTRES, PLANS
from rapportpv.year.vides import Vides


class _Lecture(Struct):
    """The reading of a year under way: what is already known, and all that is wrong so far."""

    racine: Path
    millesime: int
    reglages: Reglages
    anomalies: list[Anomalie] = field(default_factory=list)
    absents: list[str] = field(default_factory=list)
    illisibles: set[str] = field(default_factory=set)
    vides: Vides = field(default_factory=Vides)
    laissees: list[Feuille] = field(default_factory=list)
    grilles: dict[str, tuple[str, list[Grille]] | None] = field(default_factory=dict)
    secondes: set[tuple[str, str]] = field(default_factory=set)  # sheets told for themselves

    def locate(self, plan: Plan) -> FeuilleTrouvee | None:
        fichier = self._place(plan)
        if fichier not in self.grilles:
            self.grilles[fichier] = self._read(fichier)
        lu = self.grilles[fichier]
        if lu is None:
            return None
        ignorees = self.reglages.feuilles.ignorer
        trouvee, anomalies = locate(
            lu[1], lu[0], make_attendus(plan, self.reglages, self.millesime), ignorees
        )
        if trouvee is None and (plan.facultative or fichier != plan.fichier):
            entier = f"{plan.fichier} › {plan.feuille}"
            self.absents.append(entier if plan.facultative else plan.fichier)
            return None
        self.anomalies += anomalies
        if trouvee:
            self.secondes |= {(lu[0], nom) for nom in trouvee.secondes}
        manquantes = [c for c in plan.requis if trouvee and c.nom not in trouvee.entete.trouvees]
        return None if manquantes else trouvee

    def _place(self, plan: Plan) -> str:
        """The workbook of a sheet: its own when it is there, else the one that is told."""
        autre = find_place(plan, self.reglages)
        if autre is None or find_classeur(self.racine, self.millesime, plan.fichier):
            return plan.fichier
        return autre

    def _read(self, fichier: str) -> tuple[str, list[Grille]] | None:
        chemin = find_classeur(self.racine, self.millesime, fichier)
        if chemin is None:
            self.absents.append(fichier)
            return None
        nom = f"{self.millesime}/{chemin.name}"
        if verrou := find_verrou(chemin):
            self.anomalies.append(PV003.at(Emplacement(nom), verrou=verrou.name))
        try:
            return nom, read_classeur(chemin)  # all: another sheet may hold a part of the year
        except ClasseurRefuseError as refus:
            self.anomalies.append(_tell_refus(nom, refus))
            return None

    def autres(self) -> dict[str, Feuille]:
        """The sheets beside the programming that could be read, by the name of their plan."""
        lues: dict[str, Feuille] = {}
        for plan in AUTRES:
            if (trouvee := self.locate(plan)) is not None:
                feuille, anomalies = load_feuille(trouvee, self.reglages)
                if self.vides.add(plan, feuille):
                    entier = f"{plan.fichier} › {plan.feuille}"
                    self.absents.append(entier if plan.facultative else plan.fichier)
                    self.laissees.append(feuille)
                else:
                    lues[plan.nom] = feuille
                    self.anomalies += anomalies
            elif not {plan.fichier, f"{plan.fichier} › {plan.feuille}"} & set(self.absents):
                self.illisibles.add(plan.nom)
        return lues

    def programmation(self, contrat: Contrat) -> Programmation | None:
        trouvee = self.locate(PROGRAMMATION)
        if trouvee is None:
            if PROGRAMMATION.fichier in self.absents:
                lieu = Emplacement(f"{self.millesime}/{PROGRAMMATION.fichier}")
                annee = self.racine, self.millesime
                voisins = find_voisins(*annee, PROGRAMMATION.fichier)
                voisins = voisins or find_autres(*annee, [plan.fichier for plan in PLANS])
                conseil = advise(voisins, PROGRAMMATION.fichier)
                self.anomalies.append(PV001.at(lieu, suggestion=conseil))
            return None
        programmation, anomalies = load_programmation(trouvee, self.reglages, contrat)
        self.anomalies += anomalies
        if programmation is not None:
            self.vides.add(PROGRAMMATION, programmation.feuille)
        return programmation

    def textes(self) -> tuple[bool, tuple[Texte, ...] | None]:
        """Whether the year has a folder of texts; its texts, and the reasons of the settings."""
        textes, fautes = load_textes(self.racine, self.millesime)
        self.anomalies += fautes
        raisons = self.reglages.sans_objet
        return textes is not None, add_sans_objet(textes, raisons, self.racine, self.millesime)

    def livres(self, feuilles: Iterable[Feuille]) -> Iterator[Livre]:
        """The ledger of each sheet that holds numbers, those that are not read too."""
        lus = {(f.fichier, f.nom): f.livre for f in feuilles}
        for fichier, grilles in filter(None, self.grilles.values()):
            for grille in grilles:
                livre = lus.get((fichier, grille.nom)) or self._leave(fichier, grille)
                if any(part.cellules for part in livre.bilan.values()):
                    yield livre

    def restes(self, feuilles: Iterable[Feuille]) -> Iterator[Laisse]:
        """The sheets that nothing reads; those that may be a part of the year are errors."""
        lues = {(f.fichier, f.nom) for f in feuilles} | self.secondes
        for fichier, grilles in filter(None, self.grilles.values()):
            siennes = {nom for autre, nom in lues if autre == fichier}
            yield from list_feuilles(fichier, grilles, siennes, self.reglages.feuilles.ignorer)

    def _leave(self, fichier: str, grille: Grille) -> Livre:
        if (fichier, grille.nom) in self.secondes:
            return leave_feuille(fichier, grille, Sort.INEXPLIQUEE, "mêmes en-têtes, pas lue")
        ignoree = grille.nom in self.reglages.feuilles.ignorer
        raison = "ignorée dans rapportpv.toml" if ignoree else "pas lue : ce n’est pas le tableau"
        return leave_feuille(fichier, grille, Sort.ECARTEE, raison)

    def image(self, cle: str, nom: str | None) -> Image | None:
        """The picture that a key of the charter names."""
        image, fautes = load_image(self.racine, cle, nom)
        self.anomalies += fautes
        return image

    def tell_voisins(self) -> None:
        """Keep what is to be said of files that look meant for a workbook that is not there."""
        absents = [fichier for fichier in self.absents if fichier != PROGRAMMATION.fichier]
        connus = [plan.fichier for plan in PLANS]
        self.anomalies += tell_voisins(self.racine, self.millesime, absents, connus)


def load_dossier(racine: Path, millesime: int) -> tuple[Dossier | None, list[Anomalie]]:
    """All that the project knows of a year, and all that is wrong with how it was read.

    The Dossier is None when there is no programming to speak of. Raises AnneeIntrouvableError,
    and FichierInaccessibleError when the system forbids a reading.
    """
    check_annee(racine, millesime)
    reglages, anomalies = load_reglages(racine, PLANS)
    annee, fautes = load_annee(racine, millesime)
    anomalies += fautes
    contrat = reglages.contrat_de(millesime) if reglages else None
    if reglages and not contrat:
        anomalies.append(PV011.at(Emplacement(REGLAGES, None, ("contrat",)), annee=millesime))
    if not (reglages and annee and contrat):
        return None, anomalies
    lecture = _Lecture(racine, millesime, reglages, anomalies)
    programmation, autres = lecture.programmation(contrat), lecture.autres()
    lecture.tell_voisins()
    carte, fautes = load_carte(racine, millesime)
    lecture.anomalies += fautes
    if programmation is None:
        return None, lecture.anomalies
    insee, fautes = load_insee(racine, millesime, reglages, annee, _list_codes(autres))
    lecture.anomalies += fautes
    dossier = Dossier(
        reglages, contrat, millesime, annee, programmation, autres, carte=carte, insee=insee
    )
    return _complete(dossier, lecture), lecture.anomalies


def _list_codes(autres: Mapping[str, Feuille]) -> list[str]:
    """The codes of the quartiers."""
    quartiers = autres.get(QUARTIERS.nom)
    codes: list[str] = [] if quartiers is None else quartiers.frame["code"].tolist()
    return codes


def _complete(dossier: Dossier, lecture: _Lecture) -> Dossier:
    """The dossier with its texts, and with what became of all that its workbooks hold."""
    ecrits, textes = lecture.textes()
    lecture.anomalies += lecture.vides.tell()
    feuilles = (*dossier.feuilles, *lecture.laissees)
    charte = lecture.reglages.charte
    return replace(
        dossier,
        absents=tuple(lecture.absents),
        vides=frozenset(lecture.vides.noms),
        illisibles=frozenset(lecture.illisibles),
        logo=lecture.image("logo", charte.logo),
        couverture=lecture.image("couverture", charte.couverture),
        textes=textes,
        ecrits=ecrits,
        livres=tuple(lecture.livres(feuilles)),
        laissees=tuple(lecture.restes(feuilles)),
    )


def _tell_refus(fichier: str, refus: ClasseurRefuseError) -> Anomalie:
    if refus.raison == "copie":
        return PV017.at(Emplacement(fichier))
    cellules = (refus.cellule,) if refus.cellule else ()
    return PV002.at(Emplacement(fichier, refus.feuille, cellules), raison=RAISONS[refus.raison])
