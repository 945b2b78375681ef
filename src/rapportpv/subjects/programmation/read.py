"""The programming: wide sheets and long ones, made one and the same."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Programmation
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import Lexique
from rapportpv.french.plis import fold_all
from rapportpv.french.typographie import format_liste
from rapportpv.reading.cells import LigneDeFeuille
from rapportpv.reading.colonnes import Colonnes, read_colonnes
from rapportpv.reading.frames import code_words, make_frame
from rapportpv.reading.rules.pv006_colonne_manquante import PV006
from rapportpv.reading.rules.pv102_cellule_vide import PV102
from rapportpv.reading.sheet import FeuilleTrouvee
from rapportpv.subjects.programmation.sheet import LigneLarge, LigneLongue, LigneProjet

_SUBVENTION = {
    "projet": "int64",
    "financeur": "str",
    "pilier": "str",
    "montant": "int64",
    "soutenue": "bool",
    "colonne": "int64",
}


def load_programmation(
    trouvee: FeuilleTrouvee, reglages: Reglages, contrat: Contrat
) -> tuple[Programmation | None, list[Anomalie]]:
    """The projects and their grants, and the faults of the sheet; None without any funder."""
    colonnes = trouvee.entete.colonnes
    lexiques = {"pilier": contrat.lexique, **trouvee.plan.lexiques(reglages)}
    if {"financeur", "montant"} <= colonnes.keys():
        return _load_longue(trouvee, reglages, lexiques)
    financeurs = tuple(c.removeprefix(FINANCEUR) for c in colonnes if c.startswith(FINANCEUR))
    if financeurs:
        return _load_large(trouvee, lexiques, financeurs)
    return None, [_no_financeur(trouvee, reglages)]


def _load_large(
    trouvee: FeuilleTrouvee, lexiques: Mapping[str, Lexique], financeurs: tuple[str, ...]
) -> tuple[Programmation, list[Anomalie]]:
    lecture = _read(trouvee, LigneLarge, lexiques, financeurs)
    colonnes = trouvee.entete.colonnes
    positions = {code: colonnes[FINANCEUR + code] for code in financeurs}
    codes = (*(FINANCEUR + code for code in financeurs), "total", "cout_total")
    frame = make_frame(lecture.numeros, lecture.valeurs, LigneLarge)
    return Programmation(
        feuille=trouvee.feuille(frame, codes, lecture.refusees, _list_ecartees(lecture)),
        subventions=_list_subventions(lecture, positions),
        lignes={numero: (numero,) for numero in lecture.numeros},
        colonnes_de_montants=positions,
        longue=False,
    ), trouvee.keep_causes(lecture.anomalies)


def _load_longue(
    trouvee: FeuilleTrouvee, reglages: Reglages, lexiques: Mapping[str, Lexique]
) -> tuple[Programmation, list[Anomalie]]:
    lecture = _read(trouvee, LigneLongue, lexiques)
    anomalies = trouvee.keep_causes([*lecture.anomalies, *_check_financeurs(trouvee, lecture)])
    code_words(lecture, {"financeur": reglages.financeurs})
    groupes = _group(lecture)
    projets = {
        lecture.numeros[rangs[0]]: tuple(lecture.numeros[rang] for rang in rangs)
        for rangs in groupes
    }
    colonne = trouvee.entete.colonnes["montant"]
    frame = _make_tetes(lecture, groupes)
    return Programmation(
        feuille=trouvee.feuille(frame, ("montant",), lecture.refusees, _list_ecartees(lecture)),
        subventions=_list_lignes(lecture, groupes, colonne),
        lignes=projets,
        colonnes_de_montants={financeur.code: colonne for financeur in reglages.financeur},
        longue=True,
    ), anomalies


def _check_financeurs(trouvee: FeuilleTrouvee, lecture: Colonnes) -> Iterator[Anomalie]:
    """A grant that nobody pays; a row without an amount needs no funder."""
    lecteur = trouvee.lecteur()
    paires = zip(lecture.valeurs["montant"], lecture.valeurs["financeur"], strict=True)
    for numero, (montant, financeur) in zip(lecture.numeros, paires, strict=True):
        if montant and not financeur:
            libelle = trouvee.entete.libelles[trouvee.entete.colonnes["financeur"]]
            yield PV102.at(lecteur.lieu(numero, "financeur"), valeur="", colonne=libelle)


def _read(
    trouvee: FeuilleTrouvee,
    modele: type[LigneDeFeuille],
    lexiques: Mapping[str, Lexique],
    financeurs: tuple[str, ...] = (),
) -> Colonnes:
    """The rows, the words of closed lists (pilier, statut…) as codes where they are known."""
    lecteur = trouvee.lecteur(financeurs)
    lecture = read_colonnes(lecteur, modele, *trouvee.cells(), trouvee.textes())
    code_words(lecture, lexiques)
    return lecture


def _list_ecartees(lecture: Colonnes) -> list[int]:
    """The rows that are not of supported actions."""
    statuts = zip(lecture.numeros, lecture.valeurs["statut"], strict=True)
    return [numero for numero, statut in statuts if statut != SOUTENUE]


def _group(lecture: Colonnes) -> list[list[int]]:
    """The ranks of the rows of each project of a long sheet, in the order of their first."""
    champs = (fold_all(lecture.valeurs[c]) for c in ("numero", "operateur", "intitule"))
    groupes: dict[tuple[str, ...], list[int]] = {}
    for rang, (dossier, *noms) in enumerate(zip(*champs, strict=True)):
        groupes.setdefault((dossier,) if dossier else tuple(noms), []).append(rang)
    return list(groupes.values())


def _make_tetes(lecture: Colonnes, groupes: Sequence[Sequence[int]]) -> pd.DataFrame:
    """The projects of a long sheet: each as its first row says, but for its statut."""
    tetes = [rangs[0] for rangs in groupes]
    valeurs = {c: [lues[rang] for rang in tetes] for c, lues in lecture.valeurs.items()}
    statuts = lecture.valeurs["statut"]
    valeurs["statut"] = [_statut([statuts[rang] for rang in rangs]) for rangs in groupes]
    return make_frame([lecture.numeros[rang] for rang in tetes], valeurs, LigneProjet)


def _statut(statuts: Sequence[str]) -> str:
    """A project with one grant that is supported is a supported action."""
    return SOUTENUE if SOUTENUE in statuts else statuts[0]


def _list_subventions(lecture: Colonnes, positions: Mapping[str, int]) -> pd.DataFrame:
    """The grants of a wide sheet, row by row, in the order of their columns."""
    colonnes = (lecture.valeurs[FINANCEUR + code] for code in positions)
    montants = np.array([_list_cents(c) for c in colonnes]).T
    rangs, ordres = np.nonzero(montants)
    subventions = {
        "projet": np.array(lecture.numeros, dtype="int64")[rangs],
        "financeur": np.array(list(positions), dtype=object)[ordres],
        "montant": montants[rangs, ordres],
        "colonne": np.array(list(positions.values()))[ordres],
    }
    return _frame(lecture, rangs, subventions)


def _list_cents(cellules: Sequence[Any]) -> NDArray[np.int64]:
    """The cents of a column; 0 where there are none."""
    pleines = [cents or 0 for cents in cellules] if None in cellules else cellules
    return np.array(pleines, dtype="int64")


def _list_lignes(lecture: Colonnes, groupes: Sequence[Sequence[int]], colonne: int) -> pd.DataFrame:
    """The grants of a long sheet, project by project."""
    montants = _list_cents(lecture.valeurs["montant"])
    tetes = [lecture.numeros[rangs[0]] for rangs in groupes for _ in rangs]
    ordre = np.array([rang for rangs in groupes for rang in rangs], dtype="int64")
    payes = montants[ordre] != 0
    rangs = ordre[payes]
    subventions = {
        "projet": np.array(tetes, dtype="int64")[payes],
        "financeur": np.array(lecture.valeurs["financeur"], dtype=object)[rangs],
        "montant": montants[rangs],
        "colonne": colonne,
    }
    return _frame(lecture, rangs, subventions)


def _frame(
    lecture: Colonnes, rangs: NDArray[np.int64], subventions: Mapping[str, Any]
) -> pd.DataFrame:
    """The grants of those rows, counted from 0; a cell of money is far below what int64 holds."""
    piliers, statuts = (
        np.array(lecture.valeurs[c], dtype=object)[rangs] for c in ("pilier", "statut")
    )
    connus = {"pilier": piliers, "soutenue": statuts == SOUTENUE, **subventions}
    index = pd.Index(np.array(lecture.numeros, dtype="int64")[rangs])
    return pd.DataFrame({c: connus[c] for c in _SUBVENTION}, index=index).astype(_SUBVENTION)


def _no_financeur(trouvee: FeuilleTrouvee, reglages: Reglages) -> Anomalie:
    entete = trouvee.entete
    financeurs = format_liste(f.libelle for f in reglages.financeur)
    lus = format_liste(entete.libelles.values())
    derniere = max(entete.libelles)
    lieu = Emplacement(trouvee.fichier, trouvee.nom, (cell_name((entete.ligne, derniere)),))
    return PV006.at(lieu, colonne=f"d’au moins un financeur ({financeurs})", lus=lus)
