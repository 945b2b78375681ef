"""What each row of a sheet is, decided before any of it is validated."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import cached_property, partial
from typing import Any

from msgspec import Struct

from rapportpv.core.plan import FINANCEUR, IGNORER, Plan
from rapportpv.french.lexique import fold
from rapportpv.reading.entieres import (
    are_entieres,
    are_sures,
    find_douteuses,
    find_entieres,
)
from rapportpv.reading.headers import Entete
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.registre import Registre
from rapportpv.reading.signes import (
    REPERE,
    SECTION,
    TOTAL_SEUL,
    is_blank,
    is_budget,
    is_measure,
    is_numbering,
    is_total,
    looks_like_note,
    looks_noted,
)

_UNE_ENTREPRISE = "total"  # alone in another cell than the title, it may be the firm
_MONTANTS = frozenset(
    {"montant", "total", "cout_total", "population", "prevu", "realise", "decide"}
)
_ASSEZ_DE_TEXTES = 2
_EVENTUELS = ("tot", "s/t", "s / t")  # the least that a name says of a total
_NOMS = ("numero", "intitule", "operateur", "operation", "action", "pilier", "axe")
_GROUPES = ("pilier", "axe", "thematique", "commune", "communes", "quartier", "dispositif")


class Genre(Enum):
    """The kinds of rows below the headings."""

    __hash__ = object.__hash__  # quicker than its name's, and each is one object

    VIDE = auto()
    ENTETE = auto()  # the headings once more
    INTERTITRE = auto()  # a section heading, or a note
    TOTAL = auto()
    TOTAL_REMPLI = auto()  # a total whose cells are filled as a project's are
    DONNEES = auto()
    INEXPLIQUE = auto()  # amounts, and neither a project nor a total that adds up
    AUTRE_TABLEAU = auto()  # a row of another table, below this one


class Trieur(Struct, frozen=True, dict=True):
    """Tells the kind of the rows of one sheet."""

    entete: Entete
    plan: Plan

    def sort(
        self, lignes: Sequence[Sequence[Any]], registre: Registre | None = None
    ) -> list[Genre]:
        """The kind of each row. Below a blank row, after the last whole row, stand notes.

        `registre` holds their columns.
        """
        if registre and self._may_skip and self._are_sure(registre):
            return [Genre.DONNEES] * len(lignes)
        derniere = next(
            (i for i in reversed(range(len(lignes))) if self._count(lignes[i]) == self._attendus),
            len(lignes),
        )
        genres: list[Genre] = []
        detachee = totalisee = False
        for rang, (ligne, sure) in enumerate(zip(lignes, self._find_sure(lignes), strict=True)):
            detache = detachee and rang > derniere
            genre = Genre.DONNEES if sure else self.kind(ligne, detachee=detache)
            if totalisee and rang > derniere and is_budget([v for v in ligne if not is_blank(v)]):
                genre = Genre.INTERTITRE
            totalisee = totalisee or genre is Genre.TOTAL
            detachee = genre is Genre.VIDE or (detachee and genre is not Genre.DONNEES)
            genres.append(genre)
        return genres

    def kind(self, ligne: Sequence[Any], *, detachee: bool = False) -> Genre:
        """The kind of a row; `detachee` when a blank row parts it from the table above it."""
        remplies = [v for v in ligne if not is_blank(v)]
        if not remplies or self._is_waiting(ligne, remplies):
            return Genre.VIDE
        if self.entete.is_repeated(ligne) or is_numbering(remplies):
            return Genre.ENTETE
        requis = self._count(ligne)
        if total := self._total(ligne, remplies, requis):
            return total
        if not self._has_montant(ligne):
            note = self._is_note(ligne, remplies, requis, detachee=detachee)
            return Genre.INTERTITRE if note else Genre.DONNEES
        if is_measure(remplies):
            return Genre.INTERTITRE
        somme = not self.is_whole(ligne) and self._is_sum(ligne, detachee=detachee)
        return Genre.TOTAL if somme else Genre.DONNEES

    def _is_waiting(self, ligne: Sequence[Any], remplies: list[Any]) -> bool:
        """Whether nothing but a row total of 0 stands there: a formula copied down in advance."""
        return len(remplies) == 1 and read_nombre(self._cell(ligne, "total")) == 0

    def is_whole(self, ligne: Sequence[Any]) -> bool:
        """Whether a row has all its required texts, as a project has."""
        return self._count(ligne) == self._attendus > 1

    def is_sure(self, ligne: Sequence[Any]) -> bool:
        """Whether a row is a project for sure: its required texts are there, none says «total»."""
        if self._attendus < _ASSEZ_DE_TEXTES:
            return True
        if not self.is_whole(ligne):
            return False
        noms = " ".join([v for v in self._noms(ligne) if isinstance(v, str)]).lower()
        return not any(mot in noms for mot in _EVENTUELS)

    def find_unsure(
        self, lignes: Sequence[Sequence[Any]], registre: Registre | None = None
    ) -> Iterator[int]:
        """The rows, counted from 0, that are perhaps not sure."""
        if self._attendus < _ASSEZ_DE_TEXTES or (
            registre and are_sures(registre, self._positions, self._positions_des_noms)
        ):
            return iter(())
        return find_douteuses(lignes, self._positions, self._positions_des_noms)

    def _find_sure(self, lignes: Sequence[Sequence[Any]]) -> Iterable[bool]:
        """Whether each row is of data for sure: whole, and with a text in more than two cells."""
        if not self._may_skip:
            return [False] * len(lignes)
        return find_entieres(lignes, self._positions, self.entete.libelles)

    @property
    def _may_skip(self) -> bool:
        return len(self._positions) >= self._attendus > _ASSEZ_DE_TEXTES

    def _are_sure(self, registre: Registre) -> bool:
        return are_entieres(registre, self._positions, self.entete.libelles)

    def is_weak(self, ligne: Sequence[Any]) -> bool:
        """Whether nothing but a label tells what a row is: no number, no operator, no statut."""
        textes = [v for nom in self._textes if (v := self._cell(ligne, nom)) is not None]
        return len(textes) < _ASSEZ_DE_TEXTES

    def names(self, ligne: Sequence[Any]) -> list[str]:
        """The words that may say what a row is: its first ones, then those of its texts."""
        premier = next((v for v in ligne if isinstance(v, str) and v.strip()), "")
        return [premier, *(v for v in self._noms(ligne) if isinstance(v, str) and v is not premier)]

    def title(self, ligne: Sequence[Any]) -> str:
        """What names a project: its intitulé, else its first words."""
        colonne = self.entete.colonnes.get("intitule", 0)
        cellule = ligne[colonne - 1] if 0 < colonne <= len(ligne) else None
        return str(cellule or next(iter(self.names(ligne)), ""))

    def groups(self, ligne: Sequence[Any]) -> set[str]:
        """The folded words that a total may name its rows by: a pilier, a commune."""
        return {fold(v) for c in _GROUPES if isinstance(v := self._cell(ligne, c), str)}

    def groupe(self, ligne: Sequence[Any]) -> Any:
        """The first thing that rows are put together by: a pilier, an axe, a commune."""
        return next((v for c in _GROUPES if (v := self._cell(ligne, c)) is not None), None)

    def cents(self, ligne: Sequence[Any]) -> list[int]:
        """The amounts of a row, those that count first: of no other kind when there are some."""
        for colonnes in self.par_importance:
            lus = [lu for c in colonnes if c <= len(ligne) and (lu := read_nombre(ligne[c - 1]))]
            if lus:
                return lus
        return []

    def totales(self, rangees: Sequence[Sequence[Any]], numeros: Iterable[int]) -> set[int]:
        """The rows, counted from 1, that say that they are totals."""
        return {
            n
            for n in numeros
            if is_total([fold(v) for v in rangees[n - 1] if isinstance(v, str) and v.strip()])
        }

    @cached_property
    def par_importance(self) -> list[list[int]]:
        """The columns of amounts: those that count, else that of the total, else that of costs."""
        principales = [n for c, n in self.montants.items() if c not in {"total", "cout_total"}]
        seules = [[self.montants[c]] for c in ("total", "cout_total") if c in self.montants]
        return [principales, *seules]

    def _noms(self, ligne: Sequence[Any]) -> list[Any]:
        return [ligne[p] for p in self._positions_des_noms if p < len(ligne)]

    @cached_property
    def _positions_des_noms(self) -> list[int]:
        """Where a total may say that it is one, counted from 0."""
        colonnes = self.entete.colonnes
        return [colonnes[c] - 1 for c in _NOMS if c in colonnes]

    def _total(self, ligne: Sequence[Any], remplies: list[Any], requis: int) -> Genre | None:
        """TOTAL or TOTAL_REMPLI for a row that says that it is one, else None."""
        textes = [v for v in remplies if isinstance(v, str)]
        if not any("ota" in texte.lower() for texte in textes):
            return None
        plies = [fold(texte) for texte in textes]
        if requis < self._attendus or self._attendus == 1:
            return Genre.TOTAL if is_total(plies) else None
        nommes = {plies[0], *(fold(str(ligne[p])) for p in self._positions[:1])}
        autres = {fold(str(ligne[p])) for p in self._positions[1:]} - {_UNE_ENTREPRISE}
        if not any(map(TOTAL_SEUL.fullmatch, nommes | autres)):
            return None
        return Genre.TOTAL_REMPLI

    def _is_sum(self, ligne: Sequence[Any], *, detachee: bool) -> bool:
        """Whether amounts stand there without a project, or beside the title of a section."""
        textes = [nom for nom in self._textes if self._cell(ligne, nom) is not None]
        if not textes:
            return True
        if "numero" in textes and len(textes) > 1:
            return False
        if not any(isinstance(self._cell(ligne, nom), str) for nom in textes):
            return "numero" not in textes
        titre = next(v for v in ligne if isinstance(v, str) and v.strip())
        seul = sum(isinstance(v, str) for v in map(partial(self._cell, ligne), textes)) == 1
        return seul and (detachee or bool(SECTION.match(fold(titre))))

    def _is_note(
        self, ligne: Sequence[Any], remplies: list[Any], requis: int, *, detachee: bool
    ) -> bool:
        """Whether a row without an amount is a section heading or a note, in one cell or two."""
        seule = len(remplies) == 1
        if looks_noted(remplies[0]) and len(remplies) <= _ASSEZ_DE_TEXTES:
            return True
        if self._attendus == 1:  # «Source : INSEE 2022» is no commune
            return not requis or (seule and looks_like_note(remplies[0]))
        if self._cell(ligne, "numero") and not seule:
            return False
        if requis < _ASSEZ_DE_TEXTES:
            return not (requis and self._attendus == _ASSEZ_DE_TEXTES and not seule)
        titre = detachee or bool(REPERE.match(fold(str(remplies[0]))))
        return titre and len(remplies) <= _ASSEZ_DE_TEXTES < self._attendus

    @cached_property
    def _textes_requis(self) -> list[str]:
        return [champ.nom for champ in self.plan.requis if champ.nom not in _MONTANTS]

    @cached_property
    def _attendus(self) -> int:
        return len(self._textes_requis)

    @cached_property
    def _textes(self) -> list[str]:
        """The fields of the sheet that hold no amount."""
        codes = self.entete.colonnes
        return [c for c in codes if c not in _MONTANTS | {IGNORER} and not _is_financeur(c)]

    @cached_property
    def _positions(self) -> list[int]:
        """Where the required texts stand, counted from 0."""
        colonnes = self.entete.colonnes
        return [colonnes[nom] - 1 for nom in self._textes_requis if nom in colonnes]

    def _count(self, ligne: Sequence[Any]) -> int:
        """How many required texts the row has."""
        largeur, nombre = len(ligne), 0
        for position in self._positions:
            if position < largeur:
                valeur = ligne[position]
                if valeur is not None and not (isinstance(valeur, str) and not valeur.strip()):
                    nombre += 1
        return nombre

    @cached_property
    def montants(self) -> dict[str, int]:
        """The columns of amounts."""
        colonnes = self.entete.colonnes
        return {c: n for c, n in colonnes.items() if c in _MONTANTS or _is_financeur(c)}

    def _has_montant(self, ligne: Sequence[Any]) -> bool:
        return any(
            not is_blank(ligne[colonne - 1])
            for colonne in self.montants.values()
            if colonne <= len(ligne)
        )

    def _cell(self, ligne: Sequence[Any], code: str) -> Any:
        colonne = self.entete.colonnes.get(code)
        if colonne is None or colonne > len(ligne) or is_blank(ligne[colonne - 1]):
            return None
        return ligne[colonne - 1]


def _is_financeur(code: str) -> bool:
    return code.startswith(FINANCEUR)
