"""The settings of a year's files of INSEE: [insee], the year of their data."""

from typing import Annotated

from pydantic import Field

from rapportpv.core.settings.reglage import Reglage


class ReglageInsee(Reglage):
    """The name of a file gives the year of its release; `annees` gives that of its data."""

    annees: dict[str, Annotated[int, Field(ge=1990, le=2100)]] = Field(default_factory=dict)
