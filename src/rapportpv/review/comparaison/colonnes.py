"""The columns that a table gained or lost, and what changed in the others."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from rapportpv.core.comparaison import Changement, Objet, Sorte
from rapportpv.review.comparaison.aligner import Article, align
from rapportpv.review.comparaison.apparier import PaireTable
from rapportpv.review.comparaison.blocs import Rangee, Table
from rapportpv.review.suites import Paire


def diff_colonnes(paire: PaireTable) -> list[Changement] | None:
    """What changed in a table that has other columns; None when it has the same number.

    Only for a plain table, all of whose rows have the cells of the first one.
    """
    avant, apres = paire.avant, paire.apres
    if not (_is_plain(avant) and _is_plain(apres)):
        return None
    entetes = [[case.texte for case in t.rangees[0].cases] for t in (avant, apres)]
    if len(entetes[0]) == len(entetes[1]):
        return None
    communes = align(*([Article((texte,), texte) for texte in ligne] for ligne in entetes))
    return [*_list_columns(paire, entetes, communes), *_list_rows(paire, communes)]


def _is_plain(table: Table) -> bool:
    largeurs = {len(rangee.cases) for rangee in table.rangees}
    return len(largeurs) == 1


def _list_columns(
    paire: PaireTable, entetes: Sequence[Sequence[str]], communes: Sequence[Paire]
) -> Iterator[Changement]:
    gardees = {i for i, _ in communes}, {j for _, j in communes}
    for rang, texte in enumerate(entetes[0]):
        if rang not in gardees[0]:
            yield Changement(Sorte.RETIRE, Objet.COLONNE, paire.avant.place, texte)
    for rang, texte in enumerate(entetes[1]):
        if rang not in gardees[1]:
            yield Changement(Sorte.AJOUTE, Objet.COLONNE, paire.apres.place, "", texte)


def _list_rows(paire: PaireTable, communes: Sequence[Paire]) -> Iterator[Changement]:
    """The rows and the cells that changed, in the columns that both have."""
    siennes, leurs = paire.avant.rangees, paire.apres.rangees
    gauche = [[r.cases[i].texte for i, _ in communes] for r in siennes]
    droite = [[r.cases[j].texte for _, j in communes] for r in leurs]
    articles = (
        [Article((tuple(t), t[0] if t else ""), " | ".join(t)) for t in cote]
        for cote in (gauche, droite)
    )
    bouts = [(-1, -1), *align(*articles), (len(siennes), len(leurs))]
    for (i, j), (k, m) in pairwise(bouts):
        yield from (_tell(r, Sorte.RETIRE) for r in siennes[i + 1 : k])
        yield from (_tell(r, Sorte.AJOUTE) for r in leurs[j + 1 : m])
        if k == len(siennes):
            return
        for rang, (avant, apres) in enumerate(zip(gauche[k], droite[m], strict=True)):
            if avant != apres:
                colonne = leurs[0].cases[communes[rang][1]].texte
                place = replace(leurs[m].place, colonne=colonne)
                yield Changement(Sorte.MODIFIE, Objet.CELLULE, place, avant, apres)


def _tell(rangee: Rangee, sorte: Sorte) -> Changement:
    textes = ("", rangee.texte) if sorte is Sorte.AJOUTE else (rangee.texte, "")
    return Changement(sorte, Objet.LIGNE, replace(rangee.place, ligne=""), *textes)
