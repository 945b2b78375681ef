"""The actions that associations carry."""

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount, nombre, part
from rapportpv.subjects.programmation.sheet import ASSOCIATION


def sum_associations(dossier: Dossier) -> Recolte:
    """The figures `associations.*` and their table; nothing when the sheet has no such column."""
    recolte, feuille = Recolte(), dossier.programmation.feuille
    if "type_operateur" not in feuille.colonnes:
        return recolte
    actions = dossier.programmation.actions
    portees = actions[actions["type_operateur"] == ASSOCIATION]
    sources = feuille.sources_de(portees.index, "type_operateur")
    total, lignes = recolte.add(nombre("associations.total", len(portees), sources)), []
    for pilier in dossier.contrat.pilier:
        siennes = portees[portees["pilier"] == pilier.code]
        sources = feuille.sources_de(siennes.index, "type_operateur")
        nom = f"associations.piliers.{pilier.code}"
        compte = recolte.add(nombre(f"{nom}.nombre", len(siennes), sources))
        taux = recolte.add(part(f"{nom}.taux", compte, total))
        cellules: dict[str, Cellule] = {"pilier": pilier.libelle, "nombre": compte, "taux": taux}
        lignes.append(Ligne(cellules, pilier.code))
    recolte.add_tableau(
        "associations",
        "Actions portées par des associations, par pilier",
        {"pilier": "Pilier", "nombre": "Nombre d’actions", "taux": "Part"},
        by_amount(lignes, "nombre"),
        {"pilier": "Total", "nombre": total, "taux": part("", total, total)},
    )
    return recolte
