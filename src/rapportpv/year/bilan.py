"""What a year adds up to: pure functions, from validated frames to named figures and tables."""

from rapportpv.core.chiffre import Bilan
from rapportpv.core.dossier import Dossier
from rapportpv.year.sujets import SUJETS


def compute_bilan(dossier: Dossier) -> Bilan:
    """Every figure and table of the year; a subject without data has none."""
    recoltes = [recolte(dossier) for sujet in SUJETS for recolte in sujet.recoltes]
    chiffres = {nom: chiffre for r in recoltes for nom, chiffre in r.chiffres.items()}
    recoltes += [synthese(dossier, chiffres) for s in SUJETS for synthese in s.syntheses]
    return Bilan(
        {nom: chiffre for r in recoltes for nom, chiffre in r.chiffres.items()},
        {nom: tableau for r in recoltes for nom, tableau in r.tableaux.items()},
        tuple(groupe for sujet in SUJETS for groupe in sujet.groupes),
    )
