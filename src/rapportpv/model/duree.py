"""How long a period is, as people say it."""

from calendar import monthrange
from datetime import date

from rapportpv.model.typographie import INSECABLE


def add_months(jour: date, mois: int) -> date:
    """The same day that many months later, or the last day of a month that has no such day."""
    annees, rang = divmod(jour.month - 1 + mois, 12)
    annee, numero = jour.year + annees, rang + 1
    return date(annee, numero, min(jour.day, monthrange(annee, numero)[1]))


def format_duree(debut: date, fin: date) -> str:
    """«3 mois» when the period is one of whole months, else «45 jours»."""
    mois = 12 * (fin.year - debut.year) + fin.month - debut.month
    if mois > 0 and add_months(debut, mois) == fin:
        return f"{mois}{INSECABLE}mois"
    jours = (fin - debut).days
    return f"{jours}{INSECABLE}jour{'s' if jours > 1 else ''}"
