"""Ground floor: the words of the trade, as frozen values and pydantic rows."""
