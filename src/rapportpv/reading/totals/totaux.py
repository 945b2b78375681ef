"""What the rules on totals have in common: the sheets that hold some, and what each may total."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.emplacement import Case
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import Lexique, fold
from rapportpv.reading.totals.cumul import Cumul, make_cumul
from rapportpv.reading.totals.deguises import find_deguises

if TYPE_CHECKING:
    import pandas as pd

_TOTAL = re.compile(r"((sous|s)[-/. ]*)?(total|totaux)( general| global)?|montant|grand")
_DE = re.compile(r"^(pour |de |du |des |d'|la |le |les |l'|pilier |axe |commune |dispositif )+")
_BORDS = " _:.–-=>*"
_GROUPES = (
    *("thematique", "communes", "commune", "quartiers", "operateur"),
    *("quartier", "maitre_d_ouvrage", "bailleur", "etat"),
)
TOTALISES = ("montant", "prevu", "realise", "decide")
"""The columns of the sheets beside the programming whose printed totals are compared."""

_FIN = 2**31  # below any row


class Tableau(Struct, frozen=True, dict=True):
    """A sheet that may hold totals, and its columns of amounts by identifier."""

    feuille: Feuille
    cumuls: Mapping[str, Cumul]
    soutenus: Mapping[str, Cumul]  # supported actions only: some totals leave out the others
    lexiques: Mapping[str, Lexique]  # of the columns whose words stand in the frame as codes
    lignes: Mapping[int, Sequence[int]]  # all the rows of a row of the frame, when there are more
    memo: dict[str, Any] = field(default_factory=dict)  # what need not be worked out twice

    @cached_property
    def simples(self) -> dict[str, Cumul]:
        """The columns that do not add up others."""
        codes = self.feuille.colonnes
        return {c: cumul for c, cumul in self.cumuls.items() if c in codes and c != "total"}

    @cached_property
    def totales(self) -> tuple[int, ...]:
        """The total rows, in order."""
        return tuple(self.feuille.trame.totales)

    @cached_property
    def imprimes(self) -> dict[Case, int]:
        """What the total rows say, by cell."""
        return {total.case: total.montant for total in self.feuille.totaux}

    @cached_property
    def au_dessus(self) -> bool:
        """Whether the totals stand above what they total."""
        premiere = min(self.feuille.trame.donnees, default=0)
        return any(ligne < premiere for ligne in self.totales)

    def last_start(self, ligne: int) -> int:
        """The row below which begins the smallest block that a total can close.

        A total right below another one closes more than the last block.
        """
        trame = self.feuille.trame
        rang = bisect_left(trame.donnees, ligne)
        derniere = trame.donnees[rang - 1] if rang else 0
        dessous = bisect_left(trame.debuts, derniere)
        entre = trame.debuts[dessous : bisect_left(trame.debuts, ligne)]
        serre = any(debut in trame.totales for debut in entre)
        return trame.debuts[max(dessous - (2 if serre else 1), 0)]

    def starts(self, ligne: int) -> tuple[int, ...]:
        """The rows below which the block of a total most likely begins."""
        premier = self.feuille.trame.debuts[0]
        rang = bisect_left(self.totales, ligne)
        return self.last_start(ligne), self.totales[rang - 1] if rang else premier, premier

    def is_sum(self, ligne: int, code: str, montant: int) -> bool:
        """Whether that is the sum of some block above a total row, or of the rows that it names."""
        debuts, groupe = self.feuille.trame.debuts, None
        for cumuls in self.variantes:
            cumul = cumuls[code]
            debut = cumul.find_start(debuts, ligne, montant)
            if debut is not None and debut <= self.last_start(ligne):
                return True
            fins = (*debuts[bisect_right(debuts, ligne) :], _FIN) if self.au_dessus else ()
            if any(cumul.between(ligne, fin) == montant for fin in fins):
                return True
            groupe = self.group(ligne) if groupe is None else groupe
            if groupe and cumul.sum(groupe) == montant:
                return True
        return False

    @cached_property
    def variantes(self) -> list[Mapping[str, Cumul]]:
        """The amounts as they are, those of supported actions, those without disguised totals."""
        sans = {code: cumul.without(self.deguises) for code, cumul in self.cumuls.items()}
        return [self.cumuls, self.soutenus, *([sans] if self.deguises else [])]

    @cached_property
    def deguises(self) -> dict[int, list[int]]:
        """The rows of data that are sums of those above them, with these."""
        montants = [cumul for code, cumul in self.simples.items() if code != "cout_total"]
        return find_deguises(self.feuille, montants)

    def is_plain(self, ligne: int) -> bool:
        """Whether a total row is of all the rows above it, or of a known part of them."""
        return not _rest(self.feuille.trame.totales[ligne]) or bool(self.group(ligne))

    def group(self, ligne: int) -> list[int]:
        """The rows that a total names: those of a pilier, a commune, a statut…; often none."""
        libelle = self.feuille.trame.totales[ligne]
        groupes: dict[str, list[int]] = self.memo.setdefault("groupes", {})
        if libelle not in groupes:
            groupes[libelle] = self._find_group(_rest(libelle))
        return groupes[libelle]

    def _find_group(self, reste: str) -> list[int]:
        for mot in (reste, _DE.sub("", reste)) if reste else ():
            codes = [(colonne, lex.find(mot)) for colonne, lex in self.lexiques.items()]
            for cle in (*codes, *((colonne, mot) for colonne in _GROUPES)):
                if cle in self._par_mot:
                    return self._par_mot[cle]
        return []

    @cached_property
    def _par_mot(self) -> dict[tuple[str, str | None], list[int]]:
        """The rows of each code, or folded word, of the text columns."""
        par_mot: dict[tuple[str, str | None], list[int]] = {}
        frame = self.feuille.frame
        for colonne in frame.columns.intersection([*self.lexiques, *_GROUPES]):
            for texte, tetes in frame.groupby(colonne).groups.items():
                mot = str(texte) if colonne in self.lexiques else fold(str(texte))
                siennes = par_mot.setdefault((colonne, mot), [])
                siennes += [n for tete in tetes for n in self.lignes.get(tete, (tete,))]
        return par_mot


def _rest(libelle: str) -> str:
    """What a total is of: «emploi» for «Sous-total Emploi»."""
    return _TOTAL.sub("", fold(libelle)).strip(_BORDS)


@lru_cache(maxsize=1)
def tableaux(dossier: Dossier) -> Sequence[Tableau]:
    """The sheets of the year that may hold totals: made once for all the rules that ask."""
    return tuple(_make_tableaux(dossier))


def _make_tableaux(dossier: Dossier) -> Iterator[Tableau]:
    programmation = dossier.programmation
    siens = programmation.feuille.plan.lexiques(dossier.reglages)
    yield _tableau_programmation(programmation, {"pilier": dossier.contrat.lexique, **siens})
    for feuille in dossier.autres.values():
        codes = [code for code in TOTALISES if code in feuille.colonnes]
        if codes:
            cumuls = {code: make_cumul(feuille.frame[code]) for code in codes}
            lexiques = feuille.plan.lexiques(dossier.reglages)
            yield Tableau(feuille, cumuls, cumuls, lexiques, {})


def _tableau_programmation(
    programmation: Programmation, lexiques: Mapping[str, Lexique]
) -> Tableau:
    frame = programmation.feuille.frame
    actions = frame[frame["statut"] == SOUTENUE]
    return Tableau(
        programmation.feuille,
        _cumuls(programmation.subventions, frame, programmation.colonnes_de_montants),
        _cumuls(programmation.soutenues, actions, programmation.colonnes_de_montants),
        lexiques,
        programmation.lignes,
    )


def _cumuls(
    subventions: pd.DataFrame, projets: pd.DataFrame, financeurs: Iterable[str]
) -> dict[str, Cumul]:
    tous = make_cumul(subventions["montant"])
    par_financeur = dict(iter(subventions.groupby("financeur")["montant"]))
    vide = subventions["montant"].iloc[:0]
    return {
        "total": tous,
        "montant": tous,
        "cout_total": make_cumul(projets["cout_total"]),
        **{FINANCEUR + code: make_cumul(par_financeur.get(code, vide)) for code in financeurs},
    }
