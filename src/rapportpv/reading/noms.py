"""The names of the files and folders of a project; nothing is read here."""

REGLAGES = "rapportpv.toml"
"""The settings of the project."""

ANNEE = "annee.toml"
"""What is true of one year."""

MODELES = "modeles"
"""The folder of the project's own templates."""
