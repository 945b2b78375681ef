"""The tables of the sheets that few projects have: DSU, abattement de TFPB, adultes-relais."""

from collections.abc import Mapping

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.plan import Plan
from rapportpv.core.quantites import (
    SANS_OBJET,
    Recolte,
    compte,
    euros,
    montant,
    nombre,
    records,
    texte,
)
from rapportpv.french.lieux import place_key
from rapportpv.subjects.abattement_tfpb.sheet import ABATTEMENT_TFPB
from rapportpv.subjects.adultes_relais.sheet import ADULTES_RELAIS
from rapportpv.subjects.dsu.sheet import DSU


def sum_dsu(dossier: Dossier) -> Recolte:
    """The figures `dsu.*` and the table `dsu`; nothing without a row."""
    recolte, feuille = Recolte(), _find(dossier, DSU)
    if feuille is not None:
        colonnes = {"commune": "Commune", "action": "Action", "montant": "Montant"}
        lignes = feuille.frame.index
        communes = {place_key(nom) for nom in feuille.frame["commune"]} - {""}
        sources = feuille.sources_de(lignes, "commune")
        recolte.add(nombre("dsu.communes", len(communes), sources))
        titre = "Actions financées par la dotation de solidarité urbaine"
        _add(recolte, feuille, DSU.nom, titre, colonnes)
    return recolte


def sum_abattement(dossier: Dossier) -> Recolte:
    """The figure `abattement_tfpb.total` and the table `abattement_tfpb`; nothing without a row."""
    recolte, feuille = Recolte(), _find(dossier, ABATTEMENT_TFPB)
    if feuille is not None:
        colonnes = {
            "bailleur": "Bailleur",
            "quartier": "Quartier",
            "action": "Action",
            "montant": "Montant",
        }
        titre = "Actions des bailleurs en contrepartie de l’abattement de taxe foncière"
        _add(recolte, feuille, ABATTEMENT_TFPB.nom, titre, colonnes)
    return recolte


def count_adultes_relais(dossier: Dossier) -> Recolte:
    """The figure `adultes_relais.postes` and the table `adultes_relais`; nothing without a row."""
    recolte, feuille = Recolte(), _find(dossier, ADULTES_RELAIS)
    if feuille is None:
        return recolte
    frame, sources = feuille.frame, feuille.sources_de(feuille.frame.index, "postes")
    postes = recolte.add(nombre("adultes_relais.postes", int(frame["postes"].sum()), sources))
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


def _find(dossier: Dossier, plan: Plan) -> Feuille | None:
    feuille = dossier.feuille(plan)
    return None if feuille is None or feuille.frame.empty else feuille


def _add(
    recolte: Recolte, feuille: Feuille, nom: str, titre: str, colonnes: Mapping[str, str]
) -> None:
    """Keep the total of a sheet, and its rows as a table whose last column is the amount."""
    frame, sources = feuille.frame, feuille.sources_de(feuille.frame.index, "montant")
    total = recolte.add(euros(f"{nom}.total", frame["montant"], sources))
    premiere, *autres = [colonne for colonne in colonnes if colonne != "montant"]
    lignes = [
        Ligne(
            {
                **{colonne: texte(rang[colonne]) for colonne in (premiere, *autres)},
                "montant": montant(rang["montant"]),
            }
        )
        for rang in records(frame)
    ]
    pied: dict[str, Cellule] = {premiere: "Total", **dict.fromkeys(autres, SANS_OBJET)}
    recolte.add_tableau(nom, titre, colonnes, lignes, {**pied, "montant": total})
    recolte.cite(nom, sources)
