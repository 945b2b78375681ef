"""How the cells of a guided workbook look."""

from typing import TYPE_CHECKING, Any

from rapportpv.scaffold.colonnes import Genre

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_EUROS = '#,##0.00\u00a0"€"'  # a reader of a French Excel sees 1 234,50 €
_SOMBRE, _CLAIR, _ROUGE, _JAUNE = "#1F3864", "#D9E2F3", "#FCE4E4", "#FFF2CC"


class Formats:
    """The formats of one workbook, made once each."""

    def __init__(self, livre: "Workbook") -> None:
        """Make them."""

        def add(**traits: Any) -> "Format":
            return livre.add_format({"font_name": "Calibri", "font_size": 11, **traits})

        entete = {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1}
        self.titre = add(bold=True, font_size=14)
        self.consigne = add(italic=True, font_color="#404040")
        self.requise = add(**entete, bg_color=_SOMBRE, font_color="#FFFFFF")
        self.facultative = add(**entete, bg_color=_CLAIR, font_color="#1F3864")
        self.somme_titre = add(bold=True, align="right")
        self.somme = add(bold=True, num_format=_EUROS, top=1)
        self.calcule = add(num_format=_EUROS, font_color="#404040", valign="top")
        self.texte_long = add(text_wrap=True, valign="top", border=1)
        self.manque = livre.add_format({"bg_color": _ROUGE})
        self.a_verifier = livre.add_format({"bg_color": _JAUNE})
        self._par_genre = {
            Genre.TEXTE: add(text_wrap=True, valign="top"),
            Genre.IDENTIFIANT: add(num_format="@", valign="top"),
            Genre.MONTANT: add(num_format=_EUROS, valign="top"),
            Genre.ENTIER: add(num_format="#,##0", valign="top"),
            Genre.JOUR: add(num_format="dd/mm/yyyy", valign="top"),
        }

    def of(self, genre: Genre) -> "Format":
        """The format of the cells of such a column."""
        return self._par_genre[genre]
