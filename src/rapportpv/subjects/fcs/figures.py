"""The Fonds de Cohésion Sociale: its envelope, its axes, its projects numbered all along."""

import pandas as pd

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import Recolte, montant
from rapportpv.core.rangees import records
from rapportpv.core.settings.reglages import AxeFcs
from rapportpv.core.sujet import Sujet
from rapportpv.subjects.fcs.sheet import FCS

TOTAL = Figure(
    "fcs.total", Unite.EUROS, "Fonds de Cohésion Sociale : montant", "Fonds de Cohésion Sociale"
)
PROJETS = Figure(
    "fcs.projets",
    Unite.NOMBRE,
    "Fonds de Cohésion Sociale : projets",
    "Fonds de Cohésion Sociale, projets",
)
TOTAL_DE_L_AXE = Figure(
    "fcs.axes.{}.total",
    Unite.EUROS,
    "Fonds de Cohésion Sociale, axe {} : montant",
    "Fonds de Cohésion Sociale, axe {}",
)
PROJETS_DE_L_AXE = Figure(
    "fcs.axes.{}.projets",
    Unite.NOMBRE,
    "Fonds de Cohésion Sociale, axe {} : projets",
    "Fonds de Cohésion Sociale, projets de l’axe {}",
)

_COLONNES = {
    "numero": "N°",
    "operateur": "Opérateur",
    "intitule": "Projet",
    "montant": "Montant",
}


def sum_fcs(dossier: Dossier) -> Recolte:
    """The figures `fcs.*` and a table `fcs_axe_N` for each axis; nothing without its workbook."""
    recolte, feuille = Recolte(), dossier.feuille(FCS)
    if feuille is None:
        return recolte
    projets = feuille.frame
    sources = feuille.sources_de(projets.index, "montant")
    recolte.add(TOTAL.of(int(projets["montant"].sum()), sources))
    recolte.add(PROJETS.of(len(projets), sources))
    premier = 1
    for axe in dossier.reglages.axe_fcs:
        siens = projets[projets["axe"] == str(axe.numero)]
        _sum_axe(feuille, axe, siens, premier, recolte)
        premier += len(siens)
    return recolte


def _sum_axe(
    feuille: Feuille, axe: AxeFcs, projets: pd.DataFrame, premier: int, recolte: Recolte
) -> None:
    sources = feuille.sources_de(projets.index, "montant")
    total = recolte.add(TOTAL_DE_L_AXE.of(int(projets["montant"].sum()), sources, axe.numero))
    compte = recolte.add(PROJETS_DE_L_AXE.of(len(projets), sources, axe.numero))
    lignes = [
        Ligne(
            {
                "numero": str(numero),
                "operateur": projet["operateur"],
                "intitule": projet["intitule"],
                "montant": montant(projet["montant"]),
            }
        )
        for numero, projet in enumerate(records(projets), start=premier)
    ]
    pied: dict[str, Cellule] = {
        "numero": "Total",
        "operateur": f"Axe {axe.numero}",
        "intitule": compte,
        "montant": total,
    }
    titre = f"{axe.numero}. {axe.libelle}"
    recolte.add_tableau(f"fcs_axe_{axe.numero}", titre, _COLONNES, lignes, pied)


SUJET = Sujet("fcs", plans=(FCS,), recoltes=(sum_fcs,), groupes=("fcs",))
