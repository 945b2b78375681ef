"""How long a period is, as people say it."""

from datetime import date

from rapportpv.french.echeance import add_mois
from rapportpv.french.typographie import INSECABLE


def format_duree(debut: date, fin: date) -> str:
    """«3 mois» when the period is one of whole months, else «45 jours»."""
    mois = 12 * (fin.year - debut.year) + fin.month - debut.month
    if mois > 0 and add_mois(debut, mois) == fin:
        return f"{mois}{INSECABLE}mois"
    jours = (fin - debut).days
    return f"{jours}{INSECABLE}jour{'s' if jours > 1 else ''}"
