"""Blocks set side by side: what each block of one document is in the other."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from rapportpv.review.comparaison.aligner import align
from rapportpv.review.comparaison.blocs import Bloc, Case, Para, Rangee, Table
from rapportpv.review.comparaison.mots import Ecart, diff_mots
from rapportpv.review.suites import gaps


class PairePara(Struct, eq=False):
    """A paragraph in both; `force`: it is another one, in the same place."""

    avant: Para
    apres: Para
    ecarts: tuple[Ecart, ...]
    force: bool = False


class PaireRangee(Struct, eq=False):
    """A row in both, and its cells one by one; none when it has another number of them."""

    avant: Rangee
    apres: Rangee
    cases: list["PaireCase"] = field(default_factory=list)


class PaireCase(Struct, eq=False):
    """A cell in both."""

    avant: Case
    apres: Case
    suite: "Suite"


class PaireTable(Struct, eq=False):
    """A table in both, its rows in their order."""

    avant: Table
    apres: Table
    rangees: list["SortRangee"]


class Retire(Struct, eq=False):
    """What the later document has no more."""

    quoi: Bloc


class Ajoute(Struct, eq=False):
    """What only the later document has."""

    quoi: Bloc


class RangeeRetiree(Struct, eq=False):
    """A row that is gone."""

    quoi: Rangee


class RangeeAjoutee(Struct, eq=False):
    """A row that is new."""

    quoi: Rangee


SortRangee: TypeAlias = PaireRangee | RangeeRetiree | RangeeAjoutee
Sort: TypeAlias = PairePara | PaireTable | Retire | Ajoute
Suite: TypeAlias = list[Sort]


def iter_paras(suite: Suite) -> Iterator[PairePara | Retire | Ajoute]:
    """The paragraphs of a sequence, those of cells too."""
    for sort in suite:
        if isinstance(sort, PaireTable):
            for rangee in sort.rangees:
                if isinstance(rangee, PaireRangee):
                    for case in rangee.cases:
                        yield from iter_paras(case.suite)
        elif isinstance(sort, PairePara) or isinstance(sort.quoi, Para):
            yield sort


def pair_blocs(avant: Sequence[Bloc], apres: Sequence[Bloc]) -> Suite:
    """The blocks of a container, in their order: kept, taken out, put in."""
    pleins = [r for r, b in enumerate(avant) if not b.is_vide]
    leurs = [r for r, b in enumerate(apres) if not b.is_vide]
    sures = [
        (pleins[i], leurs[j])
        for i, j in align([avant[r].article for r in pleins], [apres[r].article for r in leurs])
    ]
    paires = list(sures)
    for i, k, j, m in gaps(sures, len(avant), len(apres)):  # the blank ones, in their order
        vides = (r for r in range(i, k) if avant[r].is_vide)
        paires += zip(vides, (r for r in range(j, m) if apres[r].is_vide), strict=False)
    paires.sort()
    forcee = _pair_last(paires, avant, apres)
    suite: Suite = []
    i = j = 0
    for k, m in (*paires, *filter(None, [forcee]), (len(avant), len(apres))):
        suite += (Retire(bloc) for bloc in avant[i:k])
        suite += (Ajoute(bloc) for bloc in apres[j:m])
        if k < len(avant) and m < len(apres):
            suite.append(_pair(avant[k], apres[m], force=(k, m) == forcee))
        i, j = k + 1, m + 1
    return suite


def _pair_last(
    paires: list[tuple[int, int]], avant: Sequence[Bloc], apres: Sequence[Bloc]
) -> tuple[int, int] | None:
    """The last paragraphs: whatever they say, what holds them cannot be without one."""
    if not avant or not apres or not isinstance(avant[-1], Para) or not isinstance(apres[-1], Para):
        return None
    dernieres = len(avant) - 1, len(apres) - 1
    if paires and (paires[-1][0] == dernieres[0] or paires[-1][1] == dernieres[1]):
        return None
    return dernieres


def _pair(avant: Bloc, apres: Bloc, *, force: bool = False) -> Sort:
    if isinstance(avant, Para) and isinstance(apres, Para):
        return PairePara(avant, apres, diff_mots(avant.dit, apres.dit), force)
    assert isinstance(avant, Table)  # a table is only ever like a table
    assert isinstance(apres, Table)
    return PaireTable(avant, apres, _pair_rows(avant.rangees, apres.rangees))


def _pair_rows(avant: Sequence[Rangee], apres: Sequence[Rangee]) -> list[SortRangee]:
    """The rows of a table, in their order."""
    paires = align([r.article for r in avant], [r.article for r in apres])
    sorts: list[SortRangee] = []
    i = j = 0
    for k, m in (*paires, (len(avant), len(apres))):
        sorts += (RangeeRetiree(rangee) for rangee in avant[i:k])
        sorts += (RangeeAjoutee(rangee) for rangee in apres[j:m])
        if k < len(avant):
            sorts.append(_pair_row(avant[k], apres[m]))
        i, j = k + 1, m + 1
    return sorts


def _pair_row(avant: Rangee, apres: Rangee) -> PaireRangee:
    cases = [
        PaireCase(a, b, pair_blocs(a.blocs, b.blocs))
        for a, b in zip(avant.cases, apres.cases, strict=True)
    ]
    return PaireRangee(avant, apres, cases)
