"""What the user sees: the one place for terminal tables, colours, and what a console can print."""

from rapportpv.console.anomalies import write_anomalies
from rapportpv.console.comparaison import FormatComparaison, write_comparaison
from rapportpv.console.consultation import write_consultation, write_envoi
from rapportpv.console.controles import Format, write_controles, write_copies
from rapportpv.console.depots import write_depots
from rapportpv.console.donnees import write_donnees
from rapportpv.console.ecarts import FormatDiff, write_ecarts
from rapportpv.console.fabrication import write_conversion, write_documents, write_fabrication
from rapportpv.console.flux import adapt_flux, printable, write, write_attente, write_json
from rapportpv.console.livre import write_places
from rapportpv.console.modeles import write_copie_de_modele, write_modeles
from rapportpv.console.proposition import write_proposition
from rapportpv.console.questions import ask
from rapportpv.console.rafraichissement import write_rafraichissement
from rapportpv.console.relecture import FormatRelecture, write_relecture
from rapportpv.console.tables import write_bilan, write_catalogue, write_page

__all__ = (
    "Format",
    "FormatComparaison",
    "FormatDiff",
    "FormatRelecture",
    "adapt_flux",
    "ask",
    "printable",
    "write",
    "write_anomalies",
    "write_attente",
    "write_bilan",
    "write_catalogue",
    "write_comparaison",
    "write_consultation",
    "write_controles",
    "write_conversion",
    "write_copie_de_modele",
    "write_copies",
    "write_depots",
    "write_documents",
    "write_donnees",
    "write_ecarts",
    "write_envoi",
    "write_fabrication",
    "write_json",
    "write_modeles",
    "write_page",
    "write_places",
    "write_proposition",
    "write_rafraichissement",
    "write_relecture",
)
