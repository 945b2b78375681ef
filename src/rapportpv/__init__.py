"""rapportpv: from a chargé de mission's workbooks to the annual report, in Word."""

__version__ = "0.1.0"
