"""Lengths in the units that Word wants."""

PAGE_WIDTH = 210
MARGIN = 22
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
COVER_MARGIN = 24


def twips(millimetres: float) -> int:
    """Return twentieths of a point, for pages, indents, spacing and tables."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Return English Metric Units, for drawings."""
    return round(millimetres * 36000)


def half_points(points: float) -> int:
    """Return half points, for font sizes."""
    return round(points * 2)
