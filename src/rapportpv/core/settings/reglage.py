"""What every block of settings is."""

from functools import cached_property

from pydantic import BaseModel, ConfigDict

CODE = r"^[a-z][a-z0-9_]*$"


class Reglage(BaseModel):
    """A block of settings: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))
