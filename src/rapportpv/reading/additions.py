"""Rows that add others up, whatever they say: told by arithmetic among rows of data."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from rapportpv.french.lexique import fold
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.registre import Registre

_MOTS = re.compile(
    r"\b(?:total|totaux|s ?/ ?t|sous[- ]tot|ensemble|cumul|somme|recapitulatif|report|reporter|"
    r"toutes? (?:les )?actions|tous (?:les )?(?:projets|operateurs))\b"
)
_SUREMENT = re.compile(r"[=>* ]*(?:sous[-. ]*tot|s ?/ ?t\b|total (?:general|du|de la|de l'|des)\b)")
_TETES = 400  # starts that a sum may have: enough for the groups of any sheet


class Additions(Struct):
    """The walk down the rows of a sheet: what each column comes to, and where sums may begin."""

    trieur: Trieur
    lignes: Sequence[Sequence[Any]]
    genres: list[Genre]
    compte: Callable[[Sequence[Any]], bool]  # whether a row's amounts are those of what counts
    _cumuls: list[dict[int, int]] = field(default_factory=lambda: [{}, {}])
    _debuts: list[tuple[int, list[dict[int, int]]]] = field(default_factory=list)
    _groupe: object = None

    def settle(self) -> None:
        """Give their kind to the rows that are total or action only by their amounts."""
        self._mark_start(0)
        for rang, ligne in enumerate(self.lignes):
            genre = self.genres[rang]
            if genre is Genre.DONNEES:
                self._follow_group(rang, ligne)
                genre = self.genres[rang] = self._judge(rang, ligne)
            if genre is Genre.DONNEES:
                self._add(ligne)
            else:
                self._mark_start(rang + 1)

    def _judge(self, rang: int, ligne: Sequence[Any]) -> Genre:
        trieur = self.trieur
        montants = self._amounts(ligne)
        if not montants or trieur.is_sure(ligne):
            return Genre.DONNEES
        if trieur.is_whole(ligne):
            # «Ensemble» may begin the name of an action: the rule on totals tells it as a doubt
            if not any(_SUREMENT.match(fold(nom)) for nom in trieur.names(ligne)):
                return Genre.DONNEES
            juste = self._adds_up(rang, montants, assez=2)
            return Genre.TOTAL_REMPLI if juste else Genre.INEXPLIQUE
        faible = trieur.is_weak(ligne)
        dit = faible or _says_total(trieur.names(ligne))
        if self._adds_up(rang, montants, assez=1 if dit else 3):
            return Genre.TOTAL
        return Genre.INEXPLIQUE if faible else Genre.DONNEES

    def _adds_up(self, rang: int, montants: Mapping[int, int], assez: int) -> bool:
        """Whether a row is the sum of rows above it, of those below, or of those that it names."""
        for cumul, variante in zip(self._cumuls, (0, 1), strict=True):
            for debut, cumuls in reversed(self._debuts[-_TETES:]):
                if self._count(debut, rang) < assez:
                    continue
                avant = cumuls[variante]
                if all(cumul.get(c, 0) - avant.get(c, 0) == m for c, m in montants.items()):
                    return True
        return any(somme == montants for somme in self._list_sums(rang, montants, assez))

    def _count(self, debut: int, fin: int) -> int:
        return sum(g is Genre.DONNEES for g in self.genres[debut:fin])

    def _list_sums(
        self, rang: int, montants: Mapping[int, int], assez: int
    ) -> Iterator[dict[int, int]]:
        """What a row may come to otherwise: the rows below it, those of the group it names."""
        dessous: list[Sequence[Any]] = []
        for suivante, genre in zip(self.lignes[rang + 1 :], self.genres[rang + 1 :], strict=True):
            if genre is not Genre.DONNEES or not self.trieur.is_whole(suivante):
                break
            dessous.append(suivante)
        noms = {fold(nom) for nom in self.trieur.names(self.lignes[rang])}
        nommees = [
            ligne
            for ligne, genre in zip(self.lignes, self.genres, strict=True)
            if genre is Genre.DONNEES
            and self.trieur.is_whole(ligne)
            and any(v in nom for v in self.trieur.groups(ligne) for nom in noms)
        ]
        for lignes in (dessous, nommees):
            for siennes in (lignes, [ligne for ligne in lignes if self.compte(ligne)]):
                if len(siennes) >= assez:
                    yield {c: sum(self._amounts(li).get(c, 0) for li in siennes) for c in montants}

    def _amounts(self, ligne: Sequence[Any]) -> dict[int, int]:
        """The amounts of a row by column, those that count; else its total, its cost."""
        for colonnes in self.trieur.par_importance:
            lus = {c: lu for c in colonnes if c <= len(ligne) and (lu := read_nombre(ligne[c - 1]))}
            if lus:
                return lus
        return {}

    def _add(self, ligne: Sequence[Any]) -> None:
        cumuls = self._cumuls if self.compte(ligne) else self._cumuls[:1]
        for colonne in self.trieur.montants.values():
            lu = read_nombre(ligne[colonne - 1]) if colonne <= len(ligne) else None
            if lu:
                for cumul in cumuls:
                    cumul[colonne] = cumul.get(colonne, 0) + lu

    def _mark_start(self, rang: int) -> None:
        self._debuts.append((rang, [dict(cumul) for cumul in self._cumuls]))

    def _follow_group(self, rang: int, ligne: Sequence[Any]) -> None:
        """A new pilier begins a new block, though nothing parts it from the last one."""
        groupe = self.trieur.groupe(ligne)
        if groupe and groupe != self._groupe:
            self._mark_start(rang)
            self._groupe = groupe


def has_candidates(
    trieur: Trieur,
    lignes: Sequence[Sequence[Any]],
    genres: list[Genre],
    registre: Registre | None = None,
) -> bool:
    """Whether some row of data may be none: most sheets have no such row, and are not walked."""
    return any(
        genres[rang] is Genre.DONNEES and not trieur.is_sure(lignes[rang])
        for rang in trieur.find_unsure(lignes, registre)
    )


def _says_total(noms: Sequence[str]) -> bool:
    return any(_MOTS.search(fold(nom)) for nom in noms)
