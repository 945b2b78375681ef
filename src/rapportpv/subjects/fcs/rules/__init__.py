"""What can be wrong with the Fonds de Cohésion Sociale."""
