"""How the sample workbooks look: one serious hue, one accent, greys."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

POLICE = "Calibri"
BLEU, ACCENT, GRIS = "14375E", "B5364A", "6B7280"

EUROS = '#,##0 "€"'
NOMBRE = "#,##0"
TEXTE = "@"
JOUR = "DD/MM/YYYY"


def fond(couleur: str) -> PatternFill:
    """A plain fill."""
    return PatternFill("solid", start_color=couleur, end_color=couleur)


TITRE = Font(name=POLICE, size=16, bold=True, color=BLEU)
SOUS_TITRE = Font(name=POLICE, size=11, italic=True, color=GRIS)
ENTETE = Font(name=POLICE, size=10, bold=True, color="FFFFFF")
COURANT = Font(name=POLICE, size=10)
EFFACE = Font(name=POLICE, size=10, color=GRIS)
GRAS = Font(name=POLICE, size=10, bold=True, color=BLEU)
BLANC = Font(name=POLICE, size=11, bold=True, color="FFFFFF")

FOND_ENTETE = fond(BLEU)
FOND_ACCENT = fond(ACCENT)
FOND_SECOND = fond("4B6584")
FOND_SOUS_TOTAL = fond("DCE6F1")
FOND_INTERTITRE = fond("EEF2F7")

FILET = Border(bottom=Side(style="thin", color="D5DAE1"))
FILET_FORT = Border(top=Side(style="thin", color=BLEU), bottom=Side(style="thin", color=BLEU))

A_GAUCHE = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
AU_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
A_DROITE = Alignment(horizontal="right", vertical="center")
D_ENTETE = Alignment(horizontal="center", vertical="center", wrap_text=True)
DE_TITRE = Alignment(horizontal="left", vertical="center", indent=1)
