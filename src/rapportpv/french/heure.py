"""Hours as people type them, and as French prints them."""

import re
from datetime import time

from rapportpv.french.lexique import fold
from rapportpv.french.typographie import INSECABLE

_FORME = re.compile(r"(\d{1,2}) ?(?:h(?:eures?)?|:) ?(\d{2})?(?: ?(?:mn|min|minutes?)|:00)?")


class HeureIllisibleError(ValueError):
    """The value is no hour."""


def read_heure(valeur: object) -> time:
    """The hour: «19 h 00», «19h», «19:00», or TOML's own. Raises HeureIllisibleError."""
    if isinstance(valeur, time):
        return valeur
    trouvee = _FORME.fullmatch(fold(valeur)) if isinstance(valeur, str) else None
    if trouvee is None:
        raise HeureIllisibleError
    try:
        return time(int(trouvee[1]), int(trouvee[2] or 0))
    except ValueError:
        raise HeureIllisibleError from None


def format_heure(heure: time) -> str:
    """«19 h 00», with no-break spaces."""
    return f"{heure.hour}{INSECABLE}h{INSECABLE}{heure.minute:02}"
