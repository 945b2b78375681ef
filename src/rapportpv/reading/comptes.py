"""What each column of a sheet is for the ledger, and the amounts that nobody can explain."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from rapportpv.core.emplacement import Case
from rapportpv.core.livre import Sort
from rapportpv.core.plan import FINANCEUR, IGNORER
from rapportpv.reading.cells import ENTIERS, MONTANTS, is_read_as
from rapportpv.reading.choix import is_montant
from rapportpv.reading.headers import Attendus, Entete
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.profil import Profil, read_profil
from rapportpv.reading.registre import Registre
from rapportpv.reading.roles import Projets, find_role
from rapportpv.reading.trame import Ligne

_CODES = frozenset({IGNORER, "numero", "siret", "code", "code_insee"})  # texts, of figures


class Inconnue(Struct, frozen=True):
    """A column that is not read: its number, its heading, what it holds."""

    colonne: int
    libelle: str
    profil: Profil
    champ: str = ""  # the field of text that it was taken for


class Comptes(Struct, frozen=True, dict=True):
    """The columns of a sheet, and what is in them, once the kinds of its rows are known."""

    entete: Entete
    attendus: Attendus
    trieur: Trieur
    lignes: list[Ligne]
    registre: Registre

    @cached_property
    def donnees(self) -> list[int]:
        """The rows of data."""
        return [numero for numero, genre, _ in self.lignes if genre is Genre.DONNEES]

    @cached_property
    def _rangees(self) -> NDArray[np.int64]:
        """The same, counted from 0."""
        return np.array(self.donnees, "int64") - 1

    @cached_property
    def roles(self) -> dict[int, Sort]:
        """The fate of each column, for a row of data that counts."""
        roles = {c: self._role(code) for code, cs in self.entete.trouvees.items() for c in cs}
        roles |= dict.fromkeys(self.entete.autres, Sort.AUTRE_MESURE)
        roles |= dict.fromkeys(self.entete.voisines, self._role_voisin)
        for colonnes in self.entete.litiges.values():
            roles |= dict.fromkeys(colonnes, Sort.INEXPLIQUEE)
        roles |= {c: sort for c, (sort, _) in self._jugees.items()}
        roles |= dict.fromkeys((i.colonne for i in self.inutiles), Sort.AUTRE_MESURE)
        return roles

    @cached_property
    def inexpliquees(self) -> list[Inconnue]:
        """The columns that hold amounts, and that nobody can explain."""
        return self._inexpliquees if self.attendus.plan.compte else []

    @cached_property
    def inutiles(self) -> list[Inconnue]:
        """The same columns, of a sheet that adds up none: no figure lacks them."""
        return [] if self.attendus.plan.compte else self._inexpliquees

    @property
    def _inexpliquees(self) -> list[Inconnue]:
        return [i for sort, i in self._jugees.values() if sort is Sort.INEXPLIQUEE]

    @cached_property
    def isolees(self) -> dict[Case, int]:
        """Amounts that stand alone among the words of a column that is not read."""
        if not self.attendus.plan.compte:
            return {}
        return {
            (n, colonne): cents
            for colonne, (sort, inconnue) in self._jugees.items()
            if sort is Sort.AUTRE_MESURE and not inconnue.profil.holds_montants
            for n, cents in inconnue.profil.isoles.items()
        }

    @property
    def longue(self) -> bool:
        """Whether the sheet has a row a grant, whose funder is a cell."""
        return {"financeur", "montant"} <= self.entete.colonnes.keys()

    def _role(self, code: str) -> Sort:
        if code == IGNORER:
            return Sort.ECARTEE
        if code == "total":
            return Sort.TOTAL
        counted = code == "montant" or (code.startswith(FINANCEUR) and not self.longue)
        return Sort.COMPTEE if counted else Sort.AUTRE_MESURE

    @property
    def _role_voisin(self) -> Sort:
        return Sort.TOTAL if self.voisines_expliquees else Sort.INEXPLIQUEE

    @cached_property
    def voisines_expliquees(self) -> bool:
        """Whether all the numbers of the table beside this one are sums of it."""
        return all(self.connues.explains(c) for c in self.voisins.values())

    @cached_property
    def voisins(self) -> dict[Case, int]:
        """The numbers of the table beside this one, in cents by cell."""
        grille, trouves = self.entete.grille, {}
        for numero in range(self.entete.ligne + 1, len(grille.lignes) + 1):
            for colonne in self.entete.voisines:
                if (lu := read_nombre(grille.cell((numero, colonne)))) is not None:
                    trouves[numero, colonne] = lu
        return trouves

    @cached_property
    def connues(self) -> "Connues":
        """The sums that a summary of this sheet may hold."""
        return Connues(self)

    @cached_property
    def projets(self) -> Projets:
        """What each row of data is granted, and what it costs."""
        colonnes = [c for code, c in self.entete.colonnes.items() if self.counts(code)]
        rangees = self._rangees
        sommes = np.zeros(len(rangees), "int64")
        for colonne in colonnes:
            sommes = sommes + self.registre.nombres(colonne).cents[rangees]
        couts = sommes[:0]
        if "cout_total" in self.entete.colonnes:
            couts = self.registre.nombres(self.entete.colonnes["cout_total"]).cents[rangees]
        return Projets(
            dict(zip(self.donnees, sommes.tolist(), strict=True)),
            {n: cout for n, cout in zip(self.donnees, couts.tolist(), strict=False) if cout},
        )

    def counts_row(self, numero: int) -> bool:
        """Whether the statut of a row lets its amounts count."""
        return self.attendus.counts(self.entete.statut(self.entete.grille.lignes[numero - 1]))

    def counts(self, code: str) -> bool:
        """Whether the amounts of a column count."""
        return self._role(code) is Sort.COMPTEE

    @cached_property
    def _jugees(self) -> dict[int, tuple[Sort, Inconnue]]:
        """The fate of each column that is not read, and what it holds."""
        jugees = {}
        rangees = self._rangees
        for colonne, libelle, champ in self._list_inconnues():
            if not self.registre.nombres(colonne).cents[rangees].any():
                continue  # quick: most hold words, and these need not be counted
            profil = read_profil(self.registre, colonne, self.donnees)
            inconnue = Inconnue(colonne, libelle, profil, champ)
            jugees[colonne] = self._judge(inconnue), inconnue
        return jugees

    def _judge(self, inconnue: Inconnue) -> Sort:
        profil = inconnue.profil
        if not profil.holds_montants:
            return Sort.AUTRE_MESURE
        if inconnue.champ:
            petits = profil.is_small or profil.are_years or profil.are_ranks
            return Sort.AUTRE_MESURE if petits else Sort.INEXPLIQUEE
        return find_role(inconnue.libelle, profil, self.projets, self.attendus.noyaux)

    def _list_inconnues(self) -> Iterator[tuple[int, str, str]]:
        """The columns to be judged: unknown headings, none at all, texts that may be amounts."""
        entete = self.entete
        for colonne, libelle in entete.inconnues.items():
            yield colonne, libelle, ""
        largeur = max(map(len, entete.grille.lignes), default=0)
        titrees = entete.libelles.keys() | entete.voisines
        for colonne in range(1, largeur + 1):
            if colonne not in titrees:
                yield colonne, "", ""
        for code, colonne in entete.colonnes.items():
            if self._is_text(code) and self._begins_with_number(colonne):
                yield colonne, entete.libelles[colonne], code
        if self.longue:
            for code, colonne in entete.colonnes.items():
                if code.startswith(FINANCEUR):
                    yield colonne, entete.libelles[colonne], ""

    def _is_text(self, code: str) -> bool:
        if is_montant(code) or code in _CODES:
            return False
        return not is_read_as(self.attendus.plan.ligne, code, (*MONTANTS, *ENTIERS))

    def _begins_with_number(self, colonne: int) -> bool:
        """Quick: whether one of the first rows of data has a number there."""
        cell = self.entete.grille.cell
        return any(read_nombre(cell((n, colonne))) is not None for n in self.donnees[:20])


class Connues:
    """The sums of a sheet by what its rows have in common: what a summary holds."""

    def __init__(self, comptes: Comptes) -> None:
        self._sommes = set(_list_sommes(comptes))

    def explains(self, cents: int) -> bool:
        """Whether a number is one of those sums, a number of rows, or a share."""
        return cents in self._sommes or abs(cents) <= 100

    def explains_all(self, nombres: Mapping[Case, int]) -> bool:
        """Whether all the numbers are."""
        return bool(nombres) and all(map(self.explains, nombres.values()))


def _list_sommes(comptes: Comptes) -> Iterator[int]:
    entete, trieur = comptes.entete, comptes.trieur
    codes = [c for c in entete.colonnes if not is_montant(c) and c != IGNORER]
    groupes: dict[tuple[str, object], list[int]] = {("", None): comptes.donnees}
    for numero in comptes.donnees:
        for code in codes:
            valeur = entete.grille.cell((numero, entete.colonnes[code]))
            if valeur is not None:
                groupes.setdefault((code, valeur), []).append(numero)
    colonnes = [c for code, c in trieur.montants.items() if code != "total"]
    payes = [c for code, c in entete.colonnes.items() if comptes.counts(code)]
    lus = {
        (n, c): read_nombre(entete.grille.cell((n, c))) or 0
        for n in comptes.donnees
        for c in colonnes
    }
    for numeros in groupes.values():
        retenus = [n for n in numeros if comptes.counts_row(n)]
        for siens in (numeros, retenus):
            yield len(siens) * 100
            par_colonne = {c: sum(lus[n, c] for n in siens) for c in colonnes}
            yield from par_colonne.values()
            yield sum(par_colonne[c] for c in payes)
