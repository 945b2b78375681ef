"""The actions that associations carry."""

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite, part
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, by_amount
from rapportpv.subjects.programmation.sheet import ASSOCIATION

TOTAL = Figure("associations.total", Unite.NOMBRE, "Actions portées par des associations")
NOMBRE = Figure(
    "associations.piliers.{}.nombre",
    Unite.NOMBRE,
    "Pilier « {} » : actions portées par des associations",
    "Actions portées par des associations, pilier « {} »",
)
TAUX = Figure(
    "associations.piliers.{}.taux",
    Unite.POURCENTAGE,
    "Pilier « {} » : part des actions portées par des associations",
    "Actions portées par des associations, part du pilier « {} »",
)


def sum_associations(dossier: Dossier) -> Recolte:
    """The figures `associations.*` and their table; nothing when the sheet has no such column."""
    recolte, feuille = Recolte(), dossier.programmation.feuille
    if "type_operateur" not in feuille.colonnes:
        return recolte
    actions = dossier.programmation.actions
    portees = actions[actions["type_operateur"] == ASSOCIATION]
    sources = feuille.sources_de(portees.index, "type_operateur")
    total, lignes = recolte.add(TOTAL.of(len(portees), sources)), []
    for pilier in dossier.contrat.pilier:
        siennes = portees[portees["pilier"] == pilier.code]
        sources = feuille.sources_de(siennes.index, "type_operateur")
        compte = recolte.add(NOMBRE.of(len(siennes), sources, pilier.code, pilier.libelle))
        taux = recolte.add(TAUX.part(compte, total, pilier.code, pilier.libelle))
        cellules: dict[str, Cellule] = {"pilier": pilier.libelle, "nombre": compte, "taux": taux}
        lignes.append(Ligne(cellules, pilier.code, pilier.libelle_court))
    recolte.add_tableau(
        "associations",
        "Actions portées par des associations, par pilier",
        {"pilier": "Pilier", "nombre": "Nombre d’actions", "taux": "Part"},
        by_amount(lignes, "nombre"),
        {"pilier": "Total", "nombre": total, "taux": part(total, total)},
    )
    return recolte
