"""The formats in which the console tells things, as options name them."""

from enum import StrEnum


class Format(StrEnum):
    """How anomalies are told."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    HTML = "html"


class FormatComparaison(StrEnum):
    """How a comparison is told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


class FormatDiff(StrEnum):
    """How changes are told."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class FormatRelecture(StrEnum):
    """How a proofreading is told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
