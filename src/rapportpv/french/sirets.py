"""The right SIRETs of a whole column, their keys checked at once."""

from collections.abc import Iterable

from rapportpv.french.identifiants import compact, is_siret

_LA_POSTE = "356000000"  # its SIRETs have another key


def find_sirets(textes: Iterable[str]) -> dict[str, str]:
    """Each text that is a SIRET, spaces and points between its digits or not, and its digits."""
    uniques = list(dict.fromkeys(textes))
    nus = [t for t in uniques if len(t) == 14 and t.isascii() and t.isdigit()]
    justes = {t: t for t in _check_keys([t for t in nus if not t.startswith(_LA_POSTE)])}
    autres = (t for t in uniques if t not in justes)
    return justes | {t: s for t in autres if is_siret(s := compact(t))}


def _check_keys(sirets: list[str]) -> list[str]:
    """Those whose two keys are right: that of their nine first digits, that of the fourteen."""
    import numpy as np  # not by those who explain a rule

    chiffres = (
        np.frombuffer("".join(sirets).encode(), np.uint8).reshape(-1, 14).astype("int64") - 48
    )
    doubles = chiffres * 2 - 9 * (chiffres > 4)
    siret = doubles[:, 0::2].sum(axis=1) + chiffres[:, 1::2].sum(axis=1)
    siren = chiffres[:, 0:9:2].sum(axis=1) + doubles[:, 1:9:2].sum(axis=1)
    justes = (siret % 10 == 0) & (siren % 10 == 0)
    return [texte for texte, juste in zip(sirets, justes.tolist(), strict=True) if juste]
