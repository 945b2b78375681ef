"""One sheet of a workbook: headings found, rows sorted by kind, validated, put in a frame."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from rapportpv.load.columns import check_colonnes
from rapportpv.load.headers import Entete, find_entete, find_feuille
from rapportpv.load.kinds import Genre, Trieur, total_label
from rapportpv.load.rows import Lecteur
from rapportpv.load.workbook import Grille
from rapportpv.model.anomalie import Anomalie
from rapportpv.model.colonnes import Plan
from rapportpv.model.dossier import Feuille, TotalImprime
from rapportpv.model.emplacement import Emplacement, cell_name
from rapportpv.model.lexique import Lexique
from rapportpv.model.lignes import LigneDeFeuille
from rapportpv.model.montant import MontantAmbiguError, MontantIllisibleError, read_montant
from rapportpv.rules.pv004_feuille_introuvable import PV004
from rapportpv.rules.pv005_en_tetes_introuvables import PV005
from rapportpv.rules.pv110_formule_non_calculee import PV110


@dataclass(frozen=True)
class FeuilleTrouvee:
    """A sheet whose headings are known, its rows not yet read."""

    plan: Plan
    fichier: str
    entete: Entete
    lexique: Lexique

    @property
    def nom(self) -> str:
        """The sheet's name."""
        return self.entete.grille.nom

    @cached_property
    def lignes(self) -> list[tuple[int, Genre, list[Any]]]:
        """The rows below the headings: Excel row, kind, cells."""
        trieur = Trieur(self.entete, self.plan)
        dessous = self.entete.grille.lignes[self.entete.ligne :]
        return [
            (numero, trieur.kind(ligne), ligne)
            for numero, ligne in enumerate(dessous, start=self.entete.ligne + 1)
        ]

    def lecteur(self, financeurs: tuple[str, ...] = ()) -> Lecteur:
        """What reads the rows of this sheet."""
        colonnes, libelles = self.entete.colonnes, self.entete.libelles
        return Lecteur(self.fichier, self.nom, colonnes, libelles, financeurs)


def locate(
    grilles: Sequence[Grille], fichier: str, plan: Plan, lexique: Lexique
) -> tuple[FeuilleTrouvee | None, list[Anomalie]]:
    """The sheet of the plan, by its name or else by its headings, and what is wrong with it."""
    nommee = find_feuille(grilles, plan)
    candidates = [nommee] if nommee else list(grilles)
    entetes = [e for g in candidates if (e := find_entete(g, plan, lexique)) is not None]
    if not entetes:
        return None, [_not_found(grilles, nommee, fichier, plan)]
    entete = max(entetes, key=lambda e: len(e.trouvees))
    anomalies = check_colonnes(entete, fichier, plan, lexique)
    anomalies += _check_formules(entete, fichier)
    return FeuilleTrouvee(plan, fichier, entete, lexique), anomalies


def load_feuille(
    trouvee: FeuilleTrouvee,
    modele: type[LigneDeFeuille],
    *,
    complete: Callable[[dict[str, Any], str], None] | None = None,
) -> tuple[Feuille, list[Anomalie]]:
    """The rows of a sheet in a frame (index = Excel row, a column for each field), and faults.

    `complete` is given each data row and the section heading above it.
    """
    lecteur = trouvee.lecteur()
    intertitre = ""
    lignes: list[tuple[int, dict[str, Any]]] = []
    for numero, genre, ligne in trouvee.lignes:
        if genre is Genre.INTERTITRE:
            intertitre = " ".join(str(v).strip() for v in ligne if v is not None)
        elif genre is Genre.DONNEES:
            cellules = lecteur.cells(ligne)
            if complete:
                complete(cellules, intertitre)
            lignes.append((numero, cellules))
    lecture = lecteur.read(modele, lignes)
    feuille = Feuille(
        trouvee.fichier,
        trouvee.nom,
        make_frame(lecture.lignes, tuple(modele.model_fields)),
        trouvee.entete.colonnes,
        read_totaux(trouvee, ("montant",)),
        lecture.refusees,
    )
    return feuille, lecture.anomalies


def make_frame(lignes: Mapping[int, dict[str, Any]], colonnes: Sequence[str]) -> pd.DataFrame:
    """The rows as a frame: index = Excel row (int64); amounts Int64 in cents, texts str."""
    index = pd.Index(list(lignes), dtype="int64")
    donnees = {
        nom: pd.Series([ligne[nom] for ligne in lignes.values()], index, dtype=_dtype(nom))
        for nom in colonnes
    }
    return pd.DataFrame(donnees, index)


def _dtype(nom: str) -> Literal["Int64", "str"]:
    return "Int64" if nom in {"montant", "cout_total", "total", "population"} else "str"


def read_totaux(trouvee: FeuilleTrouvee, colonnes: Sequence[str]) -> tuple[TotalImprime, ...]:
    """The amounts of the total rows, with the data rows above each."""
    totaux: list[TotalImprime] = []
    depuis_le_titre: list[int] = []
    depuis_le_total: list[int] = []
    for numero, genre, ligne in trouvee.lignes:
        if genre is Genre.DONNEES:
            depuis_le_titre.append(numero)
            depuis_le_total.append(numero)
        elif genre is Genre.TOTAL:
            for code in colonnes:
                position = trouvee.entete.colonnes.get(code)
                montant = _printed(ligne, position)
                if position is not None and montant is not None:
                    case, libelle = (numero, position), total_label(ligne)
                    portees = (tuple(depuis_le_total), tuple(depuis_le_titre))
                    totaux.append(TotalImprime(case, libelle, code, montant, portees))
            depuis_le_total = []
    return tuple(totaux)


def _printed(ligne: Sequence[Any], position: int | None) -> int | None:
    if position is None or position > len(ligne):
        return None
    try:
        return read_montant(ligne[position - 1])
    except (MontantAmbiguError, MontantIllisibleError):
        return None


def _not_found(
    grilles: Sequence[Grille], nommee: Grille | None, fichier: str, plan: Plan
) -> Anomalie:
    attendus = ", ".join(f"« {champ.libelle} »" for champ in plan.requis)
    if nommee:
        return PV005.at(Emplacement(fichier, nommee.nom), attendus=attendus)
    presentes = ", ".join(f"« {grille.nom} »" for grille in grilles)
    return PV004.at(
        Emplacement(fichier), feuille=plan.feuille, presentes=presentes, attendus=attendus
    )


def _check_formules(entete: Entete, fichier: str) -> list[Anomalie]:
    utiles = set(entete.colonnes.values())
    cellules = tuple(
        cell_name(case)
        for case in entete.grille.jamais_calculees
        if case[0] > entete.ligne and case[1] in utiles
    )
    lieu = Emplacement(fichier, entete.grille.nom, cellules)
    return [PV110.at(lieu)] if cellules else []
