"""One year beside another: by how much a figure moved, in words, and when that cannot be said."""

from fractions import Fraction

from rapportpv.core.chiffre import Quantite, Unite
from rapportpv.core.settings.reglages import Contrat
from rapportpv.french.typographie import INSECABLE, format_decimal, format_pourcentage

HAUSSE, BAISSE, STABLE = "▲ Hausse", "▼ Baisse", "= Stable"
_DIXIEME = Fraction(1, 20)  # under half a tenth, a share is printed as nothing


def is_same(un: Contrat, autre: Contrat) -> bool:
    """Whether two years are of one contract: those of two are not to be compared."""
    return (un.debut, un.fin, un.nom) == (autre.debut, autre.fin, autre.nom)


def vary(avant: Quantite, apres: Quantite) -> Fraction | None:
    """The change in percent of the first value, exact; None of nothing."""
    if not avant.valeur:
        return None
    return (apres.valeur - avant.valeur) * 100 / abs(avant.valeur)


def tell_evolution(avant: Quantite, apres: Quantite) -> str:
    """«▲ Hausse de 3,1 %», «▼ Baisse de 6», «= Stable»: the arrow, then the word that tells it."""
    if avant.valeur == apres.valeur:
        return STABLE
    sens = HAUSSE if apres.valeur > avant.valeur else BAISSE
    match apres.unite:
        case Unite.NOMBRE:
            return f"{sens} de {format_decimal(abs(apres.valeur - avant.valeur), 0)}"
        case Unite.POURCENTAGE:
            return _tell(sens, abs(apres.valeur - avant.valeur), points=True)
        case Unite.EUROS:
            taux = vary(avant, apres)
            if taux is None:
                return f"{sens} de {apres.affiche}"
            return _tell(sens, abs(taux), points=False)


def tell_taux(avant: Quantite, apres: Quantite) -> str:
    """«hausse de 15,0 %», in a sentence, of an amount or of a count alike."""
    taux = vary(avant, apres)
    if taux is None:
        return f"passent de {avant.affiche} à {apres.affiche}"
    if abs(taux) < _DIXIEME:
        return "sont stables"
    mot = "augmentent" if taux > 0 else "baissent"
    return f"{mot} de {format_pourcentage(abs(taux))}"


def _tell(sens: str, ecart: Fraction, *, points: bool) -> str:
    if ecart < _DIXIEME:
        return STABLE
    if not points:
        return f"{sens} de {format_pourcentage(ecart)}"
    arrondi = format_decimal(ecart, 1)
    pluriel = "s" * (ecart >= 2 - _DIXIEME)
    return f"{sens} de {arrondi}{INSECABLE}point{pluriel}"
