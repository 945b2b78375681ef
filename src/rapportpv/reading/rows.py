"""Data rows validated one by one, their faults turned into anomalies, the models thrown away."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.emplacement import Emplacement, cell_name
from rapportpv.core.plan import FINANCEUR
from rapportpv.reading.cells import INVISIBLE, clean, has_invisible, unescape
from rapportpv.reading.rules.pv101_montant_illisible import PV101
from rapportpv.reading.rules.pv102_cellule_vide import PV102
from rapportpv.reading.rules.pv103_montant_ambigu import PV103
from rapportpv.reading.rules.pv104_nombre_illisible import PV104
from rapportpv.reading.rules.pv106_date_impossible import PV106
from rapportpv.reading.rules.pv107_caracteres_de_controle import PV107
from rapportpv.reading.rules.pv111_cellule_en_erreur import PV111
from rapportpv.reading.rules.pv117_montant_demesure import PV117
from rapportpv.reading.rules.pv199_valeur_refusee import PV199

RULE_OF: Mapping[str, Rule] = {
    "montant_illisible": PV101,
    "cellule_vide": PV102,
    "montant_demesure": PV117,
    "montant_ambigu": PV103,
    "nombre_illisible": PV104,
    "date_impossible": PV106,
    "cellule_en_erreur": PV111,
}
"""From pydantic's type of error to the rule; any other type is PV199."""

MONTANTS = "montants"  # the field of wide rows that holds one amount for each funder

# A text, an amount, a number and (in Excel) a day alike: whatever the column, it is accepted.
_ACCEPTABLE = 36526


class Lecture(Struct, frozen=True):
    """The rows of a sheet by Excel row, their anomalies, and the rows that have some."""

    lignes: dict[int, dict[str, Any]]
    anomalies: list[Anomalie]
    refusees: frozenset[int]


class Lecteur(Struct, frozen=True):
    """How the rows of one sheet are read: its place, its columns, the funders among them."""

    fichier: str
    feuille: str
    colonnes: Mapping[str, int]
    libelles: Mapping[int, str]
    financeurs: tuple[str, ...] = ()

    def gather(self, cellules: dict[str, Any]) -> dict[str, Any]:
        """The raw cells of a row by field, the funders' amounts apart."""
        if self.financeurs:
            cellules[MONTANTS] = {code: cellules.pop(FINANCEUR + code) for code in self.financeurs}
        return cellules

    def lieu(self, ligne: int, code: str) -> Emplacement:
        """The place of a row's cell."""
        return Emplacement(
            self.fichier, self.feuille, (cell_name((ligne, self.colonnes.get(code, 1))),)
        )

    def read(
        self, modele: type[BaseModel], lignes: Iterable[tuple[int, dict[str, Any]]]
    ) -> Lecture:
        """The rows, validated; a cell that is refused is left blank, and its anomaly told."""
        lues: dict[int, dict[str, Any]] = {}
        anomalies: list[Anomalie] = []
        refusees: set[int] = set()
        for numero, brutes in lignes:
            invisibles = _find_invisibles(brutes)
            anomalies.extend(self._invisible(numero, *faute) for faute in invisibles)
            cellules = _clean_cells(brutes) if invisibles else brutes
            try:
                lues[numero] = dict(modele.model_validate(cellules))
            except ValidationError as refus:
                erreurs = refus.errors(include_url=False)
                anomalies.extend(self._anomalie(numero, erreur) for erreur in erreurs)
                lues[numero] = _blank(modele, cellules, [erreur["loc"] for erreur in erreurs])
                refusees.add(numero)
        return Lecture(lues, anomalies, frozenset(refusees))

    def _anomalie(self, ligne: int, erreur: Any) -> Anomalie:
        code = FINANCEUR + erreur["loc"][1] if erreur["loc"][0] == MONTANTS else erreur["loc"][0]
        libelle = self.libelles.get(self.colonnes.get(code, 0), code)
        rule = RULE_OF.get(erreur["type"], PV199)
        return rule.at(self.lieu(ligne, code), valeur=_shown(erreur["input"]), colonne=libelle)

    def _invisible(self, ligne: int, code: str, texte: str) -> Anomalie:
        propre = clean(texte).strip()
        return PV107.at(
            self.lieu(ligne, code),
            valeur=INVISIBLE.sub(lambda signe: f"‹U+{ord(signe[0]):04X}›", unescape(texte)),
            suggestion=f"Écrivez « {propre} »." if propre else "Videz la cellule.",
            colonne=self.libelles.get(self.colonnes.get(code, 0), code),
        )


def _find_invisibles(cellules: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The texts of a row with signs that nobody sees, by column."""
    montants = cellules.get(MONTANTS, {}).items()
    codes = [*cellules.items(), *((FINANCEUR + code, montant) for code, montant in montants)]
    return [
        (code, valeur)
        for code, valeur in codes
        if isinstance(valeur, str) and has_invisible(valeur)
    ]


def _clean_cells(cellules: dict[str, Any]) -> dict[str, Any]:
    return {
        code: _clean_cells(v) if isinstance(v, dict) else clean(v) if isinstance(v, str) else v
        for code, v in cellules.items()
    }


def _shown(valeur: object) -> str:
    """A cell's value as its sheet shows it."""
    if valeur is None:
        return ""
    if isinstance(valeur, bool):
        return "VRAI" if valeur else "FAUX"
    if isinstance(valeur, date):
        return valeur.strftime("%d/%m/%Y")
    if isinstance(valeur, float):
        return str(valeur).replace(".", ",")
    return " ⏎ ".join(str(valeur).splitlines())  # two amounts in a cell are not made one


def _blank(
    modele: type[BaseModel], cellules: dict[str, Any], refusees: list[tuple[Any, ...]]
) -> dict[str, Any]:
    """The row without its refused cells: what is right in it is still checked and counted."""
    champs = {lieu[0] for lieu in refusees} - {MONTANTS}
    montants = {lieu[1] for lieu in refusees if lieu[0] == MONTANTS}
    acceptables = cellules | dict.fromkeys(champs, _ACCEPTABLE)
    if montants:
        acceptables[MONTANTS] = cellules[MONTANTS] | dict.fromkeys(montants)
    ligne = dict(modele.model_validate(acceptables))
    return ligne | {champ: "" if isinstance(ligne[champ], str) else None for champ in champs}
