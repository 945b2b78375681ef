"""The words that no sheet owns: those of the settings, and the statut that counts."""

from rapportpv.french.lexique import Entree, Lexique

SOUTENUE = "soutenue"
ETAT = "Etat"

FAMILLES = Lexique(
    tuple(
        Entree(famille, famille)
        for famille in (
            *("Etat", "Region", "Departement", "EPCI", "Communes"),
            *("CAF", "Bailleurs", "Europe", "Operateurs", "Autres"),
        )
    )
)
