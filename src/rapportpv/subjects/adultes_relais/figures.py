"""The posts of adultes-relais."""

from rapportpv.core.chiffre import Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, compte, texte
from rapportpv.core.rangees import records
from rapportpv.core.sujet import Sujet
from rapportpv.subjects.adultes_relais.sheet import ADULTES_RELAIS

POSTES = Figure("adultes_relais.postes", Unite.NOMBRE, "Adultes-relais : postes")


def count_adultes_relais(dossier: Dossier) -> Recolte:
    """The figure `adultes_relais.postes` and the table `adultes_relais`; nothing without a row."""
    recolte, feuille = Recolte(), dossier.feuille(ADULTES_RELAIS)
    if feuille is None or feuille.frame.empty:
        return recolte
    frame, sources = feuille.frame, feuille.sources_de(feuille.frame.index, "postes")
    postes = recolte.add(POSTES.of(int(frame["postes"].sum()), sources))
    lignes = [
        Ligne(
            {
                "operateur": texte(poste["operateur"]),
                "commune": texte(poste["commune"]),
                "quartier": texte(poste["quartier"], SANS_OBJET),
                "postes": compte(poste["postes"]),
            }
        )
        for poste in records(frame)
    ]
    recolte.add_tableau(
        ADULTES_RELAIS.nom,
        "Postes d’adultes-relais",
        {
            "operateur": "Opérateur",
            "commune": "Commune",
            "quartier": "Quartier",
            "postes": "Postes",
        },
        lignes,
        {
            "operateur": "Total",
            "commune": SANS_OBJET,
            "quartier": SANS_OBJET,
            "postes": postes,
        },
    )
    recolte.cite(ADULTES_RELAIS.nom, sources)
    return recolte


SUJET = Sujet(
    "adultes_relais",
    plans=(ADULTES_RELAIS,),
    recoltes=(count_adultes_relais,),
    groupes=("adultes_relais",),
)
