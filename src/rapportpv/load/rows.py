"""Data rows validated one by one, their faults turned into anomalies, the models thrown away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from rapportpv.model.anomalie import Anomalie, Rule
from rapportpv.model.colonnes import FINANCEUR
from rapportpv.model.emplacement import Emplacement, cell_name
from rapportpv.model.lignes import LigneDeFeuille
from rapportpv.rules.pv101_montant_illisible import PV101
from rapportpv.rules.pv102_cellule_vide import PV102
from rapportpv.rules.pv103_montant_ambigu import PV103
from rapportpv.rules.pv104_nombre_illisible import PV104
from rapportpv.rules.pv111_cellule_en_erreur import PV111
from rapportpv.rules.pv199_valeur_refusee import PV199

RULE_OF: Mapping[str, Rule] = {
    "montant_illisible": PV101,
    "cellule_vide": PV102,
    "montant_ambigu": PV103,
    "nombre_illisible": PV104,
    "cellule_en_erreur": PV111,
}
"""From pydantic's type of error to the rule; any other type is PV199."""

MONTANTS = "montants"  # the field of wide rows that holds one amount for each funder


@dataclass(frozen=True)
class Lecteur:
    """How the rows of one sheet are read: its place, its columns, the funders among them."""

    fichier: str
    feuille: str
    colonnes: Mapping[str, int]
    libelles: Mapping[int, str]
    financeurs: tuple[str, ...] = ()

    def cells(self, ligne: list[Any]) -> dict[str, Any]:
        """The raw cells of a row by field, the funders' amounts apart."""
        cellules = {
            code: ligne[c - 1] if c <= len(ligne) else None for code, c in self.colonnes.items()
        }
        if self.financeurs:
            cellules[MONTANTS] = {code: cellules.pop(FINANCEUR + code) for code in self.financeurs}
        return cellules

    def lieu(self, ligne: int, code: str) -> Emplacement:
        """The place of a row's cell."""
        return Emplacement(
            self.fichier, self.feuille, (cell_name((ligne, self.colonnes.get(code, 1))),)
        )

    def validate(
        self, modele: type[LigneDeFeuille], ligne: int, cellules: dict[str, Any]
    ) -> dict[str, Any] | list[Anomalie]:
        """The validated row, or all that is wrong with it."""
        try:
            return modele.parse(cellules)
        except ValidationError as refus:
            return [self._anomalie(ligne, erreur) for erreur in refus.errors(include_url=False)]

    def read(
        self, modele: type[LigneDeFeuille], lignes: Iterable[tuple[int, dict[str, Any]]]
    ) -> tuple[dict[int, dict[str, Any]], list[Anomalie]]:
        """The valid rows by Excel row, and the anomalies of the others."""
        valides: dict[int, dict[str, Any]] = {}
        anomalies: list[Anomalie] = []
        for numero, cellules in lignes:
            resultat = self.validate(modele, numero, cellules)
            if isinstance(resultat, dict):
                valides[numero] = resultat
            else:
                anomalies.extend(resultat)
        return valides, anomalies

    def _anomalie(self, ligne: int, erreur: Any) -> Anomalie:
        code = FINANCEUR + erreur["loc"][1] if erreur["loc"][0] == MONTANTS else erreur["loc"][0]
        libelle = self.libelles.get(self.colonnes.get(code, 0), code)
        valeur = "" if erreur["input"] is None else str(erreur["input"])
        rule = RULE_OF.get(erreur["type"], PV199)
        return rule.at(self.lieu(ligne, code), valeur=valeur, colonne=libelle)
