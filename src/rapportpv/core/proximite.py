"""How near two amounts are: what a slip of the keyboard leaves between the meant and the typed."""

_SIGNIFICATIFS = 5  # under that, amounts are round, and too many of them look alike
_MILLIEME = 1000


def explain_ecart(lu: int, juste: int) -> str | None:
    """«un chiffre diffère», «deux chiffres voisins sont inversés»: what parts two amounts in cents.

    None when nothing so simple does.
    """
    un, autre = _digits(lu, juste)
    if len(un) != len(autre):
        return None
    rangs = [rang for rang, (a, b) in enumerate(zip(un, autre, strict=True)) if a != b]
    if len(rangs) == 1:
        return "un chiffre diffère"
    if len(rangs) == 2 and rangs[1] == rangs[0] + 1:
        gauche, droite = rangs
        if (un[gauche], un[droite]) == (autre[droite], autre[gauche]):
            return "deux chiffres voisins sont inversés"
    return None


def is_near(lu: int, juste: int) -> bool:
    """Whether an amount in cents is near enough to another to be a misprint of it.

    Compare with what was to be expected there, never any two amounts: of round ones, many look
    alike without being of one family.
    """
    if lu == juste or count_significatifs(lu) < _SIGNIFICATIFS:
        return False
    return explain_ecart(lu, juste) is not None or abs(lu - juste) * _MILLIEME < abs(juste)


def count_significatifs(cents: int) -> int:
    """How many digits the amount has without the zeros it ends with: 3 for 392 000 €."""
    return len(str(abs(cents)).rstrip("0"))


def _digits(lu: int, juste: int) -> tuple[str, str]:
    """The digits of both, in euros unless one has cents."""
    if lu % 100 or juste % 100:
        return str(lu), str(juste)
    return str(lu // 100), str(juste // 100)
