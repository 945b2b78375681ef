"""historique.xlsx: a line a figure, a column a year, wherever the table stands on its sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.chiffre import Chiffre, Unite
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.passe import HISTORIQUE, AnneePassee
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.french.typographie import format_liste
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.classeur.read import read_classeur
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.montant import MontantAmbiguError, MontantIllisibleError, read_montant
from rapportpv.reading.project import find_verrou
from rapportpv.reading.rules.pv002_fichier_illisible import PV002, RAISONS
from rapportpv.reading.rules.pv003_classeur_ouvert import PV003
from rapportpv.reading.rules.pv101_montant_illisible import PV101
from rapportpv.reading.rules.pv103_montant_ambigu import PV103
from rapportpv.reading.rules.pv104_nombre_illisible import PV104
from rapportpv.reading.voisins import find_classeur_dans
from rapportpv.subjects.annees.rules.pv750_historique_sans_annee import PV750
from rapportpv.subjects.annees.rules.pv751_historique_chiffre_inconnu import PV751
from rapportpv.subjects.annees.rules.pv754_historique_sans_contrat import PV754
from rapportpv.subjects.annees.rules.pv755_historique_en_double import PV755
from rapportpv.subjects.annees.suivis import Repertoire

_ANNEE = re.compile(r"(?:ann[ée]e )?((?:19|20)\d\d)", re.IGNORECASE)


class _Table(Struct, frozen=True):
    """The table of a sheet: the row of its years, their columns, the column of its names."""

    grille: Grille
    fichier: str
    ligne: int
    annees: Mapping[int, int]  # by Excel column

    @property
    def nom(self) -> int:
        return min(self.annees) - 1

    def lieu(self, *cases: tuple[int, int]) -> Emplacement:
        return Emplacement(self.fichier, self.grille.nom, tuple(map(cell_name, cases)))

    def lines(self) -> Iterator[tuple[int, str]]:
        """The rows that have a name: their Excel rows, and it; notes between lines have no year."""
        for numero, cellules in enumerate(self.grille.lignes[self.ligne :], self.ligne + 1):
            mots = [str(c).strip() for c in cellules[: self.nom] if isinstance(c, str)]
            remplies = any(self.grille.cell((numero, c)) is not None for c in self.annees)
            if remplies or any(map(str.strip, mots)):
                yield numero, next(filter(None, reversed(mots)), "")


class _Lecture(Struct):
    """The reading of the workbook under way."""

    reglages: Reglages
    anomalies: list[Anomalie] = field(default_factory=list)
    repertoires: dict[str, Repertoire] = field(default_factory=dict)
    lus: dict[int, dict[str, Chiffre]] = field(default_factory=dict)

    def read(self, table: _Table) -> None:
        contrats = self._contrats(table)
        for numero, texte in table.lines():
            connus = {c: self._repertoire(x).find(texte) for c, x in contrats.items()}
            remplis = [c for c in contrats if table.grille.cell((numero, c)) not in {None, ""}]
            inconnus = [c for c in remplis if connus[c] is None]
            if inconnus or (contrats and not any(connus.values())):
                self._tell_inconnu(table, numero, texte, inconnus, contrats)
            for colonne in remplis:
                if (chiffre := connus[colonne]) is not None:
                    self._add(table, (numero, colonne), chiffre)

    def _contrats(self, table: _Table) -> dict[int, Contrat]:
        """The contract of each column; a year without any is told and left aside."""
        contrats = {}
        for colonne, annee in table.annees.items():
            contrat = self.reglages.contrat_de(annee)
            if contrat is not None:
                contrats[colonne] = contrat
            else:
                lieu = table.lieu((table.ligne, colonne))
                self.anomalies.append(PV754.at(lieu, valeur=str(annee)))
        return contrats

    def _repertoire(self, contrat: Contrat) -> Repertoire:
        cle = f"{contrat.debut} {contrat.nom}"
        if cle not in self.repertoires:
            self.repertoires[cle] = Repertoire(self.reglages, contrat)
        return self.repertoires[cle]

    def _tell_inconnu(
        self,
        table: _Table,
        numero: int,
        texte: str,
        colonnes: Iterable[int],
        contrats: Mapping[int, Contrat],
    ) -> None:
        siennes = list(colonnes) or list(contrats)
        proches = (self._repertoire(contrats[c]).suggest(texte) for c in siennes)
        proche = next(filter(None, proches), None)
        self.anomalies.append(
            PV751.at(
                table.lieu((numero, table.nom)),
                valeur=texte,
                suggestion=f"Écrivez « {proche} »." if proche else None,
                annees=format_liste(str(table.annees[c]) for c in siennes),
            )
        )

    def _add(self, table: _Table, case: tuple[int, int], chiffre: Chiffre) -> None:
        annee, lieu = table.annees[case[1]], table.lieu(case)
        valeur = self._value(table.grille.cell(case), chiffre, lieu)
        if valeur is None:
            return
        siens = self.lus.setdefault(annee, {})
        if chiffre.nom in siens:
            self.anomalies.append(
                PV755.at(lieu, valeur=chiffre.nom, annee=annee, autre=siens[chiffre.nom].sources[0])
            )
            return
        siens[chiffre.nom] = replace(chiffre, valeur=valeur, sources=(str(lieu),))

    def _value(self, lue: Any, chiffre: Chiffre, lieu: Emplacement) -> Fraction | None:
        """What a cell says, in the unit of its figure; nothing when it says nothing, or badly."""
        dite, colonne = str(lue), chiffre.libelle
        try:
            cents = read_montant(lue)
        except MontantAmbiguError:
            self.anomalies.append(PV103.at(lieu, valeur=dite, colonne=colonne))
            return None
        except MontantIllisibleError:
            self.anomalies.append(PV101.at(lieu, valeur=dite, colonne=colonne))
            return None
        if cents is None:
            return None
        valeur = Fraction(cents, 100)
        if chiffre.unite is Unite.NOMBRE and (valeur.denominator != 1 or valeur < 0):
            self.anomalies.append(PV104.at(lieu, valeur=dite, colonne=colonne))
            return None
        return valeur


def load_historique(
    racine: Path, reglages: Reglages
) -> tuple[tuple[AnneePassee, ...], list[Anomalie]]:
    """The years of the workbook, in order, and what is wrong with it; none without it."""
    chemin = find_classeur_dans(racine, HISTORIQUE)
    if chemin is None:
        return (), []
    lecture, fichier = _Lecture(reglages), chemin.name
    if verrou := find_verrou(chemin):
        lecture.anomalies.append(PV003.at(Emplacement(fichier), verrou=verrou.name))
    try:
        grilles = read_classeur(chemin)
    except ClasseurRefuseError as refus:
        cellules = (refus.cellule,) if refus.cellule else ()
        lieu = Emplacement(fichier, refus.feuille, cellules)
        return (), [*lecture.anomalies, PV002.at(lieu, raison=RAISONS[refus.raison])]
    tables = [table for grille in grilles if (table := _find_table(grille, fichier))]
    if not tables:
        return (), [*lecture.anomalies, PV750.at(Emplacement(fichier))]
    for table in tables:
        lecture.read(table)
    annees = [_make(annee, siens, reglages) for annee, siens in sorted(lecture.lus.items())]
    return tuple(filter(None, annees)), lecture.anomalies


def _make(annee: int, chiffres: dict[str, Chiffre], reglages: Reglages) -> AnneePassee | None:
    contrat = reglages.contrat_de(annee)
    return AnneePassee(annee, contrat, chiffres) if contrat else None


def _find_table(grille: Grille, fichier: str) -> _Table | None:
    """The table below the first row with years, each once, and a column of names before them."""
    for numero, cellules in enumerate(grille.lignes, 1):
        lus = ((colonne, _read_annee(c)) for colonne, c in enumerate(cellules, 1))
        annees = {colonne: annee for colonne, annee in lus if annee}
        if annees and min(annees) > 1 and len({*annees.values()}) == len(annees):
            return _Table(grille, fichier, numero, annees)
    return None


def _read_annee(cellule: Any) -> int | None:
    """The year that a heading is, typed as a number or as a text."""
    texte = f"{cellule:g}" if isinstance(cellule, float) else str(cellule).strip()
    trouvee = _ANNEE.fullmatch(texte)
    return int(trouvee[1]) if trouvee else None
