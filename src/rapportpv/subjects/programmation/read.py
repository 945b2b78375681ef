"""The programming: wide sheets and long ones, made one and the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.dossier import Programmation
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import Contrat, Reglages
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import Lexique, fold
from rapportpv.french.typographie import format_liste
from rapportpv.reading.cells import LigneDeFeuille
from rapportpv.reading.kinds import Genre
from rapportpv.reading.rows import Lecture
from rapportpv.reading.rules.pv006_colonne_manquante import PV006
from rapportpv.reading.rules.pv102_cellule_vide import PV102
from rapportpv.reading.sheet import FeuilleTrouvee, make_frame
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
    lignes = lecture.lignes
    colonnes = trouvee.entete.colonnes
    subventions = [
        (numero, _subvention(numero, ligne, financeur, montant, colonnes[FINANCEUR + financeur]))
        for numero, ligne in lignes.items()
        for financeur, montant in ligne["montants"].items()
        if montant
    ]
    codes = (*(FINANCEUR + code for code in financeurs), "total", "cout_total")
    ecartees = [numero for numero, ligne in lignes.items() if ligne["statut"] != SOUTENUE]
    feuille = trouvee.feuille(make_frame(lignes, LigneLarge), codes, lecture, ecartees)
    return Programmation(
        feuille=feuille,
        subventions=_frame(subventions),
        lignes={numero: (numero,) for numero in lignes},
        colonnes_de_montants={code: colonnes[FINANCEUR + code] for code in financeurs},
        longue=False,
    ), trouvee.keep_causes(lecture.anomalies)


def _load_longue(
    trouvee: FeuilleTrouvee, reglages: Reglages, lexiques: Mapping[str, Lexique]
) -> tuple[Programmation, list[Anomalie]]:
    lecture = _read(trouvee, LigneLongue, lexiques)
    lignes = lecture.lignes
    anomalies = trouvee.keep_causes([*lecture.anomalies, *_check_financeurs(trouvee, lignes)])
    projets = _group(lignes)
    colonne = trouvee.entete.colonnes["montant"]
    coder = _coder(reglages.financeurs)
    subventions = [
        (numero, _subvention(projet, ligne, coder(ligne["financeur"]), montant, colonne))
        for projet, numeros in projets.items()
        for numero in numeros
        if (montant := (ligne := lignes[numero])["montant"])
    ]
    tetes = {p: lignes[p] | {"statut": _statut(lignes[n] for n in ns)} for p, ns in projets.items()}
    ecartees = [n for ns in projets.values() for n in ns if lignes[n]["statut"] != SOUTENUE]
    return Programmation(
        feuille=trouvee.feuille(make_frame(tetes, LigneProjet), ("montant",), lecture, ecartees),
        subventions=_frame(subventions),
        lignes=projets,
        colonnes_de_montants={financeur.code: colonne for financeur in reglages.financeur},
        longue=True,
    ), anomalies


def _check_financeurs(
    trouvee: FeuilleTrouvee, lignes: Mapping[int, dict[str, Any]]
) -> Iterator[Anomalie]:
    """A grant that nobody pays; a row without an amount needs no funder."""
    lecteur = trouvee.lecteur()
    for numero, ligne in lignes.items():
        if ligne["montant"] and not ligne["financeur"]:
            libelle = trouvee.entete.libelles[trouvee.entete.colonnes["financeur"]]
            yield PV102.at(lecteur.lieu(numero, "financeur"), valeur="", colonne=libelle)


def _read(
    trouvee: FeuilleTrouvee,
    modele: type[LigneDeFeuille],
    lexiques: Mapping[str, Lexique],
    financeurs: tuple[str, ...] = (),
) -> Lecture:
    """The rows, the words of closed lists (pilier, statut…) as codes where they are known."""
    lecteur = trouvee.lecteur(financeurs)
    donnees = (
        (numero, lecteur.cells(ligne))
        for numero, genre, ligne in trouvee.lignes
        if genre is Genre.DONNEES
    )
    lecture = lecteur.read(modele, donnees)
    codeurs = {colonne: _coder(lexique) for colonne, lexique in lexiques.items()}
    for ligne in lecture.lignes.values():
        for champ, coder in codeurs.items():
            ligne[champ] = coder(ligne[champ])
    return lecture


def _coder(lexique: Lexique) -> Callable[[str], str]:
    """What gives the code of a label, or the label as it was typed when nobody knows it."""
    connus: dict[str, str] = {}

    def coder(texte: str) -> str:
        if texte not in connus:
            connus[texte] = lexique.read(texte) or texte
        return connus[texte]

    return coder


def _group(lignes: Mapping[int, dict[str, Any]]) -> dict[int, tuple[int, ...]]:
    """The rows of each project of a long sheet, by the project's first row."""
    groupes: dict[tuple[str, ...], list[int]] = {}
    for numero, ligne in lignes.items():
        dossier = fold(ligne["numero"])
        cle = (dossier,) if dossier else (fold(ligne["operateur"]), fold(ligne["intitule"]))
        groupes.setdefault(cle, []).append(numero)
    return {numeros[0]: tuple(numeros) for numeros in groupes.values()}


def _statut(lignes: Iterable[dict[str, Any]]) -> str:
    """A project with one grant that is supported is a supported action."""
    statuts = [str(ligne["statut"]) for ligne in lignes]
    return SOUTENUE if SOUTENUE in statuts else statuts[0]


def _subvention(
    projet: int, ligne: dict[str, Any], financeur: str, montant: int, colonne: int
) -> tuple[Any, ...]:
    return projet, financeur, ligne["pilier"], montant, ligne["statut"] == SOUTENUE, colonne


def _frame(subventions: list[tuple[int, tuple[Any, ...]]]) -> pd.DataFrame:
    index = pd.Index([numero for numero, _ in subventions], dtype="int64")
    frame = pd.DataFrame([s for _, s in subventions], index=index, columns=list(_SUBVENTION))
    return frame.astype(_SUBVENTION)


def _no_financeur(trouvee: FeuilleTrouvee, reglages: Reglages) -> Anomalie:
    entete = trouvee.entete
    financeurs = format_liste(f.libelle for f in reglages.financeur)
    lus = format_liste(entete.libelles.values())
    derniere = max(entete.libelles)
    lieu = Emplacement(trouvee.fichier, trouvee.nom, (cell_name((entete.ligne, derniere)),))
    return PV006.at(lieu, colonne=f"d’au moins un financeur ({financeurs})", lus=lus)
