"""Two sequences set side by side: what is the same first, then what is like it, in the gaps.

Never all against all: what is alone of its kind is paired first, by a dictionary; what is left is
short, and where it is not, only things that share rare words are held against each other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from msgspec import Struct

from rapportpv.review.suites import Bornes, Paire, common, gaps, rising

_PRES = 2_500  # pairs that are all held against each other
_COUPLES = 400_000_000  # of which the longest common part is looked for: a tenth of a second
_RARE = 4  # things that a word, or a run of words, is in, to be a sign of one
_SEUIL = 50.0  # of 100: under it, a text is another text


class Article(Struct, frozen=True):
    """What a thing is told by: keys from the strictest to the loosest, and its words."""

    cles: tuple[Hashable, ...]
    texte: str
    sorte: str = ""  # only things of one kind are alike


def align(avant: Sequence[Article], apres: Sequence[Article]) -> list[Paire]:
    """The pairs, both ranks of which rise."""
    paires: list[Paire] = []
    for rang in range(len(avant[0].cles) if avant else 0):
        paires = _refine(paires, avant, apres, lambda b, r=rang: _pair_equal(avant, apres, b, r))  # type: ignore[misc]
    return _refine(paires, avant, apres, lambda bornes: _pair_alike(avant, apres, bornes))


def _refine(
    paires: list[Paire],
    avant: Sequence[Article],
    apres: Sequence[Article],
    pair: Callable[[Bornes], list[Paire]],
) -> list[Paire]:
    """More pairs, in the gaps between those that are sure."""
    trouvees = list(paires)
    for bornes in gaps(paires, len(avant), len(apres)):
        trouvees += pair(bornes)
    return sorted(trouvees)


def _pair_equal(
    avant: Sequence[Article], apres: Sequence[Article], bornes: Bornes, rang: int
) -> list[Paire]:
    """Those that have the same key: what is alone of its kind, then the others around."""
    i, k, j, m = bornes
    gauche = [article.cles[rang] for article in avant[i:k]]
    droite = [article.cles[rang] for article in apres[j:m]]
    seuls = {cle for cle, n in Counter(gauche).items() if n == 1}
    seuls &= {cle for cle, n in Counter(droite).items() if n == 1}
    places = {cle: place for place, cle in enumerate(droite) if cle in seuls}
    sures = rising([(p, places[cle]) for p, cle in enumerate(gauche) if cle in seuls])
    trouvees = list(sures)
    for a, b, c, d in gaps(sures, len(gauche), len(droite)):
        if (b - a) * (d - c) <= _COUPLES:
            trouvees += [(a + p, c + q) for p, q in common(gauche[a:b], droite[c:d])]
    return [(i + p, j + q) for p, q in sorted(trouvees)]


def _pair_alike(avant: Sequence[Article], apres: Sequence[Article], bornes: Bornes) -> list[Paire]:
    """Those that say nearly the same."""
    i, k, j, m = bornes
    if (k - i) * (m - j) <= _PRES:
        return _pair_best(avant, apres, bornes)
    votees = rising(sorted(_vote(avant, apres, bornes)))
    trouvees = list(votees)
    decalees = [(p - i, q - j) for p, q in votees]
    for a, b, c, d in gaps(decalees, k - i, m - j):
        if (b - a) * (d - c) <= _PRES:
            trouvees += _pair_best(avant, apres, (i + a, i + b, j + c, j + d))
    return trouvees


def _vote(avant: Sequence[Article], apres: Sequence[Article], bornes: Bornes) -> Iterator[Paire]:
    """The best match of each, among those that share rare words, or runs of words, with it."""
    i, k, j, m = bornes
    index: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(j, m):
        for mot in _signs(apres[place]):
            index[mot].append(place)
    for place in range(i, k):
        voix: Counter[int] = Counter()
        for mot in _signs(avant[place]):
            if len(porteurs := index.get(mot, ())) <= _RARE:
                voix.update(porteurs)
        meilleur = max(voix, key=lambda autre: (voix[autre], -autre), default=None)
        if meilleur is not None and _ratio(avant[place], apres[meilleur]) >= _SEUIL:
            yield place, meilleur


def _signs(article: Article) -> set[Hashable]:
    """Its words, and each three that follow one another."""
    mots = article.texte.split()
    return {*mots, *zip(mots, mots[1:], mots[2:], strict=False)}


def _pair_best(avant: Sequence[Article], apres: Sequence[Article], bornes: Bornes) -> list[Paire]:
    """The pairs that are the most alike, all in all, of a few against a few."""
    i, k, j, m = bornes
    notes = [[_ratio(a, b) for b in apres[j:m]] for a in avant[i:k]]
    # meilleures[p][q]: the best sum for what comes after ranks p and q
    meilleures = [[0.0] * (m - j + 1) for _ in range(k - i + 1)]
    for p in reversed(range(k - i)):
        for q in reversed(range(m - j)):
            sans = max(meilleures[p + 1][q], meilleures[p][q + 1])
            avec = notes[p][q] + meilleures[p + 1][q + 1]
            meilleures[p][q] = max(sans, avec)
    paires: list[Paire] = []
    p = q = 0
    while p < k - i and q < m - j:
        if meilleures[p][q] == meilleures[p + 1][q]:
            p += 1
        elif meilleures[p][q] == meilleures[p][q + 1]:
            q += 1
        else:
            paires.append((i + p, j + q))
            p, q = p + 1, q + 1
    return paires


def _ratio(avant: Article, apres: Article) -> float:
    """How much two things are alike, of 100; nothing when they are not of one kind."""
    from rapidfuzz import fuzz

    if avant.sorte != apres.sorte:
        return 0.0
    return fuzz.ratio(avant.texte, apres.texte, score_cutoff=_SEUIL)
