"""The actions that the dotation de solidarité urbaine pays for."""

from collections.abc import Mapping

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import SANS_OBJET, Recolte, montant, texte
from rapportpv.core.rangees import records
from rapportpv.core.sujet import Sujet
from rapportpv.french.lieux import place_key
from rapportpv.subjects.dsu.sheet import DSU

COMMUNES = Figure("dsu.communes", Unite.NOMBRE, "Dotation de solidarité urbaine : communes")
TOTAL = Figure("dsu.total", Unite.EUROS, "Dotation de solidarité urbaine : montant")


def sum_dsu(dossier: Dossier) -> Recolte:
    """The figures `dsu.*` and the table `dsu`; nothing without a row."""
    recolte, feuille = Recolte(), dossier.feuille(DSU)
    if feuille is not None and not feuille.frame.empty:
        colonnes = {"commune": "Commune", "action": "Action", "montant": "Montant"}
        lignes = feuille.frame.index
        communes = {place_key(nom) for nom in feuille.frame["commune"]} - {""}
        sources = feuille.sources_de(lignes, "commune")
        recolte.add(COMMUNES.of(len(communes), sources))
        titre = "Actions financées par la dotation de solidarité urbaine"
        add_actions(recolte, feuille, TOTAL, titre, colonnes)
    return recolte


def add_actions(
    recolte: Recolte, feuille: Feuille, figure: Figure, titre: str, colonnes: Mapping[str, str]
) -> None:
    """Keep the total of a sheet, and its rows as a table whose last column is the amount."""
    frame, sources = feuille.frame, feuille.sources_de(feuille.frame.index, "montant")
    total = recolte.add(figure.of(int(frame["montant"].sum()), sources))
    nom, _, _ = figure.nom.partition(".")
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


SUJET = Sujet("dsu", plans=(DSU,), recoltes=(sum_dsu,), groupes=("dsu",))
