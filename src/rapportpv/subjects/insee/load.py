"""The folder `insee` of a year: each file recognised by its headings, what is wrong told."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.indicateur import Insee, Mesure
from rapportpv.core.inventaire import Laisse, Lu
from rapportpv.core.settings.reglages import Annee, Reglages
from rapportpv.french.lexique import fold
from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.rules.pv002_fichier_illisible import PV002, RAISONS
from rapportpv.reading.voisins import EXTENSIONS, list_visibles
from rapportpv.subjects.insee.catalogue import INDICATEURS
from rapportpv.subjects.insee.fichier import FichierInsee, Geographie, read_fichier
from rapportpv.subjects.insee.rules.pv735_fichier_insee_inconnu import PV735
from rapportpv.subjects.insee.rules.pv736_autre_geographie import PV736
from rapportpv.subjects.insee.rules.pv737_millesime_ancien import ANCIEN, PV737
from rapportpv.subjects.insee.rules.pv738_millesime_inconnu import PV738
from rapportpv.subjects.insee.rules.pv739_fichier_insee_a_demi_vide import PV739
from rapportpv.subjects.insee.rules.pv740_indicateur_en_double import PV740

DOSSIER = "insee"

_PAS_UN_TABLEAU = "un fichier de l’Insee se dépose en .csv, .xlsx, .xls ou .ods"
_SANS_INDICATEUR = "aucun des indicateurs que le rapport montre"
_SANS_CODE = "pas de code de quartier, de commune ni d’intercommunalité"
_DES_COMMUNES = "des communes : le rapport montre les quartiers et l’intercommunalité"
_QPV = {Geographie.QPV_2015, Geographie.QPV_2024}


class _Lecture(Struct):
    """The reading of the folder under way."""

    racine: Path
    millesime: int
    siren: str
    quartiers: frozenset[str]
    annees: Mapping[str, int]
    mesures: dict[str, dict[str, Mesure]] = field(default_factory=dict)
    anciens: dict[str, tuple[str, ...]] = field(default_factory=dict)
    doubles: set[tuple[str, str]] = field(default_factory=set)
    lus: list[Lu] = field(default_factory=list)
    laisses: list[Laisse] = field(default_factory=list)
    anomalies: list[Anomalie] = field(default_factory=list)

    def read(self, chemin: Path) -> None:
        """Take what a file has; tell what it lacks."""
        fichier = chemin.relative_to(self.racine).as_posix()
        if chemin.suffix.lower() not in EXTENSIONS:
            self.laisses.append(Laisse(Emplacement(fichier), _PAS_UN_TABLEAU))
            return
        try:
            grilles = [g for g in read_classeur(chemin) if g.lignes]
        except ClasseurRefuseError as refus:
            cellules = (refus.cellule,) if refus.cellule else ()
            lieu = Emplacement(fichier, refus.feuille, cellules)
            self.anomalies.append(PV002.at(lieu, raison=RAISONS[refus.raison]))
            return
        lues = [(grille, read_fichier(fichier, grille)) for grille in grilles]
        if not any(lue for _, lue in lues):
            self.anomalies.append(PV735.at(Emplacement(fichier)))
            return
        for grille, lue in lues:
            if lue is None:
                self.laisses.append(Laisse(Emplacement(fichier, grille.nom), _SANS_CODE))
            else:
                self._take(lue, self._annee(chemin))

    def _annee(self, chemin: Path) -> int | None:
        """The year of the data that the settings give to a file."""
        noms = {fold(chemin.name), fold(chemin.stem)}
        return next((a for nom, a in self.annees.items() if fold(nom) in noms), None)

    def _take(self, lue: FichierInsee, annee: int | None) -> None:
        if lue.anciens:
            siens = {c: a for c, a in lue.anciens.items() if c in self.quartiers}
            self.anciens |= siens
            self.lus.append(Lu(lue.lieu, len(siens), "correspondance"))
        elif not lue.colonnes:
            self.laisses.append(Laisse(lue.lieu, _SANS_INDICATEUR))
        elif lue.geographie is Geographie.COMMUNE:
            self.laisses.append(Laisse(lue.lieu, _DES_COMMUNES))
        else:
            self._take_indicateurs(lue, annee)

    def _take_indicateurs(self, lue: FichierInsee, annee: int | None) -> None:
        de_quartiers = lue.geographie in _QPV
        voulus = self.quartiers if de_quartiers else {self.siren} - {""}
        presents = sorted(voulus & lue.lignes.keys())
        if not presents:
            self.anomalies.append(PV736.at(lue.lieu, dit=self._tell_geographie(lue)))
            return
        lus = [(code, nom, m) for code in presents for nom, m in lue.read(code, annee)]
        for code, nom, mesure in lus:
            self._add(code, nom, mesure)
        quoi = "quartier" if de_quartiers else "intercommunalité"
        self.lus.append(Lu(lue.lieu, len(presents), quoi))
        if (laissees := lue.laissees) is not None:
            self.laisses.append(laissees)
        self.anomalies += self._judge(lue, [mesure for *_, mesure in lus])

    def _judge(self, lue: FichierInsee, mesures: list[Mesure]) -> Iterator[Anomalie]:
        """What is to be said of the values as a whole: half empty, old, of no known year."""
        connues = [mesure for mesure in mesures if mesure.connue]
        if 2 * len(connues) < len(mesures):
            combien = f"{len(mesures) - len(connues)} sur {len(mesures)}"
            yield PV739.at(lue.lieu, combien=combien)
        annees = {m.millesime for m in connues}
        if None in annees:
            nom = Path(lue.fichier).name
            yield PV738.at(lue.lieu, valeur=nom)
        recentes = [annee for annee in annees if annee is not None]
        if recentes and max(recentes) < self.millesime - ANCIEN:
            yield PV737.at(lue.lieu, valeur=str(max(recentes)), annee=self.millesime)

    def _add(self, code: str, nom: str, mesure: Mesure) -> None:
        """Keep a value, the latest of two years; two that disagree on one year are both dropped."""
        siennes = self.mesures.setdefault(code, {})
        deja = siennes.get(nom)
        if deja is None or not deja.connue:
            siennes[nom] = mesure
        elif mesure.connue and mesure.millesime == deja.millesime:
            if not mesure.agrees(deja) and (code, nom) not in self.doubles:
                self.doubles.add((code, nom))
                self.anomalies.append(
                    PV740.at(
                        mesure.lieu,
                        valeur=mesure.affiche,
                        indicateur=INDICATEURS[nom].libelle,
                        autre=f"{deja.affiche} ({deja.source})",
                    )
                )
        elif mesure.connue and (mesure.millesime or 0) > (deja.millesime or 0):
            siennes[nom] = mesure

    def _tell_geographie(self, lue: FichierInsee) -> str:
        """Of what the file is, and why none of it is of this territory."""
        nom = lue.geographie.nom
        if lue.geographie is Geographie.EPCI:
            if not self.siren:
                return f"ce fichier est celui des {nom}, et [territoire] ne dit pas « siren »"
            return f"ce fichier est celui des {nom}, sans le vôtre ({self.siren})"
        if not self.quartiers:
            return f"ce fichier est celui des {nom}, et territoire.xlsx ne donne aucun code"
        exemple = min(self.quartiers)
        return f"ce fichier est celui des {nom}, sans aucun des vôtres ({exemple}, par exemple)"

    def make(self) -> Insee:
        """All that was read, without what two files contradict."""
        gardees = {
            code: {nom: m for nom, m in siennes.items() if (code, nom) not in self.doubles}
            for code, siennes in self.mesures.items()
        }
        epci = gardees.pop(self.siren, {}) if self.siren else {}
        return Insee(gardees, epci, self.anciens, tuple(self.lus), tuple(self.laisses))


def load_insee(
    racine: Path, millesime: int, reglages: Reglages, annee: Annee, quartiers: Iterable[str]
) -> tuple[Insee, list[Anomalie]]:
    """What the files say of those quartiers (codes) and of the EPCI, and what is wrong with them.

    Nothing is read when there is no such folder. Raises FichierInaccessibleError.
    """
    dossier = racine / str(millesime) / DOSSIER
    if not dossier.is_dir():
        return Insee(), []
    codes = frozenset(code.strip().upper() for code in quartiers if code.strip())
    annees = annee.insee.annees if annee.insee else {}
    lecture = _Lecture(racine, millesime, reglages.territoire.siren or "", codes, annees)
    for chemin in _list_fichiers(dossier):
        lecture.read(chemin)
    return lecture.make(), lecture.anomalies


def _list_fichiers(dossier: Path) -> Iterator[Path]:
    """The files of the folder and of those in it: a file of EPCI may have the name of another."""
    for chemin in list_visibles(dossier):
        if chemin.is_dir():
            yield from (autre for autre in list_visibles(chemin) if autre.is_file())
        else:
            yield chemin
