"""The Fonds de Cohésion Sociale."""
