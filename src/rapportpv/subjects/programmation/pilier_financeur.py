"""What each financeur gives to each pilier."""

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount, montant
from rapportpv.subjects.programmation.figures import total_programmation
from rapportpv.subjects.programmation.par_pilier import sum_pilier

_BORDS = {"financeur", "total"}


def cross_piliers_financeurs(dossier: Dossier) -> Recolte:
    """The table `pilier_financeur`: a line for each financeur who gives, a column for each pilier.

    Its columns are `financeur`, the code of each pilier, and `total`.
    """
    recolte, programmation = Recolte(), dossier.programmation
    piliers = {_column(pilier.code): pilier for pilier in dossier.contrat.pilier}
    lignes = []
    for financeur in dossier.reglages.financeur:
        sien = programmation.sum([financeur.code])
        cellules: dict[str, Cellule] = {
            "financeur": financeur.libelle,
            **{
                colonne: montant(programmation.sum([financeur.code], pilier.code))
                for colonne, pilier in piliers.items()
            },
            "total": montant(sien),
        }
        if sien:
            lignes.append(Ligne(cellules, financeur.code, financeur.libelle_court))
    if lignes:
        total = total_programmation(dossier)
        recolte.add_tableau(
            "pilier_financeur",
            "Financements par financeur et par pilier",
            {
                "financeur": "Financeur",
                **{colonne: pilier.libelle for colonne, pilier in piliers.items()},
                "total": "Total",
            },
            by_amount(lignes, "total"),
            {
                "financeur": "Total",
                **{colonne: sum_pilier(dossier, pilier) for colonne, pilier in piliers.items()},
                "total": total,
            },
        )
        recolte.shorten("pilier_financeur", {nom: p.libelle_court for nom, p in piliers.items()})
        recolte.cite("pilier_financeur", total.sources)
    return recolte


def _column(code: str) -> str:
    """The column of a pilier; one that is called as ours are is told from them."""
    return f"pilier_{code}" if code in _BORDS else code
