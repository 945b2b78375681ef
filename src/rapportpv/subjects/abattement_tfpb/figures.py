"""What landlords do against the abattement de taxe foncière: planned, and done."""

from collections.abc import Callable

import pandas as pd

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import SANS_OBJET, Recolte, compte, montant
from rapportpv.core.rangees import Rangee, records
from rapportpv.core.sujet import Sujet
from rapportpv.french.lexique import fold, squash
from rapportpv.french.lieux import place_key
from rapportpv.subjects.abattement_tfpb.sheet import ABATTEMENT_TFPB
from rapportpv.subjects.dsu.figures import add_actions

TOTAL = Figure("abattement_tfpb.total", Unite.EUROS, "Abattement de taxe foncière : montant")
REALISE = Figure("abattement_tfpb.realise", Unite.EUROS, "Abattement de taxe foncière : réalisé")


def sum_abattement(dossier: Dossier) -> Recolte:
    """The figures `abattement_tfpb.*`, its table, and those by landlord and place.

    Nothing without a row; no total of what was done until somebody says it.
    """
    recolte, feuille = Recolte(), dossier.feuille(ABATTEMENT_TFPB)
    if feuille is None or feuille.frame.empty:
        return recolte
    colonnes = {
        "bailleur": "Bailleur",
        "quartier": "Quartier",
        "action": "Action",
        "montant": "Montant",
    }
    titre = "Actions des bailleurs en contrepartie de l’abattement de taxe foncière"
    add_actions(recolte, feuille, TOTAL, titre, colonnes)
    if feuille.frame["realise"].notna().any():
        sources = feuille.sources_de(feuille.frame.index, "realise")
        recolte.add(REALISE.of(int(feuille.frame["realise"].sum()), sources))
    _add_par(recolte, feuille, "bailleur", "Bailleur", squash)
    _add_par(recolte, feuille, "quartier", "Quartier", place_key)
    return recolte


def _add_par(
    recolte: Recolte, feuille: Feuille, champ: str, entete: str, cle: Callable[[str], str]
) -> None:
    """The table by landlord, or by quartier; nothing when there is one only."""
    groupes: dict[str, list[Rangee]] = {}
    for lu in records(feuille.frame):
        groupes.setdefault(cle(lu[champ]), []).append(lu)
    if len(groupes) < 2:
        return
    lignes = sorted(groupes.values(), key=lambda siens: fold(siens[0][champ]))
    nom = f"abattement_par_{champ}"
    fait: Cellule = recolte.chiffres.get(REALISE.nom, SANS_OBJET)
    recolte.add_tableau(
        nom,
        f"Abattement de taxe foncière, par {champ}",
        {champ: entete, "nombre": "Actions", "montant": "Montant", "realise": "Réalisé"},
        [
            Ligne(
                {
                    champ: siens[0][champ],
                    "nombre": compte(len(siens)),
                    "montant": montant(
                        sum(s["montant"] for s in siens if not pd.isna(s["montant"]))
                    ),
                    "realise": _sum_realise(siens),
                }
            )
            for siens in lignes
        ],
        {
            champ: "Total",
            "nombre": compte(len(feuille.frame)),
            "montant": recolte.chiffres[TOTAL.nom],
            "realise": fait,
        },
    )
    recolte.cite(nom, feuille.sources_de(feuille.frame.index, champ, "montant", "realise"))


def _sum_realise(siens: list[Rangee]) -> Cellule:
    dits = [int(s["realise"]) for s in siens if not pd.isna(s["realise"])]
    return montant(sum(dits)) if dits else SANS_OBJET


SUJET = Sujet(
    "abattement_tfpb",
    plans=(ABATTEMENT_TFPB,),
    recoltes=(sum_abattement,),
    groupes=("abattement_tfpb",),
)
