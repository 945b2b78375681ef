"""A year as it would be published: its figures and tables as printed, its texts, its rows."""

from collections.abc import Mapping

from rapportpv.core.chiffre import Bilan, Tableau
from rapportpv.core.dossier import Dossier
from rapportpv.published.publication import Champs, ChiffrePublie, Publication, TableauPublie
from rapportpv.published.rangees import Rangees


def compute_publication(
    dossier: Dossier,
    bilan: Bilan,
    nom: str,
    textes: Mapping[str, str],
    rangees: Rangees | None,
) -> Publication:
    """The state of the year, to be kept or compared; `textes` are the digests of the texts."""
    return Publication(
        annee=dossier.millesime,
        nom=nom,
        version=dossier.annee.version,
        arrete_le=dossier.annee.arrete_le,
        chiffres={
            nom: ChiffrePublie(c.court, c.affiche, c.valeur, c.unite, tuple(c.sources))
            for nom, c in bilan.chiffres.items()
        },
        tableaux={nom: _publish_tableau(tableau) for nom, tableau in bilan.tableaux.items()},
        textes=textes,
        rangees=None if rangees is None else _publish_rangees(rangees),
    )


def _publish_tableau(tableau: Tableau) -> TableauPublie:
    lignes = [*tableau.lignes, *filter(None, [tableau.total])]
    return TableauPublie(
        tableau.titre,
        tuple(colonne.libelle for colonne in tableau.colonnes),
        tuple(tuple(str(ligne.cellules[c.nom]) for c in tableau.colonnes) for ligne in lignes),
    )


def _publish_rangees(rangees: Rangees) -> dict[str, dict[str, Champs]]:
    return {
        feuille: {cle: rangee.champs for cle, rangee in siennes.items()}
        for feuille, siennes in rangees.comptees.items()
    }
