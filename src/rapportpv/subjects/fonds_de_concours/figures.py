"""The EPCI's grants to communes: politique de la ville, and NPNRU."""

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, montant
from rapportpv.core.rangees import records
from rapportpv.core.sujet import Sujet
from rapportpv.french.lexique import fold
from rapportpv.subjects.fonds_de_concours.sheet import (
    FONDS_DE_CONCOURS,
    NPNRU,
    POLITIQUE_DE_LA_VILLE,
)

TOTAL = Figure("{}.total", Unite.EUROS, "{} : montant", "{}")
COMMUNES = Figure("{}.communes", Unite.NOMBRE, "{} : communes aidées", "{}, communes")

_COLONNES = {"commune": "Commune", "operation": "Opération", "montant": "Montant"}
_SUJETS = {
    POLITIQUE_DE_LA_VILLE: ("fonds_de_concours", "Fonds de concours politique de la ville"),
    NPNRU: ("fonds_de_concours_npnru", "Fonds de concours NPNRU"),
}

FONDS = tuple(_SUJETS.values())
"""What the two kinds of them are called: in names, in words."""


def sum_fonds_de_concours(dossier: Dossier) -> Recolte:
    """The figures and tables of each dispositif that has grants; nothing without the workbook."""
    recolte, feuille = Recolte(), dossier.feuille(FONDS_DE_CONCOURS)
    if feuille is None:
        return recolte
    for dispositif, (nom, titre) in _SUJETS.items():
        siens = feuille.frame[feuille.frame["dispositif"] == dispositif]
        if siens.empty:
            continue
        sources = feuille.sources_de(siens.index, "montant")
        total = recolte.add(TOTAL.of(int(siens["montant"].sum()), sources, nom, titre))
        communes = siens["commune"].map(fold).nunique()
        aidees = feuille.sources_de(siens.index, "commune")
        compte = recolte.add(COMMUNES.of(communes, aidees, nom, titre))
        lignes = [
            Ligne(
                {
                    "commune": f["commune"],
                    "operation": f["operation"],
                    "montant": montant(f["montant"]),
                }
            )
            for f in records(siens)
        ]
        pied: dict[str, Cellule] = {"commune": "Total", "operation": compte, "montant": total}
        recolte.add_tableau(nom, titre, _COLONNES, lignes, pied)
    return recolte


SUJET = Sujet(
    "fonds_de_concours",
    plans=(FONDS_DE_CONCOURS,),
    recoltes=(sum_fonds_de_concours,),
    groupes=("fonds_de_concours", "fonds_de_concours_npnru"),
)
