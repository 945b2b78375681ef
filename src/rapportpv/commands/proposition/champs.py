"""Which column is which field: by its heading first, by what it holds where that can tell."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from rapportpv.commands.proposition.payeurs import guess_payeur
from rapportpv.commands.proposition.tableau import Tableau
from rapportpv.commands.proposition.titres import rank_titre
from rapportpv.commands.proposition.valeurs import (
    Deviner,
    guess_statut,
    guess_type,
    list_mots,
    share,
)
from rapportpv.core.emplacement import column_letter
from rapportpv.core.settings.reglages import Contrat
from rapportpv.french.identifiants import check_siret
from rapportpv.french.lexique import Lexique, fold
from rapportpv.subjects.programmation.sheet import (
    PROGRAMMATION,
    RECONDUCTIONS,
    STATUTS,
    TYPES_OPERATEUR,
)

MONTANTS = frozenset({"montant", "total", "cout_total"})
"""The fields that hold amounts: they are told apart by arithmetic too."""

_ASSEZ = 50
_EGAL = 15  # two columns as near as that: a person has to look
_CONTENU = 60
_PILIERS = 12  # distinct words that a column of piliers has at most
_CODE_QPV = re.compile(r"\s*(?:QP|QN)\d{5,6}", re.IGNORECASE)


class Affectation(Struct, frozen=True):
    """The column of each field, and what is to be told of how it was found, by column."""

    codes: Mapping[str, int]
    doutes: Mapping[int, str] = field(default_factory=dict)


class Repartiteur(Struct, dict=True):
    """Gives columns to fields, the surest pair first."""

    tableau: Tableau
    contrat: Contrat
    sigle: str = ""

    def assign(self) -> Affectation:
        """The column of each field that is no amount; required ones are looked for harder."""
        codes: dict[str, int] = {}
        doutes: dict[int, str] = {}
        paires = sorted(self._paires, key=lambda p: (-p[0], p[1]))
        for force, colonne, code in paires:
            if force >= _ASSEZ and code not in codes and colonne not in codes.values():
                codes[code] = colonne
                rivales = [
                    c
                    for f, c, autre in paires
                    if autre == code and c != colonne and f >= _ASSEZ and force - f < _EGAL
                ]
                if rivales and code in self._requis:
                    doutes[colonne] = self._tell_rivales(rivales)
                elif self.titres[colonne].get(code, 0) < _ASSEZ:
                    doutes[colonne] = "d’après son contenu, et non d’après son titre"
        self._complete(codes, doutes)
        return Affectation(codes, doutes)

    @cached_property
    def titres(self) -> dict[int, dict[str, int]]:
        """What each heading may name."""
        return {c: rank_titre(libelle) for c, libelle in self.tableau.colonnes.items()}

    @property
    def _requis(self) -> list[str]:
        return [champ.nom for champ in PROGRAMMATION.requis]

    @cached_property
    def _paires(self) -> list[tuple[int, int, str]]:
        """How sure each pair is: force, column, field."""
        paires = []
        for colonne, rangs in self.titres.items():
            contenus = self._contents(colonne)
            for code in {*rangs, *contenus} - MONTANTS:
                force = rangs.get(code, 0) + contenus.get(code, 0)
                if force > 0 and self._suits(colonne, code):
                    paires.append((force, colonne, code))
        return paires

    def _contents(self, colonne: int) -> dict[str, int]:
        """What the cells of a column say for or against each field."""
        valeurs = self.tableau.valeurs(colonne)
        if not valeurs:
            return {}
        forces: dict[str, int] = {}
        titre = "type_operateur" in self.titres[colonne]  # «Ville de Lens» is no type by itself
        listes: tuple[tuple[str, Lexique, Deviner | None], ...] = (
            ("statut", STATUTS, guess_statut),
            ("type_operateur", TYPES_OPERATEUR, guess_type if titre else None),
            ("reconduction", RECONDUCTIONS, None),
            ("pilier", self.contrat.lexique, None),
        )
        for code, lexique, guess in listes:
            part = share(valeurs, lexique, guess)
            if part >= 0.6:
                forces[code] = _CONTENU
            elif part == 0 and code in {"type_operateur", "reconduction"}:
                forces[code] = -_CONTENU  # «Statut» may hold anything; «Type» of an action is none
        if sum(not check_siret(str(v)) for v in valeurs[:50]) > 0.6 * len(valeurs[:50]):
            forces["siret"] = _CONTENU + 10
        if sum(bool(_CODE_QPV.match(str(v))) for v in valeurs) > len(valeurs) / 2:
            forces["quartiers"] = _CONTENU
        if self._names_payeurs(valeurs):
            forces["financeur"] = _CONTENU
        if forces.get("statut") and forces.get("reconduction"):
            forces.pop("reconduction")  # «N», «R»…: the heading tells
        return forces

    def _names_payeurs(self, valeurs: Sequence[Any]) -> bool:
        mots = list_mots(valeurs)
        if not mots or len(mots) > 40 or 2 * len(mots) > sum(mots.values()):
            return False
        connus = sum(n for mot, n in mots.items() if guess_payeur(mot, self.sigle))
        etat = any(re.search(r"\b(?:etat|147|anct|region|caf)\b", fold(mot)) for mot in mots)
        return etat and connus > 0.6 * sum(mots.values())

    def _suits(self, colonne: int, code: str) -> bool:
        """Whether what a column holds lets it be that field."""
        if code in {"numero", "siret"}:
            return True
        profil = self.tableau.profil(colonne)
        if profil.holds_montants and not profil.is_small:
            return False
        valeurs = self.tableau.valeurs(colonne)
        mots = sum(isinstance(v, str) for v in valeurs)
        if 2 * mots <= len(valeurs):
            return not valeurs
        if code == "pilier" and self.titres[colonne].get("pilier", 0) < 90:
            return len(list_mots(valeurs)) <= _PILIERS
        return True

    def _tell_rivales(self, rivales: Sequence[int]) -> str:
        noms = " ou ".join(
            f"« {self.tableau.colonnes[c]} » ({column_letter(c)})" for c in dict.fromkeys(rivales)
        )
        return f"{noms} pourrait l’être aussi"

    def _complete(self, codes: dict[str, int], doutes: dict[int, str]) -> None:
        """Find the required fields that no heading names by what columns hold, with a doubt."""
        if "pilier" not in codes:
            for code in ("thematique", "numero"):
                colonne = codes.get(code)
                if colonne and share(self.tableau.valeurs(colonne), self.contrat.lexique) >= 0.5:
                    del codes[code]
                    self._take(codes, doutes, "pilier", colonne)
                    break
        libres = [c for c in self.tableau.colonnes if c not in codes.values() and self._is_words(c)]
        for code in ("intitule", "operateur"):
            if code not in codes and (colonne := self._guess_words(code, libres)):
                libres.remove(colonne)
                self._take(codes, doutes, code, colonne)

    def _take(self, codes: dict[str, int], doutes: dict[int, str], code: str, colonne: int) -> None:
        codes[code] = colonne
        doutes[colonne] = "d’après son contenu, et non d’après son titre"

    def _is_words(self, colonne: int) -> bool:
        valeurs = self.tableau.valeurs(colonne)
        textes = [v for v in valeurs if isinstance(v, str)]
        assez = 2 * len(valeurs) >= len(self.tableau.dessous)
        return bool(valeurs) and assez and len(textes) > 0.8 * len(valeurs)

    def _guess_words(self, code: str, libres: Sequence[int]) -> int | None:
        """An intitulé is nearly always another, and long; an operator comes again."""
        mots = {c: list_mots(self.tableau.valeurs(c)) for c in libres}
        varies = {c: m for c, m in mots.items() if 2 * len(m) > sum(m.values()) > 2}
        if not varies:
            return None
        longueurs = {c: sum(map(len, m)) / len(m) for c, m in varies.items()}
        if code == "intitule":
            return max(longueurs, key=lambda c: longueurs[c])
        return min(varies, key=lambda c: len(varies[c]))
