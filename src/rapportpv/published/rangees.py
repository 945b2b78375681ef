"""The rows that figures add up, each under a key that stays when the sheet is sorted."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pandas as pd
from msgspec import Struct

from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.emplacement import Case
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION

MONTANT = "montant"
CLASSEMENTS = frozenset({"pilier", "type_operateur", "axe", "dispositif", "commune"})
"""The fields that say under which heading a row is counted; the others are amounts."""

_PROGRAMMATION = PROGRAMMATION.nom
_NOMS = {
    _PROGRAMMATION: ("operateur", "intitule"),
    FCS.nom: ("operateur", "intitule"),
    FONDS_DE_CONCOURS.nom: ("commune", "operation"),
}
_CHAMPS = {
    _PROGRAMMATION: ("pilier", "type_operateur"),
    FCS.nom: ("axe", MONTANT),
    FONDS_DE_CONCOURS.nom: ("dispositif", "commune", MONTANT),
}


class Rangee(Struct, frozen=True):
    """What a row says by field, and the cell that says it."""

    fichier: str
    feuille: str
    ligne: int
    champs: Mapping[str, str]
    cases: Mapping[str, Case]


class Rangees(Struct, frozen=True):
    """The rows that count, by sheet and key; and those of the same sheets that do not.

    `colonnes`: the Excel columns of a sheet, by field; `montants`: which of them are amounts.
    `ecartees`: where a row says that it is not counted, by sheet and key.
    """

    comptees: Mapping[str, Mapping[str, Rangee]]
    ecartees: Mapping[tuple[str, str], Case]
    colonnes: Mapping[str, Mapping[str, int]]
    montants: Mapping[str, frozenset[str]]
    lieux: Mapping[str, tuple[str, str]]  # by sheet: its file, its name

    def colonnes_de_montants(self, feuille: str) -> frozenset[int]:
        """The Excel columns of a sheet that hold amounts."""
        colonnes = self.colonnes[feuille].items()
        return frozenset(c for champ, c in colonnes if champ in self.montants[feuille])


def collect_rangees(dossier: Dossier) -> Rangees:
    """The rows of the programming, of the FCS and of the fonds de concours."""
    programmation = dossier.programmation
    feuilles = {
        _PROGRAMMATION: programmation.feuille,
        FCS.nom: dossier.feuille(FCS),
        FONDS_DE_CONCOURS.nom: dossier.feuille(FONDS_DE_CONCOURS),
    }
    presentes = {nom: feuille for nom, feuille in feuilles.items() if feuille is not None}
    cles = {nom: _name_rows(nom, feuille) for nom, feuille in presentes.items()}
    soutenues = set(programmation.actions.index)
    comptees = {
        nom: {
            cle: _read_row(nom, feuille, ligne)
            for cle, ligne in cles[nom].items()
            if nom != _PROGRAMMATION or ligne in soutenues
        }
        for nom, feuille in presentes.items()
    }
    comptees[_PROGRAMMATION] = _add_montants(programmation, comptees[_PROGRAMMATION], cles)
    ecartees = {
        (_PROGRAMMATION, cle): (ligne, programmation.feuille.colonnes["statut"])
        for cle, ligne in cles[_PROGRAMMATION].items()
        if ligne not in soutenues and "statut" in programmation.feuille.colonnes
    }
    colonnes = {nom: dict(feuille.colonnes) for nom, feuille in presentes.items()}
    colonnes[_PROGRAMMATION] |= programmation.colonnes_de_montants
    montants = {nom: frozenset({MONTANT}) for nom in presentes}
    montants[_PROGRAMMATION] = frozenset(programmation.colonnes_de_montants)
    lieux = {nom: (feuille.fichier, feuille.nom) for nom, feuille in presentes.items()}
    return Rangees(comptees, ecartees, colonnes, montants, lieux)


def _name_rows(nom: str, feuille: Feuille) -> dict[str, int]:
    """The rows by key; rows that nothing tells apart are numbered: «A – B», «A – B (2)»."""
    lignes: dict[str, int] = {}
    for ligne, valeurs in feuille.rangees.items():
        base = _name_row(nom, valeurs)
        cle, rang = base, 1
        while cle in lignes:
            rang += 1
            cle = f"{base} ({rang})"
        lignes[cle] = ligne
    return lignes


def _name_row(nom: str, valeurs: Mapping[Any, Any]) -> str:
    if nom == _PROGRAMMATION and valeurs.get("numero"):
        return str(valeurs["numero"])
    return " – ".join(str(valeurs.get(champ) or "?") for champ in _NOMS[nom])


def _read_row(nom: str, feuille: Feuille, ligne: int) -> Rangee:
    valeurs = feuille.rangees[ligne]
    champs, cases = {}, {}
    for champ in _CHAMPS[nom]:
        heritee = feuille.heritees.get((ligne, champ))
        if champ not in feuille.colonnes and heritee is None:
            continue
        cases[champ] = heritee or (ligne, feuille.colonnes[champ])
        champs[champ] = _write(valeurs[champ])
    return Rangee(feuille.fichier, feuille.nom, ligne, champs, cases)


def _write(valeur: Any) -> str:
    """A text as it is; cents as euros; nothing for a cell that could not be read."""
    if isinstance(valeur, str):
        return valeur
    return "" if pd.isna(valeur) else _write_euros(int(valeur))


def _write_euros(cents: int) -> str:
    """An exact amount for a program: 1200000 → «12000», 1200050 → «12000.50»."""
    entiers, reste = divmod(cents, 100)
    return str(Decimal(cents).scaleb(-2)) if reste else str(entiers)


def _add_montants(
    programmation: Programmation, rangees: Mapping[str, Rangee], cles: Mapping[str, dict[str, int]]
) -> dict[str, Rangee]:
    """The rows of the programming, with what each funder gives."""
    sommes: dict[int, dict[str, int]] = {}
    cases: dict[int, dict[str, Case]] = {}
    siennes = programmation.soutenues
    for ligne, projet, financeur, cents, colonne in zip(
        siennes.index,
        siennes["projet"],
        siennes["financeur"],
        siennes["montant"],
        siennes["colonne"],
        strict=True,
    ):
        du_projet = sommes.setdefault(int(projet), {})
        du_projet[financeur] = du_projet.get(financeur, 0) + int(cents)
        cases.setdefault(int(projet), {})[financeur] = (int(ligne), int(colonne))
    lignes = cles[_PROGRAMMATION]
    return {
        cle: Rangee(
            rangee.fichier,
            rangee.feuille,
            rangee.ligne,
            {
                **rangee.champs,
                **{f: _write_euros(c) for f, c in sorted(sommes.get(lignes[cle], {}).items())},
            },
            {**rangee.cases, **cases.get(lignes[cle], {})},
        )
        for cle, rangee in rangees.items()
    }
