"""Other tables on the sheet, below the one that is read: last year's, a summary, a copy."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from rapportpv.french.lexique import fold
from rapportpv.reading.headers import Attendus, Entete
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.titres import read_titre

_MEMOIRE = re.compile(
    r"\b(?:rappel|memoire|historique|archives?|annee (?:precedente|derniere|passee)|"
    r"ancien(?:ne)?s?|brouillon|copie|version (?:initiale|precedente)|simulation|hypothese|"
    r"scenario|proposition|non retenus?|liste d'attente|hors contrat|n ?[-–] ?1)\b"
)
_SUITE = re.compile(r"\b(?:suite|page)\b")
_NOMBRES = frozenset({int, float})
_TITRES_AU_PLUS = 6  # rows between two tables


class Second(Struct, frozen=True):
    """Another table: the rows where it begins and ends, counted from 0, its title, its columns."""

    debut: int
    fin: int
    titre: str
    colonnes: tuple[int, ...]  # its columns of amounts
    ordre: bool  # whether its headings are those of the first, in the same order


class Chercheur(Struct, frozen=True, dict=True):
    """What finds the other tables among the rows below the headings."""

    entete: Entete
    attendus: Attendus
    trieur: Trieur
    lignes: Sequence[Sequence[Any]]
    genres: Sequence[Genre]

    def find(self) -> list[Second]:
        """The other tables, from the top."""
        trouves: list[Second] = []
        for rang in sorted(set(range(len(self.lignes))) - self._chiffrees):
            if trouves and rang < trouves[-1].fin:
                continue
            if (second := self._open(rang)) is not None:
                trouves.append(second)
        return trouves

    @cached_property
    def _chiffrees(self) -> frozenset[int]:
        """The rows of data with an amount that is no year: they are no headings."""
        restes = [r for r, genre in enumerate(self.genres) if genre is Genre.DONNEES]
        trouvees: set[int] = set()
        for colonne in reversed(self.trieur.montants.values()):  # the total is nearly always there
            siennes = {r for r in restes if _is_amount(self.lignes[r], colonne)}
            trouvees |= siennes
            if len(siennes) == len(restes):
                break
            restes = [r for r in restes if r not in siennes]
        return frozenset(trouvees)

    def _open(self, rang: int) -> Second | None:
        genre, ligne = self.genres[rang], self.lignes[rang]
        if genre is Genre.ENTETE and self.entete.is_repeated(ligne):
            debut, titres = self._titles_above(rang)
            if not titres or all(self._is_section(t, rang) for t in titres):
                return None
            return self._make(debut, rang, " ".join(titres), ligne, ordre=True)
        if genre not in {Genre.VIDE, Genre.ENTETE} and self._is_heading(ligne):
            debut, titres = self._titles_above(rang)
            return self._make(debut, rang, " ".join(titres), ligne, ordre=False)
        tard = genre is Genre.INTERTITRE and self._is_late(_text(ligne))
        if tard and self._has_rows_below(rang):
            return self._make(rang, rang, _text(ligne), (), ordre=True)
        return None

    def _make(
        self, debut: int, rang: int, titre: str, ligne: Sequence[Any], *, ordre: bool
    ) -> Second:
        fin = next((i for i in range(rang + 1, len(self.lignes)) if self._closes(i)), None)
        siennes = tuple(self.trieur.montants.values())
        if not ordre:
            siennes = tuple(
                c
                for c, v in enumerate(ligne, start=1)
                if isinstance(v, str) and is_montant_heading(self.attendus, v)
            )
        return Second(debut, len(self.lignes) if fin is None else fin, titre, siennes, ordre)

    def _closes(self, rang: int) -> bool:
        """Whether the first table goes on there: its headings under a title of its own."""
        if self.genres[rang] is Genre.ENTETE and self.entete.is_repeated(self.lignes[rang]):
            titres = self._titles_above(rang)[1]
            return bool(titres) and all(self._is_section(t, rang) for t in titres)
        texte = _text(self.lignes[rang])
        return self.genres[rang] is Genre.INTERTITRE and bool(self.attendus.sections.find(texte))

    def _titles_above(self, rang: int) -> tuple[int, list[str]]:
        """The rows of text right above a row, and where the first of them is."""
        titres: list[str] = []
        debut = rang
        for i in range(rang - 1, max(rang - 1 - _TITRES_AU_PLUS, -1), -1):
            if self.genres[i] is Genre.INTERTITRE:
                titres.insert(0, _text(self.lignes[i]))
                debut = i
            elif self.genres[i] is not Genre.VIDE:
                break
        return debut, titres

    def _is_section(self, titre: str, rang: int) -> bool:
        """Whether a title is that of a part of the table: a pilier, a commune, this year’s call."""
        if self._is_late(titre):
            return False
        plie = fold(titre)
        if self.attendus.sections.find(titre) or str(self.attendus.millesime) in plie:
            return True
        if _SUITE.search(plie) or any(fold(_text(li)) == plie for li in self._au_dessus):
            return True
        dessous = next(
            (
                li
                for li, g in zip(self.lignes[rang + 1 :], self.genres[rang + 1 :], strict=True)
                if g is Genre.DONNEES
            ),
            (),
        )
        return any(groupe in plie for groupe in self.trieur.groups(dessous))

    @property
    def _au_dessus(self) -> Sequence[Sequence[Any]]:
        """The rows above the headings: a title may be printed on each page."""
        return self.entete.grille.lignes[: self.entete.premiere - 1]

    def _is_heading(self, ligne: Sequence[Any]) -> bool:
        """Whether a row holds headings that are known, and nothing that is no text."""
        for colonne in self.trieur.montants.values():  # quick: nearly every row is of data
            if colonne <= len(ligne) and type(ligne[colonne - 1]) in _NOMBRES:
                return False
        remplies = [v for v in ligne if v is not None and str(v).strip()]
        if len(remplies) < 2 or not all(isinstance(v, str) or _is_year(v) for v in remplies):
            return False
        codes = {code for v in remplies if isinstance(v, str) and (code := self._code(v))}
        payes = any(is_montant_heading(self.attendus, v) for v in remplies if isinstance(v, str))
        return payes and len(codes) >= 2 and 3 * len(codes) >= 2 * len(remplies)

    def _code(self, texte: str) -> str | None:
        return self.attendus.find(texte) or ("montant" if is_montant_word(texte) else None)

    def _is_late(self, titre: str) -> bool:
        """Whether a title is of another year, or says that what follows is kept in memory."""
        return bool(_MEMOIRE.search(fold(titre))) or names_past_year(titre, self.attendus.millesime)

    def _has_rows_below(self, rang: int) -> bool:
        for ligne, genre in zip(self.lignes[rang + 1 :], self.genres[rang + 1 :], strict=True):
            if genre is Genre.ENTETE or self._is_heading(ligne):
                return False  # the headings tell
            if genre is Genre.DONNEES:
                return True
        return False


def names_past_year(texte: str, millesime: int) -> bool:
    """Whether a text names years that are all before that one: a contract may be to come."""
    titre = read_titre(texte)
    return titre.precedente or bool(titre.annees and max(titre.annees) < millesime)


def is_montant_heading(attendus: Attendus, texte: str) -> bool:
    """Whether a heading is of a column of amounts."""
    code = attendus.find(texte) or ""
    return code.startswith("financeur:") or code in {"montant", "total"} or is_montant_word(texte)


def is_montant_word(texte: str) -> bool:
    """«Montant», «Subvention accordée», «Crédits»: a heading that names nobody."""
    plie = fold(texte)
    return bool(re.search(r"\b(?:montants?|subventions?|credits?|total)\b", plie)) and (
        read_titre(texte).noyau in {"", "total"}
    )


def _text(ligne: Sequence[Any]) -> str:
    return " ".join(str(v).strip() for v in ligne if v is not None and str(v).strip())


def _is_amount(ligne: Sequence[Any], colonne: int) -> bool:
    valeur = ligne[colonne - 1] if colonne <= len(ligne) else None
    return (valeur.__class__ is int or valeur.__class__ is float) and not 2000 <= valeur <= 2100


def _is_year(valeur: Any) -> bool:
    return isinstance(valeur, int | float) and 2000 <= valeur <= 2100


def list_rows(seconds: Sequence[Second]) -> Iterator[int]:
    """The rows of those tables, counted from 0."""
    for second in seconds:
        yield from range(second.debut, second.fin)
