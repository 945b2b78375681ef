"""What there must be a body for."""

from enum import StrEnum


class Ressort(StrEnum):
    """What a type of body is for each of."""

    COMMUNE = "commune"  # each commune that has a quartier
    QUARTIER = "quartier"
