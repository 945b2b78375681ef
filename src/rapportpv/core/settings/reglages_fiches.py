"""The settings of the sheets of places: [fiches], one for each quartier or each commune."""

from enum import StrEnum

from rapportpv.core.settings.reglage import Reglage


class Maille(StrEnum):
    """What a sheet is about."""

    QUARTIER = "quartier"
    COMMUNE = "commune"


class Fiches(Reglage):
    """Asked for by the block itself: a report without it has no sheets."""

    par: Maille = Maille.QUARTIER
