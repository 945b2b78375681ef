"""The abattement de taxe foncière: what landlords do against it."""
